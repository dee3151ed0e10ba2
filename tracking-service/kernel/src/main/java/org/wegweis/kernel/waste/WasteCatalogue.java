package org.wegweis.kernel.waste;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The waste codes of one edition of a list, with titles. Which edition is in force on a day, {@link WasteList} says. */
public final class WasteCatalogue {
    /** The annex of the AVV as amended on 30 June 2020, the same as the European list until 8 December 2026. */
    public static final WasteCatalogue AVV_2020 = new WasteCatalogue(read(Avv2020.LIST, true));

    /** As amended by Decision (EU) 2025/934: 880 codes, 435 of them hazardous. */
    public static final WasteCatalogue DECISION_2025 = amended();

    /**
     * A code of the list.
     *
     * @param title the official German one, or ours where none was found
     * @param official whether the title is the official one
     */
    public record Entry(WasteCode code, String title, boolean official) {}

    private final SequencedMap<String, Entry> entries;

    private WasteCatalogue(SequencedMap<String, Entry> entries) {
        this.entries = Collections.unmodifiableSequencedMap(entries);
    }

    private static SequencedMap<String, Entry> read(String list, boolean official) {
        var read = new LinkedHashMap<String, Entry>();
        list.lines().forEach(line -> {
            var code = new WasteCode(line.substring(0, 6), line.charAt(6) == '*');
            read.put(code.digits(), new Entry(code, line.substring(8), official));
        });
        return read;
    }

    private static WasteCatalogue amended() {
        var entries = new TreeMap<String, Entry>(AVV_2020.entries);
        entries.keySet().removeAll(Decision2025.REMOVED.keySet());
        entries.replaceAll((digits, entry) -> new Entry(
                new WasteCode(digits, entry.code().hazardous() || Decision2025.BECOMES_HAZARDOUS.contains(digits)),
                entry.title(),
                !Decision2025.RENAMED.contains(digits)));
        entries.putAll(read(Decision2025.ADDED, false));
        return new WasteCatalogue(entries);
    }

    /** The code with those six digits; the list, not the caller, says whether it is hazardous. */
    public Optional<Entry> find(String digits) {
        return Optional.ofNullable(entries.get(digits));
    }

    /**
     * The code that text means, with or without blanks and mark.
     *
     * @throws UnknownWasteCode if the list has no such code, or marks it otherwise
     */
    public WasteCode parse(String text) {
        var written = WasteCode.parse(text);
        var listed = find(written.digits()).map(Entry::code).orElseThrow(() -> new UnknownWasteCode(text));
        if (written.hazardous() && !listed.hazardous()) throw new UnknownWasteCode(text);
        return listed;
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    /** Well-formed, but not in the list. */
    public static final class UnknownWasteCode extends IllegalArgumentException {
        UnknownWasteCode(String text) {
            super("no waste code of the list in force: " + text);
        }
    }
}
