package org.wegweis.projections.lineage;

import java.util.UUID;

/** How the tables name what waste passes through. */
final class Key {
    static final String CONSIGNMENT = "c:";

    private Key() {}

    static String consignment(UUID id) {
        return CONSIGNMENT + id;
    }

    static String transferNote(UUID id) {
        return "n:" + id;
    }

    static String treatment(UUID id) {
        return "t:" + id;
    }

    /** A lot's id is its own within its stock only. */
    static String lot(UUID stock, UUID lot) {
        return "l:" + stock + ":" + lot;
    }
}
