package org.wegweis.evidence.note;

/** Whose key it is: any text without spaces and plus signs, by custom an address such as {@code example.org/log}. */
final class KeyName {
    private KeyName() {}

    static String require(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyName::isForbidden)) {
            throw new IllegalArgumentException("not a key name: \"" + name + "\"");
        }
        return name;
    }

    private static boolean isForbidden(int c) {
        return c == '+' || c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
