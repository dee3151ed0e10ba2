package org.wegweis.projections.register;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.transfernote.Event;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/** What each transfer note says, and where it was entered. */
@Component
public final class TransferNoteTables implements ReadModel {

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        for (var record : taken) {
            if (!(record.event() instanceof Event event)) continue;
            var id = record.subject();
            switch (event) {
                case Event.Issued(var _, var content) ->
                    database.update(
                            """
                            insert into transfer_note (id, number, certificate, waste_code, hazardous, mass_grams,
                                   generator_organisation, generator_site, taker, issued_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                            id,
                            content.number().map(Object::toString).orElse(null),
                            content.certificate().map(Object::toString).orElse(null),
                            content.waste().digits(),
                            content.waste().hazardous(),
                            content.mass().grams(),
                            content.generator().organisation().value(),
                            content.generator().site().toString(),
                            content.taker().value(),
                            record.happenedAt().atOffset(ZoneOffset.UTC));
                case Event.Signed _ -> database.update("update transfer_note set signed = true where id = ?", id);
                case Event.Entered(var _, var consignment) ->
                    database.update("update transfer_note set consignment = ? where id = ?", consignment.value(), id);
                case Event.EntryUndone _ ->
                    database.update("update transfer_note set consignment = null where id = ?", id);
                case Event.Cancelled _ -> database.update("update transfer_note set cancelled = true where id = ?", id);
            }
        }
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate transfer_note");
    }
}
