package org.wegweis.kernel.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.register.Entry.Document;
import org.wegweis.kernel.transfernote.TransferNote;
import org.wegweis.kernel.waste.Mass;

/** Reads records for what belongs into whose register. */
public final class Register {
    private Optional<Instant> pickedUp = Optional.empty();
    /** When each carrier last gave the load away, or took it if it has not. */
    private final Map<OrganisationId, Instant> carriers = new LinkedHashMap<>();

    private Optional<Told<Event>> accepted = Optional.empty();
    private State state = State.INITIAL;

    private Register() {}

    /** A record's event, and when it was recorded. */
    public record Told<E>(E event, Instant recordedAt) {}

    /**
     * The entries of a load: none before the plant has accepted it or a part of it, for what was rejected was not disposed of.
     *
     * @param told all records of one consignment, in their order
     */
    public static List<Entry> ofConsignment(List<Told<Event>> told) {
        var register = new Register();
        for (var record : told) register.read(record);
        return register.state instanceof State.Existing existing && register.accepted.isPresent()
                ? register.entries(existing.file(), register.accepted.get())
                : List.of();
    }

    private void read(Told<Event> told) {
        var event = told.event();
        var s = event.statement();
        var by = s.by().organisation();
        state = Consignment.evolve(state, event);
        switch (event) {
            case Event.PickedUp _ -> {
                pickedUp = Optional.of(s.happenedAt());
                carriers.put(by, s.happenedAt());
            }
            case Event.HandedOver(var _, var to, var store) -> {
                carriers.computeIfPresent(by, (_, _) -> s.happenedAt());
                if (store.isEmpty()) carriers.put(to, s.happenedAt());
            }
            case Event.Delivered _ -> carriers.put(by, s.happenedAt());
            case Event.Accepted _, Event.PartlyAccepted _ -> accepted = Optional.of(told);
            case Event.Opened _,
                    Event.Released _,
                    Event.TakenOver _,
                    Event.TransferNoteEntered _,
                    Event.Rejected _,
                    Event.TakenBack _,
                    Event.Corrected _,
                    Event.CorrectionAgreed _,
                    Event.CorrectionDeclined _,
                    Event.Cancelled _ -> {} // no hand, or seen in the state
        }
    }

    private List<Entry> entries(State.File file, Told<Event> plantsWord) {
        var opening = file.opening();
        var mass = file.masses().accepted().orElse(Mass.NONE);
        var acceptedAt = plantsWord.event().statement().happenedAt();
        var recordedAt = plantsWord.recordedAt();
        var generator = opening.generator().organisation();
        var plant = opening.plant().organisation();
        boolean collection = opening.generator().site().ofCollection();
        var note = new Note(plantsWord.event().statement().subject(), opening, mass, recordedAt);
        var entries = new ArrayList<Entry>();
        if (!generator.equals(plant)) {
            entries.add(note.entry(
                    generator,
                    Optional.of(opening.generator().site()),
                    collection ? Part.COLLECTOR : Part.GENERATOR,
                    pickedUp.orElse(acceptedAt)));
        }
        carriers.forEach((carrier, at) -> {
            boolean filesAnotherCopy = carrier.equals(plant) || (collection && carrier.equals(generator));
            if (!filesAnotherCopy) entries.add(note.entry(carrier, Optional.empty(), Part.CARRIER, at));
        });
        entries.add(note.entry(plant, Optional.of(opening.plant().site()), Part.PLANT, acceptedAt));
        return List.copyOf(entries);
    }

    /** A note that is complete. */
    private record Note(UUID consignment, Opening opening, Mass mass, Instant recordedAt) {
        Entry entry(OrganisationId who, Optional<SiteNumber> site, Part part, Instant happenedAt) {
            boolean proved =
                    opening.waste().hazardous() || opening.certificate().isPresent();
            var certificate = opening.certificate().map(CertificateNumber::toString);
            var code = opening.waste().digits();
            return new Entry(
                    who,
                    site,
                    part,
                    under(part, proved),
                    Document.CONSIGNMENT_NOTE,
                    Optional.of(consignment),
                    opening.waste(),
                    mass,
                    opening.certificate(),
                    opening.noteNumber(),
                    part == Part.CARRIER || !proved ? code : certificate.orElse(""),
                    happenedAt,
                    proved ? recordedAt : happenedAt,
                    recordedAt);
        }
    }

    private static String under(Part part, boolean proved) {
        return switch (part) {
            case GENERATOR -> proved ? "NachwV §24(2) Satz 1 Nr. 1" : "NachwV §24(6)";
            case COLLECTOR -> proved ? "NachwV §24(2) Satz 1 Nr. 1" : "NachwV §24(7)";
            case CARRIER -> proved ? "NachwV §24(2) Satz 1 Nr. 3" : "NachwV §24(7)";
            case PLANT -> proved ? "NachwV §24(2) Satz 1 Nr. 1" : "NachwV §24(4)";
        };
    }

    /**
     * The entries of a transfer note: its two copies; none once it is cancelled.
     *
     * @param told all records of one transfer note, in their order
     */
    public static List<Entry> ofTransferNote(List<Told<org.wegweis.kernel.transfernote.Event>> told) {
        org.wegweis.kernel.transfernote.State note = org.wegweis.kernel.transfernote.State.INITIAL;
        for (var record : told) note = TransferNote.evolve(note, record.event());
        if (!(note instanceof org.wegweis.kernel.transfernote.State.Issued(var file, var consignment)))
            return List.of();
        var issued = told.getFirst();
        var at = issued.event().statement().happenedAt();
        var content = file.content();
        var certificate = content.certificate();
        var collector = certificate.isPresent();
        var code = content.waste().digits();
        var generator = new Entry(
                content.generator().organisation(),
                Optional.of(content.generator().site()),
                Part.GENERATOR,
                "NachwV §24(3)",
                Document.TRANSFER_NOTE,
                consignment.map(org.wegweis.kernel.consignment.ConsignmentId::value),
                content.waste(),
                content.mass(),
                certificate,
                content.number(),
                code,
                at,
                issued.recordedAt(),
                issued.recordedAt());
        var taker = new Entry(
                content.taker(),
                Optional.empty(),
                collector ? Part.COLLECTOR : Part.PLANT,
                collector ? "NachwV §24(2) Satz 1 Nr. 2" : "NachwV §24(3)",
                Document.TRANSFER_NOTE,
                generator.consignment(),
                content.waste(),
                content.mass(),
                certificate,
                content.number(),
                certificate.map(CertificateNumber::toString).orElse(code),
                at,
                issued.recordedAt(),
                issued.recordedAt());
        return generator.organisation().equals(taker.organisation()) ? List.of(taker) : List.of(generator, taker);
    }
}
