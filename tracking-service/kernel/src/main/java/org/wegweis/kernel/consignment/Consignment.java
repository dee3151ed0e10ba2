package org.wegweis.kernel.consignment;

import java.util.Map;
import java.util.Set;
import org.wegweis.kernel.consignment.State.Correctable;
import org.wegweis.kernel.consignment.State.Outcome;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.waste.Mass;

/** The rules of a consignment's way: {@link #decide} may refuse, {@link #evolve} never does. */
public final class Consignment {
    private Consignment() {}

    public static Decision decide(Command command, State state) {
        return switch (state) {
            case State.NotOpened() ->
                switch (command) {
                    case Command.Open open -> open(open);
                    case Command.PickUp _,
                            Command.HandOver _,
                            Command.Deliver _,
                            Command.Accept _,
                            Command.AcceptInPart _,
                            Command.Reject _,
                            Command.Correct _,
                            Command.Cancel _ -> refuse(new Refusal.NotOpened());
                };
            case State.Existing existing -> decideExisting(command, existing);
        };
    }

    private static Decision open(Command.Open c) {
        var opening = c.opening();
        var by = c.statement().by();
        if (by.role() != Role.DISPATCHER) return refuse(new Refusal.NotForRole(by.role()));
        boolean party = opening.generator().organisation().equals(by.organisation())
                || opening.carrier().equals(by.organisation())
                || opening.plant().organisation().equals(by.organisation());
        return party ? accept(c) : refuse(new Refusal.NotAParty(by.organisation()));
    }

    private static Decision decideExisting(Command command, State.Existing state) {
        var by = command.statement().by();
        var file = state.file();
        if (!file.parties().contains(by.organisation())) return refuse(new Refusal.NotAParty(by.organisation()));
        if (file.statements().containsKey(command.statement().id())) {
            return new Decision.Known(command.statement().id());
        }
        if (!mayState(by.role(), command)) return refuse(new Refusal.NotForRole(by.role()));
        return switch (command) {
            case Command.Open _ -> refuse(new Refusal.AlreadyOpened());
            case Command.PickUp c ->
                switch (state) {
                    case State.Opened _ -> asCarrier(c, file.opening().carrier());
                    case State.OnTheRoad _ -> refuse(new Refusal.AlreadyPickedUp());
                    case State.AtThePlant _ -> refuse(new Refusal.AlreadyDelivered());
                    case State.Closed closed -> refuse(new Refusal.AlreadyClosed(closed.outcome()));
                };
            case Command.HandOver c -> onTheRoad(c, state);
            case Command.Deliver c -> onTheRoad(c, state);
            case Command.Accept c -> atThePlant(c, state);
            case Command.AcceptInPart c -> {
                boolean part = !c.accepted().equals(Mass.NONE) && !c.rejected().equals(Mass.NONE);
                yield part ? atThePlant(c, state) : refuse(new Refusal.NotAPart());
            }
            case Command.Reject c -> atThePlant(c, state);
            case Command.Correct c -> correct(c, state);
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

    /** Who signs what (§11(1), §19 NachwV): drivers for the carrier, the gate for the plant, dispatchers for both. */
    private static boolean mayState(Role role, Command command) {
        return switch (command) {
            case Command.PickUp _, Command.HandOver _, Command.Deliver _ ->
                role == Role.DRIVER || role == Role.DISPATCHER;
            case Command.Accept _, Command.AcceptInPart _, Command.Reject _ ->
                role == Role.GATE || role == Role.DISPATCHER;
            case Command.Correct _ -> role == Role.DRIVER || role == Role.GATE || role == Role.DISPATCHER;
            case Command.Open _, Command.Cancel _ -> role == Role.DISPATCHER;
        };
    }

    private static Decision onTheRoad(Command c, State.Existing state) {
        return switch (state) {
            case State.Opened _ -> refuse(new Refusal.NotPickedUp());
            case State.OnTheRoad road -> asCarrier(c, road.carrier());
            case State.AtThePlant _ -> refuse(new Refusal.AlreadyDelivered());
            case State.Closed closed -> refuse(new Refusal.AlreadyClosed(closed.outcome()));
        };
    }

    private static Decision asCarrier(Command c, OrganisationId carrier) {
        return c.statement().by().organisation().equals(carrier)
                ? accept(c)
                : refuse(new Refusal.NotTheCarrier(carrier));
    }

    private static Decision atThePlant(Command c, State.Existing state) {
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

    private static Decision correct(Command.Correct c, State.Existing state) {
        if (state instanceof State.Closed closed && closed.outcome() == Outcome.CANCELLED) {
            return refuse(new Refusal.AlreadyClosed(Outcome.CANCELLED));
        }
        var stated = state.file().statements().get(c.corrects());
        if (stated == null) return refuse(new Refusal.NothingStated(c.corrects()));
        if (!stated.by().equals(c.statement().by().organisation())) {
            return refuse(new Refusal.NotYourStatement(c.corrects()));
        }
        boolean load = c.correction().waste().isPresent()
                || c.correction().noteNumber().isPresent();
        return switch (stated.correctable()) {
            case LOAD_AND_MASS -> accept(c);
            case MASS -> load ? refuse(new Refusal.NotStatedThere(c.corrects())) : accept(c);
            case NOTHING -> refuse(new Refusal.NotStatedThere(c.corrects()));
        };
    }

    public static State evolve(State state, Event event) {
        var by = event.statement().by().organisation();
        var id = event.statement().id();
        return switch (event) {
            case Event.Opened e ->
                new State.Opened(new State.File(
                        e.opening(),
                        by,
                        Set.of(e.opening().carrier()),
                        Map.of(id, new State.Stated(by, Correctable.LOAD_AND_MASS))));
            case Event.PickedUp e ->
                new State.OnTheRoad(
                        stated(state, e, e.loaded().isPresent() ? Correctable.MASS : Correctable.NOTHING), by);
            case Event.HandedOver e ->
                new State.OnTheRoad(stated(state, e, Correctable.NOTHING).with(e.to()), e.to());
            case Event.Delivered e -> new State.AtThePlant(stated(state, e, Correctable.NOTHING));
            case Event.Accepted e -> new State.Closed(stated(state, e, Correctable.MASS), Outcome.ACCEPTED);
            case Event.PartlyAccepted e ->
                new State.Closed(stated(state, e, Correctable.NOTHING), Outcome.PARTLY_ACCEPTED);
            case Event.Rejected e -> new State.Closed(stated(state, e, Correctable.NOTHING), Outcome.REJECTED);
            case Event.Corrected e -> corrected(state, e);
            case Event.Cancelled e -> new State.Closed(stated(state, e, Correctable.NOTHING), Outcome.CANCELLED);
        };
    }

    private static State.File stated(State state, Event event, Correctable correctable) {
        var statement = event.statement();
        return file(state).with(statement.id(), new State.Stated(statement.by().organisation(), correctable));
    }

    private static State corrected(State state, Event.Corrected e) {
        var file = stated(state, e, Correctable.NOTHING);
        var original = file.statements().get(e.corrects());
        if (original != null && original.correctable() == Correctable.LOAD_AND_MASS) {
            file = file.with(file.opening().corrected(e.correction()));
        }
        return switch (state) {
            case State.NotOpened _ -> throw noFile();
            case State.Opened _ -> new State.Opened(file);
            case State.OnTheRoad road -> new State.OnTheRoad(file, road.carrier());
            case State.AtThePlant _ -> new State.AtThePlant(file);
            case State.Closed closed -> new State.Closed(file, closed.outcome());
        };
    }

    private static State.File file(State state) {
        return switch (state) {
            case State.NotOpened _ -> throw noFile();
            case State.Existing existing -> existing.file();
        };
    }

    private static IllegalStateException noFile() {
        return new IllegalStateException("an event before the opening: the store is damaged");
    }

    /** What has happened once that command is accepted. */
    static Event happened(Command command) {
        return switch (command) {
            case Command.Open(var s, var opening) -> new Event.Opened(s, opening);
            case Command.PickUp(var s, var loaded) -> new Event.PickedUp(s, loaded);
            case Command.HandOver(var s, var to) -> new Event.HandedOver(s, to);
            case Command.Deliver(var s) -> new Event.Delivered(s);
            case Command.Accept(var s, var accepted) -> new Event.Accepted(s, accepted);
            case Command.AcceptInPart(var s, var accepted, var rejected, var reason) ->
                new Event.PartlyAccepted(s, accepted, rejected, reason);
            case Command.Reject(var s, var reason) -> new Event.Rejected(s, reason);
            case Command.Correct(var s, var corrects, var correction) -> new Event.Corrected(s, corrects, correction);
            case Command.Cancel(var s) -> new Event.Cancelled(s);
        };
    }

    private static Decision accept(Command command) {
        return new Decision.Accepted(happened(command));
    }

    private static Decision refuse(Refusal why) {
        return new Decision.Refused(why);
    }
}
