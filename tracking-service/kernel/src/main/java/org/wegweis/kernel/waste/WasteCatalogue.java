package org.wegweis.kernel.waste;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** A dated list of waste codes with their official German titles. */
public final class WasteCatalogue {
    /** The annex of the AVV as amended on 30 June 2020. */
    public static final WasteCatalogue AVV_2020 = new WasteCatalogue(LocalDate.of(2020, 6, 30), Avv2020.LIST);

    /** A code of the list with its title. */
    public record Entry(WasteCode code, String title) {}

    private final LocalDate amended;
    private final SequencedMap<String, Entry> entries;

    private WasteCatalogue(LocalDate amended, String list) {
        this.amended = amended;
        var read = new LinkedHashMap<String, Entry>();
        list.lines().forEach(line -> {
            var code = new WasteCode(line.substring(0, 6), line.charAt(6) == '*');
            read.put(code.digits(), new Entry(code, line.substring(8)));
        });
        this.entries = Collections.unmodifiableSequencedMap(read);
    }

    /** The day of the amendment that this list shows. */
    public LocalDate amended() {
        return amended;
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
            super("no waste code of the AVV: " + text);
        }
    }
}
