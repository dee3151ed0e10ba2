package org.wegweis.evidence.time;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Until when which algorithm counts as strong. What the table does not name never does.
 *
 * <p>Names are those of hash functions ({@code SHA-256}) and of signatures with the least size of their keys in bits:
 * {@code RSA-3000} (PKCS #1 v1.5), {@code RSASSA-PSS-3000}, {@code ECDSA-256}. The largest size that a key reaches
 * decides.
 *
 * @param source who says so, and as of when
 * @param weakFrom the first moment at which it no longer counts; {@link Instant#MAX} where the source names no end
 */
public record Algorithms(String source, Map<String, Instant> weakFrom) {
    private static final Instant NO_END = Instant.MAX;
    private static final Instant YEAR_2029 = Instant.parse("2029-01-01T00:00:00Z");

    /**
     * What applies unless something else is said. A table is never finished: whoever keeps evidence watches what BSI,
     * SOG-IS and ETSI publish, and declares what they withdraw.
     */
    public static final Algorithms KNOWN = new Algorithms(
            "ETSI TS 119 312 V1.5.1 as the default policy of EU DSS 6.4 reads it (2024-10-13)",
            Map.ofEntries(
                    Map.entry("SHA-256", NO_END),
                    Map.entry("SHA-384", NO_END),
                    Map.entry("SHA-512", NO_END),
                    Map.entry("RSA-1900", YEAR_2029),
                    Map.entry("RSA-3000", YEAR_2029),
                    Map.entry("RSASSA-PSS-1900", YEAR_2029),
                    Map.entry("RSASSA-PSS-3000", NO_END),
                    Map.entry("ECDSA-256", NO_END)));

    public Algorithms {
        weakFrom = Map.copyOf(weakFrom);
    }

    /**
     * This table after somebody has declared one weak.
     *
     * @param name one that the table has
     * @throws IllegalArgumentException if the table does not have it
     */
    public Algorithms declaredWeak(String name, Instant from) {
        var before = weakFrom.get(name);
        if (before == null) throw new IllegalArgumentException("%s is none of %s".formatted(name, names()));
        var changed = new HashMap<>(weakFrom);
        changed.put(name, from.isBefore(before) ? from : before);
        return new Algorithms(source + "; " + name + " weak from " + from, changed);
    }

    /** The names that it has, for whoever has to choose one. */
    public String names() {
        return String.join(", ", weakFrom.keySet().stream().sorted().toList());
    }

    public Instant strongUntil(HashAlgorithm hash) {
        return weakFrom.getOrDefault(hash.text(), Instant.MIN);
    }

    /**
     * Of the signatures that the key of that certificate makes.
     *
     * @param pss RSASSA-PSS; without meaning for other keys
     */
    Instant strongUntil(X509Certificate certificate, boolean pss) {
        return switch (certificate.getPublicKey()) {
            case RSAKey rsa ->
                strongUntil(pss ? "RSASSA-PSS-" : "RSA-", rsa.getModulus().bitLength());
            case ECKey ec -> strongUntil("ECDSA-", ec.getParams().getOrder().bitLength());
            default -> Instant.MIN;
        };
    }

    private Instant strongUntil(String kind, int bits) {
        int reached = 0;
        for (String name : weakFrom.keySet()) {
            if (!name.startsWith(kind)) continue;
            int least = Integer.parseInt(name.substring(kind.length()));
            if (least <= bits) reached = Math.max(reached, least);
        }
        return weakFrom.getOrDefault(kind + reached, Instant.MIN);
    }
}
