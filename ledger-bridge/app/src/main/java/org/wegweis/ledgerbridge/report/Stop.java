package org.wegweis.ledgerbridge.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;

/**
 * One box of a load's route.
 *
 * @param site of a carrier none, but of a store on the way
 * @param happenings in the order of the records
 */
record Stop(Role role, OrganisationId organisation, Optional<SiteNumber> site, List<Happening> happenings) {

    enum Role {
        GENERATOR,
        CARRIER,
        STORE,
        PLANT,
        /** A plant that the load is on the way to. */
        DESTINATION,
        BACK
    }

    enum What {
        OPENED,
        PICKED_UP,
        TAKEN_OVER,
        COLLECTED,
        HANDED_OVER,
        DELIVERED,
        ACCEPTED,
        REJECTED,
        TAKEN_BACK,
        CANCELLED
    }

    record Happening(What what, Instant at, Optional<Mass> mass) {}

    /** The route that these events make; corrections do not move a load and are no part of it. */
    static List<Stop> route(List<Event> events) {
        var stops = new ArrayList<Stop>();
        Optional<Party> plant = Optional.empty();
        Optional<SiteNumber> store = Optional.empty();
        boolean ended = false;
        for (var event : events) {
            switch (event) {
                case Event.Opened e -> {
                    plant = Optional.of(e.opening().plant());
                    at(
                            stops,
                            Role.GENERATOR,
                            e.opening().generator(),
                            e,
                            What.OPENED,
                            Optional.of(e.opening().declared()));
                }
                case Event.PickedUp e -> carried(stops, Optional.empty(), e.statement(), What.PICKED_UP, e.loaded());
                case Event.HandedOver e -> {
                    store = e.store();
                    last(stops, e, What.HANDED_OVER, Optional.empty());
                }
                case Event.TakenOver e -> carried(stops, store, e.statement(), What.TAKEN_OVER, Optional.empty());
                case Event.TransferNoteEntered e -> last(stops, e, What.COLLECTED, Optional.of(e.mass()));
                case Event.Delivered e -> {
                    ended = true;
                    if (plant.isPresent()) at(stops, Role.PLANT, plant.get(), e, What.DELIVERED, Optional.empty());
                }
                case Event.Accepted e -> last(stops, e, What.ACCEPTED, Optional.of(e.accepted()));
                case Event.PartlyAccepted e -> {
                    last(stops, e, What.ACCEPTED, Optional.of(e.accepted()));
                    last(stops, e, What.REJECTED, Optional.of(e.rejected()));
                }
                case Event.Rejected e -> last(stops, e, What.REJECTED, Optional.empty());
                case Event.TakenBack e ->
                    stops.add(new Stop(
                            Role.BACK,
                            e.statement().by().organisation(),
                            Optional.empty(),
                            happened(e.statement(), What.TAKEN_BACK, Optional.of(e.mass()))));
                case Event.Cancelled e -> {
                    ended = true;
                    last(stops, e, What.CANCELLED, Optional.empty());
                }
                case Event.Released _, Event.Corrected _, Event.CorrectionAgreed _, Event.CorrectionDeclined _ -> {}
            }
        }
        if (!ended && plant.isPresent()) {
            stops.add(new Stop(
                    Role.DESTINATION,
                    plant.get().organisation(),
                    Optional.of(plant.get().site()),
                    List.of()));
        }
        return stops;
    }

    private static void at(List<Stop> stops, Role role, Party party, Event event, What what, Optional<Mass> mass) {
        stops.add(new Stop(
                role, party.organisation(), Optional.of(party.site()), happened(event.statement(), what, mass)));
    }

    private static void carried(
            List<Stop> stops, Optional<SiteNumber> store, Statement statement, What what, Optional<Mass> mass) {
        var role = store.isPresent() ? Role.STORE : Role.CARRIER;
        stops.add(new Stop(role, statement.by().organisation(), store, happened(statement, what, mass)));
    }

    private static void last(List<Stop> stops, Event event, What what, Optional<Mass> mass) {
        if (!stops.isEmpty())
            stops.getLast()
                    .happenings()
                    .add(new Happening(what, event.statement().happenedAt(), mass));
    }

    private static List<Happening> happened(Statement statement, What what, Optional<Mass> mass) {
        return new ArrayList<>(List.of(new Happening(what, statement.happenedAt(), mass)));
    }
}
