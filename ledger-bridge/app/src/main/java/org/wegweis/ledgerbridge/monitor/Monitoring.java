package org.wegweis.ledgerbridge.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.ledgerbridge.log.LogDoor;

/** Looks again and again whether a log still contains all that it has shown and all that the ledger has sealed of it. */
final class Monitoring {
    private static final int MOST_AT_ONCE = 100;

    private final Ledger ledger;
    private final LogDoor log;
    private final NoteKey logKey;
    private final Duration late;
    private final InstantSource clock;
    private Seen seen;

    /**
     * A monitor of one log.
     *
     * @param logKey whose name is the log's origin
     * @param late how long one of the two may wait for the other
     * @param seen what an earlier look remembered
     */
    Monitoring(Ledger ledger, LogDoor log, NoteKey logKey, Duration late, InstantSource clock, Seen seen) {
        this.ledger = ledger;
        this.log = log;
        this.logKey = logKey;
        this.late = late;
        this.clock = clock;
        this.seen = seen;
    }

    Seen seen() {
        return seen;
    }

    /** What is the matter now; nothing if all is well. */
    List<Alarm> look() {
        try {
            long sealed = ledger.latest().map(Seal::head).map(Head::size).orElse(0L);
            return look(sealed, log.get("checkpoint").map(Note::parse));
        } catch (LedgerAway e) {
            return List.of(new Alarm(Alarm.Kind.LEDGER_AWAY, String.valueOf(e.getMessage())));
        } catch (LogDoor.Away e) {
            return List.of(new Alarm(Alarm.Kind.LOG_AWAY, String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            return List.of(new Alarm(Alarm.Kind.NOT_THE_LOGS, "The log shows what is not its own: " + e.getMessage()));
        }
    }

    private List<Alarm> look(long sealed, Optional<Note> shown) {
        Head newest = shown.map(this::own).orElse(Head.EMPTY);
        var alarms = new ArrayList<Alarm>();
        var before = seen.newest().map(this::own).filter(head -> !isIn(head, newest));
        before.ifPresent(head -> alarms.add(new Alarm(
                Alarm.Kind.LOG_REWRITTEN,
                "The log of %d entries does not extend the log of %d entries that it has shown."
                        .formatted(newest.size(), head.size()))));
        long compared = compare(newest, alarms);
        var now = clock.instant();
        var unsealed = Waiting.next(seen.unsealed(), sealed, newest.size(), now);
        unsealed.filter(waiting -> waiting.isLonger(late, now))
                .ifPresent(waiting -> alarms.add(new Alarm(
                        Alarm.Kind.SEAL_LATE,
                        "The log has had %d entries since %s at the latest; %d are sealed."
                                .formatted(waiting.size(), waiting.since(), sealed))));
        var unshown = Waiting.next(seen.unshown(), newest.size(), sealed, now);
        unshown.filter(waiting -> waiting.isLonger(late, now))
                .ifPresent(waiting -> alarms.add(new Alarm(
                        Alarm.Kind.LOG_BEHIND,
                        "%d entries have been sealed since %s at the latest; the log shows %d."
                                .formatted(waiting.size(), waiting.since(), newest.size()))));
        // who has contradicted himself is held to what he said first
        seen = new Seen(before.isPresent() ? seen.newest() : shown, compared, unsealed, unshown);
        return alarms;
    }

    /** Looks in the log for every head that was sealed since the last look; gives the size up to which all were found. */
    private long compare(Head newest, List<Alarm> alarms) {
        long compared = seen.compared();
        while (true) {
            var seals = ledger.history(compared, MOST_AT_ONCE);
            for (var seal : seals) {
                Head head = seal.head();
                if (head.size() > newest.size()) return compared; // not shown yet
                if (!isIn(head, newest)) {
                    alarms.add(new Alarm(
                            Alarm.Kind.SEALED_OTHERWISE,
                            "The log of %d entries does not contain the sealed head of %d entries."
                                    .formatted(newest.size(), head.size())));
                    return compared;
                }
                compared = head.size();
            }
            if (seals.size() < MOST_AT_ONCE) return compared;
        }
    }

    /** Whether the log begins with the log of that head, by the log's own proof. */
    private boolean isIn(Head before, Head newest) {
        if (before.size() >= newest.size()) return before.equals(newest);
        // it may have grown since, so the proof may lead to a larger head; never to one that is not its own
        return log.get("consistency?old=" + before.size())
                .map(AddCheckpoint::parse)
                .filter(proof -> own(proof.checkpoint()).size() >= newest.size() && proof.proves(before))
                .isPresent();
    }

    /** @throws IllegalArgumentException unless the log's key has signed it */
    private Head own(Note note) {
        var checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(logKey.name())) {
            throw new IllegalArgumentException("a checkpoint of " + checkpoint.origin());
        }
        if (!note.signedBy(logKey)) throw new IllegalArgumentException("the log's key has not signed its checkpoint");
        return checkpoint.head();
    }
}
