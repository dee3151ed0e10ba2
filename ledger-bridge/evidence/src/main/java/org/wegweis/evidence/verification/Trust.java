package org.wegweis.evidence.verification;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.TimeStamp;
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
 * @param tsaCertificates time-stamp authorities, or who certified them; those of long ago too
 */
public record Trust(
        String origin,
        NoteKey logKey,
        NoteKey ledgerKey,
        List<String> sealCertificates,
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
        tsaCertificates = List.copyOf(tsaCertificates);
        sealCertificates = List.copyOf(sealCertificates);
        sealCertificates.forEach(certificate -> Base64.getDecoder().decode(certificate));
    }

    /** Without time-stamp authorities. */
    public Trust(String origin, NoteKey logKey, NoteKey ledgerKey, List<String> sealCertificates) {
        this(origin, logKey, ledgerKey, sealCertificates, List.of());
    }

    /** This trust with these time-stamp authorities. */
    public Trust withTsaCertificates(List<TsaCertificate> certificates) {
        return new Trust(origin, logKey, ledgerKey, sealCertificates, certificates);
    }

    /** @throws IllegalArgumentException if it is not a trust file */
    public static Trust parse(byte[] json) {
        var fields = Fields.of(Json.parse(json));
        var ledger = fields.object("ledger");
        if (!ledger.text("kind").equals(LOCAL)) throw new WrongField("/ledger/kind", "must be " + LOCAL);
        var trust = new Trust(
                fields.text("origin"),
                fields.parsed("logKey", NoteKey::parse),
                ledger.parsed("key", NoteKey::parse),
                texts(fields, "sealCertificates"),
                fields.objects("tsaCertificates", TsaCertificate::parse));
        // nothing uses these yet; a file that has them would promise more than is checked
        if (!texts(fields, "witnesses").isEmpty()) throw new WrongField(fields.at("witnesses"), "must be empty");
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
                .with("witnesses", none)
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
