package org.wegweis.kernel.waste;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.wegweis.kernel.waste.WasteCatalogue.Entry;

/**
 * A list of wastes through time: which codes are in force on which day. The European one changes on 9 December 2026
 * (Decision (EU) 2025/934); the German AVV repeats it and goes on as it is until it is amended.
 *
 * @param changes the first day of the codes of Decision (EU) 2025/934
 */
public record WasteList(LocalDate changes) {
    /** Decision 2000/532/EC as amended. */
    public static final WasteList EUROPEAN = new WasteList(LocalDate.of(2026, 12, 9));

    /**
     * When a code is in force.
     *
     * @param from its first day; empty if it was in the list of 2020
     * @param until its last day; empty if none is known
     */
    public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {}

    /** The edition that is in force on that day. */
    public WasteCatalogue on(LocalDate day) {
        return day.isBefore(changes) ? WasteCatalogue.AVV_2020 : WasteCatalogue.DECISION_2025;
    }

    /**
     * The code that text means on that day.
     *
     * @throws NotInForce if the list has it on other days
     * @throws WasteCatalogue.UnknownWasteCode if it never has, or marks it otherwise
     */
    public WasteCode parse(String text, LocalDate day) {
        String digits = WasteCode.parse(text).digits();
        if (on(day).find(digits).isEmpty())
            validity(digits).ifPresent(validity -> {
                throw new NotInForce(text, validity, successors(digits));
            });
        return on(day).parse(text);
    }

    /** When the code is in force, if ever. */
    public Optional<Validity> validity(String digits) {
        boolean before = WasteCatalogue.AVV_2020.find(digits).isPresent();
        boolean after = WasteCatalogue.DECISION_2025.find(digits).isPresent();
        if (!before && !after) return Optional.empty();
        return Optional.of(new Validity(
                before ? Optional.empty() : Optional.of(changes),
                after ? Optional.empty() : Optional.of(changes.minusDays(1))));
    }

    /** What the code says on that day; a load that was on its way on the last day keeps the old words. */
    public Optional<Entry> find(String digits, LocalDate day) {
        return on(day).find(digits)
                .or(() -> WasteCatalogue.AVV_2020.find(digits))
                .or(() -> WasteCatalogue.DECISION_2025.find(digits));
    }

    /** The codes into whose meaning a code falls that goes; which one, depends on the waste. Empty if it stays. */
    public static List<String> successors(String digits) {
        return Decision2025.REMOVED.getOrDefault(digits, List.of());
    }

    /** The list has that code, but not on that day. */
    public static final class NotInForce extends IllegalArgumentException {
        private final List<String> successors;

        NotInForce(String code, Validity validity, List<String> successors) {
            super("the waste code " + code + " is in force"
                    + validity.from().map(day -> " from " + day).orElse("")
                    + validity.until().map(day -> " until " + day).orElse("")
                    + (successors.isEmpty() ? "" : "; since then " + String.join(", ", successors)));
            this.successors = successors;
        }

        /** Empty if it is not in force yet. */
        public List<String> successors() {
            return successors;
        }
    }
}
