package org.wegweis.kernel.party;

/**
 * The number of a Begleitschein or Übernahmeschein, for example {@code 11681570210293-4}: 14 digits and a check digit,
 * given out by the Länder's central office only. The check digit's rule is not public and not checked.
 */
public record NoteNumber(String value) {
    public NoteNumber {
        if (!value.matches("[0-9]{14}-[0-9]")) {
            throw new IllegalArgumentException(
                    "a note number needs 14 digits, a hyphen and a digit, for example 11681570210293-4, not: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
