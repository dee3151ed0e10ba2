package org.wegweis.evidence.verification;

import static org.wegweis.evidence.verification.Finding.holds;
import static org.wegweis.evidence.verification.Finding.wrong;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.Proofs;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.log.Tiles;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.kernel.record.EventRecord;

/**
 * Judges what the log itself hands out: one entry's place, the growth from one checkpoint to another, a whole mirror.
 * Hostile bytes get a report, never an exception.
 */
public final class LogVerification {
    private final Optional<Trust> trust;
    private final Steps steps = new Steps();

    private LogVerification(Optional<Trust> trust) {
        this.trust = trust;
    }

    /** Whether the record with those bytes stands in the log, by its proof (C2SP tlog-proof). */
    public static Report record(byte[] proof, byte[] record, Optional<Trust> trust) {
        var verification = new LogVerification(trust);
        verification.proved(proof, EventRecord.entry(record).bytes(), Optional.of(record));
        return verification.report();
    }

    /** Whether that entry stands in the log; what it is the hash of stays open. */
    public static Report entry(byte[] proof, byte[] entry, Optional<Trust> trust) {
        var verification = new LogVerification(trust);
        verification.proved(proof, entry, Optional.empty());
        return verification.report();
    }

    /**
     * Whether the log of the newer checkpoint begins with the log of the older.
     *
     * @param growth consistency proof as a witness is sent it (C2SP tlog-witness)
     */
    public static Report growth(byte[] newer, byte[] older, byte[] growth, Optional<Trust> trust) {
        var verification = new LogVerification(trust);
        verification.grown(newer, older, both -> path(AddCheckpoint.parse(growth), both));
        return verification.report();
    }

    /** The same, with a proof that follows from the tiles of a mirror. */
    public static Report growth(byte[] newer, byte[] older, Tiles mirror, Optional<Trust> trust) {
        var verification = new LogVerification(trust);
        verification.grown(newer, older, both -> path(mirror, both));
        return verification.report();
    }

    /**
     * Computes a whole log anew from its entries.
     *
     * @param older an earlier checkpoint that the log has to extend
     * @param progress is told now and then how many entries have been read
     */
    public static Report mirror(
            byte[] checkpoint, Tiles mirror, Optional<byte[]> older, Optional<Trust> trust, LongConsumer progress) {
        var verification = new LogVerification(trust);
        verification.mirrored(checkpoint, mirror, older, progress);
        return verification.report();
    }

    private Report report() {
        return new Report(steps.taken(), trust);
    }

    private void proved(byte[] file, byte[] entry, Optional<byte[]> record) {
        steps.take(Code.PROOF_READABLE, () -> {
            requireCheckpoint(LogProof.parse(text(file)).checkpoint());
            return holds("Der Beweis ist lesbar.", "The proof can be read.");
        });
        if (!steps.held(Code.PROOF_READABLE)) return;
        var proof = LogProof.parse(text(file));
        record.ifPresent(bytes -> steps.take(Code.RECORDS_CANONICAL, () -> canonical(bytes, proof.index())));
        steps.take(Code.ENTRY_IN_LOG, () -> inLog(proof, entry));
        steps.take(Code.CHECKPOINT_SIGNED, () -> HeadCheck.signed(proof.checkpoint(), trust));
        steps.take(Code.WITNESSES_COSIGNED, () -> WitnessCheck.cosigned(proof.checkpoint(), trust));
    }

    private static Finding canonical(byte[] bytes, long index) {
        if (EventRecord.parse(bytes).position() != index) {
            throw wrong("er nennt einen anderen Platz als der Beweis", "it names another place than the proof");
        }
        return holds("Der Eintrag ist in der einen zulässigen Form.", "The record is in its one form.");
    }

    private static Finding inLog(LogProof proof, byte[] entry) {
        if (!proof.proves(entry)) {
            throw wrong(
                    "der Beweis gehört zu einem anderen Eintrag oder Prüfpunkt",
                    "the proof is for another entry or checkpoint");
        }
        long size = head(proof.checkpoint()).size();
        return holds(
                "Der Eintrag steht an Platz %d im Protokoll von %d Einträgen.".formatted(proof.index(), size),
                "The entry stands in place %d in the log of %d records.".formatted(proof.index(), size));
    }

    /** Two checkpoints, the older first. */
    private record Both(Note older, Note newer) {}

    private void grown(byte[] newer, byte[] older, Function<Both, List<TreeHash>> path) {
        steps.take(Code.CHECKPOINT_READABLE, () -> {
            readable(newer);
            oldReadable(older);
            return holds("Beide Prüfpunkte sind lesbar.", "Both checkpoints can be read.");
        });
        if (!steps.held(Code.CHECKPOINT_READABLE)) return;
        var both = new Both(Note.parse(older), Note.parse(newer));
        steps.take(Code.CHECKPOINT_SIGNED, () -> HeadCheck.signed(both.newer(), trust));
        steps.take(Code.WITNESSES_COSIGNED, () -> WitnessCheck.cosigned(both.newer(), trust));
        extended(both, path);
    }

    private void extended(Both both, Function<Both, List<TreeHash>> path) {
        steps.take(Code.OLD_CHECKPOINT_SIGNED, () -> HeadCheck.signed(both.older(), trust));
        steps.take(Code.CHECKPOINT_CONSISTENT, () -> consistent(both, path));
    }

    private static Finding consistent(Both both, Function<Both, List<TreeHash>> path) {
        if (!origin(both.older()).equals(origin(both.newer()))) {
            throw wrong("die beiden sind von verschiedenen Protokollen", "the two are of different logs");
        }
        Head before = head(both.older());
        Head after = head(both.newer());
        if (before.size() == 0) {
            return Finding.notChecked(
                    "Das ältere Protokoll ist leer: zu vergleichen gibt es nichts.",
                    "The older log is empty: there is nothing to compare.");
        }
        if (before.size() > after.size()) throw wrong("der ältere ist länger", "the older one is longer");
        if (before.size() == after.size() && !before.equals(after)) {
            throw wrong(
                    "zwei verschiedene Protokolle von %d Einträgen".formatted(after.size()),
                    "two different logs of %d records".formatted(after.size()));
        }
        if (!Proofs.consistent(before, after, path.apply(both))) {
            throw wrong(
                    "der Beweis zeigt nicht, dass der neuere den älteren fortsetzt",
                    "the proof does not show that the newer one extends the older");
        }
        return holds(
                "Das Protokoll von %d Einträgen setzt das von %d fort; nichts davon wurde verändert oder entfernt."
                        .formatted(after.size(), before.size()),
                "The log of %d records extends that of %d; nothing of it was changed or removed."
                        .formatted(after.size(), before.size()));
    }

    private static List<TreeHash> path(AddCheckpoint growth, Both both) {
        if (growth.oldSize() != head(both.older()).size()) {
            throw wrong("der Beweis beginnt bei einer anderen Größe", "the proof starts at another size");
        }
        if (!growth.checkpoint().text().equals(both.newer().text())) {
            throw wrong("der Beweis gehört zu einem anderen Prüfpunkt", "the proof is for another checkpoint");
        }
        return growth.proof();
    }

    private static List<TreeHash> path(Tiles mirror, Both both) {
        return new TiledLog(mirror)
                .consistencyProof(head(both.older()).size(), head(both.newer()).size());
    }

    private void mirrored(byte[] checkpoint, Tiles mirror, Optional<byte[]> older, LongConsumer progress) {
        steps.take(Code.CHECKPOINT_READABLE, () -> {
            readable(checkpoint);
            older.ifPresent(LogVerification::oldReadable);
            return holds("Der Prüfpunkt ist lesbar.", "The checkpoint can be read.");
        });
        if (!steps.held(Code.CHECKPOINT_READABLE)) return;
        var note = Note.parse(checkpoint);
        steps.take(Code.CHECKPOINT_SIGNED, () -> HeadCheck.signed(note, trust));
        steps.take(Code.WITNESSES_COSIGNED, () -> WitnessCheck.cosigned(note, trust));
        var check = new MirrorCheck(mirror, head(note), progress);
        steps.take(Code.MIRROR_COMPLETE, check::complete);
        steps.takeIf(check.readToTheEnd(), Code.TILES_MATCH, check::tilesMatch);
        steps.takeIf(check.readToTheEnd(), Code.ROOT_MATCHES, check::rootMatches);
        older.map(Note::parse).ifPresent(old -> extended(new Both(old, note), both -> path(mirror, both)));
    }

    private static void readable(byte[] note) {
        requireCheckpoint(Note.parse(note));
    }

    private static void oldReadable(byte[] note) {
        try {
            readable(note);
        } catch (IllegalArgumentException e) {
            String why = Sentence.quoted(String.valueOf(e.getMessage()));
            throw wrong("der ältere ist nicht lesbar: " + why, "the older one is unreadable: " + why);
        }
    }

    /** @throws IllegalArgumentException if the note is no checkpoint */
    private static void requireCheckpoint(Note note) {
        Checkpoint.parse(note.text());
    }

    private static Head head(Note checkpoint) {
        return Checkpoint.parse(checkpoint.text()).head();
    }

    private static String origin(Note checkpoint) {
        return Checkpoint.parse(checkpoint.text()).origin();
    }

    /** Bytes that are no UTF-8 change on the way, which no strict parser lets pass. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }
}
