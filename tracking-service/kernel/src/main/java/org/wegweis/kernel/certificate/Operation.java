package org.wegweis.kernel.certificate;

/** A way of disposal: D1 to D15 (Anlage 1 KrWG) or of recovery: R1 to R13 (Anlage 2 KrWG). */
public record Operation(String code) {
    public Operation {
        if (!code.matches("D([1-9]|1[0-5])|R([1-9]|1[0-3])")) {
            throw new IllegalArgumentException("an operation is D1 to D15 or R1 to R13, not: " + code);
        }
    }

    /** Preparation or storage, from which the waste goes on to another plant: R12, R13, D13, D14, D15. */
    public boolean goesOn() {
        return code.matches("R1[23]|D1[345]");
    }

    /** A way of recovery of which a product may come (§5(1) KrWG): R1 to R12, not storage. */
    public boolean recovers() {
        return code.startsWith("R") && !code.equals("R13");
    }

    @Override
    public String toString() {
        return code;
    }
}
