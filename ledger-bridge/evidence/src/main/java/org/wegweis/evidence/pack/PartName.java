package org.wegweis.evidence.pack;

import java.util.regex.Pattern;
import org.wegweis.kernel.record.Hash;

/** Where each thing lies in a package. */
public final class PartName {
    public static final String CHECKPOINT = "checkpoint.txt";
    public static final String SEAL = "seal.txt";
    public static final String DISCLOSURES = "disclosures.json";
    public static final String REPORT = "report.txt";
    /** How the names of all time stamps begin. */
    public static final String TIME_STAMPS = "time-stamps/";

    private static final Pattern KNOWN = Pattern.compile("checkpoint\\.txt|seal\\.txt|disclosures\\.json|report\\.txt"
            + "|records/[0-9]{4}\\.json|proofs/[0-9]{4}\\.tlog-proof|statements/[0-9]{4}\\.jws"
            + "|keys/[A-Za-z0-9_-]{43}\\.json|time-stamps/[0-9]{4}\\.tst");

    private PartName() {}

    public static String record(long version) {
        return "records/" + digits(version) + ".json";
    }

    public static String proof(long version) {
        return "proofs/" + digits(version) + ".tlog-proof";
    }

    public static String statement(long version) {
        return "statements/" + digits(version) + ".jws";
    }

    public static String key(Hash thumbprint) {
        return "keys/" + thumbprint + ".json";
    }

    /** @param number of the token, from 0 */
    public static String timeStamp(int number) {
        return TIME_STAMPS + digits(number) + ".tst";
    }

    /** Whether this version of the format has such a part. */
    public static boolean isKnown(String name) {
        return KNOWN.matcher(name).matches();
    }

    private static String digits(long version) {
        if (version < 0 || version > 9999) throw new IllegalArgumentException("no room for version " + version);
        return String.format("%04d", version);
    }
}
