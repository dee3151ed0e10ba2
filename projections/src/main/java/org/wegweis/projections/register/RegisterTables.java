package org.wegweis.projections.register;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.register.Entry;
import org.wegweis.kernel.register.Register;
import org.wegweis.kernel.register.Register.Told;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/** The entries of all registers: those of a subject are made anew whenever one of its records may change them. */
@Component
public final class RegisterTables implements ReadModel {
    private static final String WRITE = """
            insert into register_entry (id, subject, document, organisation, site, part, asked_by, consignment, waste_code,
                   hazardous, mass_grams, certificate, number, filed_under, happened_at, entered_at, due_by, kept_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        Set<UUID> changed = new LinkedHashSet<>();
        for (var record : taken) if (changes(record)) changed.add(record.subject());
        if (changed.isEmpty()) return;
        database.update(
                "delete from register_entry where subject = any (?)", new SqlArrayValue("uuid", changed.toArray()));
        var rows = new ArrayList<Object[]>();
        ReadRecord.of(database, changed).forEach((subject, all) -> {
            for (var entry : entries(all)) rows.add(values(subject, entry));
        });
        database.batchUpdate(WRITE, rows);
    }

    /** Whether an entry may look otherwise after that record; on the way to the plant nothing is filed. */
    private static boolean changes(ReadRecord record) {
        return switch (record.event()) {
            case Event.Accepted _, Event.PartlyAccepted _, Event.Corrected _, Event.CorrectionAgreed _ -> true;
            case org.wegweis.kernel.transfernote.Event _ -> true;
            default -> false;
        };
    }

    private static List<Entry> entries(List<ReadRecord> records) {
        return records.getFirst().event() instanceof Event
                ? Register.ofConsignment(told(records, Event.class))
                : Register.ofTransferNote(told(records, org.wegweis.kernel.transfernote.Event.class));
    }

    private static <E extends Stated> List<Told<E>> told(List<ReadRecord> records, Class<E> kind) {
        return records.stream()
                .map(record -> new Told<>(record.event(kind), record.recordedAt()))
                .toList();
    }

    private static @Nullable Object[] values(UUID subject, Entry entry) {
        String name = subject + " " + entry.organisation() + " " + entry.part().text();
        return new @Nullable Object[] {
            UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
            subject,
            entry.document().text(),
            entry.organisation().value(),
            entry.site().map(SiteNumber::toString).orElse(null),
            entry.part().text(),
            entry.under(),
            entry.consignment().orElse(null),
            entry.waste().digits(),
            entry.waste().hazardous(),
            entry.mass().grams(),
            entry.certificate().map(Object::toString).orElse(null),
            entry.number().map(Object::toString).orElse(null),
            entry.filedUnder(),
            timestamp(entry.happenedAt()),
            timestamp(entry.enteredAt()),
            entry.dueBy(),
            entry.keptUntil()
        };
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate register_entry");
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
