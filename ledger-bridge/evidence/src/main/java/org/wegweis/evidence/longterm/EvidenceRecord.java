package org.wegweis.evidence.longterm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.TimeStamp;

/**
 * That data were there at some time, shown by one time stamp after the other, each made while the one before still
 * counted (RFC 4998). Chains follow each other where the hash function changed; within a chain each time stamp is over
 * the one before.
 *
 * <p>There is one form for what a record says, and nothing else is read: DER, binary trees with their values in order,
 * hash functions listed as they came into use, tokens in their normal form.
 */
public final class EvidenceRecord {
    private final List<List<ArchiveTimeStamp>> chains;

    EvidenceRecord(List<List<ArchiveTimeStamp>> chains) {
        this.chains = chains.stream().map(List::copyOf).toList();
    }

    /**
     * What a record shows.
     *
     * @param since the data existed then
     * @param until as long as its last time stamp counts; renewed after that it shows nothing any more
     */
    public record Shown(Instant since, Instant until) {}

    /** @throws IllegalArgumentException unless the bytes are exactly what {@link #der} gives */
    public static EvidenceRecord parse(byte[] der) {
        var chains = new ArrayList<List<ArchiveTimeStamp>>();
        try {
            var asn1 = org.bouncycastle.asn1.tsp.EvidenceRecord.getInstance(read(der));
            for (var chain : asn1.getArchiveTimeStampSequence().getArchiveTimeStampChains()) {
                chains.add(Arrays.stream(chain.getArchiveTimestamps())
                        .map(ArchiveTimeStamp::of)
                        .toList());
            }
        } catch (RuntimeException e) {
            // whatever hostile bytes provoke in a parser
            throw new IllegalArgumentException("not an evidence record: " + e.getMessage(), e);
        }
        if (chains.isEmpty() || chains.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("an evidence record without time stamps");
        }
        var record = new EvidenceRecord(chains);
        if (!Arrays.equals(record.der(), der))
            throw new IllegalArgumentException("not an evidence record in its one form");
        return record;
    }

    public byte[] der() {
        var algorithms = chains.stream()
                .map(chain -> chain.getFirst().algorithm())
                .distinct()
                .map(HashAlgorithm::identifier)
                .toArray(AlgorithmIdentifier[]::new);
        return der(new org.bouncycastle.asn1.tsp.EvidenceRecord(algorithms, null, null, sequence(chains)));
    }

    /**
     * Holds the record against the data (RFC 4998 §5.3).
     *
     * @param data all of them, in any order, and nothing else
     * @param anchors known certificates of authorities, also of those of long ago
     * @throws Broken if it does not cover exactly these data, or a time stamp came too late
     * @throws TimeStamp.Untrusted if a time stamp is of nobody known
     */
    public Shown verify(Collection<byte[]> data, Collection<X509Certificate> anchors, Algorithms algorithms) {
        requireCovers(data);
        Instant until = Instant.MAX;
        var all = chains.stream().flatMap(List::stream).toList();
        for (var stamp : all) {
            Instant made = stamp.timeStamp().genTime();
            // each was made while the one before still counted, and after it
            if (made.isAfter(until)) throw new Broken("not renewed in time: the next time stamp is of " + made);
            until = stamp.timeStamp().goodUntil(anchors, algorithms);
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i)
                    .timeStamp()
                    .genTime()
                    .isBefore(all.get(i - 1).timeStamp().genTime())) {
                throw new Broken("a time stamp is older than the one that it renews");
            }
        }
        return new Shown(since(), until);
    }

    /**
     * Holds the record against the data as far as arithmetic goes, without asking whom the time stamps are from.
     *
     * @throws Broken if it does not cover exactly these data
     */
    public void requireCovers(Collection<byte[]> data) {
        for (int i = 0; i < chains.size(); i++) {
            var chain = chains.get(i);
            var algorithm = chain.getFirst().algorithm();
            chain.getFirst().requireStamps(values(algorithm, data, chains.subList(0, i)));
            for (int j = 1; j < chain.size(); j++) {
                if (chain.get(j).algorithm() != algorithm) throw new Broken("two hash functions in one chain");
                chain.get(j).requireStamps(List.of(renewed(chain.get(j - 1))));
            }
        }
    }

    /** When its first time stamp was made. */
    public Instant since() {
        return chains.getFirst().getFirst().timeStamp().genTime();
    }

    /** The hash function of its first time stamp; a list of what it covers names it too. */
    public HashAlgorithm firstAlgorithm() {
        return chains.getFirst().getFirst().algorithm();
    }

    /** Every time stamp, the oldest first. */
    public List<TimeStamp> timeStamps() {
        return chains.stream()
                .flatMap(List::stream)
                .map(ArchiveTimeStamp::timeStamp)
                .toList();
    }

    List<List<ArchiveTimeStamp>> chains() {
        return chains;
    }

    /** The hash function that a time stamp over the last one must use. */
    HashAlgorithm algorithm() {
        return chains.getLast().getFirst().algorithm();
    }

    /** What a time stamp over the last one is over (RFC 4998 §5.2, time-stamp renewal). */
    byte[] renewed() {
        return renewed(chains.getLast().getLast());
    }

    EvidenceRecord with(ArchiveTimeStamp next) {
        var longer = new ArrayList<>(chains);
        var last = new ArrayList<>(longer.removeLast());
        last.add(next);
        longer.add(last);
        return new EvidenceRecord(longer);
    }

    EvidenceRecord withChain(ArchiveTimeStamp first) {
        var more = new ArrayList<>(chains);
        more.add(List.of(first));
        return new EvidenceRecord(more);
    }

    /** What the first time stamp of a further chain is over. */
    List<byte[]> values(HashAlgorithm algorithm, Collection<byte[]> data) {
        return values(algorithm, data, chains);
    }

    /**
     * What the first time stamp of a chain is over: the hashes of the data, each hashed once more together with the hash
     * of all chains before, if there are any (RFC 4998 §5.2, hash-tree renewal, steps 2 to 4).
     */
    static List<byte[]> values(HashAlgorithm algorithm, Collection<byte[]> data, List<List<ArchiveTimeStamp>> before) {
        if (data.isEmpty()) throw new Broken("over nothing");
        var hashes = data.stream().map(one -> algorithm.hash(one)).toList();
        if (before.isEmpty()) return hashes;
        byte[] chains = algorithm.hash(der(sequence(before)));
        return hashes.stream().map(hash -> algorithm.hash(hash, chains)).toList();
    }

    private static byte[] renewed(ArchiveTimeStamp stamp) {
        return stamp.algorithm().hash(stamp.timeStamp().der());
    }

    private static ArchiveTimeStampSequence sequence(List<List<ArchiveTimeStamp>> chains) {
        return new ArchiveTimeStampSequence(chains.stream()
                .map(chain -> new ArchiveTimeStampChain(chain.stream()
                        .map(ArchiveTimeStamp::asn1)
                        .toArray(org.bouncycastle.asn1.tsp.ArchiveTimeStamp[]::new)))
                .toArray(ArchiveTimeStampChain[]::new));
    }

    static byte[] der(ASN1Encodable asn1) {
        try {
            return asn1.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    static ASN1Primitive read(byte[] der) {
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new IllegalArgumentException("not ASN.1", e);
        }
    }
}
