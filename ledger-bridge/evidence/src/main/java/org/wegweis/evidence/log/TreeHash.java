package org.wegweis.evidence.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A hash in the log's tree: 32 bytes of SHA-256. As text: standard base64 with padding, 44 characters. */
public final class TreeHash {
    public static final int LENGTH = 32;

    /** The root of the empty tree: SHA-256 of nothing (RFC 9162 §2.1.1). */
    public static final TreeHash EMPTY = new TreeHash(sha256().digest());

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != LENGTH) throw new IllegalArgumentException("needs 32 bytes, not " + bytes.length);
        return new TreeHash(bytes.clone());
    }

    /** SHA-256 of {@code 0x00 ‖ entry} (RFC 9162 §2.1.1). */
    public static TreeHash leaf(byte[] entry) {
        var digest = sha256();
        digest.update((byte) 0);
        digest.update(entry);
        return new TreeHash(digest.digest());
    }

    /** SHA-256 of {@code 0x01 ‖ left ‖ right} (RFC 9162 §2.1.1). */
    public static TreeHash node(TreeHash left, TreeHash right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new TreeHash(digest.digest());
    }

    /** Reads standard base64, and only its canonical spelling. */
    public static TreeHash parse(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("needs 44 characters of base64", e);
        }
        var hash = of(bytes);
        if (!hash.toString().equals(text)) throw new IllegalArgumentException("not canonical base64: " + text);
        return hash;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
