package org.wegweis.tracking.keeping;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.certificate.Command;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State.Closed;
import org.wegweis.kernel.consignment.State.Existing;
import org.wegweis.kernel.consignment.State.File;
import org.wegweis.kernel.consignment.State.Opened;
import org.wegweis.kernel.consignment.State.Outcome;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.transfernote.State.Issued;
import org.wegweis.kernel.transfernote.TransferNote;
import org.wegweis.kernel.transfernote.TransferNoteId;
import org.wegweis.kernel.transfernote.TransferNoteJson;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.tracking.certificate.CertificateRefused;
import org.wegweis.tracking.certificate.Certificates;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.transfernote.TransferNotes;

/**
 * Keeps one thing up to date with what is stated of another: a picked-up load is drawn from its certificate, an accepted
 * or rejected one settled, an entered transfer note joins its collective load, and what falls due by time falls due. It
 * reads the store from its beginning at every start and keeps nothing of its own, so no crash leaves anything half done;
 * what it states twice, by another node too, the rules refuse.
 */
public final class Keeping implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Keeping.class);
    private static final int PAGE = 500;

    private final RecordStore store;
    private final Certificates certificates;
    private final TransferNotes transferNotes;
    private final Actor operator;
    private final InstantSource clock;
    /** Its one thread owns everything below. */
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("certificates").factory());

    private long next;
    private final Map<UUID, State> states = new HashMap<>();
    private final Map<CertificateNumber, UUID> numbers = new HashMap<>();
    private final Map<UUID, Load> loads = new HashMap<>();
    /** Loads of which something may have to be stated, in the order in which they became so. */
    private final Set<UUID> open = new LinkedHashSet<>();
    /** Transfer notes by id. */
    private final Map<UUID, org.wegweis.kernel.transfernote.State> notes = new HashMap<>();
    /** Where each was entered in last, as its consignment tells. */
    private final Map<UUID, UUID> joined = new HashMap<>();
    /** Cancelled consignments. */
    private final Set<UUID> cancelled = new HashSet<>();
    /** Transfer notes that may not stand where they say. */
    private final Set<UUID> moving = new LinkedHashSet<>();

    private volatile Optional<String> trouble = Optional.empty();

    /**
     * Begins at once.
     *
     * @param operator for whom it states
     * @param pause between two looks: the clock, unlike a record, wakes nobody
     */
    public Keeping(
            RecordStore store,
            Certificates certificates,
            TransferNotes transferNotes,
            Actor operator,
            InstantSource clock,
            Duration pause) {
        this.store = store;
        this.certificates = certificates;
        this.transferNotes = transferNotes;
        this.operator = operator;
        this.clock = clock;
        var _ = keeper.scheduleWithFixedDelay(this::keep, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A load that names a certificate, with the time of its pick-up and of what was said last. */
    private record Load(org.wegweis.kernel.consignment.State state, Instant pickedUp, Instant last) {}

    /** What keeps it from its work, if anything does. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        keeper.close();
    }

    private void keep() {
        try {
            read();
            act();
            trouble = Optional.empty();
        } catch (RuntimeException e) {
            // Nothing is lost: whatever was to be stated is found again.
            if (trouble.isEmpty() && !keeper.isShutdown())
                log.atWarn().addKeyValue("cause", e.toString()).log("certificates interrupted");
            trouble = Optional.of(e.getClass().getSimpleName());
        }
    }

    private void read() {
        List<EventRecord> page;
        do {
            page = store.from(next, PAGE).stream()
                    .map(stored -> stored.parsed())
                    .toList();
            for (var record : page) {
                switch (Events.kind(record.type())) {
                    case Events.CERTIFICATE -> certificate(record);
                    case Events.CONSIGNMENT -> consignment(record);
                    case Events.TRANSFER_NOTE -> transferNote(record);
                    default -> {} // no load and no certificate
                }
                next = record.position() + 1;
            }
        } while (page.size() == PAGE);
    }

    private void certificate(EventRecord record) {
        var before = states.getOrDefault(record.subject(), State.INITIAL);
        var after = Certificate.evolve(before, CertificateJson.event(record));
        states.put(record.subject(), after);
        if (after instanceof State.Existing existing) {
            existing.file().number().ifPresent(number -> numbers.putIfAbsent(number, record.subject()));
        }
    }

    private void transferNote(EventRecord record) {
        var id = record.subject();
        var before = notes.getOrDefault(id, org.wegweis.kernel.transfernote.State.INITIAL);
        notes.put(id, TransferNote.evolve(before, TransferNoteJson.event(record)));
        moving.add(id);
    }

    private void consignment(EventRecord record) {
        var id = record.subject();
        var event = ConsignmentJson.event(record);
        if (event instanceof Event.TransferNoteEntered entered) {
            joined.put(entered.transferNote(), id);
            moving.add(entered.transferNote());
        }
        if (event instanceof Event.Cancelled) {
            joined.forEach((note, consignment) -> {
                if (consignment.equals(id)) moving.add(note);
            });
            cancelled.add(id);
        }
        boolean uses = event instanceof Event.Opened(var _, var opening)
                ? opening.certificate().isPresent()
                : loads.containsKey(id);
        if (!uses) return;
        var before = loads.getOrDefault(
                id, new Load(org.wegweis.kernel.consignment.State.INITIAL, record.happenedAt(), record.happenedAt()));
        boolean pickUp = event instanceof Event.PickedUp;
        loads.put(
                id,
                new Load(
                        Consignment.evolve(before.state(), event),
                        pickUp ? record.happenedAt() : before.pickedUp(),
                        record.happenedAt()));
        open.add(id);
    }

    private void act() {
        var today = BerlinDay.of(clock.instant());
        for (var certificate : states.entrySet()) {
            boolean due = Certificate.due(certificate.getValue())
                    .filter(day -> !day.isAfter(today))
                    .isPresent();
            if (due) {
                state(
                        certificate.getKey(),
                        "certificate.time-passed",
                        clock.instant(),
                        Json.Obj.of(),
                        Command.LetTimePass::new);
            }
        }
        moving.removeIf(this::inPlace);
        open.removeIf(id -> settled(id, requireNonNull(loads.get(id))));
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

    /** States what is missing; true if nothing will be until something is said of the load again. */
    private boolean settled(UUID consignment, Load load) {
        if (!(load.state() instanceof Existing here)) return true;
        var opening = here.file().opening();
        var certificate = opening.certificate().map(numbers::get).orElse(null);
        if (here instanceof Opened) return true; // its pick-up will be said
        if (here instanceof Closed(var _, var outcome) && outcome == Outcome.CANCELLED) return true;
        if (certificate == null) return false;
        if (!(states.get(certificate) instanceof State.Existing existing)) return false;
        var balance = existing.file().balance();
        var taken = here instanceof Closed
                ? here.file().masses().accepted().or(() -> Optional.of(Mass.NONE))
                : Optional.<Mass>empty();
        for (var part : parts(consignment, here.file(), taken)) {
            var counted = balance.loads().get(part.id());
            if (counted == null) {
                state(
                        certificate,
                        CertificateJson.DRAWN,
                        load.pickedUp(),
                        part.json(),
                        s -> new Command.Draw(s, part.id(), part.loaded(), part.site()));
            }
            if (taken.isEmpty()) continue;
            if (counted == null || !counted.settled() || !counted.mass().equals(part.taken())) {
                state(
                        certificate,
                        CertificateJson.SETTLED,
                        load.last(),
                        part.json(),
                        s -> new Command.Settle(s, part.id(), part.taken()));
            }
        }
        return taken.isPresent();
    }

    /** What uses the certificate: the load, or each transfer note of a collective one. */
    private record Part(LoadId id, Mass loaded, Mass taken, Optional<SiteNumber> site) {
        Json.Obj json() {
            return Json.Obj.of().with("load", id.toString());
        }
    }

    /** What the plant accepts of a collective load is shared out among its transfer notes (§9(1) Satz 1 Nr. 4 NachwV). */
    private static List<Part> parts(UUID consignment, File file, Optional<Mass> taken) {
        if (file.collected().isEmpty()) {
            boolean collecting = file.opening().generator().site().ofCollection() && taken.isEmpty();
            if (collecting) return List.of(); // its transfer notes come yet
            var loaded = file.masses().loaded().orElse(file.opening().declared());
            var whole = LoadId.consignment(consignment);
            return List.of(new Part(whole, loaded, taken.orElse(Mass.NONE), Optional.empty()));
        }
        var notes = file.collected().keySet().stream().sorted().toList();
        var masses = notes.stream()
                .map(note -> requireNonNull(file.collected().get(note)).mass())
                .toList();
        var shares = taken.orElse(Mass.NONE).sharedBy(masses);
        return IntStream.range(0, notes.size())
                .mapToObj(i -> new Part(
                        LoadId.transferNote(notes.get(i)),
                        masses.get(i),
                        shares.get(i),
                        Optional.of(requireNonNull(file.collected().get(notes.get(i)))
                                .site())))
                .toList();
    }

    private Submitted submitted(UUID subject, String type, Instant at, Json.Obj data) {
        return new Submitted(
                type, Optional.empty(), Optional.of(subject), Optional.of(at), operator, data, "", Optional.empty());
    }

    private void state(UUID certificate, String type, Instant at, Json.Obj data, Function<Statement, Command> command) {
        try {
            certificates.state(submitted(certificate, type, at, data), command);
        } catch (CertificateRefused e) {
            // Another node was first, or the store tells of it in a moment.
            log.atDebug().addKeyValue("why", e.reason()).log("nothing to keep");
        }
    }
}
