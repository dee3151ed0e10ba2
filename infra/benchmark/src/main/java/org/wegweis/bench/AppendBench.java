package org.wegweis.bench;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wegweis.evidence.log.Growth;
import org.wegweis.evidence.log.TiledLog;

/**
 * A log that grows by 16,384 entries, tiles and head made, beside a plain loop of SHA-256 over as many inputs of the same
 * sizes: a leaf and a node for each entry.
 */
@State(Scope.Thread)
public class AppendBench {
    private static final int ENTRIES = 1 << 14;
    private static final int NODE = 65;

    private final List<byte[]> hashes = entries(32);
    private final List<byte[]> records = entries(300);
    private final TiledLog log = new TiledLog(_ -> Optional.empty());
    private final MessageDigest sha256;
    private final byte[] node = new byte[NODE];

    public AppendBench() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<byte[]> entries(int length) {
        var random = new Random(length);
        return Stream.generate(() -> {
                    byte[] entry = new byte[length];
                    random.nextBytes(entry);
                    return entry;
                })
                .limit(ENTRIES)
                .toList();
    }

    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Growth append32() {
        return log.append(0, hashes);
    }

    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Growth append300() {
        return log.append(0, records);
    }

    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public byte[] hash32() throws DigestException {
        return hash(hashes);
    }

    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public byte[] hash300() throws DigestException {
        return hash(records);
    }

    private byte[] hash(List<byte[]> entries) throws DigestException {
        for (byte[] entry : entries) {
            sha256.update((byte) 0);
            sha256.update(entry);
            sha256.digest(node, 1, 32);
            sha256.update(node);
            sha256.digest(node, 1, 32);
        }
        return node;
    }
}
