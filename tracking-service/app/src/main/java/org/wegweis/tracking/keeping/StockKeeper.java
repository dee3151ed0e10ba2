package org.wegweis.tracking.keeping;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State.Closed;
import org.wegweis.kernel.consignment.State.Existing;
import org.wegweis.kernel.consignment.State.File;
import org.wegweis.kernel.consignment.State.Outcome;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.stock.Command;
import org.wegweis.kernel.stock.Lot;
import org.wegweis.kernel.stock.LotId;
import org.wegweis.kernel.stock.Source;
import org.wegweis.kernel.stock.State;
import org.wegweis.kernel.stock.Stock;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.kernel.stock.StockJson;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.transfernote.TransferNote;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.stock.StockRefused;
import org.wegweis.tracking.stock.Stocks;

/** Takes into a plant's stock what it accepts, corrects it, takes back what was rejected elsewhere, and undoes what never left. */
final class StockKeeper implements Keeper {
    private static final Logger log = LoggerFactory.getLogger(StockKeeper.class);

    private final Stocks stocks;
    private final Approvals approvals;
    private final Actor operator;
    private final Map<UUID, State> states = new HashMap<>();
    private final Map<UUID, Load> loads = new HashMap<>();
    private final Map<UUID, Note> notes = new HashMap<>();
    /** Loads and transfer notes of which something may have to be stated, in the order in which they became so. */
    private final Set<UUID> open = new LinkedHashSet<>();

    /** @param operator for whom it states */
    StockKeeper(Stocks stocks, Approvals approvals, Actor operator) {
        this.stocks = stocks;
        this.approvals = approvals;
        this.operator = operator;
    }

    /** A consignment, with the time of what was said last. */
    private record Load(org.wegweis.kernel.consignment.State state, Instant last) {}

    /** A transfer note, with the time of what was said last. */
    private record Note(org.wegweis.kernel.transfernote.State state, Instant last) {}

    @Override
    public void read(Stated event) {
        var id = event.statement().subject();
        var at = event.statement().happenedAt();
        switch (event) {
            case org.wegweis.kernel.stock.Event e -> {
                states.put(id, Stock.evolve(states.getOrDefault(id, State.INITIAL), e));
                // It may be cancelled or rejected already.
                if (e instanceof org.wegweis.kernel.stock.Event.PassedOn on) {
                    open.add(on.consignment().value());
                }
            }
            case Event e -> {
                var before = loads.get(id);
                var state = before == null ? org.wegweis.kernel.consignment.State.INITIAL : before.state();
                loads.put(id, new Load(Consignment.evolve(state, e), at));
                open.add(id);
            }
            case org.wegweis.kernel.transfernote.Event e -> {
                var before = notes.get(id);
                var state = before == null ? org.wegweis.kernel.transfernote.State.INITIAL : before.state();
                notes.put(id, new Note(TransferNote.evolve(state, e), at));
                open.add(id);
            }
            default -> {} // moves no waste
        }
    }

    @Override
    public void act(Instant now) {
        open.removeIf(id -> {
            var load = loads.get(id);
            if (load != null && load.state() instanceof Existing here) load(id, here, load.last());
            var note = notes.get(id);
            if (note != null && note.state() instanceof org.wegweis.kernel.transfernote.State.Existing here) {
                note(id, here, note.last());
            }
            return true;
        });
    }

    private void load(UUID id, Existing here, Instant at) {
        var file = here.file();
        var opening = file.opening();
        boolean cancelled = here instanceof Closed(var _, var outcome) && outcome == Outcome.CANCELLED;
        boolean passedOn = passedOn(opening.generator().site(), id);
        if (cancelled && passedOn) {
            var origin = StockId.of(opening.generator().site());
            state(
                    origin,
                    StockJson.PASS_ON_UNDONE,
                    at,
                    Json.Obj.of().with("consignment", id.toString()),
                    s -> new Command.UndoPassOn(s, new ConsignmentId(id)));
        }
        var operation = opening.certificate()
                .flatMap(approvals::id)
                .flatMap(approvals::find)
                .map(certificate -> certificate.file().declaration().operation());
        file.masses()
                .accepted()
                .ifPresent(
                        mass -> takeIn(opening.plant(), id, Source.CONSIGNMENT, opening.waste(), mass, operation, at));
        if (passedOn) back(id, file, at);
    }

    /** What was passed on from here, was rejected, and has come back. */
    private void back(UUID id, File file, Instant at) {
        var generator = file.opening().generator();
        boolean elsewhere = !file.opening().plant().site().equals(generator.site());
        file.back()
                .filter(back -> elsewhere && back.to().site().equals(generator.site()))
                .flatMap(org.wegweis.kernel.consignment.State.Back::arrived)
                .ifPresent(mass ->
                        takeIn(generator, id, Source.RETURN, file.opening().waste(), mass, Optional.empty(), at));
    }

    private void note(UUID id, org.wegweis.kernel.transfernote.State.Existing here, Instant at) {
        var content = here.file().content();
        if (content.certificate().isPresent()) return; // it comes in with its collective load
        boolean cancelled = here instanceof org.wegweis.kernel.transfernote.State.Cancelled;
        site(id, content).ifPresent(site -> {
            var party = new Party(content.taker(), site);
            var mass = cancelled ? Mass.NONE : content.mass();
            takeIn(party, id, Source.TRANSFER_NOTE, content.waste(), mass, Optional.empty(), at);
        });
    }

    /** A transfer note names no site of the plant's: where it was taken in, there it stays. */
    private Optional<SiteNumber> site(UUID note, Content content) {
        var lot = new LotId(note);
        return states.values().stream()
                .filter(state -> state instanceof State.Begun begun
                        && begun.site().organisation().equals(content.taker())
                        && begun.lots().has(lot))
                .map(state -> ((State.Begun) state).site().site())
                .findFirst()
                .or(() -> stocks.onlySite(content.taker()));
    }

    /** @param mass all that came in, by what is said now; nothing if it never did */
    private void takeIn(
            Party site, UUID id, Source from, WasteCode waste, Mass mass, Optional<Operation> operation, Instant at) {
        var stock = StockId.of(site.site());
        var lot = new LotId(id);
        var json = Json.Obj.of().with("lot", id.toString());
        var held = states.get(stock.value()) instanceof State.Begun begun
                ? begun.lots().get(lot)
                : Optional.<Lot>empty();
        if (held.isEmpty() && !mass.equals(Mass.NONE)) {
            begin(site, at);
            state(stock, StockJson.TAKEN_IN, at, json, s -> new Command.TakeIn(s, lot, from, waste, mass, operation));
        }
        // A lot that the plant itself has counted under that id has no intake, and stays as it was counted.
        var intake = held.flatMap(Lot::intake);
        if (intake.isPresent() && !intake.get().equals(mass)) {
            state(stock, StockJson.INTAKE_CORRECTED, at, json, s -> new Command.CorrectIntake(s, lot, mass));
        }
    }

    private boolean passedOn(SiteNumber site, UUID consignment) {
        return states.get(StockId.of(site).value()) instanceof State.Begun begun
                && begun.passedOn().has(new ConsignmentId(consignment));
    }

    private void begin(Party site, Instant at) {
        if (states.get(StockId.of(site.site()).value()) instanceof State.Begun) return;
        try {
            stocks.begin(site, at);
        } catch (StockRefused e) {
            log.atDebug().addKeyValue("why", e.reason()).log("nothing to begin");
        }
    }

    private void state(StockId stock, String type, Instant at, Json.Obj data, Function<Statement, Command> command) {
        try {
            var _ = stocks.state(Submitted.byItself(type, stock.value(), Optional.of(at), operator, data), command);
        } catch (StockRefused e) {
            // Another node was first, or the store tells of it in a moment.
            log.atDebug().addKeyValue("why", e.reason()).log("nothing to keep");
        }
    }
}
