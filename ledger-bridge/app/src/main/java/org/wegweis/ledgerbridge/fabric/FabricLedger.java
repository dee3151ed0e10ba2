package org.wegweis.ledgerbridge.fabric;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.fabric.FabricStep;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.LedgerAway.At;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;

/**
 * The contract on a consortium's channel. What peers say is a hint; a seal is what a proof shows that holds against the
 * channel's genesis block, and that is kept. So looking up a seal never waits for a peer, and what another bridge has sealed
 * is known after the next {@link #learn}.
 */
public final class FabricLedger implements Ledger, AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Peers peers;
    private final FabricSettings settings;
    private final Hash genesis;
    private final SealingRules rules;
    private final ProvenSeals proven;
    /** Who has committed a block may be ahead of the peers that must show it too. */
    private final RetryTemplate soon;

    /** @throws IllegalArgumentException if the settings name no genesis block */
    public FabricLedger(FabricSettings settings, SealingRules rules, ProvenSeals proven, InstantSource clock) {
        this.peers = new Peers(settings, clock);
        this.settings = settings;
        this.genesis = settings.genesisHash();
        this.rules = rules;
        this.proven = proven;
        this.soon = new RetryTemplate(RetryPolicy.builder()
                .includes(LedgerAway.class)
                .delay(BETWEEN_LOOKS)
                .maxRetries(Long.MAX_VALUE)
                .timeout(settings.commitPatience())
                .build());
    }

    /** What a peer says of a seal. */
    record Told(Note note, String transaction) {
        /** @throws IllegalArgumentException if it is no answer of the contract */
        static Optional<Told> parse(byte[] answer) {
            var fields = Fields.of(Json.parse(answer));
            return fields.optionalObject("seal")
                    .map(seal -> new Told(Note.parse(seal.text("note")), seal.text("transaction")));
        }

        Head head() {
            return Checkpoint.parse(note.text()).head();
        }
    }

    @Override
    public Sealing seal(Note checkpoint, List<TreeHash> consistency) {
        learn();
        var before = judge(checkpoint, consistency);
        if (!(before instanceof SealingRules.Verdict.Fresh(var head))) return sealing(before);
        try {
            submit(checkpoint, consistency, head);
        } catch (ContractRefused | PeerGateway.NotCommitted e) {
            // somebody else was there first, or knows what we do not
            learn();
            var after = judge(checkpoint, consistency);
            if (!(after instanceof SealingRules.Verdict.Fresh)) return sealing(after);
            // what is proved speaks for the head; what the peers say is a hint, and no reason to stop for good
            throw new LedgerAway(
                    e instanceof ContractRefused ? At.ENDORSE : At.COMMIT_REFUSED, String.valueOf(e.getMessage()));
        }
        soon.invoke(() -> learn(head.size()));
        return sealing(judge(checkpoint, consistency));
    }

    private SealingRules.Verdict judge(Note checkpoint, List<TreeHash> consistency) {
        var latest = latest().map(Seal::head);
        return rules.judge(checkpoint, consistency, latest, size -> {
            // of what is sealed above, not every head need have come by here
            if (latest.filter(last -> last.size() > size).isPresent() && at(size).isEmpty()) learn(size);
            return at(size).map(Seal::head);
        });
    }

    private Sealing sealing(SealingRules.Verdict verdict) {
        return switch (verdict) {
            case SealingRules.Verdict.Known(var head) ->
                new Sealing.Sealed(at(head.size()).orElseThrow());
            case SealingRules.Verdict.Refused(var reason) -> new Sealing.Refused(reason);
            case SealingRules.Verdict.Fresh(var head) ->
                throw new LedgerAway(At.PROOF, "no peer shows the seal of " + head.size() + " entries");
        };
    }

    private void submit(Note checkpoint, List<TreeHash> consistency, Head head) {
        String proof = consistency.stream().map(TreeHash::toString).collect(Collectors.joining("\n"));
        try {
            submit(checkpoint, proof, head);
        } catch (ContractRefused e) {
            if (!e.fault().equals(ContractRefused.LOG_NOT_REGISTERED)) throw e;
            register();
            submit(checkpoint, proof, head);
        }
    }

    private void submit(Note checkpoint, String proof, Head head) {
        peers.ask(peer -> {
            var transaction = peer.endorse("seal", checkpoint.toString(), proof);
            // of a head that contradicts a sealed one the contract keeps the note as evidence and shows no seal of it
            var told = Told.parse(transaction.getResult())
                    .filter(seal -> seal.head().equals(head))
                    .orElseThrow(() -> new LedgerAway(At.ENDORSE, "the peers answer with another head"));
            // with an earlier transaction's id there is nothing to change
            if (told.transaction().equals(transaction.getTransactionId())) peer.commit(transaction);
            return true;
        });
    }

    /** The first bridge of a log makes it known. */
    private void register() {
        peers.ask(peer -> {
            try {
                peer.commit(
                        peer.endorse("register", rules.origin(), rules.logKey().toString(), settings.kind()));
            } catch (PeerGateway.NotCommitted _) {
                // another bridge did at the same moment, or sealing will say what is wrong
            }
            return true;
        });
    }

    /**
     * Looks for the newest seal on the channel.
     *
     * @throws LedgerAway if no peer answers with one that is proven
     */
    public void learn() {
        learn(
                peer -> peer.evaluate("latest", rules.origin()),
                proven.latest().map(seal -> seal.head().size()).orElse(0L));
    }

    private void learn(long size) {
        learn(peer -> peer.evaluate("get", rules.origin(), Long.toString(size)), size - 1);
    }

    private void learn(Function<PeerGateway, byte[]> question, long above) {
        try {
            peers.ask(peer -> {
                Told.parse(question.apply(peer))
                        .filter(told -> told.head().size() > above)
                        .ifPresent(told -> proven.keep(prove(peer, told)));
                return true;
            });
        } catch (ContractRefused e) {
            if (!e.fault().equals(ContractRefused.LOG_NOT_REGISTERED)) {
                throw new LedgerAway(At.QUERY, "the contract refuses, " + e.getMessage());
            }
        }
    }

    /** @throws LedgerAway unless what the peer shows proves the seal */
    private Seal.OnChannel prove(PeerGateway peer, Told told) {
        var checkpoint = Checkpoint.parse(told.note().text());
        if (!checkpoint.origin().equals(rules.origin())) throw new LedgerAway(At.PROOF, "the seal is of another log");
        long size = checkpoint.head().size();
        byte[] read = peer.endorse("get", rules.origin(), Long.toString(size)).getBytes();
        String key = Seal.OnChannel.key(rules.origin(), size);
        var seal = new Seal.OnChannel(told.note(), collected(peer, read, key));
        var report = seal.judged(Optional.of(genesis), settings.chaincode());
        if (!report.holds()) {
            String why = report.steps().stream()
                    .filter(step -> step.result() != FabricStep.Result.HOLDS)
                    .map(FabricStep::english)
                    .findFirst()
                    .orElseThrow();
            throw new LedgerAway(At.PROOF, why);
        }
        var note = Seal.OnChannel.note(report.sealed().orElseThrow());
        if (!note.text().equals(told.note().text())) {
            throw new LedgerAway(At.PROOF, "the channel holds another head than the peer says");
        }
        if (!note.signedBy(rules.logKey()))
            throw new LedgerAway(At.PROOF, "another key than the log's has signed what is sealed");
        return new Seal.OnChannel(note, seal.proof());
    }

    private static FabricProof collected(PeerGateway peer, byte[] read, String key) {
        try {
            return FabricProof.collect(peer::block, List.of(read), key);
        } catch (IllegalArgumentException e) {
            throw new LedgerAway(At.PROOF, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<Seal> latest() {
        return proven.latest().map(Function.identity());
    }

    @Override
    public Optional<Seal> at(long size) {
        return proven.at(size).map(Function.identity());
    }

    @Override
    public List<Seal> history(long above, int most) {
        return List.copyOf(proven.history(above, most));
    }

    /** When the certificate ends with which this bridge submits; the far future before its first use. */
    public Instant certificateEndsAt() {
        return peers.endsAt();
    }

    @Override
    public void close() {
        peers.close();
    }
}
