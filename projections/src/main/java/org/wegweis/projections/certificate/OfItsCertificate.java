package org.wegweis.projections.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
            select * from record where type in ('certificate.drawn.v1', 'certificate.settled.v1')
                   and coalesce(data ->> 'transferNote', data ->> 'consignment') = any (?)
            order by position""";
    private static final String ENTERED = """
            select distinct subject from record where type = 'consignment.transfer-note-entered.v1'
                   and data ->> 'transferNote' = ?""";

    @Override
    public List<Found> find(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        var events =
                consignment.stream().map(record -> record.event(Event.class)).toList();
        var balance = database.query(
                BALANCE,
                (row, _) -> ReadRecord.of(row).event(),
                new SqlArrayValue("text", loads(events).toArray()));
        return CertificateFindings.of(events, balance);
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
