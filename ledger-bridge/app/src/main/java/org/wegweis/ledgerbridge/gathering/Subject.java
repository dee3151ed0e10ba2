package org.wegweis.ledgerbridge.gathering;

/**
 * A consignment, certificate… as tracking-service's paths name it.
 *
 * @param kind for example {@code consignments}
 * @param id its UUID, of a stock the number of its site
 */
public record Subject(String kind, String id) {
    public static final String CONSIGNMENTS = "consignments";
    static final String STOCKS = "stocks";

    /** For example {@code consignment}. */
    public String one() {
        return kind.substring(0, kind.length() - 1);
    }
}
