package org.wegweis.projections.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.door.Caller;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.access.Sight;
import org.wegweis.projections.neighbour.Ledger;
import org.wegweis.projections.neighbour.Tracking;

/** Reads routes. */
@Component
class Routes {
    private final JdbcClient database;
    /** One statement sees what the others see. */
    private final TransactionTemplate moment;

    private final Tracking tracking;
    private final Ledger ledger;

    Routes(JdbcClient database, PlatformTransactionManager transactions, Tracking tracking, Ledger ledger) {
        this.database = database;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setReadOnly(true);
        this.tracking = tracking;
        this.ledger = ledger;
    }

    /** What a step's row holds, with the event that its data means. */
    private record StepRow(
            long version,
            UUID id,
            String type,
            long position,
            Instant happenedAt,
            Instant recordedAt,
            UUID organisation,
            String role,
            @Nullable String device,
            String entry,
            Event event) {}

    /** What the tables know of a consignment at one moment. */
    private record Known(
            UUID id,
            @Nullable String noteNumber,
            @Nullable String certificate,
            WasteCode waste,
            long declaredGrams,
            @Nullable Long acceptedGrams,
            @Nullable Long rejectedGrams,
            String state,
            @Nullable UUID holder,
            Party generator,
            Party plant,
            List<UUID> carriers,
            List<StepRow> steps) {}

    /** The consignment's route, if it exists for the caller. */
    Optional<Route> find(UUID id, Caller caller) {
        // Neighbours are asked when the connection is back in its pool: they may take their time.
        var known = moment.execute(_ -> known(id, caller));
        return known.map(consignment -> route(consignment, caller));
    }

    private Optional<Known> known(UUID id, Caller caller) {
        var sight = Sight.of(caller);
        var carriers = database.sql("select organisation from consignment_party where consignment = ?"
                        + " and role = 'carrier' order by since")
                .param(id)
                .query(UUID.class)
                .list();
        var steps = database.sql("select * from step where consignment = ? order by version")
                .param(id)
                .query((row, _) -> step(row))
                .list();
        return database.sql("select c.* from consignment c where c.id = ? and " + sight.condition())
                .param(id)
                .params(sight.parameters())
                .query((row, _) -> new Known(
                        id,
                        row.getString("note_number"),
                        row.getString("certificate"),
                        new WasteCode(row.getString("waste_code"), row.getBoolean("hazardous")),
                        row.getLong("declared_grams"),
                        row.getObject("accepted_grams", Long.class),
                        row.getObject("rejected_grams", Long.class),
                        row.getString("state"),
                        row.getObject("holder", UUID.class),
                        party(row, "generator"),
                        party(row, "plant"),
                        carriers,
                        steps))
                .optional();
    }

    private static Party party(ResultSet row, String party) throws SQLException {
        return new Party(
                new OrganisationId(row.getObject(party + "_organisation", UUID.class)),
                new SiteNumber(row.getString(party + "_site")));
    }

    private Route route(Known known, Caller caller) {
        var directory = tracking.directory(caller);
        var personal = tracking.personalValues(known.id(), caller);
        var status = ledger.status();
        return new Route(
                known.id(),
                known.noteNumber(),
                known.certificate(),
                known.waste().toString(),
                WasteCatalogue.AVV_2020
                        .find(known.waste().digits())
                        .map(WasteCatalogue.Entry::title)
                        .orElse(null),
                known.waste().hazardous(),
                known.declaredGrams(),
                known.acceptedGrams(),
                known.rejectedGrams(),
                known.state(),
                known.holder() == null ? null : hand(known.holder(), directory),
                place(known.generator(), directory),
                place(known.plant(), directory),
                known.carriers().stream()
                        .map(carrier -> hand(carrier, directory))
                        .toList(),
                steps(known.steps(), directory, personal.orElse(Map.of()), status),
                status.orElse(null),
                personal.isPresent() ? "shown" : "away");
    }

    private static Route.Hand hand(UUID organisation, Tracking.Directory directory) {
        return new Route.Hand(organisation, directory.names().get(organisation));
    }

    private static Route.Place place(Party party, Tracking.Directory directory) {
        var organisation = party.organisation().value();
        var site = directory.sites().get(party.site().toString());
        return new Route.Place(
                organisation,
                directory.names().get(organisation),
                party.site().toString(),
                site == null ? null : site.name(),
                site == null ? null : site.place(),
                party.site().land().german());
    }

    private static List<Route.Step> steps(
            List<StepRow> rows,
            Tracking.Directory directory,
            Map<UUID, Map<String, String>> personal,
            Optional<Ledger.Status> status) {
        var corrections = new HashMap<UUID, UUID>();
        for (var row : rows) {
            if (row.event() instanceof Event.Corrected corrected) {
                corrections.put(corrected.corrects().value(), row.id());
            }
        }
        var steps = new ArrayList<Route.Step>();
        for (var row : rows) {
            var said = Said.of(row.event(), directory);
            var values = personal.getOrDefault(row.id(), Map.of());
            steps.add(new Route.Step(
                    row.version(),
                    row.id(),
                    row.type(),
                    Words.title(row.event()),
                    row.happenedAt(),
                    row.recordedAt(),
                    row.organisation(),
                    directory.names().get(row.organisation()),
                    row.role(),
                    row.device(),
                    said.massGrams(),
                    said.rejectedGrams(),
                    said.wasteCode(),
                    said.noteNumber(),
                    said.reason(),
                    said.to(),
                    said.corrects(),
                    corrections.get(row.id()),
                    values.get("plate"),
                    values.get("driver"),
                    values.get("remark"),
                    values.get("place"),
                    row.position(),
                    row.entry(),
                    status.map(known -> proof(row.position(), known)).orElse("unknown")));
        }
        return steps;
    }

    private static String proof(long position, Ledger.Status status) {
        if (position < status.sealedSize()) return "sealed";
        return position < status.signedSize() ? "logged" : "recorded";
    }

    /** What differs from event to event. */
    private record Said(
            @Nullable Long massGrams,
            @Nullable Long rejectedGrams,
            @Nullable String wasteCode,
            @Nullable String noteNumber,
            @Nullable String reason,
            Route.@Nullable Hand to,
            @Nullable UUID corrects) {
        private static final Said NOTHING = new Said(null, null, null, null, null, null, null);

        static Said of(Event event, Tracking.Directory directory) {
            return switch (event) {
                case Event.Opened(var _, var opening) ->
                    new Said(
                            opening.declared().grams(),
                            null,
                            opening.waste().toString(),
                            opening.noteNumber().map(NoteNumber::toString).orElse(null),
                            null,
                            null,
                            null);
                case Event.PickedUp(var _, var loaded) ->
                    mass(loaded.map(Mass::grams).orElse(null));
                case Event.HandedOver(var _, var to) ->
                    new Said(null, null, null, null, null, hand(to.value(), directory), null);
                case Event.Delivered _, Event.Cancelled _ -> NOTHING;
                case Event.Accepted(var _, var accepted) -> mass(accepted.grams());
                case Event.PartlyAccepted(var _, var accepted, var rejected, var reason) ->
                    new Said(accepted.grams(), rejected.grams(), null, null, reason.text(), null, null);
                case Event.Rejected(var _, var reason) -> new Said(null, null, null, null, reason.text(), null, null);
                case Event.Corrected(var _, var corrects, Correction correction) ->
                    new Said(
                            correction.mass().map(Mass::grams).orElse(null),
                            null,
                            correction.waste().map(WasteCode::toString).orElse(null),
                            correction.noteNumber().map(NoteNumber::toString).orElse(null),
                            null,
                            null,
                            corrects.value());
            };
        }

        private static Said mass(@Nullable Long grams) {
            return new Said(grams, null, null, null, null, null, null);
        }
    }

    private static StepRow step(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var consignment = row.getObject("consignment", UUID.class);
        String type = row.getString("type");
        long version = row.getLong("version");
        long position = row.getLong("position");
        var happenedAt = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var organisation = row.getObject("organisation", UUID.class);
        String role = row.getString("role");
        String device = row.getString("device_key");
        var actor = new Actor(
                new OrganisationId(organisation),
                Actor.Role.parse(role),
                Optional.ofNullable(device).map(Hash::parse));
        var event = ConsignmentJson.event(
                type, new StatementId(id), consignment, actor, happenedAt, Optional.empty(), (Json.Obj)
                        Json.parse(row.getString("data")));
        return new StepRow(
                version,
                id,
                type,
                position,
                happenedAt,
                recordedAt,
                organisation,
                role,
                device,
                row.getString("entry"),
                event);
    }
}
