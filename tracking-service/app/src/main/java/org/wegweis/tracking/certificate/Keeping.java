package org.wegweis.tracking.certificate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.certificate.Command;
import org.wegweis.kernel.certificate.Kind;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State.Closed;
import org.wegweis.kernel.consignment.State.Existing;
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
import org.wegweis.kernel.waste.Mass;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/**
 * Keeps certificates up to date with what happens elsewhere: a picked-up load is drawn, an accepted or rejected one
 * settled, and what falls due by time falls due. It reads the store from its beginning at every start and keeps nothing
 * of its own, so no crash leaves anything half done; what it states twice, by another node too, the rules refuse.
 */
public final class Keeping implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Keeping.class);
    private static final int PAGE = 500;

    private final RecordStore store;
    private final Certificates certificates;
    private final Actor operator;
    private final InstantSource clock;
    private final Duration pause;

    private long next;
    private final Map<UUID, State> states = new HashMap<>();
    private final Map<CertificateNumber, UUID> numbers = new HashMap<>();
    private final Map<UUID, Load> loads = new HashMap<>();
    /** Loads of which something may have to be stated, in the order in which they became so. */
    private final Set<UUID> open = new LinkedHashSet<>();

    private volatile boolean closing;
    private volatile Optional<String> trouble = Optional.empty();
    private final Thread thread;

    /** @param operator for whom it states */
    public Keeping(RecordStore store, Certificates certificates, Actor operator, InstantSource clock, Duration pause) {
        this.store = store;
        this.certificates = certificates;
        this.operator = operator;
        this.clock = clock;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("certificates").start(this::run);
    }

    /** A load that names a certificate, with the time of its pick-up and of what was said last. */
    private record Load(org.wegweis.kernel.consignment.State state, Instant pickedUp, Instant last) {}

    /** What keeps it from its work, if anything does. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try {
                read();
                act();
                trouble = Optional.empty();
            } catch (RuntimeException e) {
                // Nothing is lost: whatever was to be stated is found again.
                if (trouble.isEmpty() && !closing)
                    log.atWarn().addKeyValue("cause", e.toString()).log("certificates interrupted");
                trouble = Optional.of(e.getClass().getSimpleName());
            }
            try {
                if (!closing) Thread.sleep(pause);
            } catch (InterruptedException _) {
                // closing
            }
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

    private void consignment(EventRecord record) {
        var id = record.subject();
        var event = ConsignmentJson.event(record);
        if (event instanceof Event.Opened(var _, var opening)) {
            if (opening.certificate().isEmpty()) return; // it uses nobody's certificate
            loads.put(
                    id,
                    new Load(
                            Consignment.evolve(org.wegweis.kernel.consignment.State.INITIAL, event),
                            record.happenedAt(),
                            record.happenedAt()));
        }
        var load = loads.get(id);
        if (load == null || event instanceof Event.Opened) return;
        var state = Consignment.evolve(load.state(), event);
        open.add(id);
        loads.put(
                id,
                new Load(
                        state,
                        event instanceof Event.PickedUp ? record.happenedAt() : load.pickedUp(),
                        record.happenedAt()));
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
        open.removeIf(id -> {
            var load = loads.get(id);
            return load == null || settled(new ConsignmentId(id), load);
        });
    }

    /** States what is missing; true if nothing will be until something is said of the load again. */
    private boolean settled(ConsignmentId consignment, Load load) {
        if (!(load.state() instanceof Existing here)) return true;
        var opening = here.file().opening();
        var certificate = opening.certificate().map(numbers::get).orElse(null);
        if (here instanceof Closed(var _, var outcome) && outcome == Outcome.CANCELLED) return true;
        if (certificate == null || here instanceof Opened) return false;
        if (!(states.get(certificate) instanceof State.Existing existing)) return false;
        var counted = existing.file().balance().loads().get(consignment);
        if (counted == null) {
            var mass = here.file().masses().loaded().orElse(opening.declared());
            var site = existing.file().declaration().kind() == Kind.COLLECTIVE
                    ? Optional.of(opening.generator().site())
                    : Optional.<SiteNumber>empty();
            state(
                    certificate,
                    CertificateJson.DRAWN,
                    load.pickedUp(),
                    Json.Obj.of().with("consignment", consignment.toString()),
                    s -> new Command.Draw(s, consignment, mass, site));
        }
        if (!(here instanceof Closed)) return false;
        var taken = here.file().masses().accepted().orElse(Mass.NONE);
        if (counted == null || !counted.settled() || !counted.mass().equals(taken)) {
            state(
                    certificate,
                    CertificateJson.SETTLED,
                    load.last(),
                    Json.Obj.of().with("consignment", consignment.toString()),
                    s -> new Command.Settle(s, consignment, taken));
        }
        return true;
    }

    private void state(UUID certificate, String type, Instant at, Json.Obj data, Function<Statement, Command> command) {
        try {
            certificates.state(
                    new Submitted(
                            type,
                            Optional.empty(),
                            Optional.of(certificate),
                            Optional.of(at),
                            operator,
                            data,
                            "",
                            Optional.empty()),
                    command);
        } catch (CertificateRefused e) {
            // Another node was first, or the store tells of it in a moment.
            log.atDebug().addKeyValue("why", e.reason()).log("nothing to keep");
        }
    }
}
