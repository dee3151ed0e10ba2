package org.wegweis.evidence.verification;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.wegweis.evidence.note.NoteKey;
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
 */
public record Trust(String origin, NoteKey logKey, NoteKey ledgerKey, List<String> sealCertificates) {
    private static final String LOCAL = "local";

    public Trust {
        sealCertificates = List.copyOf(sealCertificates);
        sealCertificates.forEach(certificate -> Base64.getDecoder().decode(certificate));
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
                texts(fields, "sealCertificates"));
        // nothing uses these two yet; a file that has them would promise more than is checked
        for (String name : List.of("witnesses", "tsaCertificates")) {
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
                .with("witnesses", none)
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
