package org.wegweis.evidence.longterm;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.wegweis.evidence.pack.AsicManifest;

/**
 * Where a package keeps its evidence record (ETSI EN 319 162-1): beside all other parts, the seal of the operator among
 * them, all of which it covers. It comes and grows after the seal, so the seal does not cover it.
 */
public final class ArchivedParts {
    /** The list of what the record covers; it follows from the parts and is made anew instead of read. */
    public static final String MANIFEST = "META-INF/ASiCEvidenceRecordManifest.xml";

    public static final String RECORD = "META-INF/evidencerecord.ers";

    private ArchivedParts() {}

    /** What the record covers: the bytes of every part but its own two. */
    public static Collection<byte[]> data(Map<String, byte[]> parts) {
        return without(parts).values();
    }

    /**
     * The record of a package, if it has one.
     *
     * @throws IllegalArgumentException if it is not readable, or the list beside it is not the one that belongs there
     */
    public static Optional<EvidenceRecord> record(Map<String, byte[]> parts) {
        byte[] der = parts.get(RECORD);
        byte[] listed = parts.get(MANIFEST);
        if (der == null && listed == null) return Optional.empty();
        if (der == null || listed == null) throw new IllegalArgumentException("an evidence record needs its list");
        var record = EvidenceRecord.parse(der);
        if (!Arrays.equals(listed, manifest(without(parts), record))) {
            throw new IllegalArgumentException("the list of what the evidence record covers is another");
        }
        return Optional.of(record);
    }

    /** The parts with that record, in place of the one that they may have. */
    public static SequencedMap<String, byte[]> with(Map<String, byte[]> parts, EvidenceRecord record) {
        var more = without(parts);
        byte[] listed = manifest(more, record);
        more.put(MANIFEST, listed);
        more.put(RECORD, record.der());
        return more;
    }

    private static SequencedMap<String, byte[]> without(Map<String, byte[]> parts) {
        var covered = new LinkedHashMap<>(parts);
        covered.remove(MANIFEST);
        covered.remove(RECORD);
        return covered;
    }

    private static byte[] manifest(Map<String, byte[]> covered, EvidenceRecord record) {
        return AsicManifest.ofEvidenceRecord(RECORD, covered, record.firstAlgorithm());
    }
}
