package org.wegweis.evidence.fabric;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wegweis.kernel.record.Hash;

/** Blocks of a real network of Fabric 3.1.5: four orderers that agree, three organisations with peers. */
final class Recorded {
    static final String CHAINCODE = "seal";
    static final String KEY = "checkpoint-000001";
    static final String VALUE = "9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f";
    static final String TRANSACTION = "b8fdd515d420f5fcdf05f57c1f2eee273e43adee80f093fc591b42b132ef7798";

    private static final Path FOLDER = Path.of(System.getProperty("wegweis.shared", "shared"), "data", "fabric-bft");

    private Recorded() {}

    static void assumeThere() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: no recorded blocks in " + FOLDER);
    }

    static byte[] block(long number) {
        return file("block-" + number + ".pb");
    }

    static byte[] read() {
        return file("endorsed-read.pb");
    }

    static Hash genesis() {
        return Block.read(block(0)).headerHash();
    }

    static Claim claim() {
        return new Claim(Optional.of(genesis()), CHAINCODE, KEY);
    }

    static FabricProof proof() {
        return FabricProof.collect(Recorded::block, List.of(read()), KEY);
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
