package org.wegweis.projections.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/** The tables that route and search read: where each consignment stands, and who is party to it. */
@Component
public final class RouteTables implements ReadModel {
    private static final String READ = """
            select id, note_number, waste_code, hazardous, declared_grams, accepted_grams, rejected_grams, goes_to_site,
                   carrier_organisation, state, holder, last_happened_at, accepted_at, certificate, generator_organisation,
                   generator_site, plant_organisation, plant_site, opened_by, opened_at
            from consignment where id = any (?)""";
    private static final String WRITE = """
            insert into consignment (id, note_number, waste_code, hazardous, declared_grams, accepted_grams,
                   rejected_grams, goes_to_site, carrier_organisation, state, holder, last_happened_at, accepted_at, certificate,
                   generator_organisation, generator_site, plant_organisation, plant_site, opened_by, opened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set note_number = excluded.note_number, waste_code = excluded.waste_code,
                   hazardous = excluded.hazardous, declared_grams = excluded.declared_grams,
                   accepted_grams = excluded.accepted_grams, rejected_grams = excluded.rejected_grams,
                   goes_to_site = excluded.goes_to_site, carrier_organisation = excluded.carrier_organisation, state = excluded.state,
                   holder = excluded.holder, last_happened_at = excluded.last_happened_at, accepted_at = excluded.accepted_at""";
    private static final String WRITE_PARTY = """
            insert into consignment_party as p (consignment, organisation, opened_at, carrier_since) values (?, ?, ?, ?)
            on conflict (consignment, organisation) do update set carrier_since = excluded.carrier_since
            where p.carrier_since is null and excluded.carrier_since is not null""";

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> records) {
        var ofConsignments = records.stream()
                .filter(record -> record.event() instanceof Event)
                .toList();
        if (ofConsignments.isEmpty()) return;
        var batch = new Batch(database, ofConsignments);
        for (var record : ofConsignments) batch.add(record, record.event(Event.class));
        batch.write();
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate consignment, consignment_party");
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Part(UUID consignment, UUID organisation) {}

    /** Some records and the consignments that they are about. */
    private static final class Batch {
        private final JdbcOperations database;
        private final Map<UUID, Row> rows = new HashMap<>();
        /** The version since which a party is a carrier, if it is one; of those that this batch names. */
        private final Map<Part, Optional<Long>> parties = new LinkedHashMap<>();

        Batch(JdbcOperations database, List<ReadRecord> records) {
            this.database = database;
            database.query(
                    READ,
                    result -> {
                        var row = new Row(result);
                        rows.put(row.id, row);
                    },
                    new SqlArrayValue(
                            "uuid",
                            records.stream().map(ReadRecord::subject).distinct().toArray()));
        }

        void add(ReadRecord record, Event event) {
            var row = event instanceof Event.Opened opened
                    ? new Row(record, opened.opening())
                    : rows.get(record.subject());
            if (row == null) throw new IllegalStateException("no row of consignment " + record.subject());
            rows.put(row.id, row);
            row.version = record.version();
            evolve(row, event);
            if (event instanceof Event.Accepted || event instanceof Event.PartlyAccepted)
                row.acceptedAt = record.happenedAt();
            if (record.happenedAt().isAfter(row.lastHappenedAt)) row.lastHappenedAt = record.happenedAt();
        }

        private void evolve(Row row, Event event) {
            switch (event) {
                case Event.Opened(var _, var opening) -> {
                    row.holder = opening.generator().organisation().value();
                    party(row, opening.generator().organisation().value());
                    carrier(row, opening.carrier().value());
                    party(row, opening.plant().organisation().value());
                }
                case Event.PickedUp(var statement, var _, var _) -> {
                    row.state = RouteState.ON_THE_ROAD;
                    row.holder = statement.by().organisation().value();
                }
                case Event.HandedOver(var _, var to, var _) -> {
                    row.holder = to.value();
                    row.carrier = to.value();
                    carrier(row, to.value());
                }
                // The load stands at the gate; it is still the carrier's until the plant takes it.
                case Event.Delivered _ -> row.state = RouteState.AT_THE_PLANT;
                case Event.Accepted(var _, var accepted) -> {
                    row.state = RouteState.ACCEPTED;
                    row.holder = row.plantOrganisation;
                    row.acceptedGrams = accepted.grams();
                }
                case Event.PartlyAccepted(var _, var accepted, var rejected, var _, var goesTo) -> {
                    row.state = RouteState.PARTLY_ACCEPTED;
                    row.holder = row.plantOrganisation;
                    row.acceptedGrams = accepted.grams();
                    row.rejectedGrams = rejected.grams();
                    goesTo(row, goesTo);
                }
                case Event.Rejected(var _, var _, var goesTo) -> {
                    row.state = RouteState.REJECTED;
                    goesTo(row, goesTo);
                }
                case Event.TakenBack(var statement, var _) -> {
                    if (row.state == RouteState.REJECTED) {
                        row.holder = statement.by().organisation().value();
                    }
                }
                case Event.Corrected _, Event.CorrectionAgreed _ -> correct(row);
                // A name on the note, or a correction that stays what it was: the load is where it was.
                case Event.Released _, Event.TakenOver _, Event.TransferNoteEntered _, Event.CorrectionDeclined _ -> {}
                case Event.Cancelled _ -> {
                    row.state = RouteState.CANCELLED;
                    row.holder = null;
                }
            }
        }

        private void goesTo(Row row, Optional<Party> goesTo) {
            goesTo.ifPresent(party -> {
                row.goesToSite = party.site().toString();
                party(row, party.organisation().value());
            });
        }

        /** The consignment shows what is in force; the records keep what was stated before. */
        private void correct(Row row) {
            State state = State.INITIAL;
            for (var record : ReadRecord.of(database, row.id)) {
                state = Consignment.evolve(state, record.event(Event.class));
            }
            if (!(state instanceof State.Existing existing)) return;
            var file = existing.file();
            row.noteNumber =
                    file.opening().noteNumber().map(NoteNumber::toString).orElse(null);
            row.declaredGrams = file.opening().declared().grams();
            row.wasteCode = file.opening().waste().digits();
            row.hazardous = file.opening().waste().hazardous();
            if (row.acceptedGrams != null) {
                row.acceptedGrams = file.masses().accepted().map(Mass::grams).orElse(null);
            }
        }

        private void party(Row row, UUID organisation) {
            parties.putIfAbsent(new Part(row.id, organisation), Optional.empty());
        }

        private void carrier(Row row, UUID organisation) {
            parties.merge(
                    new Part(row.id, organisation),
                    Optional.of(row.version),
                    (before, now) -> before.isPresent() ? before : now);
        }

        void write() {
            database.batchUpdate(WRITE, rows.values().stream().map(Row::values).toList());
            var named = new ArrayList<@Nullable Object[]>();
            parties.forEach((part, carrierSince) -> named.add(new @Nullable Object[] {
                part.consignment(),
                part.organisation(),
                timestamp(Objects.requireNonNull(rows.get(part.consignment())).openedAt),
                carrierSince.orElse(null)
            }));
            database.batchUpdate(WRITE_PARTY, named);
        }
    }

    /** A consignment while records are folded into it. */
    private static final class Row {
        final UUID id;
        final @Nullable String certificate;
        final UUID generatorOrganisation;
        final String generatorSite;
        final UUID plantOrganisation;
        final String plantSite;
        final UUID openedBy;
        final Instant openedAt;

        @Nullable
        String noteNumber;

        String wasteCode;
        boolean hazardous;
        long declaredGrams;

        @Nullable
        Long acceptedGrams;

        @Nullable
        Long rejectedGrams;

        @Nullable
        String goesToSite;

        UUID carrier;
        RouteState state;

        @Nullable
        UUID holder;

        Instant lastHappenedAt;

        @Nullable
        Instant acceptedAt;

        /** Of the record that is folded in. */
        long version;

        Row(ReadRecord record, Opening opening) {
            id = record.subject();
            certificate = opening.certificate().map(Object::toString).orElse(null);
            generatorOrganisation = opening.generator().organisation().value();
            generatorSite = opening.generator().site().toString();
            plantOrganisation = opening.plant().organisation().value();
            plantSite = opening.plant().site().toString();
            openedBy = record.actor().organisation().value();
            openedAt = record.happenedAt();
            noteNumber = opening.noteNumber().map(NoteNumber::toString).orElse(null);
            wasteCode = opening.waste().digits();
            hazardous = opening.waste().hazardous();
            declaredGrams = opening.declared().grams();
            carrier = opening.carrier().value();
            state = RouteState.OPENED;
            lastHappenedAt = record.happenedAt();
        }

        Row(ResultSet row) throws SQLException {
            id = row.getObject("id", UUID.class);
            certificate = row.getString("certificate");
            generatorOrganisation = row.getObject("generator_organisation", UUID.class);
            generatorSite = row.getString("generator_site");
            plantOrganisation = row.getObject("plant_organisation", UUID.class);
            plantSite = row.getString("plant_site");
            openedBy = row.getObject("opened_by", UUID.class);
            openedAt = row.getObject("opened_at", OffsetDateTime.class).toInstant();
            noteNumber = row.getString("note_number");
            wasteCode = row.getString("waste_code");
            hazardous = row.getBoolean("hazardous");
            declaredGrams = row.getLong("declared_grams");
            acceptedGrams = row.getObject("accepted_grams", Long.class);
            rejectedGrams = row.getObject("rejected_grams", Long.class);
            goesToSite = row.getString("goes_to_site");
            carrier = row.getObject("carrier_organisation", UUID.class);
            state = RouteState.parse(row.getString("state"));
            holder = row.getObject("holder", UUID.class);
            lastHappenedAt =
                    row.getObject("last_happened_at", OffsetDateTime.class).toInstant();
            var accepted = row.getObject("accepted_at", OffsetDateTime.class);
            acceptedAt = accepted == null ? null : accepted.toInstant();
        }

        @Nullable
        Object[] values() {
            return new @Nullable Object[] {
                id,
                noteNumber,
                wasteCode,
                hazardous,
                declaredGrams,
                acceptedGrams,
                rejectedGrams,
                goesToSite,
                carrier,
                state.text(),
                holder,
                timestamp(lastHappenedAt),
                acceptedAt == null ? null : timestamp(acceptedAt),
                certificate,
                generatorOrganisation,
                generatorSite,
                plantOrganisation,
                plantSite,
                openedBy,
                timestamp(openedAt)
            };
        }
    }
}
