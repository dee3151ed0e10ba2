package org.wegweis.evidence.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.UncheckedIOException;
import org.hyperledger.fabric.protos.common.Block;

final class Blocks {
    private Blocks() {}

    static Block parse(byte[] bytes) {
        try {
            return Block.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
