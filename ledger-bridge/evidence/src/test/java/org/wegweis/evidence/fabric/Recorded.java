package org.wegweis.evidence.fabric;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.wegweis.kernel.record.Hash;

/** Blocks of a real network: 4 orderers (BFT) and 3 peers of different organisations, Fabric v3.1.5. */
final class Recorded {
    private static final Path DATA = Path.of("../../../shared/data/fabric-bft");

    private Recorded() {}

    static void assumeThere() {
        assumeTrue(Files.isDirectory(DATA), "skipped: no recorded blocks in " + DATA);
    }

    static byte[] block(long number) {
        return file("block-" + number + ".pb");
    }

    /** What the three peers said of the seal in block 48. */
    static byte[] read() {
        try {
            return PreparedTransaction.parseFrom(file("endorsed-read.pb"))
                    .getEnvelope()
                    .getPayload()
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Hash genesis() {
        return SignedBlock.of(Blocks.parse(block(0)), 0).hash();
    }

    static FabricProof proof() {
        return new ProofBuilder(Recorded::block).prove(read());
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(DATA.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
