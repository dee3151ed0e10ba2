package org.wegweis.evidence.witness;

import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.WrongSignature;

/**
 * What a checkpoint must satisfy to be cosigned.
 *
 * @param logs keys of the logs that are witnessed; the name of each is the origin of its log
 * @see <a href="https://c2sp.org/tlog-witness#add-checkpoint">C2SP tlog-witness, add-checkpoint</a>
 */
public record WitnessRules(List<NoteKey> logs) {
    public WitnessRules {
        logs = List.copyOf(logs);
        logs.forEach(NoteKey::ofLog);
    }

    /** What the protocol answers. */
    public sealed interface Answer {
        /** 200, with the cosignature. */
        record Cosign() implements Answer {}

        /** 400: what is asked is not a checkpoint, or its old size is above its own. */
        record Malformed() implements Answer {}

        /** 403: no key that the log is known by has signed, or a line claims to be of one and is not. */
        record NotSigned() implements Answer {}

        /** 404: nobody has asked us to witness a log of this origin. */
        record UnknownLog() implements Answer {}

        /** 409: the head that was cosigned last has this size, not the old size. */
        record OtherSize(long cosigned) implements Answer {}

        /** 422: it is not shown that the head extends the one that was cosigned last. */
        record Inconsistent() implements Answer {}
    }

    /**
     * An answer, and what was learnt from the request whatever the answer is.
     *
     * @param seen the checkpoint, if a key of the log has really signed it
     * @param contradicted what the same log has signed earlier for the same size, with another root
     */
    public record Judgement(Answer answer, Optional<Checkpoint> seen, Optional<Note> contradicted) {
        private Judgement(Answer answer) {
            this(answer, Optional.empty(), Optional.empty());
        }
    }

    /** What a witness remembers of the logs. */
    public interface Memory {
        /** The largest head of that origin that was cosigned. */
        Optional<Head> cosigned(String origin);

        /** A note of that origin that was seen, whether cosigned or not, with another root for the same size. */
        Optional<Note> contradicting(String origin, Head head);
    }

    /** Judges a request. */
    public Judgement judge(AddCheckpoint request, Memory memory) {
        String origin = request.origin();
        var keys = keys(origin);
        if (keys.isEmpty()) return new Judgement(new Answer.UnknownLog());
        try {
            if (request.checkpoint().signedBy(keys).isEmpty()) return new Judgement(new Answer.NotSigned());
        } catch (WrongSignature _) {
            return new Judgement(new Answer.NotSigned());
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(request.checkpoint().text());
        } catch (IllegalArgumentException _) {
            return new Judgement(
                    isEmptyWithAnotherRoot(request.checkpoint().text())
                            ? new Answer.Inconsistent()
                            : new Answer.Malformed());
        }
        return new Judgement(
                answer(request, checkpoint.head(), memory.cosigned(origin)),
                Optional.of(checkpoint),
                memory.contradicting(origin, checkpoint.head()));
    }

    /** The keys that the log of that origin is known by. */
    public List<NoteKey> keys(String origin) {
        return logs.stream().filter(key -> key.name().equals(origin)).toList();
    }

    private static Answer answer(AddCheckpoint request, Head head, Optional<Head> cosigned) {
        if (request.oldSize() > head.size()) return new Answer.Malformed();
        Head latest = cosigned.orElse(Head.EMPTY);
        if (request.oldSize() != latest.size()) return new Answer.OtherSize(latest.size());
        boolean extended =
                latest.size() == 0 ? request.proof().isEmpty() : Proofs.consistent(latest, head, request.proof());
        return extended ? new Answer.Cosign() : new Answer.Inconsistent();
    }

    /** No head can say this, yet the protocol has an answer of its own for it. */
    private static boolean isEmptyWithAnotherRoot(String text) {
        String[] lines = text.split("\n", 4);
        if (lines.length < 4 || !lines[1].equals("0")) return false;
        try {
            TreeHash.parse(lines[2]);
            Checkpoint.parse(lines[0] + "\n0\n" + TreeHash.EMPTY + "\n" + lines[3]);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
