package org.wegweis.ledgerbridge.audit;

import java.util.Optional;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.ledgerbridge.log.LogDoor;

/** The log as the public sees it. */
record DoorSource(LogDoor door) implements LogSource {

    @Override
    public long size() {
        var note = door.get("checkpoint");
        if (note.isEmpty()) return 0;
        try {
            return Checkpoint.parse(Note.parse(note.get()).text()).head().size();
        } catch (IllegalArgumentException e) {
            throw new Unfinished("What " + door + " gives is no checkpoint: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return door.get(path.toString());
    }
}
