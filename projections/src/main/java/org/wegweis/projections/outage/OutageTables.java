package org.wegweis.projections.outage;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.outage.Event;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/** Which outages there are, whose, and how long they lasted. */
@Component
public final class OutageTables implements ReadModel {

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        for (var record : taken) {
            if (!(record.event() instanceof Event event)) continue;
            switch (event) {
                case Event.Reported(var statement, var site, var cause, var since) ->
                    database.update(
                            "insert into outage (id, organisation, site, cause, since) values (?, ?, ?, ?, ?)",
                            record.subject(),
                            statement.by().organisation().value(),
                            site.toString(),
                            cause.text(),
                            timestamp(since));
                case Event.Ended(var _, var at) ->
                    database.update("update outage set ended_at = ? where id = ?", timestamp(at), record.subject());
                case Event.ReceiptUsed _, Event.ReceiptEntered _ -> {} // in table record
            }
        }
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate outage");
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
