package org.wegweis.evidence.fabric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wegweis.kernel.record.Hash;

/**
 * A call of a chaincode with what peers have answered: {@code common.Envelope} of an endorser transaction. What its parts
 * say of each other agrees; whether its signatures are genuine is asked with a config.
 *
 * @param channelHeader {@code common.ChannelHeader}
 * @param signatureHeader {@code common.SignatureHeader}
 * @param proposal {@code protos.ChaincodeProposalPayload}
 * @param response {@code protos.ProposalResponsePayload}, what the endorsers sign
 * @param answer what the chaincode has answered
 * @param payload what the creator signs
 * @param signature the creator's; empty if it was never submitted
 */
record Transaction(
        String channel,
        String id,
        String chaincode,
        byte[] creator,
        byte[] channelHeader,
        byte[] signatureHeader,
        byte[] proposal,
        byte[] response,
        byte[] answer,
        Map<String, Changes> changes,
        List<Endorsement> endorsements,
        byte[] payload,
        byte[] signature) {
    private static final int ENDORSER_TRANSACTION = 3;
    private static final int OK = 200;
    private static final int FIRST_ERROR = 400;

    /** A peer's signature: {@code protos.Endorsement}. */
    record Endorsement(byte[] endorser, byte[] signature) {
        static Endorsement read(byte[] bytes) {
            var fields = Message.read(bytes, 1, 2);
            return new Endorsement(fields.bytes(1), fields.bytes(2));
        }

        byte[] bytes() {
            return new Written().bytes(1, endorser).bytes(2, signature).bytes();
        }
    }

    Transaction {
        changes = Map.copyOf(changes);
        endorsements = List.copyOf(endorsements);
    }

    /** @throws Broken unless it is one whose parts agree */
    static Transaction read(byte[] bytes) {
        var envelope = Message.read(bytes, 1, 2);
        byte[] signed = envelope.bytes(1);
        var payload = Message.read(signed, 1, 2);
        var header = Message.read(payload.bytes(1), 1, 2);
        var channelHeader = Message.read(header.bytes(1), 1, 2, 3, 4, 5, 6, 7, 8);
        byte[] signatureHeader = header.bytes(2);
        var creator = Message.read(signatureHeader, 1, 2);
        var actions = Message.read(payload.bytes(2), 1).all(1);
        if (actions.size() != 1) throw Broken.unreadable("a transaction of " + actions.size() + " actions");
        var action = Message.read(actions.getFirst(), 1, 2);
        var called = Message.read(action.bytes(2), 1, 2);
        var endorsed = Message.read(called.bytes(2), 1, 2);
        byte[] response = endorsed.bytes(1);
        var result = Message.read(response, 1, 2);
        var done = Message.read(result.bytes(2), 1, 2, 3, 4);
        var answer = Message.read(done.bytes(3), 1, 2, 3);
        var transaction = new Transaction(
                channelHeader.text(4),
                channelHeader.text(5),
                name(done.bytes(4)),
                creator.bytes(1),
                header.bytes(1),
                signatureHeader,
                called.bytes(1),
                response,
                answer.bytes(3),
                Changes.readAll(done.bytes(1)),
                endorsed.all(2).stream().map(Endorsement::read).toList(),
                signed,
                envelope.bytes(2));
        require(channelHeader.number(1) == ENDORSER_TRANSACTION, "kein Aufruf", "no call");
        require(channelHeader.number(6) == 0, "eine andere Epoche", "another epoch");
        require(
                creator.bytes(2).length > 0
                        && Hash.sha256(creator.bytes(2), creator.bytes(1)).hex().equals(transaction.id),
                "ihre Nummer ist nicht die ihres Absenders",
                "its id is not that of its creator");
        require(Arrays.equals(action.bytes(1), signatureHeader), "zwei Absender stehen darin", "it has two creators");
        require(
                Arrays.equals(
                        Hash.sha256(header.bytes(1), signatureHeader, called.bytes(1))
                                .bytes(),
                        result.bytes(1)),
                "die Antwort gehört zu einem anderen Aufruf",
                "the answer belongs to another call");
        require(
                answer.number(1) >= OK && answer.number(1) < FIRST_ERROR,
                "der Aufruf ist gescheitert",
                "the call has failed");
        require(
                transaction.chaincode.equals(calledBy(channelHeader))
                        && transaction.chaincode.equals(calledBy(called.bytes(1))),
                "es antwortet ein anderer Chaincode",
                "another chaincode answers");
        return transaction;
    }

    private static void require(boolean right, String german, String english) {
        if (!right) throw new Broken(german, english);
    }

    /** By {@code protos.ChaincodeHeaderExtension}. */
    private static String calledBy(Message channelHeader) {
        return name(Message.read(channelHeader.bytes(7), 2).bytes(2));
    }

    /** By {@code protos.ChaincodeInvocationSpec}. What is transient is in no transaction. */
    private static String calledBy(byte[] proposal) {
        var call = Message.read(Message.read(proposal, 1).bytes(1), 1);
        return name(Message.read(call.bytes(1), 1, 2, 3, 4).bytes(2));
    }

    /** Of {@code protos.ChaincodeID}. */
    private static String name(byte[] id) {
        return Message.read(id, 1, 2, 3).text(2);
    }

    Changes changes(String namespace) {
        return changes.getOrDefault(namespace, Changes.NONE);
    }

    Changes ofChaincode() {
        return changes(chaincode);
    }

    /** Which transaction had defined the chaincode that endorsers ran; every call reads it. */
    Optional<Version> definedBy() {
        return changes(Definition.NAMESPACE).version(Definition.key(chaincode, Definition.SEQUENCE));
    }

    /** @throws Broken unless it was submitted by somebody of the channel */
    void requireSubmitted(ChannelConfig config) {
        if (!config.member(creator).signed(signature, payload)) {
            throw new Broken("die Unterschrift des Absenders ist nicht echt", "the creator's signature is not genuine");
        }
    }

    /**
     * Whose endorsements it has.
     *
     * @throws Broken unless each is genuine and of another key
     */
    List<Member> endorsers(ChannelConfig config) {
        var endorsers = new ArrayList<Member>();
        for (var endorsement : endorsements) {
            var endorser = endorser(endorsement, config);
            if (endorsers.stream().anyMatch(endorser::isSameAs)) {
                throw new Broken(
                        "ein Peer von %s steht doppelt".formatted(endorser.msp()),
                        "a peer of %s stands twice".formatted(endorser.msp()));
            }
            endorsers.add(endorser);
        }
        return endorsers;
    }

    /** @throws Broken unless it is a genuine endorsement of this call */
    Member endorser(Endorsement endorsement, ChannelConfig config) {
        var endorser = config.endorser(endorsement.endorser());
        if (!endorser.signed(endorsement.signature(), response, endorsement.endorser())) {
            throw new Broken(
                    "die Unterschrift des Peers von %s ist nicht echt".formatted(endorser.msp()),
                    "the signature of the peer of %s is not genuine".formatted(endorser.msp()));
        }
        return endorser;
    }

    /** This call with these endorsements, as it stands in a proof: never submitted. */
    byte[] asRead(List<Endorsement> chosen) {
        var endorsed = new Written()
                .bytes(1, response)
                .all(2, chosen.stream().map(Endorsement::bytes).toList());
        var called = new Written().bytes(1, proposal).message(2, endorsed);
        var action = new Written().bytes(1, signatureHeader).message(2, called);
        var header = new Written().bytes(1, channelHeader).bytes(2, signatureHeader);
        var data = new Written().message(1, action);
        return new Written()
                .message(1, new Written().message(1, header).message(2, data))
                .bytes();
    }

    /** @throws Broken unless the bytes are exactly what {@link #asRead} gives */
    static Transaction parseRead(byte[] bytes) {
        var read = read(bytes);
        if (!Arrays.equals(read.asRead(read.endorsements), bytes)) {
            throw new Broken("eine Lesung steht nicht in der einen Form", "a read is not in the one form");
        }
        return read;
    }
}
