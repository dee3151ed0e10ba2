package org.wegweis.kernel.json;

/** One member of a JSON document is not what it should be. */
public final class WrongField extends IllegalArgumentException {
    private final String pointer;
    private final String expectation;

    /**
     * @param pointer where, as a JSON pointer (RFC 6901)
     * @param expectation what would be right, to be read after the field's name
     */
    public WrongField(String pointer, String expectation) {
        super((pointer.isEmpty() ? "the document" : pointer) + ": " + expectation);
        this.pointer = pointer;
        this.expectation = expectation;
    }

    public String pointer() {
        return pointer;
    }

    public String expectation() {
        return expectation;
    }
}
