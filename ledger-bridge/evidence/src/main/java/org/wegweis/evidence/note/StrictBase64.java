package org.wegweis.evidence.note;

import java.util.Base64;

/** Standard base64 with padding, and only the one spelling that encoding gives. */
final class StrictBase64 {
    private StrictBase64() {}

    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) throw new IllegalArgumentException("not canonical base64: " + text);
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
