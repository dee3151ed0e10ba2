package org.wegweis.tracking.keeping;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.certificate.Command;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State.Closed;
import org.wegweis.kernel.consignment.State.Existing;
import org.wegweis.kernel.consignment.State.File;
import org.wegweis.kernel.consignment.State.Opened;
import org.wegweis.kernel.consignment.State.Outcome;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.tracking.certificate.CertificateRefused;
import org.wegweis.tracking.certificate.Certificates;
import org.wegweis.tracking.statement.Submitted;

/** Draws a picked-up load from its certificate, settles an accepted or rejected one, and lets fall due what does so by time. */
final class CertificateKeeper implements Keeper {
    private static final Logger log = LoggerFactory.getLogger(CertificateKeeper.class);

    private final Certificates certificates;
    private final Actor operator;
    private final Approvals approvals;
    private final Map<UUID, Load> loads = new HashMap<>();
    /** Loads of which something may have to be stated, in the order in which they became so. */
    private final Set<UUID> open = new LinkedHashSet<>();

    /** @param operator for whom it states */
    CertificateKeeper(Certificates certificates, Approvals approvals, Actor operator) {
        this.certificates = certificates;
        this.approvals = approvals;
        this.operator = operator;
    }

    /** A load that names a certificate, with the time of its pick-up and of what was said last. */
    private record Load(org.wegweis.kernel.consignment.State state, Instant pickedUp, Instant last) {}

    @Override
    public void read(Stated event) {
        if (event instanceof Event e) consignment(e);
    }

    private void consignment(Event event) {
        var id = event.statement().subject();
        var at = event.statement().happenedAt();
        boolean uses = event instanceof Event.Opened(var _, var opening)
                ? opening.certificate().isPresent()
                : loads.containsKey(id);
        if (!uses) return;
        var before = loads.getOrDefault(id, new Load(org.wegweis.kernel.consignment.State.INITIAL, at, at));
        boolean pickUp = event instanceof Event.PickedUp;
        loads.put(id, new Load(Consignment.evolve(before.state(), event), pickUp ? at : before.pickedUp(), at));
        open.add(id);
    }

    @Override
    public void act(Instant now) {
        var today = BerlinDay.of(now);
        for (var certificate : approvals.all().entrySet()) {
            boolean due = Certificate.due(certificate.getValue())
                    .filter(day -> !day.isAfter(today))
                    .isPresent();
            if (due) {
                state(certificate.getKey(), "certificate.time-passed", now, Json.Obj.of(), Command.LetTimePass::new);
            }
        }
        open.removeIf(id -> settled(id, requireNonNull(loads.get(id))));
    }

    /** States what is missing; true if nothing will be until something is said of the load again. */
    private boolean settled(UUID consignment, Load load) {
        if (!(load.state() instanceof Existing here)) return true;
        var opening = here.file().opening();
        var certificate = opening.certificate().flatMap(approvals::id).orElse(null);
        if (here instanceof Opened) return true; // its pick-up will be said
        if (here instanceof Closed(var _, var outcome) && outcome == Outcome.CANCELLED) return true;
        if (certificate == null) return false;
        var existing = approvals.find(certificate);
        if (existing.isEmpty()) return false;
        var balance = existing.get().file().balance();
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

    private void state(UUID certificate, String type, Instant at, Json.Obj data, Function<Statement, Command> command) {
        try {
            certificates.state(Submitted.byItself(type, certificate, Optional.of(at), operator, data), command);
        } catch (CertificateRefused e) {
            // Another node was first, or the store tells of it in a moment.
            log.atDebug().addKeyValue("why", e.reason()).log("nothing to keep");
        }
    }
}
