package org.wegweis.evidence.time;

import java.util.Arrays;
import java.util.HexFormat;

/** What is stamped: a hash value, never the thing itself. */
public record Imprint(HashAlgorithm algorithm, byte[] value) {
    public Imprint {
        if (value.length != algorithm.length()) {
            throw new IllegalArgumentException(
                    "a value of %d bytes is not of %s".formatted(value.length, algorithm.text()));
        }
        value = value.clone();
    }

    /** Of these bytes. */
    public static Imprint of(HashAlgorithm algorithm, byte[] bytes) {
        return new Imprint(algorithm, algorithm.hash(bytes));
    }

    @Override
    public byte[] value() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Imprint(var a, var v) && a == algorithm && Arrays.equals(v, value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return algorithm.text() + " " + HexFormat.of().formatHex(value);
    }
}
