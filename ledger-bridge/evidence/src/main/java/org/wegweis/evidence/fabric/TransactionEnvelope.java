package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.wegweis.kernel.record.Hash;

/** What somebody sent to the orderers. */
record TransactionEnvelope(Envelope envelope, Payload payload, ChannelHeader header, SignatureHeader signatureHeader) {
    static final int CONFIG = 1;
    static final int ENDORSER_TRANSACTION = 3;

    static TransactionEnvelope parse(ByteString bytes) {
        return of(Wire.read(Envelope.parser(), bytes, "envelope"));
    }

    static TransactionEnvelope of(Envelope envelope) {
        var payload = Wire.read(Payload.parser(), envelope.getPayload(), "payload");
        var header = Wire.read(ChannelHeader.parser(), payload.getHeader().getChannelHeader(), "channel header");
        var signed = Wire.read(SignatureHeader.parser(), payload.getHeader().getSignatureHeader(), "signature header");
        return new TransactionEnvelope(envelope, payload, header, signed);
    }

    int type() {
        return header.getType();
    }

    String channel() {
        return header.getChannelId();
    }

    /** Hexadecimal. */
    String transaction() {
        return header.getTxId();
    }

    ByteString data() {
        return payload.getData();
    }

    /** Requires that a member has sent it, under the one id that it can have. */
    void requireSent(ChannelConfig config) {
        var sender = config.member(signatureHeader.getCreator());
        sender.requireSigned(envelope.getSignature(), envelope.getPayload());
        requireOwnId();
    }

    /** Requires its id: the hash of nonce and sender. */
    void requireOwnId() {
        String id = Hash.sha256(
                        signatureHeader.getNonce().toByteArray(),
                        signatureHeader.getCreator().toByteArray())
                .hex();
        if (!id.equals(transaction())) {
            throw new WrongProof("die Transaktion trägt eine fremde Nummer", "the transaction bears an id of another");
        }
    }
}
