package org.wegweis.evidence.pack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;

/**
 * The list of contents: canonical JSON.
 *
 * @param subject the consignment, certificate… that the package is about
 * @param hidden how many things that its waste passed through are left out, for they do not exist for whom it was made for
 * @param leftOut how many at least are left out because there is no room for their records
 * @param parts SHA-256 by name, in the order of the file; without the manifest itself and {@code META-INF}
 */
public record Manifest(UUID subject, Instant madeAt, long hidden, long leftOut, SequencedMap<String, Hash> parts) {
    private static final String FORMAT = "wegweis-evidence-v2";

    public Manifest {
        if (hidden < 0) throw new IllegalArgumentException("fewer than none are hidden: " + hidden);
        if (leftOut < 0) throw new IllegalArgumentException("fewer than none are left out: " + leftOut);
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }

    static Manifest of(UUID subject, Instant madeAt, long hidden, long leftOut, Map<String, byte[]> parts) {
        var digests = new LinkedHashMap<String, Hash>();
        parts.forEach((name, bytes) -> digests.put(name, Hash.sha256(bytes)));
        return new Manifest(subject, madeAt, hidden, leftOut, digests);
    }

    /** @throws IllegalArgumentException unless the bytes are exactly what {@link #bytes} gives */
    public static Manifest parse(byte[] bytes) {
        var fields = Fields.of(Json.parse(bytes));
        if (!fields.text("format").equals(FORMAT)) throw new WrongField("/format", "must be " + FORMAT);
        var parts = new LinkedHashMap<String, Hash>();
        if (!(fields.take("parts").orElse(null) instanceof Json.Arr(var items))) {
            throw new WrongField("/parts", "must be an array");
        }
        for (Json item : items) {
            var part = Fields.of(item, "/parts");
            if (parts.put(part.text("name"), part.parsed("sha256", Hash::parse)) != null) {
                throw new WrongField("/parts", "names a part twice");
            }
        }
        var manifest = new Manifest(
                fields.parsed("subject", Uuid7::parse),
                Instant.parse(fields.text("madeAt")),
                fields.integer("hidden"),
                fields.integer("leftOut"),
                parts);
        if (!Arrays.equals(manifest.bytes(), bytes)) throw new IllegalArgumentException("not canonical");
        return manifest;
    }

    public byte[] bytes() {
        var items = new ArrayList<Json>();
        parts.forEach(
                (name, digest) -> items.add(Json.Obj.of().with("name", name).with("sha256", digest.toString())));
        return Json.Obj.of()
                .with("format", FORMAT)
                .with("subject", subject.toString())
                .with("madeAt", madeAt.toString())
                .with("hidden", hidden)
                .with("leftOut", leftOut)
                .with("parts", new Json.Arr(items))
                .canonicalBytes();
    }
}
