package org.wegweis.projections.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.door.Caller;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Reason;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.event.Words;
import org.wegweis.kernel.finding.FarAway;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.finding.Findings;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Paper;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.CheckDigit;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.projections.access.Sight;
import org.wegweis.projections.feed.ReadRecord;
import org.wegweis.projections.finding.Inspection;
import org.wegweis.projections.neighbour.Ledger;
import org.wegweis.projections.neighbour.Tracking;
import org.wegweis.projections.outage.Papers;

/** Reads routes. */
@Component
class Routes {
    private final JdbcClient database;
    private final JdbcOperations tables;
    /** One statement sees what the others see. */
    private final TransactionTemplate moment;

    private final Inspection inspection;
    private final Tracking tracking;
    private final Ledger ledger;
    private final CheckDigit checkDigit;
    private final InstantSource clock;

    Routes(
            JdbcOperations tables,
            PlatformTransactionManager transactions,
            Inspection inspection,
            Tracking tracking,
            Ledger ledger,
            CheckDigit checkDigit,
            InstantSource clock) {
        this.database = JdbcClient.create(tables);
        this.tables = tables;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setReadOnly(true);
        this.inspection = inspection;
        this.tracking = tracking;
        this.ledger = ledger;
        this.checkDigit = checkDigit;
        this.clock = clock;
    }

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
            List<ReadRecord> steps,
            List<Paper> papers,
            List<Found> findings) {}

    /** The consignment's route, if it exists for the caller. */
    Optional<Route> find(UUID id, Caller caller) {
        // Neighbours are asked when the connection is back in its pool: they may take their time.
        var known = moment.execute(_ -> known(id, caller));
        return known.map(consignment -> route(consignment, caller));
    }

    private Optional<Known> known(UUID id, Caller caller) {
        var sight = Sight.of(caller);
        var carriers = database.sql("select organisation from consignment_party where consignment = ?"
                        + " and carrier_since is not null order by carrier_since")
                .param(id)
                .query(UUID.class)
                .list();
        var steps = database.sql("select * from record where subject = ? order by version")
                .param(id)
                .query((row, _) -> ReadRecord.of(row))
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
                        steps,
                        Papers.of(tables, Set.of(id)).getOrDefault(id, List.of()),
                        inspection.of(tables, steps, clock.instant())))
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
                numberCheck(known).text(),
                known.waste().toString(),
                WasteList.EUROPEAN
                        .find(
                                known.waste().digits(),
                                BerlinDay.of(known.steps().getFirst().happenedAt()))
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
                known.papers().stream()
                        .map(paper -> new Route.FallbackReceipt(
                                paper.number().toString(),
                                paper.form().text(),
                                paper.outage(),
                                paper.usedAt(),
                                paper.enteredAt()))
                        .toList(),
                findings(
                        Stream.concat(known.findings().stream(), FarAway.of(told(known), directory::gate).stream()),
                        caller),
                status.orElse(null),
                personal.isPresent() ? "shown" : "away");
    }

    private CheckDigit.Verdict numberCheck(Known known) {
        return checkDigit.verdict(
                Optional.ofNullable(known.noteNumber()).map(NoteNumber::new),
                Optional.ofNullable(known.certificate()).map(CertificateNumber::new),
                known.generator().site(),
                known.plant().site());
    }

    private static List<Findings.Told> told(Known known) {
        return known.steps().stream()
                .map(row -> new Findings.Told(row.event(Event.class), row.recordedAt()))
                .toList();
    }

    /** Authorities are not told what the parties have yet to settle among themselves. */
    private static List<Route.Finding> findings(Stream<Found> all, Caller caller) {
        return all.filter(found -> found.audience().contains(Sight.audience(caller)))
                .map(found -> new Route.Finding(
                        found.finding().code(),
                        found.finding().paragraph(),
                        found.finding().german(),
                        found.finding().english(),
                        found.since(),
                        found.at().map(StatementId::value).orElse(null),
                        found.audience().contains(Audience.AUTHORITIES)))
                .toList();
    }

    private static Route.Hand hand(UUID organisation, Tracking.Directory directory) {
        return new Route.Hand(organisation, directory.names().get(organisation), null);
    }

    private static Route.Hand hand(UUID organisation, SiteNumber store, Tracking.Directory directory) {
        return new Route.Hand(organisation, directory.names().get(organisation), store.toString());
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
            List<ReadRecord> rows,
            Tracking.Directory directory,
            Map<UUID, Map<String, String>> personal,
            Optional<Ledger.Status> status) {
        var layers = layers(rows);
        var corrections = new HashMap<UUID, UUID>();
        layers.forEach((id, layer) -> {
            if (layer.standing() == State.Standing.IN_FORCE) {
                corrections.put(layer.corrects().value(), id.value());
            }
        });
        var steps = new ArrayList<Route.Step>();
        for (var row : rows) {
            var said = Said.of(row.event(Event.class), directory);
            var values = personal.getOrDefault(row.id(), Map.of());
            steps.add(new Route.Step(
                    row.version(),
                    row.id(),
                    row.type(),
                    title(row.event(Event.class), row.type()),
                    row.happenedAt(),
                    row.recordedAt(),
                    row.actor().organisation().value(),
                    directory.names().get(row.actor().organisation().value()),
                    row.actor().role().text(),
                    row.actor().key().map(Hash::toString).orElse(null),
                    said.massGrams(),
                    said.rejectedGrams(),
                    said.wasteCode(),
                    said.noteNumber(),
                    said.reason(),
                    said.to(),
                    said.goesTo(),
                    said.corrects(),
                    standing(layers.get(new StatementId(row.id()))),
                    said.correction(),
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

    private static String title(Event event, String type) {
        boolean kept = event instanceof Event.HandedOver(var _, var _, var store) && store.isPresent();
        return kept ? "Übergabe in ein Lager" : Words.german(type);
    }

    /** The consignment's corrections, and how far each has come. */
    private static Map<StatementId, State.Layer> layers(List<ReadRecord> rows) {
        State state = State.INITIAL;
        for (var row : rows) state = Consignment.evolve(state, row.event(Event.class));
        return state instanceof State.Existing existing ? existing.file().layers() : Map.of();
    }

    private static @Nullable String standing(State.@Nullable Layer layer) {
        return layer == null
                ? null
                : layer.standing().name().toLowerCase(Locale.ROOT).replace('_', '-');
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
            Route.@Nullable Place goesTo,
            @Nullable UUID corrects,
            @Nullable UUID correction) {
        private static final Said NOTHING = new Said(null, null, null, null, null, null, null, null, null);

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
                            null,
                            null,
                            null);
                case Event.PickedUp(var _, var loaded, var _) ->
                    mass(loaded.map(Mass::grams).orElse(null));
                case Event.HandedOver(var _, var to, var store) ->
                    to(store.<Route.Hand>map(site -> hand(to.value(), site, directory))
                            .orElseGet(() -> hand(to.value(), directory)));
                case Event.Released _, Event.TakenOver _, Event.Delivered _, Event.Cancelled _ -> NOTHING;
                case Event.Accepted(var _, var accepted) -> mass(accepted.grams());
                case Event.PartlyAccepted(var _, var accepted, var rejected, var reason, var goesTo) ->
                    rejected(accepted.grams(), rejected.grams(), reason, goesTo, directory);
                case Event.Rejected(var _, var reason, var goesTo) -> rejected(null, null, reason, goesTo, directory);
                case Event.TransferNoteEntered(var _, var _, var _, var _, var mass) -> mass(mass.grams());
                case Event.TakenBack(var _, var mass) -> mass(mass.grams());
                case Event.Corrected(var _, var corrects, Correction correction) ->
                    new Said(
                            correction.mass().map(Mass::grams).orElse(null),
                            null,
                            correction.waste().map(WasteCode::toString).orElse(null),
                            correction.noteNumber().map(NoteNumber::toString).orElse(null),
                            null,
                            null,
                            null,
                            corrects.value(),
                            null);
                case Event.CorrectionAgreed(var _, var correction) -> correction(correction);
                case Event.CorrectionDeclined(var _, var correction) -> correction(correction);
            };
        }

        private static Said mass(@Nullable Long grams) {
            return new Said(grams, null, null, null, null, null, null, null, null);
        }

        private static Said to(Route.Hand hand) {
            return new Said(null, null, null, null, null, hand, null, null, null);
        }

        private static Said rejected(
                @Nullable Long accepted,
                @Nullable Long rejected,
                Reason reason,
                Optional<Party> goesTo,
                Tracking.Directory directory) {
            var place = goesTo.map(party -> place(party, directory)).orElse(null);
            return new Said(accepted, rejected, null, null, reason.text(), null, place, null, null);
        }

        private static Said correction(StatementId id) {
            return new Said(null, null, null, null, null, null, null, null, id.value());
        }
    }
}
