package org.wegweis.evidence.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.TreeMap;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.kernel.record.Hash;

/** Makes evidence packages. It believes what it is given: whether a package holds is for the verification to say. */
public final class PackageWriter {
    private final OperatorSeal seal;

    public PackageWriter(OperatorSeal seal) {
        this.seal = seal;
    }

    /** The package as a file. */
    public byte[] write(Evidence evidence) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(PartName.REPORT, utf8(ReadableReport.of(evidence)));
        var values = new ArrayList<Disclosures.Value>();
        var salts = new TreeMap<Long, Hash>();
        for (var item : evidence.items()) {
            var record = item.record();
            long version = record.version();
            parts.put(PartName.record(version), record.encode());
            parts.put(
                    PartName.proof(version),
                    utf8(new LogProof(record.position(), item.path(), evidence.checkpoint()).toString()));
            item.statement().ifPresent(statement -> {
                parts.put(PartName.statement(version), utf8(statement.jws()));
                salts.put(version, statement.salt());
            });
            item.disclosures().forEach(one -> values.add(new Disclosures.Value(version, one.name(), one.value())));
        }
        for (var key : evidence.deviceKeys()) parts.put(PartName.key(key.thumbprint()), key.jwk());
        parts.put(PartName.DISCLOSURES, new Disclosures(values, salts).bytes());
        parts.put(PartName.CHECKPOINT, evidence.checkpoint().bytes());
        parts.put(PartName.SEAL, evidence.seal().note().bytes());
        var manifest = Manifest.of(evidence.subject(), evidence.madeAt(), parts);
        parts.putFirst(Container.MANIFEST, manifest.bytes());
        byte[] listed = AsicManifest.of(parts);
        parts.put(Container.ASIC_MANIFEST, listed);
        parts.put(Container.SIGNATURE, seal.sign(listed, evidence.madeAt()));
        return Container.write(parts, evidence.madeAt());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
