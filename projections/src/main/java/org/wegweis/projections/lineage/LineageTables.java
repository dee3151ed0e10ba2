package org.wegweis.projections.lineage;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Event.TransferNoteEntered;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/** The graph of where waste went, and the balance of every stock. */
@Component
public final class LineageTables implements ReadModel {

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        var ofStocks = taken.stream()
                .filter(record -> record.event() instanceof org.wegweis.kernel.stock.Event)
                .toList();
        var batch = new LineageBatch(database, ofStocks);
        for (var record : taken) {
            switch (record.event()) {
                case org.wegweis.kernel.stock.Event event -> batch.add(record, event);
                case org.wegweis.kernel.transfernote.Event.Issued(var statement, var content) ->
                    batch.transferNote(statement.subject(), content);
                case TransferNoteEntered entered ->
                    batch.edge(
                            Key.transferNote(entered.transferNote()),
                            Key.consignment(record.subject()),
                            entered.mass().grams());
                default -> {} // moves no waste from one to another
            }
        }
        batch.write();
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate stock, lineage_node, lineage_edge, stock_touch, stock_line");
    }
}
