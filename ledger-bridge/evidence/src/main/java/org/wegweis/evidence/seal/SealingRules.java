package org.wegweis.evidence.seal;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.WrongSignature;

/**
 * What a checkpoint must satisfy to be sealed; the same for every ledger.
 *
 * @param origin the one log that is sealed
 * @param logKey the key that signs its checkpoints
 */
public record SealingRules(String origin, NoteKey logKey) {

    /** What to do with a checkpoint. */
    public sealed interface Verdict {
        /** Seal it. */
        record Fresh(Head head) implements Verdict {}

        /** Answer with the seal that this head has. */
        record Known(Head head) implements Verdict {}

        record Refused(Refusal reason) implements Verdict {}
    }

    /**
     * Judges a checkpoint.
     *
     * @param latest the largest sealed head
     * @param sealedAt the sealed head of a size
     */
    public Verdict judge(
            Note note, List<TreeHash> consistency, Optional<Head> latest, LongFunction<Optional<Head>> sealedAt) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (IllegalArgumentException _) {
            return new Verdict.Refused(Refusal.NOT_A_CHECKPOINT);
        }
        if (!checkpoint.origin().equals(origin)) return new Verdict.Refused(Refusal.WRONG_ORIGIN);
        try {
            if (!note.signedBy(logKey)) return new Verdict.Refused(Refusal.UNKNOWN_LOG);
        } catch (WrongSignature _) {
            return new Verdict.Refused(Refusal.BAD_SIGNATURE);
        }
        Head head = checkpoint.head();
        if (head.size() == 0) return new Verdict.Refused(Refusal.EMPTY_LOG);
        if (sealedAt.apply(head.size()).filter(head::equals).isPresent()) return new Verdict.Known(head);
        boolean extended = latest.map(last -> last.size() < head.size() && Proofs.consistent(last, head, consistency))
                .orElse(consistency.isEmpty());
        return extended ? new Verdict.Fresh(head) : new Verdict.Refused(Refusal.DOES_NOT_EXTEND);
    }
}
