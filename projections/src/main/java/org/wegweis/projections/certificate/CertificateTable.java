package org.wegweis.projections.certificate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.Clock;
import org.wegweis.kernel.certificate.Event;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/**
 * Table {@code certificate}. Each that a batch touches is folded from all its records: what takes as long as it has
 * loads, once a batch.
 */
@Component
public final class CertificateTable implements ReadModel {
    private static final String WRITE = """
            insert into certificate (id, number, kind, waste_code, hazardous, applicant_organisation, applicant_site,
                   plant_organisation, plant_site, operation, quantity_grams, on_the_road_grams, accepted_grams, state,
                   until, due, declared_at, last_happened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set number = excluded.number, quantity_grams = excluded.quantity_grams,
                   on_the_road_grams = excluded.on_the_road_grams, accepted_grams = excluded.accepted_grams,
                   state = excluded.state, until = excluded.until, due = excluded.due,
                   last_happened_at = excluded.last_happened_at""";

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        var rows = taken.stream()
                .filter(record -> record.event() instanceof Event)
                .map(ReadRecord::subject)
                .distinct()
                .map(id -> row(id, ReadRecord.of(database, id)))
                .toList();
        if (!rows.isEmpty()) database.batchUpdate(WRITE, rows);
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate certificate");
    }

    /** Where a certificate stands after all its records. */
    static State.Existing fold(List<ReadRecord> records) {
        State state = State.INITIAL;
        for (var record : records) state = Certificate.evolve(state, record.event(Event.class));
        if (state instanceof State.Existing existing) return existing;
        throw new IllegalStateException("a certificate without a declaration");
    }

    private static Object[] row(UUID id, List<ReadRecord> records) {
        var state = fold(records);
        var file = state.file();
        var declaration = file.declaration();
        var last = records.stream().map(ReadRecord::happenedAt).max(Instant::compareTo);
        return new @Nullable Object[] {
            id,
            file.number().map(CertificateNumber::toString).orElse(null),
            declaration.kind().letters(),
            declaration.waste().digits(),
            declaration.waste().hazardous(),
            declaration.applicant().organisation().value(),
            declaration.applicant().site().toString(),
            declaration.plant().organisation().value(),
            declaration.plant().site().toString(),
            declaration.operation().code(),
            declaration.quantity().grams(),
            file.balance().onTheRoad().grams(),
            file.balance().accepted().grams(),
            CertificateState.of(state).text(),
            state instanceof State.Valid valid ? valid.until() : null,
            Certificate.clocks(state).stream().findFirst().map(Clock::lastDay).orElse(null),
            records.getFirst().happenedAt().atOffset(ZoneOffset.UTC),
            last.orElseThrow().atOffset(ZoneOffset.UTC)
        };
    }
}
