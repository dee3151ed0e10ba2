package org.wegweis.evidence.verification;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.TimeStamp;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;

/**
 * Whom a verifier trusts: the trust file.
 *
 * @param origin the log's name in its checkpoints
 * @param logKey signs the checkpoints
 * @param ledgerKey countersigns them: the key of a local ledger, the one kind that there is so far
 * @param sealCertificates X.509, DER, in standard base64: the operator's seals
 * @param witnesses who cosigns the checkpoints, and how many of them must; of this log, without addresses
 * @param tsaCertificates time-stamp authorities, or who certified them; those of long ago too
 */
public record Trust(
        String origin,
        NoteKey logKey,
        NoteKey ledgerKey,
        List<String> sealCertificates,
        WitnessPolicy witnesses,
        List<TsaCertificate> tsaCertificates) {
    private static final String LOCAL = "local";

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
        ledgerKey.ofLog();
        tsaCertificates = List.copyOf(tsaCertificates);
        sealCertificates = List.copyOf(sealCertificates);
        sealCertificates.forEach(certificate -> Base64.getDecoder().decode(certificate));
        witnesses = WitnessPolicy.of(logKey, witnesses.keys(), witnesses.threshold());
    }

    /** Without witnesses and time-stamp authorities. */
    public Trust(String origin, NoteKey logKey, NoteKey ledgerKey, List<String> sealCertificates) {
        this(origin, logKey, ledgerKey, sealCertificates, WitnessPolicy.NONE, List.of());
    }

    /** This trust with these witnesses. */
    public Trust witnessedBy(WitnessPolicy policy) {
        return new Trust(origin, logKey, ledgerKey, sealCertificates, policy, tsaCertificates);
    }

    /** This trust with these time-stamp authorities. */
    public Trust withTsaCertificates(List<TsaCertificate> certificates) {
        return new Trust(origin, logKey, ledgerKey, sealCertificates, witnesses, certificates);
    }

    /** @throws IllegalArgumentException if it is not a trust file */
    public static Trust parse(byte[] json) {
        var fields = Fields.of(Json.parse(json));
        var ledger = fields.object("ledger");
        if (!ledger.text("kind").equals(LOCAL)) throw new WrongField("/ledger/kind", "must be " + LOCAL);
        var logKey = fields.parsed("logKey", text -> NoteKey.parse(text).ofLog());
        var witnesses = fields.list("witnesses", text -> NoteKey.parse(text).ofCosigner());
        var trust = new Trust(
                fields.text("origin"),
                logKey,
                ledger.parsed("key", text -> NoteKey.parse(text).ofLog()),
                texts(fields, "sealCertificates"),
                fields.optionalCounted(
                                "witnessThreshold",
                                k -> WitnessPolicy.of(logKey, witnesses, Math.clamp(k, -1, Integer.MAX_VALUE)))
                        .orElseGet(() -> WitnessPolicy.of(logKey, witnesses, 0)),
                fields.objects("tsaCertificates", TsaCertificate::parse));
        ledger.noMore();
        fields.noMore();
        return trust;
    }

    public Json.Obj json() {
        return Json.Obj.of()
                .with("origin", origin)
                .with("logKey", logKey.toString())
                .with("ledger", Json.Obj.of().with("kind", LOCAL).with("key", ledgerKey.toString()))
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
