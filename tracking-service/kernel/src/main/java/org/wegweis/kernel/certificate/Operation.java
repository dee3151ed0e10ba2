package org.wegweis.kernel.certificate;

/** A way of disposal: D1 to D15 (Anlage 1 KrWG) or of recovery: R1 to R13 (Anlage 2 KrWG). */
public record Operation(String code) {
    public Operation {
        if (!code.matches("D([1-9]|1[0-5])|R([1-9]|1[0-3])")) {
            throw new IllegalArgumentException("an operation is D1 to D15 or R1 to R13, not: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
