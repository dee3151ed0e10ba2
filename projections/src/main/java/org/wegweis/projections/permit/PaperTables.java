package org.wegweis.projections.permit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.permit.Event;
import org.wegweis.kernel.permit.Permit;
import org.wegweis.kernel.permit.PermitId;
import org.wegweis.kernel.permit.State;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/** Who has papers. */
@Component
public final class PaperTables implements ReadModel {
    private static final String WRITE_PERMIT =
            "insert into permit (id, organisation, land) values (?, ?, ?) on conflict (id) do nothing";

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        var papers = new ArrayList<Object[]>();
        for (var record : taken) {
            if (!(record.event() instanceof Event.Filed(var _, var paper))) continue;
            var holder = paper.holder();
            papers.add(new Object[] {
                record.subject(),
                holder.organisation().value(),
                holder.site().land().name()
            });
        }
        database.batchUpdate(WRITE_PERMIT, papers);
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate permit");
    }

    /**
     * Where papers stand, by their records.
     *
     * @param condition SQL over table {@code permit} under the name {@code p}
     */
    static Map<PermitId, State.OnFile> papers(JdbcOperations database, String condition, Object... parameters) {
        var papers = new LinkedHashMap<PermitId, State>();
        var records = database.query(
                "select r.* from record r join permit p on p.id = r.subject where " + condition
                        + " order by r.subject, r.version",
                (row, _) -> ReadRecord.of(row),
                parameters);
        for (var record : records) {
            papers.merge(
                    new PermitId(record.subject()),
                    Permit.evolve(
                            papers.getOrDefault(new PermitId(record.subject()), State.INITIAL),
                            record.event(Event.class)),
                    (_, after) -> after);
        }
        var onFile = new LinkedHashMap<PermitId, State.OnFile>();
        papers.forEach((id, state) -> {
            if (state instanceof State.OnFile it) onFile.put(id, it);
        });
        return onFile;
    }
}
