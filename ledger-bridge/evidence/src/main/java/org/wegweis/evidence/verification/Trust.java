package org.wegweis.evidence.verification;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.Hash;

/**
 * Whom a verifier trusts: the trust file.
 *
 * @param origin the log's name in its checkpoints
 * @param logKey signs the checkpoints
 * @param ledger on which they are sealed
 * @param sealCertificates X.509, DER, in standard base64: the operator's seals
 * @param witnesses who cosigns the checkpoints, and how many of them must; of this log, without addresses
 * @param tsaCertificates time-stamp authorities, or who certified them; those of long ago too
 */
public record Trust(
        String origin,
        NoteKey logKey,
        Ledger ledger,
        List<String> sealCertificates,
        WitnessPolicy witnesses,
        List<TsaCertificate> tsaCertificates) {

    /** What a seal of a head must hold against. */
    public sealed interface Ledger {
        Json.Obj json();

        /** As the trust file calls it. */
        String kind();

        private static Ledger parse(Fields fields) {
            Ledger ledger = switch (fields.text("kind")) {
                case Local.KIND -> new Local(fields.parsed("key", NoteKey::parse));
                case Channel.KIND ->
                    new Channel(
                            fields.text("channel"),
                            fields.text("chaincode"),
                            fields.parsed("genesis", Channel::genesis));
                default -> throw new WrongField(fields.at("kind"), "must be " + Local.KIND + " or " + Channel.KIND);
            };
            fields.noMore();
            return ledger;
        }
    }

    /**
     * A ledger of the operator's own.
     *
     * @param key countersigns what is sealed
     */
    public record Local(NoteKey key) implements Ledger {
        private static final String KIND = "local";

        public Local {
            key.ofLog();
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Json.Obj json() {
            return Json.Obj.of().with("kind", KIND).with("key", key.toString());
        }
    }

    /**
     * A channel on which a consortium seals.
     *
     * @param name the channel's
     * @param chaincode the contract's name on it
     * @param genesis hash of the header of the channel's first block; the one thing that everything hangs on
     */
    public record Channel(String name, String chaincode, Hash genesis) implements Ledger {
        private static final String KIND = "fabric";

        @Override
        public String kind() {
            return KIND;
        }

        private static Hash genesis(String hex) {
            if (!hex.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("must be 64 hex digits");
            return Hash.of(HexFormat.of().parseHex(hex));
        }

        @Override
        public Json.Obj json() {
            return Json.Obj.of()
                    .with("kind", KIND)
                    .with("channel", name)
                    .with("chaincode", chaincode)
                    .with("genesis", genesis.hex());
        }
    }

    /**
     * A time-stamp authority, or who certified it.
     *
     * @param independent whether somebody else than the operator of the log runs it
     */
    public record TsaCertificate(X509Certificate certificate, boolean independent) {
        static TsaCertificate parse(Fields fields) {
            return new TsaCertificate(
                    fields.parsed(
                            "certificate",
                            base64 -> Certificates.parse(Base64.getDecoder().decode(base64))),
                    fields.bool("independent"));
        }

        Json json() {
            return Json.Obj.of()
                    .with("certificate", Base64.getEncoder().encodeToString(Certificates.encoded(certificate)))
                    .with("independent", independent);
        }
    }

    public Trust {
        logKey.ofLog();
        tsaCertificates = List.copyOf(tsaCertificates);
        sealCertificates = List.copyOf(sealCertificates);
        sealCertificates.forEach(certificate -> Base64.getDecoder().decode(certificate));
        witnesses = WitnessPolicy.of(logKey, witnesses.keys(), witnesses.threshold());
    }

    /** Without witnesses and time-stamp authorities. */
    public Trust(String origin, NoteKey logKey, Ledger ledger, List<String> sealCertificates) {
        this(origin, logKey, ledger, sealCertificates, WitnessPolicy.NONE, List.of());
    }

    /** This trust with these witnesses. */
    public Trust witnessedBy(WitnessPolicy policy) {
        return new Trust(origin, logKey, ledger, sealCertificates, policy, tsaCertificates);
    }

    /** This trust with these time-stamp authorities. */
    public Trust withTsaCertificates(List<TsaCertificate> certificates) {
        return new Trust(origin, logKey, ledger, sealCertificates, witnesses, certificates);
    }

    /** @throws IllegalArgumentException if it is not a trust file */
    public static Trust parse(byte[] json) {
        var fields = Fields.of(Json.parse(json));
        var logKey = fields.parsed("logKey", text -> NoteKey.parse(text).ofLog());
        var witnesses = fields.list("witnesses", text -> NoteKey.parse(text).ofCosigner());
        var trust = new Trust(
                fields.text("origin"),
                logKey,
                Ledger.parse(fields.object("ledger")),
                texts(fields, "sealCertificates"),
                fields.optionalCounted(
                                "witnessThreshold",
                                k -> WitnessPolicy.of(logKey, witnesses, Math.clamp(k, -1, Integer.MAX_VALUE)))
                        .orElseGet(() -> WitnessPolicy.of(logKey, witnesses, 0)),
                fields.objects("tsaCertificates", TsaCertificate::parse));
        fields.noMore();
        return trust;
    }

    public Json.Obj json() {
        return Json.Obj.of()
                .with("origin", origin)
                .with("logKey", logKey.toString())
                .with("ledger", ledger.json())
                .with(
                        "sealCertificates",
                        new Json.Arr(sealCertificates.stream()
                                .<Json>map(Json.Text::new)
                                .toList()))
                .with(
                        "witnesses",
                        new Json.Arr(witnesses.keys().stream()
                                .<Json>map(key -> new Json.Text(key.toString()))
                                .toList()))
                .with("witnessThreshold", witnesses.threshold())
                .with(
                        "tsaCertificates",
                        new Json.Arr(tsaCertificates.stream()
                                .map(TsaCertificate::json)
                                .toList()));
    }

    /** Those certificates to which a time stamp may lead. */
    List<X509Certificate> timeStampAnchors() {
        return tsaCertificates.stream().map(TsaCertificate::certificate).toList();
    }

    /** Whether an independent authority is among those to which a time stamp leads. */
    boolean independent(TimeStamp timeStamp) {
        var independent = tsaCertificates.stream()
                .filter(TsaCertificate::independent)
                .map(TsaCertificate::certificate)
                .toList();
        return timeStamp.leadsTo(independent);
    }

    boolean trusts(byte[] sealCertificate) {
        return sealCertificates.contains(Base64.getEncoder().encodeToString(sealCertificate));
    }

    private static List<String> texts(Fields fields, String name) {
        if (!(fields.take(name).orElse(null) instanceof Json.Arr(var items))) {
            throw new WrongField(fields.at(name), "must be an array");
        }
        var texts = new ArrayList<String>();
        for (Json item : items) {
            if (!(item instanceof Json.Text(var text))) throw new WrongField(fields.at(name), "must hold strings");
            texts.add(text);
        }
        return texts;
    }
}
