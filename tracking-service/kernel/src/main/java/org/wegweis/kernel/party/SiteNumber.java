package org.wegweis.kernel.party;

/**
 * The official number of a site in a role (§28 NachwV), for example {@code P12345678}: the Landeskenner and eight
 * characters. The layout behind the letter differs from Land to Land, and the check digit's rule is not public: neither
 * is checked.
 */
public record SiteNumber(String value) {
    private static final String COLLECTION = "S0000000";

    public SiteNumber {
        if (!value.matches("[A-IK-NPRS][0-9A-Z]{8}")) {
            throw new IllegalArgumentException(
                    "a site number needs a Landeskenner and eight digits or capitals, for example P12345678, not: "
                            + value);
        }
    }

    public Land land() {
        return Land.valueOf(value.substring(0, 1));
    }

    /** The number that stands for all generators of a Land where waste is collected (§13(1) Satz 2, 3 NachwV). */
    public static SiteNumber ofCollectionIn(Land land) {
        return new SiteNumber(land.name() + COLLECTION);
    }

    /** Whether it stands for all generators of its Land; see {@link #ofCollectionIn}. */
    public boolean ofCollection() {
        return value.endsWith(COLLECTION) && equals(ofCollectionIn(land()));
    }

    @Override
    public String toString() {
        return value;
    }
}
