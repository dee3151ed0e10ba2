package org.wegweis.kernel.outage;

/**
 * What is printed on a fallback receipt or paper note to tell it from the next, for example {@code 2026-0042}: 3 to 20
 * digits and hyphens. No law says how it is made up; letters are refused so that no name or plate gets in.
 */
public record ReceiptNumber(String value) {
    public ReceiptNumber {
        if (!value.matches("[0-9][0-9-]{1,18}[0-9]")) {
            throw new IllegalArgumentException(
                    "a receipt's number needs 3 to 20 digits, with hyphens between them, for example 2026-0042");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
