package org.wegweis.kernel.waste;

/**
 * An Abfallschlüssel, for example {@code 17 05 03*}: six digits and, if the waste is hazardous (§3 AVV), a mark.
 * Well-formed, which is not yet known: existence is the {@link WasteCatalogue}'s matter.
 */
public record WasteCode(String digits, boolean hazardous) {
    public WasteCode {
        if (!digits.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("a waste code needs six digits, for example 170503, not: " + digits);
        }
    }

    /** Reads {@code 170503*} with or without blanks between the pairs. */
    public static WasteCode parse(String text) {
        boolean hazardous = text.endsWith("*");
        return new WasteCode(
                text.substring(0, text.length() - (hazardous ? 1 : 0)).replace(" ", ""), hazardous);
    }

    /** As the list prints it, for example {@code 17 05 03*}. */
    @Override
    public String toString() {
        return digits.substring(0, 2)
                + ' '
                + digits.substring(2, 4)
                + ' '
                + digits.substring(4)
                + (hazardous ? "*" : "");
    }
}
