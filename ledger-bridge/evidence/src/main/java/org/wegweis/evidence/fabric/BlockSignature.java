package org.wegweis.evidence.fabric;

/**
 * An orderer's signature under a block: {@code common.MetadataSignature}.
 *
 * @param creator {@code common.SignatureHeader}, of Raft; else empty
 * @param identifier {@code common.IdentifierHeader}, of BFT; else empty
 */
record BlockSignature(byte[] creator, byte[] signature, byte[] identifier) {

    static BlockSignature read(byte[] bytes) {
        var message = Message.read(bytes, 1, 2, 3);
        return new BlockSignature(message.bytes(1), message.bytes(2), message.bytes(3));
    }

    byte[] bytes() {
        return new Written()
                .bytes(1, creator)
                .bytes(2, signature)
                .bytes(3, identifier)
                .bytes();
    }

    /** Of BFT: which consenter. */
    long consenter() {
        return Message.read(identifier, 1, 2).number(1);
    }

    /** Over what it is. */
    byte[][] over(Block block) {
        return new byte[][] {block.signed(), identifier.length > 0 ? identifier : creator, block.header()};
    }
}
