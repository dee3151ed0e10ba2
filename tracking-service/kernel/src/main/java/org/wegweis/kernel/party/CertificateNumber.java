package org.wegweis.kernel.party;

/**
 * The number of an Entsorgungsnachweis or of what stands in for it, for example {@code ENP12345678901}: EN, SN, FR or
 * RE, the Landeskenner (§28(2) NachwV) and eleven more characters, 14 in all.
 */
public record CertificateNumber(String value) {
    public CertificateNumber {
        if (!value.matches("(EN|SN|FR|RE)[A-IK-NPRS][0-9A-Z]{11}")) {
            throw new IllegalArgumentException("a certificate number needs EN, SN, FR or RE, a Landeskenner and eleven"
                    + " digits or capitals, for example ENP12345678901, not: " + value);
        }
    }

    /** Whether it is the number of a Sammelentsorgungsnachweis. */
    public boolean collective() {
        return value.startsWith("SN");
    }

    /** Of the authority that gave it out: the third place (§28(2) Satz 5 NachwV). */
    public Land land() {
        return Land.valueOf(value.substring(2, 3));
    }

    @Override
    public String toString() {
        return value;
    }
}
