package org.wegweis.chaincode.contract;

import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.seal.Refusal;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.kernel.json.Json;

/**
 * Seals heads. Whoever brings a head, it is the log's signature that counts. The latest head lies under one key that
 * every sealing reads and writes: of two at the same moment the peers let one through.
 */
record Seals(WritableState state, Submission by) {

    Answer seal(Note note, List<TreeHash> consistency) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (IllegalArgumentException _) {
            throw new Refused(Fault.NOT_A_CHECKPOINT, "the note's text is no checkpoint (C2SP tlog-checkpoint)");
        }
        String origin = checkpoint.origin();
        var log = Registry.require(state.get(Keys.log(origin)));
        var given = new SignedHead(origin, checkpoint.head(), note, log.key(), by.transaction());
        if (given.head().size() > Json.LARGEST_INTEGER) {
            throw new Refused(Fault.SIZE_TOO_LARGE, "takes " + Json.LARGEST_INTEGER + " entries at most");
        }
        var latest = state.get(Keys.latest(origin)).map(Stored::parse).map(SignedHead::head);
        var sealed = state.get(Keys.seal(origin, given.head().size())).map(SignedHead::parse);
        var verdict =
                new SealingRules(origin, log.key()).judge(note, consistency, latest, _ -> sealed.map(SignedHead::head));
        return switch (verdict) {
            case SealingRules.Verdict.Fresh _ -> write(given);
            case SealingRules.Verdict.Known _ ->
                Reading.seal(sealed.orElseThrow().json(), "sealed");
            case SealingRules.Verdict.Refused(var reason) -> {
                // it is the log's signature, then, and the size is sealed with another root
                if (reason == Refusal.DOES_NOT_EXTEND && sealed.isPresent()) yield keep(given, sealed.get());
                throw refused(reason, given.head(), latest, consistency);
            }
        };
    }

    private Answer write(SignedHead given) {
        state.put(Keys.seal(given.origin(), given.head().size()), given.json().canonicalBytes());
        state.put(Keys.latest(given.origin()), SignedHead.json(given.head()).canonicalBytes());
        announce("sealed", given);
        return Reading.seal(given.json(), "sealed");
    }

    /** Two heads of one size under the log's signature: the log has told two stories. */
    private Answer keep(SignedHead given, SignedHead sealed) {
        String key = Keys.equivocation(given.origin(), given.head());
        var kept = state.get(key).map(SignedHead::parse);
        if (kept.isEmpty()) {
            state.put(key, given.json().canonicalBytes());
            announce("equivocation", given);
        }
        return new Answer.Given(Json.Obj.of()
                .with("answer", "equivocation")
                .with("equivocation", kept.orElse(given).json())
                .with("seal", sealed.json()));
    }

    private void announce(String event, SignedHead given) {
        state.announce(
                event,
                SignedHead.json(given.head()).with("origin", given.origin()).canonicalBytes());
    }

    private static Refused refused(Refusal reason, Head head, Optional<Head> latest, List<TreeHash> consistency) {
        boolean grows = latest.filter(last -> last.size() < head.size()).isPresent();
        if (reason == Refusal.DOES_NOT_EXTEND && grows && consistency.isEmpty()) {
            return new Refused(Fault.PROOF_TOO_SHORT, "needs the proof that it extends the latest sealed head");
        }
        return new Refused(
                Fault.of(reason),
                switch (reason) {
                    case NOT_A_CHECKPOINT -> "the note's text is no checkpoint";
                    case WRONG_ORIGIN -> "the checkpoint speaks for another log";
                    case UNKNOWN_LOG -> "the log's key of now has not signed it";
                    case BAD_SIGNATURE -> "a line claims to be the log's signature and is not";
                    case EMPTY_LOG -> "a log without entries is not sealed";
                    case DOES_NOT_EXTEND ->
                        latest.map(last -> "it is not shown that it extends the latest sealed head, of size "
                                        + last.size())
                                .orElse("the first head of a log takes no proof");
                });
    }
}
