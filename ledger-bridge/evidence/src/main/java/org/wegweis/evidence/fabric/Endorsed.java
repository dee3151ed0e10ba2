package org.wegweis.evidence.fabric;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.wegweis.kernel.record.Hash;

/** A call of a contract, and what peers have confirmed that it does. */
final class Endorsed {
    private static final int SUCCESS = 200;

    private final ChaincodeActionPayload payload;
    private final ChaincodeAction action;
    private final Map<String, KVRWSet> sets = new HashMap<>();

    private Endorsed(ChaincodeActionPayload payload, ChaincodeAction action) {
        this.payload = payload;
        this.action = action;
        for (var one : Wire.read(TxReadWriteSet.parser(), action.getResults(), "results")
                .getNsRwsetList()) {
            var set = Wire.read(KVRWSet.parser(), one.getRwset(), "results");
            if (sets.put(one.getNamespace(), set) != null) {
                throw new WrongProof("ein Namensraum steht doppelt", "a name space stands twice");
            }
        }
    }

    /** Where a value came from: the transaction that wrote it. */
    record Version(long block, long transaction) {}

    /** @throws WrongProof unless what was confirmed answers what was asked, on that channel */
    static Endorsed of(TransactionEnvelope envelope, ChannelConfig config) {
        if (envelope.type() != TransactionEnvelope.ENDORSER_TRANSACTION
                || !envelope.channel().equals(config.channel())) {
            throw new WrongProof("keine Transaktion dieses Kanals", "not a transaction of this channel");
        }
        var transaction = Wire.read(Transaction.parser(), envelope.data(), "transaction");
        if (transaction.getActionsCount() != 1) throw new WrongProof("nicht genau ein Aufruf", "not exactly one call");
        var called = transaction.getActions(0);
        var payload = Wire.read(ChaincodeActionPayload.parser(), called.getPayload(), "call");
        var response = Wire.read(
                ProposalResponsePayload.parser(), payload.getAction().getProposalResponsePayload(), "response");
        Hash asked = Hash.sha256(
                envelope.payload().getHeader().getChannelHeader().toByteArray(),
                envelope.payload().getHeader().getSignatureHeader().toByteArray(),
                payload.getChaincodeProposalPayload().toByteArray());
        if (!response.getProposalHash().equals(ByteString.copyFrom(asked.bytes()))
                || !called.getHeader().equals(envelope.payload().getHeader().getSignatureHeader())) {
            throw new WrongProof("die Antwort gehört zu einer anderen Frage", "the answer is to another question");
        }
        var action = Wire.read(ChaincodeAction.parser(), response.getExtension(), "action");
        if (action.getResponse().getStatus() != SUCCESS)
            throw new WrongProof("der Aufruf ist misslungen", "the call failed");
        return new Endorsed(payload, action);
    }

    /**
     * A question that nobody sent to the orderers, with the answer that peers have confirmed.
     *
     * @param payload in its one form, for nobody has signed it as a whole
     */
    static Endorsed question(byte[] payload, ChannelConfig config) {
        var bytes = ByteString.copyFrom(payload);
        var strict = Wire.strict(Payload.parser(), bytes, "read");
        var transaction = Wire.strict(Transaction.parser(), strict.getData(), "read");
        for (var one : transaction.getActionsList()) {
            Wire.strict(ChaincodeActionPayload.parser(), one.getPayload(), "read");
        }
        var envelope =
                TransactionEnvelope.of(Envelope.newBuilder().setPayload(bytes).build());
        envelope.requireOwnId();
        return of(envelope, config);
    }

    String chaincode() {
        return action.getChaincodeId().getName();
    }

    String chaincodeVersion() {
        return action.getChaincodeId().getVersion();
    }

    int endorsements() {
        return payload.getAction().getEndorsementsCount();
    }

    /** Those who have confirmed it, each once; requires that all of them have. */
    List<Signer> signers(ChannelConfig config) {
        var seen = new HashSet<ByteString>();
        var signers = new ArrayList<Signer>();
        var confirmed = payload.getAction().getProposalResponsePayload();
        for (var one : payload.getAction().getEndorsementsList()) {
            if (!seen.add(one.getEndorser()))
                throw new WrongProof("ein Peer hat doppelt bestätigt", "a peer has confirmed twice");
            var signer = config.member(one.getEndorser());
            signer.requireSigned(one.getSignature(), confirmed, one.getEndorser());
            signers.add(signer);
        }
        return signers;
    }

    Optional<Version> read(String namespace, String key) {
        return set(namespace).getReadsList().stream()
                .filter(read -> read.getKey().equals(key) && read.hasVersion())
                .map(read -> new Version(
                        read.getVersion().getBlockNum(), read.getVersion().getTxNum()))
                .findFirst();
    }

    /** Each key of a name space that was read and was there, with where it came from. */
    Map<String, Version> reads(String namespace) {
        var reads = new HashMap<String, Version>();
        for (var read : set(namespace).getReadsList()) {
            if (!read.hasVersion()) continue;
            reads.put(
                    read.getKey(),
                    new Version(
                            read.getVersion().getBlockNum(), read.getVersion().getTxNum()));
        }
        return reads;
    }

    Optional<ByteString> written(String namespace, String key) {
        return set(namespace).getWritesList().stream()
                .filter(write -> write.getKey().equals(key) && !write.getIsDelete())
                .map(write -> write.getValue())
                .findFirst();
    }

    private KVRWSet set(String namespace) {
        return sets.getOrDefault(namespace, KVRWSet.getDefaultInstance());
    }
}
