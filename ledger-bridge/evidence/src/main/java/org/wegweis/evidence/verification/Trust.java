package org.wegweis.evidence.verification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.wegweis.evidence.note.NoteKey;
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
 */
public record Trust(
        String origin, NoteKey logKey, NoteKey ledgerKey, List<String> sealCertificates, WitnessPolicy witnesses) {
    private static final String LOCAL = "local";

    public Trust {
        logKey.ofLog();
        ledgerKey.ofLog();
        sealCertificates = List.copyOf(sealCertificates);
        sealCertificates.forEach(certificate -> Base64.getDecoder().decode(certificate));
        witnesses = WitnessPolicy.of(logKey, witnesses.keys(), witnesses.threshold());
    }

    /** Trusts these without asking for witnesses. */
    public Trust(String origin, NoteKey logKey, NoteKey ledgerKey, List<String> sealCertificates) {
        this(origin, logKey, ledgerKey, sealCertificates, WitnessPolicy.NONE);
    }

    /** The same, and these witnesses. */
    public Trust witnessedBy(WitnessPolicy policy) {
        return new Trust(origin, logKey, ledgerKey, sealCertificates, policy);
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
                        .orElseGet(() -> WitnessPolicy.of(logKey, witnesses, 0)));
        // nothing uses these yet; a file that has them would promise more than is checked
        for (String name : List.of("tsaCertificates")) {
            if (!texts(fields, name).isEmpty()) throw new WrongField(fields.at(name), "must be empty");
        }
        ledger.noMore();
        fields.noMore();
        return trust;
    }

    public Json.Obj json() {
        var none = new Json.Arr(List.of());
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
                .with("tsaCertificates", none);
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
