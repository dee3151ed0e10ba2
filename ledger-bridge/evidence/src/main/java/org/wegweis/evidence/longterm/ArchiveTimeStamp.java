package org.wegweis.evidence.longterm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.wegweis.evidence.time.HashAlgorithm;
import org.wegweis.evidence.time.Imprint;
import org.wegweis.evidence.time.TimeStamp;

/**
 * Hash values and the time stamp to which they lead (RFC 4998 §4.1).
 *
 * @param reducedHashTree empty if the time stamp is over the one hash value itself
 */
record ArchiveTimeStamp(HashAlgorithm algorithm, List<List<byte[]>> reducedHashTree, TimeStamp timeStamp) {
    ArchiveTimeStamp {
        reducedHashTree = reducedHashTree.stream().map(List::copyOf).toList();
    }

    static ArchiveTimeStamp of(org.bouncycastle.asn1.tsp.ArchiveTimeStamp asn1) {
        var lists = new ArrayList<List<byte[]>>();
        var tree = asn1.getReducedHashTree();
        for (var list : tree == null ? new PartialHashtree[0] : tree) lists.add(List.of(list.getValues()));
        var algorithm = HashAlgorithm.of(asn1.getDigestAlgorithmIdentifier())
                .orElseThrow(() -> new IllegalArgumentException("a hash function that is not spoken here"));
        return new ArchiveTimeStamp(algorithm, lists, TimeStamp.parse(EvidenceRecord.der(asn1.getTimeStamp())));
    }

    org.bouncycastle.asn1.tsp.ArchiveTimeStamp asn1() {
        var lists = reducedHashTree.stream()
                .map(list -> new PartialHashtree(list.toArray(new byte[0][])))
                .toArray(PartialHashtree[]::new);
        return new org.bouncycastle.asn1.tsp.ArchiveTimeStamp(
                algorithm.identifier(),
                lists.length == 0 ? null : lists,
                ContentInfo.getInstance(EvidenceRecord.read(timeStamp.der())));
    }

    /**
     * That it stamps exactly these values, beside what has nothing to do with them.
     *
     * @throws Broken if not
     */
    void requireStamps(List<byte[]> values) {
        var group = HashTree.sorted(values);
        var lists = reducedHashTree.isEmpty() ? List.of(group) : reducedHashTree;
        for (var list : lists) {
            // the order is lost in the parent's hash, so only one order may be written
            if (!same(list, HashTree.sorted(list))) throw new Broken("its hash values are not in order");
            if (list.isEmpty() || list.stream().anyMatch(value -> value.length != algorithm.length())) {
                throw new Broken("its hash values are not of " + algorithm.text());
            }
        }
        var first = lists.getFirst();
        boolean there = group.size() > 1
                ? same(first, group)
                : first.size() == (reducedHashTree.isEmpty() ? 1 : 2)
                        && first.stream().anyMatch(value -> Arrays.equals(value, group.getFirst()));
        if (!there) throw new Broken("it is over something else");
        for (var list : lists.subList(1, lists.size())) {
            if (list.size() != 1) throw new Broken("its hash tree is not binary");
        }
        if (!timeStamp.imprint().equals(new Imprint(algorithm, HashTree.root(algorithm, lists)))) {
            throw new Broken("its time stamp is over something else");
        }
    }

    private static boolean same(List<byte[]> some, List<byte[]> others) {
        return Arrays.deepEquals(some.toArray(), others.toArray());
    }
}
