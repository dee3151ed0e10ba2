package org.wegweis.evidence.verification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.kernel.record.Hash;

/**
 * One of those whom a trust file trusts, so that people can compare it with what they were told elsewhere.
 *
 * @param name as the key has it, or the channel's; empty for a certificate
 * @param fingerprint SHA-256 of a note's public key, of a certificate (DER) or of a block's header (DER)
 */
public record Anchor(Kind kind, String name, Hash fingerprint) {

    /** What it is trusted for. */
    public enum Kind {
        LOG_KEY("Schlüssel des Protokolls", "log key"),
        LEDGER_KEY("Schlüssel des lokalen Ledgers", "local ledger's key"),
        LEDGER_GENESIS("Erster Block des Kanals, auf dem gesiegelt wird", "first block of the channel that seals"),
        SEAL_CERTIFICATE("Siegelzertifikat", "seal certificate"),
        WITNESS_KEY("Schlüssel eines Zeugen", "a witness's key"),
        TSA_CERTIFICATE(
                "Zertifikat einer unabhängigen Zeitstempelstelle", "independent time-stamp authority's certificate"),
        OWN_TSA_CERTIFICATE(
                "Zertifikat einer Zeitstempelstelle des Betreibers, nicht unabhängig",
                "the operator's own time-stamp authority's certificate, not independent");

        private final String german;
        private final String english;

        Kind(String german, String english) {
            this.german = german;
            this.english = english;
        }

        public Sentence words() {
            return new Sentence(german, english);
        }

        /** For example {@code log-key}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** All of a trust file, in its order. */
    public static List<Anchor> of(Trust trust) {
        var anchors = new ArrayList<Anchor>();
        anchors.add(of(Kind.LOG_KEY, trust.logKey()));
        anchors.add(
                switch (trust.ledger()) {
                    case Trust.Local(var key) -> of(Kind.LEDGER_KEY, key);
                    case Trust.Channel channel -> new Anchor(Kind.LEDGER_GENESIS, channel.name(), channel.genesis());
                });
        for (String certificate : trust.sealCertificates()) {
            anchors.add(new Anchor(
                    Kind.SEAL_CERTIFICATE, "", Hash.sha256(Base64.getDecoder().decode(certificate))));
        }
        trust.witnesses().keys().forEach(key -> anchors.add(of(Kind.WITNESS_KEY, key)));
        for (var authority : trust.tsaCertificates()) {
            anchors.add(new Anchor(
                    authority.independent() ? Kind.TSA_CERTIFICATE : Kind.OWN_TSA_CERTIFICATE,
                    "",
                    Hash.sha256(Certificates.encoded(authority.certificate()))));
        }
        return anchors;
    }

    private static Anchor of(Kind kind, NoteKey key) {
        return new Anchor(kind, key.name(), Hash.sha256(Base64.getDecoder().decode(key.publicKey())));
    }
}
