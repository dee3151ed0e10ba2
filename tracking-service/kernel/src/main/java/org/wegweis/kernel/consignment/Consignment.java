package org.wegweis.kernel.consignment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wegweis.kernel.consignment.State.Correctable;
import org.wegweis.kernel.consignment.State.Outcome;
import org.wegweis.kernel.consignment.State.Standing;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

/** The rules of a consignment's way: {@link #decide} may refuse, {@link #evolve} never does. */
public final class Consignment {
    private Consignment() {}

    public static Decision<Event, Refusal> decide(Command command, State state) {
        return switch (state) {
            case State.NotOpened() ->
                switch (command) {
                    case Command.Open open -> open(open);
                    case Command.Release _,
                            Command.PickUp _,
                            Command.HandOver _,
                            Command.TakeOver _,
                            Command.EnterTransferNote _,
                            Command.Deliver _,
                            Command.Accept _,
                            Command.AcceptInPart _,
                            Command.Reject _,
                            Command.TakeBack _,
                            Command.Correct _,
                            Command.AgreeTo _,
                            Command.Decline _,
                            Command.Cancel _ -> refuse(new Refusal.NotOpened());
                };
            case State.Existing existing -> decideExisting(command, existing);
        };
    }

    private static Decision<Event, Refusal> open(Command.Open c) {
        var opening = c.opening();
        var by = c.statement().by();
        if (by.role() != Role.DISPATCHER) return refuse(new Refusal.NotForRole(by.role()));
        boolean party = opening.generator().organisation().equals(by.organisation())
                || opening.carrier().equals(by.organisation())
                || opening.plant().organisation().equals(by.organisation());
        if (!party) return refuse(new Refusal.NotAParty(by.organisation()));
        boolean collection = opening.generator().site().ofCollection();
        boolean numbered =
                opening.certificate().isEmpty() || opening.certificate().get().collective() == collection;
        if (!numbered) {
            return refuse(
                    new Refusal.NotTheNumberOfACollection(opening.generator().site()));
        }
        boolean collector = opening.generator().organisation().equals(opening.carrier());
        return collection && !collector ? refuse(new Refusal.NotTheCollector(opening.carrier())) : accept(c);
    }

    private static Decision<Event, Refusal> decideExisting(Command command, State.Existing state) {
        var by = command.statement().by();
        var file = state.file();
        // Transfer notes tell by themselves where they were entered; everything else is a party's word.
        boolean may = command instanceof Command.EnterTransferNote || file.party(by.organisation());
        if (!may) return refuse(new Refusal.NotAParty(by.organisation()));
        if (file.statements().containsKey(command.statement().id())) {
            return new Decision.Known<>(command.statement().id());
        }
        if (!mayState(by.role(), command)) return refuse(new Refusal.NotForRole(by.role()));
        return switch (command) {
            case Command.Open _ -> refuse(new Refusal.AlreadyOpened());
            case Command.Release c -> release(c, state);
            case Command.PickUp c ->
                switch (state) {
                    case State.Opened _ -> asCarrier(c, file.opening().carrier());
                    case State.OnTheRoad _ -> refuse(new Refusal.AlreadyPickedUp());
                    case State.AtThePlant _ -> refuse(new Refusal.AlreadyDelivered());
                    case State.Closed closed -> refuse(new Refusal.AlreadyClosed(closed.outcome()));
                };
            case Command.HandOver c -> onTheRoad(c, state, holder -> handOver(c, holder));
            case Command.TakeOver c ->
                onTheRoad(c, state, holder -> holder.named() ? refuse(new Refusal.AlreadyTakenOver()) : accept(c));
            case Command.Deliver c ->
                onTheRoad(
                        c,
                        state,
                        holder -> holder.store()
                                .<Decision<Event, Refusal>>map(store -> refuse(new Refusal.InAStore(store)))
                                .orElseGet(() -> accept(c)));
            case Command.Accept c -> atThePlant(c, state);
            case Command.AcceptInPart c -> {
                boolean part = !c.accepted().equals(Mass.NONE) && !c.rejected().equals(Mass.NONE);
                yield part ? atThePlant(c, state) : refuse(new Refusal.NotAPart());
            }
            case Command.Reject c -> atThePlant(c, state);
            case Command.EnterTransferNote c -> enter(c, state);
            case Command.TakeBack c -> takeBack(c, state);
            case Command.Correct c -> correct(c, state);
            case Command.AgreeTo c -> speak(c, c.correction(), file, false);
            case Command.Decline c -> speak(c, c.correction(), file, true);
            case Command.Cancel c ->
                switch (state) {
                    case State.Opened _ ->
                        by.organisation().equals(file.openedBy()) ? accept(c) : refuse(new Refusal.NotTheOpener());
                    case State.OnTheRoad _ -> refuse(new Refusal.AlreadyPickedUp());
                    case State.AtThePlant _ -> refuse(new Refusal.AlreadyDelivered());
                    case State.Closed closed -> refuse(new Refusal.AlreadyClosed(closed.outcome()));
                };
        };
    }

    /** Who signs what (§11(1), §19 NachwV): drivers for the carrier, the gate for a site, dispatchers for both. */
    private static boolean mayState(Role role, Command command) {
        return switch (command) {
            case Command.PickUp _, Command.Deliver _ -> role == Role.DRIVER || role == Role.DISPATCHER;
            case Command.HandOver _, Command.TakeOver _, Command.Correct _ ->
                role == Role.DRIVER || role == Role.GATE || role == Role.DISPATCHER;
            case Command.Release _,
                    Command.Accept _,
                    Command.AcceptInPart _,
                    Command.Reject _,
                    Command.TakeBack _,
                    Command.AgreeTo _,
                    Command.Decline _ -> role == Role.GATE || role == Role.DISPATCHER;
            case Command.Open _, Command.Cancel _ -> role == Role.DISPATCHER;
            case Command.EnterTransferNote _ -> role == Role.OPERATOR;
        };
    }

    /** At the latest at hand-over (§11(1) Satz 1 Nr. 1 NachwV); a late name is better than none. */
    private static Decision<Event, Refusal> release(Command.Release c, State.Existing state) {
        var generator = state.file().opening().generator().organisation();
        if (!c.statement().by().organisation().equals(generator)) {
            return refuse(new Refusal.NotTheGenerator(generator));
        }
        if (state.file().released()) return refuse(new Refusal.AlreadyReleased());
        return state instanceof State.Closed closed && closed.outcome() == Outcome.CANCELLED
                ? refuse(new Refusal.AlreadyClosed(Outcome.CANCELLED))
                : accept(c);
    }

    private static Decision<Event, Refusal> onTheRoad(
            Command c, State.Existing state, Function<State.Holder, Decision<Event, Refusal>> decide) {
        return switch (state) {
            case State.Opened _ -> refuse(new Refusal.NotPickedUp());
            case State.OnTheRoad(var _, var holder) ->
                c.statement().by().organisation().equals(holder.organisation())
                        ? decide.apply(holder)
                        : refuse(new Refusal.NotTheCarrier(holder.organisation()));
            case State.AtThePlant _ -> refuse(new Refusal.AlreadyDelivered());
            case State.Closed closed -> refuse(new Refusal.AlreadyClosed(closed.outcome()));
        };
    }

    private static Decision<Event, Refusal> handOver(Command.HandOver c, State.Holder holder) {
        boolean same = c.to().equals(holder.organisation()) && c.store().equals(holder.store());
        return same ? refuse(new Refusal.AlreadyHoldsIt(c.to())) : accept(c);
    }

    private static Decision<Event, Refusal> asCarrier(Command c, OrganisationId carrier) {
        return c.statement().by().organisation().equals(carrier)
                ? accept(c)
                : refuse(new Refusal.NotTheCarrier(carrier));
    }

    private static Decision<Event, Refusal> atThePlant(Command c, State.Existing state) {
        return switch (state) {
            case State.Opened _ -> refuse(new Refusal.NotPickedUp());
            case State.OnTheRoad _ -> refuse(new Refusal.NotDelivered());
            case State.AtThePlant(var file) -> {
                var plant = file.opening().plant().organisation();
                yield c.statement().by().organisation().equals(plant)
                        ? accept(c)
                        : refuse(new Refusal.NotThePlant(plant));
            }
            case State.Closed closed -> refuse(new Refusal.AlreadyClosed(closed.outcome()));
        };
    }

    /** Before the load is handed to the plant (§13(1) Satz 4 NachwV). */
    private static Decision<Event, Refusal> enter(Command.EnterTransferNote c, State.Existing state) {
        var file = state.file();
        var opening = file.opening();
        if (!opening.generator().site().ofCollection()) return refuse(new Refusal.NotCollective());
        if (file.collected().containsKey(c.transferNote())) {
            return refuse(new Refusal.TransferNoteAlreadyEntered(c.transferNote()));
        }
        return switch (state) {
            case State.Opened _, State.OnTheRoad _ -> {
                var land = opening.generator().site().land();
                if (!c.waste().equals(opening.waste())) yield refuse(new Refusal.OtherWaste(opening.waste()));
                yield c.site().land() == land ? accept(c) : refuse(new Refusal.OtherLand(land));
            }
            case State.AtThePlant _ -> refuse(new Refusal.AlreadyDelivered());
            case State.Closed closed -> refuse(new Refusal.AlreadyClosed(closed.outcome()));
        };
    }

    private static Decision<Event, Refusal> takeBack(Command.TakeBack c, State.Existing state) {
        var back = state.file().back();
        if (back.isEmpty()) return refuse(new Refusal.NothingRejected());
        var to = back.get().to().organisation();
        if (!c.statement().by().organisation().equals(to)) return refuse(new Refusal.NotWhereItGoes(to));
        return back.get().arrived().isPresent() ? refuse(new Refusal.AlreadyTakenBack()) : accept(c);
    }

    private static Decision<Event, Refusal> correct(Command.Correct c, State.Existing state) {
        if (state instanceof State.Closed closed && closed.outcome() == Outcome.CANCELLED) {
            return refuse(new Refusal.AlreadyClosed(Outcome.CANCELLED));
        }
        var by = c.statement().by();
        var stated = state.file().statements().get(c.corrects());
        if (stated == null) return refuse(new Refusal.NothingStated(c.corrects()));
        if (!stated.by().equals(by.organisation())) return refuse(new Refusal.NotYourStatement(c.corrects()));
        boolean massOnly =
                c.correction().waste().isEmpty() && c.correction().noteNumber().isEmpty();
        boolean stands = switch (stated.correctable()) {
            case OPENING -> true;
            case LOADED_MASS, ACCEPTED_MASS -> massOnly;
            case NOTHING -> false;
        };
        if (!stands) return refuse(new Refusal.NotStatedThere(c.corrects()));
        // Whoever may not declare a load may not change what was declared.
        if (stated.correctable() == Correctable.OPENING && by.role() != Role.DISPATCHER) {
            return refuse(new Refusal.NotForRole(by.role()));
        }
        return state.file()
                .pending(c.corrects())
                .<Decision<Event, Refusal>>map(pending -> refuse(new Refusal.CorrectionPending(pending)))
                .orElseGet(() -> accept(c));
    }

    private static Decision<Event, Refusal> speak(
            Command c, StatementId correction, State.File file, boolean declining) {
        var layer = file.layers().get(correction);
        if (layer == null) return refuse(new Refusal.NothingStated(correction));
        if (layer.standing() != Standing.PENDING) return refuse(new Refusal.CorrectionSettled(correction));
        var by = c.statement().by().organisation();
        boolean own = declining && layer.by().equals(by);
        return own || layer.asked().contains(by) ? accept(c) : refuse(new Refusal.NotAsked(correction));
    }

    public static State evolve(State state, Event event) {
        var by = event.statement().by().organisation();
        var id = event.statement().id();
        return switch (event) {
            case Event.Opened e ->
                new State.Opened(new State.File(
                        e.opening(),
                        by,
                        List.of(e.opening().carrier()),
                        false,
                        State.Masses.NONE,
                        Optional.empty(),
                        Map.of(),
                        Map.of(id, new State.Stated(by, Correctable.OPENING)),
                        Map.of()));
            case Event.Released e ->
                in(state, stated(state, e, Correctable.NOTHING).nowReleased());
            case Event.PickedUp e -> {
                var correctable = e.loaded().isPresent() ? Correctable.LOADED_MASS : Correctable.NOTHING;
                var file = stated(state, e, correctable)
                        .with(new State.Masses(e.loaded(), Optional.empty(), Optional.empty()));
                yield new State.OnTheRoad(file, new State.Holder(by, Optional.empty(), true));
            }
            case Event.HandedOver e ->
                new State.OnTheRoad(
                        stated(state, e, Correctable.NOTHING).with(e.to()), new State.Holder(e.to(), e.store(), false));
            case Event.TakenOver e -> {
                var store =
                        state instanceof State.OnTheRoad road ? road.holder().store() : Optional.<SiteNumber>empty();
                yield new State.OnTheRoad(stated(state, e, Correctable.NOTHING), new State.Holder(by, store, true));
            }
            case Event.TransferNoteEntered e ->
                in(
                        state,
                        stated(state, e, Correctable.NOTHING)
                                .with(e.transferNote(), new State.Collected(e.site(), e.mass())));
            case Event.Delivered e -> new State.AtThePlant(stated(state, e, Correctable.NOTHING));
            case Event.Accepted e ->
                new State.Closed(
                        weighed(stated(state, e, Correctable.ACCEPTED_MASS), e.accepted(), Optional.empty()),
                        Outcome.ACCEPTED);
            case Event.PartlyAccepted e ->
                new State.Closed(
                        rejected(
                                weighed(
                                        stated(state, e, Correctable.ACCEPTED_MASS),
                                        e.accepted(),
                                        Optional.of(e.rejected())),
                                e.goesTo()),
                        Outcome.PARTLY_ACCEPTED);
            case Event.Rejected e ->
                new State.Closed(
                        rejected(
                                weighed(stated(state, e, Correctable.NOTHING), Mass.NONE, Optional.empty()),
                                e.goesTo()),
                        Outcome.REJECTED);
            case Event.TakenBack e -> {
                var file = stated(state, e, Correctable.NOTHING);
                yield in(
                        state,
                        file.back()
                                .map(back -> file.with(new State.Back(back.to(), Optional.of(e.mass()))))
                                .orElse(file));
            }
            case Event.Corrected e -> {
                var file = stated(state, e, Correctable.NOTHING);
                var asked = asked(file, by);
                var layer = new State.Layer(e.corrects(), e.correction(), by, asked, Standing.PENDING);
                yield in(state, asked.isEmpty() ? inForce(file, id, layer) : file.with(id, layer));
            }
            case Event.CorrectionAgreed e -> in(state, agreed(stated(state, e, Correctable.NOTHING), e));
            case Event.CorrectionDeclined e -> {
                var file = stated(state, e, Correctable.NOTHING);
                var layer = layer(file, e.correction());
                yield in(
                        state,
                        file.with(
                                e.correction(),
                                new State.Layer(
                                        layer.corrects(),
                                        layer.correction(),
                                        layer.by(),
                                        layer.asked(),
                                        Standing.DECLINED)));
            }
            case Event.Cancelled e -> new State.Closed(stated(state, e, Correctable.NOTHING), Outcome.CANCELLED);
        };
    }

    private static State.File stated(State state, Event event, Correctable correctable) {
        var statement = event.statement();
        return file(state).with(statement.id(), new State.Stated(statement.by().organisation(), correctable));
    }

    private static State.File weighed(State.File file, Mass accepted, Optional<Mass> rejected) {
        return file.with(new State.Masses(file.masses().loaded(), Optional.of(accepted), rejected));
    }

    /** Back to where it came from, unless the plant names another site. */
    private static State.File rejected(State.File file, Optional<Party> goesTo) {
        return file.with(new State.Back(goesTo.orElse(file.opening().generator()), Optional.empty()));
    }

    /** All other parties that have put their name to the note as it was (§11(6) NachwV). */
    private static Set<OrganisationId> asked(State.File file, OrganisationId by) {
        return file.statements().values().stream()
                .map(State.Stated::by)
                .filter(organisation -> !organisation.equals(by) && file.party(organisation))
                .collect(Collectors.toSet());
    }

    private static State.File agreed(State.File file, Event.CorrectionAgreed e) {
        var layer = layer(file, e.correction());
        var asked = new HashSet<>(layer.asked());
        asked.remove(e.statement().by().organisation());
        var less = new State.Layer(layer.corrects(), layer.correction(), layer.by(), asked, Standing.PENDING);
        return asked.isEmpty() ? inForce(file, e.correction(), less) : file.with(e.correction(), less);
    }

    private static State.File inForce(State.File file, StatementId id, State.Layer layer) {
        var correction = layer.correction();
        var masses = file.masses();
        var with =
                file.with(id, new State.Layer(layer.corrects(), correction, layer.by(), Set.of(), Standing.IN_FORCE));
        return switch (corrected(file, layer).correctable()) {
            case OPENING -> with.with(file.opening().corrected(correction));
            case LOADED_MASS -> with.with(new State.Masses(correction.mass(), masses.accepted(), masses.rejected()));
            case ACCEPTED_MASS -> with.with(new State.Masses(masses.loaded(), correction.mass(), masses.rejected()));
            case NOTHING -> throw damaged("a correction of nothing");
        };
    }

    private static State.Stated corrected(State.File file, State.Layer layer) {
        var stated = file.statements().get(layer.corrects());
        if (stated == null) throw damaged("a correction of what nobody stated");
        return stated;
    }

    private static State.Layer layer(State.File file, StatementId correction) {
        var layer = file.layers().get(correction);
        if (layer == null) throw damaged("an answer to a correction that nobody made");
        return layer;
    }

    /** The same place with more in its file. */
    private static State in(State state, State.File file) {
        return switch (state) {
            case State.NotOpened _ -> throw damaged("an event before the opening");
            case State.Opened _ -> new State.Opened(file);
            case State.OnTheRoad road -> new State.OnTheRoad(file, road.holder());
            case State.AtThePlant _ -> new State.AtThePlant(file);
            case State.Closed closed -> new State.Closed(file, closed.outcome());
        };
    }

    private static State.File file(State state) {
        return switch (state) {
            case State.NotOpened _ -> throw damaged("an event before the opening");
            case State.Existing existing -> existing.file();
        };
    }

    private static IllegalStateException damaged(String what) {
        return new IllegalStateException(what + ": the store is damaged");
    }

    /** What has happened once that command is accepted. */
    static Event happened(Command command) {
        return switch (command) {
            case Command.Open(var s, var opening) -> new Event.Opened(s, opening);
            case Command.Release(var s) -> new Event.Released(s);
            case Command.PickUp(var s, var loaded, var agreement) -> new Event.PickedUp(s, loaded, agreement);
            case Command.HandOver(var s, var to, var store) -> new Event.HandedOver(s, to, store);
            case Command.TakeOver(var s, var agreement) -> new Event.TakenOver(s, agreement);
            case Command.EnterTransferNote(var s, var note, var site, var waste, var mass) ->
                new Event.TransferNoteEntered(s, note, site, waste, mass);
            case Command.Deliver(var s) -> new Event.Delivered(s);
            case Command.Accept(var s, var accepted) -> new Event.Accepted(s, accepted);
            case Command.AcceptInPart(var s, var accepted, var rejected, var reason, var goesTo) ->
                new Event.PartlyAccepted(s, accepted, rejected, reason, goesTo);
            case Command.Reject(var s, var reason, var goesTo) -> new Event.Rejected(s, reason, goesTo);
            case Command.TakeBack(var s, var mass) -> new Event.TakenBack(s, mass);
            case Command.Correct(var s, var corrects, var correction) -> new Event.Corrected(s, corrects, correction);
            case Command.AgreeTo(var s, var correction) -> new Event.CorrectionAgreed(s, correction);
            case Command.Decline(var s, var correction) -> new Event.CorrectionDeclined(s, correction);
            case Command.Cancel(var s) -> new Event.Cancelled(s);
        };
    }

    private static Decision<Event, Refusal> accept(Command command) {
        return new Decision.Accepted<>(happened(command));
    }

    private static Decision<Event, Refusal> refuse(Refusal why) {
        return new Decision.Refused<>(why);
    }
}
