package org.wegweis.chaincode.contract;

import java.util.HexFormat;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.seal.Seal;

/**
 * Where things lie in the ledger's state. Numbers have 19 digits, so that keys sort as numbers do. Between an origin and
 * a number stands a plus sign, which no origin has: {@code a} and {@code a/0} are two logs, and no range of keys of the
 * one holds a key of the other.
 */
final class Keys {
    private static final String LOG = "log/";
    private static final String SEAL = "seal/";
    private static final String CHANGE = "change/";
    private static final String EQUIVOCATION = "equivocation/";

    /** Sorts after every digit. */
    private static final String AFTER_NUMBERS = ":";
    /** Sorts before whatever an origin may go on with. */
    private static final String BEFORE_LONGER = " ";

    private Keys() {}

    static String log(String origin) {
        return LOG + origin;
    }

    static String firstLogAfter(String origin) {
        return LOG + origin + BEFORE_LONGER;
    }

    /** The slash's successor. */
    static String afterLogs() {
        return "log0";
    }

    static String latest(String origin) {
        return "latest/" + origin;
    }

    static String key(NoteKey key) {
        return "key/" + key.name() + "+" + HexFormat.of().toHexDigits(key.id());
    }

    static String seal(String origin, long size) {
        return Seal.OnChannel.key(origin, size);
    }

    static String afterSeals(String origin) {
        return SEAL + origin + "+" + AFTER_NUMBERS;
    }

    static String change(String origin, long number) {
        return numbered(CHANGE, origin, number);
    }

    static String afterChanges(String origin) {
        return CHANGE + origin + "+" + AFTER_NUMBERS;
    }

    static String offer(String origin, long number) {
        return numbered("offer/", origin, number);
    }

    static String equivocation(String origin, Head head) {
        return firstEquivocation(origin, head.size())
                + HexFormat.of().formatHex(head.root().bytes());
    }

    static String firstEquivocation(String origin, long size) {
        return numbered(EQUIVOCATION, origin, size) + "/";
    }

    static String afterEquivocations(String origin) {
        return EQUIVOCATION + origin + "+" + AFTER_NUMBERS;
    }

    private static String numbered(String kind, String origin, long number) {
        String digits = Long.toString(number);
        return kind + origin + "+" + "0".repeat(19 - digits.length()) + digits;
    }
}
