package org.wegweis.kernel.permit;

/**
 * Under which sign an authority or certifier keeps a paper, for example {@code LFU-2026/0417}: groups of digits, each with
 * up to four capitals before it, or up to four capitals. Narrow on purpose: no name of a person fits in.
 */
public record FileReference(String value) {
    private static final String GROUP = "([A-Z]{0,4}[0-9]{1,10}|[A-Z]{1,4})";

    public FileReference {
        boolean shaped = value.matches(GROUP + "([-./ ]" + GROUP + "){0,9}") && value.matches(".*[0-9].*");
        if (!shaped) {
            throw new IllegalArgumentException("a file reference needs groups of up to ten digits or four capitals with"
                    + " - . / or a blank between them, for example LFU-2026/0417");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
