package org.wegweis.chaincode.network;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Several organisations with a peer each, on one channel. The contract's own policy is the majority of them; a key's own
 * policy stands in for it where there is one, key by key, as Fabric's validation does it since 1.3.
 */
public final class Consortium implements AutoCloseable {
    private final List<Peer> peers = new ArrayList<>();
    private final Set<String> transactions = new HashSet<>();
    private long blocks = 1;

    public Consortium(String... members) {
        try {
            for (String member : members) peers.add(Peer.start(member));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public List<Peer> peers() {
        return List.copyOf(peers);
    }

    public Peer peer(String msp) {
        return peers.stream().filter(peer -> peer.msp().equals(msp)).findFirst().orElseThrow();
    }

    /**
     * Lets the peers of some organisations run a transaction.
     *
     * @return what they all got; endorsed by nobody if the contract refused
     * @throws IllegalStateException if two of them got different things
     */
    public Endorsed endorse(SignedProposal proposal, Collection<String> endorsers) {
        Optional<Simulated> first = Optional.empty();
        for (String msp : endorsers) {
            var simulated = peer(msp).simulate(proposal);
            if (first.filter(before -> !before.equals(simulated)).isPresent()) {
                throw new IllegalStateException("the peers disagree: " + first + " and " + simulated);
            }
            first = Optional.of(simulated);
        }
        var simulated = first.orElseThrow();
        return new Endorsed(
                transaction(proposal), simulated, simulated.isEndorsed() ? Set.copyOf(endorsers) : Set.of());
    }

    /** The next block has this number: others lie before it that are not the contract's. */
    public synchronized void continueAt(long block) {
        blocks = block;
    }

    /** Orders transactions into one block; every peer validates and applies it. */
    public synchronized List<TxValidationCode> commit(Endorsed... ordered) {
        var codes = new ArrayList<TxValidationCode>();
        var state = peers.getFirst().state();
        for (var transaction : ordered) {
            var set = transaction.simulated().set();
            var code = validate(transaction, set, state);
            if (code == TxValidationCode.VALID) {
                state = state.after(
                        set,
                        Version.newBuilder()
                                .setBlockNum(blocks)
                                .setTxNum(codes.size())
                                .build());
            }
            codes.add(code);
        }
        blocks++;
        for (var peer : peers) peer.moveTo(state);
        return codes;
    }

    private TxValidationCode validate(Endorsed transaction, KVRWSet set, WorldState state) {
        if (!transactions.add(transaction.transaction())) return TxValidationCode.DUPLICATE_TXID;
        if (!isEndorsed(set, state, transaction.endorsers())) return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
        if (!state.agrees(set)) return TxValidationCode.MVCC_READ_CONFLICT;
        if (!set.getRangeQueriesInfoList().stream().allMatch(state::agrees)) {
            return TxValidationCode.PHANTOM_READ_CONFLICT;
        }
        return TxValidationCode.VALID;
    }

    private boolean isEndorsed(KVRWSet set, WorldState state, Set<String> endorsers) {
        var policies = Stream.concat(
                        set.getWritesList().stream().map(KVWrite::getKey),
                        set.getMetadataWritesList().stream().map(KVMetadataWrite::getKey))
                .distinct()
                .map(key -> state.get(key).map(WorldState.Entry::policy).filter(policy -> !policy.isEmpty()))
                .toList();
        boolean majority = endorsers.size() * 2 > peers.size();
        if (policies.isEmpty()) return majority;
        return policies.stream()
                .allMatch(policy ->
                        policy.map(own -> Policy.parse(own).allows(endorsers)).orElse(majority));
    }

    private static String transaction(SignedProposal signed) {
        try {
            var header = Header.parseFrom(
                    Proposal.parseFrom(signed.getProposalBytes()).getHeader());
            return ChannelHeader.parseFrom(header.getChannelHeader()).getTxId();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a proposal", e);
        }
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
    }
}
