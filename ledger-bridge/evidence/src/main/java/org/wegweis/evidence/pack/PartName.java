package org.wegweis.evidence.pack;

import java.util.regex.Pattern;
import org.wegweis.kernel.record.Hash;

/** Where each thing lies in a package. The records of all subjects are counted together, by position, from 0. */
public final class PartName {
    public static final String CHECKPOINT = "checkpoint.txt";
    /** Of a local ledger; what shows a seal on a channel lies under {@code ledger/}. */
    public static final String SEAL = "seal.txt";

    public static final String WITNESS_POLICY = "witness-policy.txt";
    /** How the names of all time stamps begin. */
    public static final String TIME_STAMPS = "time-stamps/";

    public static final String DISCLOSURES = "disclosures.json";
    public static final String REPORT = "report.pdf";

    private static final Pattern KNOWN = Pattern.compile(
            "(checkpoint|seal|witness-policy)\\.txt|disclosures\\.json|report\\.pdf|time-stamps/[0-9]{4}\\.tst"
                    + "|records/[0-9]{4}\\.json|proofs/[0-9]{4}\\.tlog-proof|statements/[0-9]{4}\\.jws"
                    + "|keys/[A-Za-z0-9_-]{43}\\.json|ledger/((configs|definitions|reads)/[0-9]{4}|seal)\\.pb");

    /** So many records at most have room. */
    public static final int MOST = 10_000;

    private PartName() {}

    public static String record(int number) {
        return "records/" + digits(number) + ".json";
    }

    public static String proof(int number) {
        return "proofs/" + digits(number) + ".tlog-proof";
    }

    public static String statement(int number) {
        return "statements/" + digits(number) + ".jws";
    }

    /** @param number of the token, from 0 */
    public static String timeStamp(int number) {
        return TIME_STAMPS + digits(number) + ".tst";
    }

    public static String key(Hash thumbprint) {
        return "keys/" + thumbprint + ".json";
    }

    /** Whether this version of the format has such a part. */
    public static boolean isKnown(String name) {
        return KNOWN.matcher(name).matches();
    }

    private static String digits(int number) {
        if (number < 0 || number >= MOST) throw new IllegalArgumentException("no room for number " + number);
        return String.format("%04d", number);
    }
}
