package org.wegweis.evidence.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.kernel.record.Hash;

/** Makes evidence packages. It believes what it is given: whether a package holds is for the verification to say. */
public final class PackageWriter {
    private final OperatorSeal seal;

    public PackageWriter(OperatorSeal seal) {
        this.seal = seal;
    }

    /**
     * The package as a file.
     *
     * @param report PDF, for people; nothing is proved by it
     */
    public byte[] write(Evidence evidence, byte[] report) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(PartName.REPORT, report);
        records(evidence, parts);
        for (var enrolment : evidence.enrolments()) {
            parts.put(PartName.key(enrolment.key().thumbprint()), enrolment.bytes());
        }
        var head = evidence.head();
        parts.put(PartName.CHECKPOINT, head.checkpoint().bytes());
        parts.put(PartName.WITNESS_POLICY, utf8(head.witnessPolicy().toString()));
        switch (head.seal()) {
            case Seal.Countersigned(var note) -> parts.put(PartName.SEAL, note.bytes());
            case Seal.OnChannel onChannel -> parts.putAll(onChannel.proof().parts());
        }
        List<byte[]> tokens = head.timeStamps();
        for (int i = 0; i < tokens.size(); i++) parts.put(PartName.timeStamp(i), tokens.get(i));
        var manifest = Manifest.of(evidence.subject(), evidence.madeAt(), evidence.hidden(), evidence.leftOut(), parts);
        parts.putFirst(Container.MANIFEST, manifest.bytes());
        byte[] listed = AsicManifest.ofSignature(parts);
        parts.put(Container.ASIC_MANIFEST, listed);
        parts.put(Container.SIGNATURE, seal.sign(listed, evidence.madeAt()));
        return Container.write(parts);
    }

    private static void records(Evidence evidence, Map<String, byte[]> parts) {
        // witnesses' lines are long, and stand once in the checkpoint
        var logs = evidence.head().checkpoint().first();
        var values = new ArrayList<Disclosures.Value>();
        var salts = new TreeMap<Integer, Hash>();
        for (int number = 0; number < evidence.items().size(); number++) {
            var item = evidence.items().get(number);
            var proof = new LogProof(item.record().position(), item.path(), logs);
            parts.put(PartName.record(number), item.record().encode());
            parts.put(PartName.proof(number), utf8(proof.toString()));
            if (item.statement().isPresent()) {
                parts.put(
                        PartName.statement(number), utf8(item.statement().get().jws()));
                salts.put(number, item.statement().get().salt());
            }
            for (var one : item.disclosures()) values.add(new Disclosures.Value(number, one.name(), one.value()));
        }
        parts.put(PartName.DISCLOSURES, new Disclosures(values, salts).bytes());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
