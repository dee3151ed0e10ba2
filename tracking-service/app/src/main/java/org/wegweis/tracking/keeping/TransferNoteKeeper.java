package org.wegweis.tracking.keeping;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.transfernote.State;
import org.wegweis.kernel.transfernote.State.Issued;
import org.wegweis.kernel.transfernote.TransferNote;
import org.wegweis.kernel.transfernote.TransferNoteId;
import org.wegweis.tracking.transfernote.TransferNotes;

/** Brings an entered transfer note to its collective load, also where whoever entered it was stopped half-way. */
final class TransferNoteKeeper implements Keeper {
    private final TransferNotes transferNotes;
    private final Map<UUID, State> notes = new HashMap<>();
    /** Where each was entered in last, as its consignment tells. */
    private final Map<UUID, UUID> joined = new HashMap<>();
    /** Cancelled consignments. */
    private final Set<UUID> cancelled = new HashSet<>();
    /** Transfer notes that may not stand where they say. */
    private final Set<UUID> moving = new LinkedHashSet<>();

    TransferNoteKeeper(TransferNotes transferNotes) {
        this.transferNotes = transferNotes;
    }

    @Override
    public void read(Stated event) {
        var id = event.statement().subject();
        switch (event) {
            case org.wegweis.kernel.transfernote.Event e -> {
                notes.put(id, TransferNote.evolve(notes.getOrDefault(id, State.INITIAL), e));
                moving.add(id);
            }
            case Event.TransferNoteEntered entered -> {
                joined.put(entered.transferNote(), id);
                moving.add(entered.transferNote());
            }
            case Event.Cancelled _ -> {
                joined.forEach((note, consignment) -> {
                    if (consignment.equals(id)) moving.add(note);
                });
                cancelled.add(id);
            }
            default -> {} // moves no transfer note
        }
    }

    @Override
    public void act(Instant now) {
        moving.removeIf(this::inPlace);
    }

    /** Brings a transfer note to where it says it is, or frees it; true once nothing is to be done. */
    private boolean inPlace(UUID note) {
        var into = notes.get(note) instanceof Issued issued
                ? issued.consignment().map(ConsignmentId::value)
                : Optional.<UUID>empty();
        if (into.isEmpty()) return true;
        if (cancelled.contains(into.get())) {
            transferNotes.free(new TransferNoteId(note));
        } else if (!into.get().equals(joined.get(note))) {
            transferNotes.join(new TransferNoteId(note));
        }
        return true;
    }
}
