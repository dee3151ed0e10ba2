package org.wegweis.projections.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.certificate.Event.Drawn;
import org.wegweis.kernel.certificate.Event.Settled;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.CertificateFindings;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.projections.feed.ReadRecord;
import org.wegweis.projections.finding.FindingSource;

/** What certificates say of a consignment's load, or of the transfer notes in it. */
@Component
final class OfItsCertificate implements FindingSource {
    private static final String BALANCE = """
            select record.*, coalesce(data ->> 'transferNote', data ->> 'consignment') load from record
            where type in ('certificate.drawn.v1', 'certificate.settled.v1')
                   and coalesce(data ->> 'transferNote', data ->> 'consignment') = any (?)""";
    private static final String ENTERED = """
            select distinct subject from record where type = 'consignment.transfer-note-entered.v1'
                   and data ->> 'transferNote' = ?""";

    @Override
    public Map<UUID, List<Found>> find(JdbcOperations database, Map<UUID, List<ReadRecord>> consignments, Instant now) {
        var loads = new HashMap<UUID, List<String>>();
        consignments.forEach((id, records) -> loads.put(id, loads(events(records))));
        var balances =
                balances(database, loads.values().stream().flatMap(List::stream).toArray());
        var found = new HashMap<UUID, List<Found>>();
        consignments.forEach((id, records) -> {
            var balance = loads.getOrDefault(id, List.of()).stream()
                    .flatMap(load -> balances.getOrDefault(load, List.of()).stream())
                    .sorted(Comparator.comparingLong(ReadRecord::position))
                    .map(ReadRecord::event)
                    .toList();
            found.put(id, CertificateFindings.of(events(records), balance));
        });
        return found;
    }

    /** What certificates say of these loads, by load. */
    private static Map<String, List<ReadRecord>> balances(JdbcOperations database, Object[] loads) {
        var balances = new HashMap<String, List<ReadRecord>>();
        database.query(
                BALANCE,
                row -> {
                    balances.computeIfAbsent(row.getString("load"), _ -> new ArrayList<>())
                            .add(ReadRecord.of(row));
                },
                new SqlArrayValue("text", loads));
        return balances;
    }

    private static List<Event> events(List<ReadRecord> records) {
        return records.stream().map(record -> record.event(Event.class)).toList();
    }

    private static List<String> loads(List<Event> consignment) {
        var loads = new ArrayList<String>();
        loads.add(consignment.getFirst().statement().subject().toString());
        for (var event : consignment) {
            if (event instanceof Event.TransferNoteEntered entered) {
                loads.add(entered.transferNote().toString());
            }
        }
        return loads;
    }

    @Override
    public Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        return switch (record.event()) {
            case Drawn drawn -> touched(database, drawn.load());
            case Settled settled -> touched(database, settled.load());
            default -> Set.of();
        };
    }

    private static Set<UUID> touched(JdbcOperations database, LoadId load) {
        return switch (load.kind()) {
            case CONSIGNMENT -> Set.of(load.value());
            case TRANSFER_NOTE -> Set.copyOf(database.queryForList(ENTERED, UUID.class, load.toString()));
        };
    }
}
