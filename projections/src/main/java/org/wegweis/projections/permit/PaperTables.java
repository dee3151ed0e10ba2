package org.wegweis.projections.permit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.permit.Permit;
import org.wegweis.kernel.permit.PermitId;
import org.wegweis.projections.feed.ReadModel;
import org.wegweis.projections.feed.ReadRecord;

/** Who has papers, and what plants' sites accepted when. */
@Component
public final class PaperTables implements ReadModel {
    private static final String WRITE_PERMIT =
            "insert into permit (id, organisation, land) values (?, ?, ?) on conflict (id) do nothing";
    private static final String WRITE_INTAKE =
            "insert into intake (consignment, site, accepted_at, grams) values (?, ?, ?, ?)"
                    + " on conflict (consignment) do update set grams = excluded.grams";

    @Override
    public void apply(JdbcOperations database, List<ReadRecord> taken) {
        var papers = new ArrayList<Object[]>();
        var weighed = new LinkedHashSet<UUID>();
        for (var record : taken) {
            switch (record.event()) {
                case org.wegweis.kernel.permit.Event.Filed(var _, var paper) -> {
                    var holder = paper.holder();
                    papers.add(new Object[] {
                        record.subject(),
                        holder.organisation().value(),
                        holder.site().land().name()
                    });
                }
                case Event.Accepted _, Event.PartlyAccepted _, Event.CorrectionAgreed _, Event.Corrected _ ->
                    weighed.add(record.subject());
                default -> {} // changes neither
            }
        }
        database.batchUpdate(WRITE_PERMIT, papers);
        if (!weighed.isEmpty()) database.batchUpdate(WRITE_INTAKE, weigh(database, weighed.toArray()));
    }

    @Override
    public void clear(JdbcOperations database) {
        database.execute("truncate permit, intake");
    }

    /**
     * Where papers stand, by their records.
     *
     * @param condition SQL over table {@code permit} under the name {@code p}
     */
    static Map<PermitId, org.wegweis.kernel.permit.State.OnFile> papers(
            JdbcOperations database, String condition, Object... parameters) {
        var papers = new LinkedHashMap<PermitId, org.wegweis.kernel.permit.State>();
        var records = database.query(
                "select r.* from record r join permit p on p.id = r.subject where " + condition
                        + " order by r.subject, r.version",
                (row, _) -> ReadRecord.of(row),
                parameters);
        for (var record : records) {
            papers.merge(
                    new PermitId(record.subject()),
                    Permit.evolve(
                            papers.getOrDefault(
                                    new PermitId(record.subject()), org.wegweis.kernel.permit.State.INITIAL),
                            record.event(org.wegweis.kernel.permit.Event.class)),
                    (_, after) -> after);
        }
        var onFile = new LinkedHashMap<PermitId, org.wegweis.kernel.permit.State.OnFile>();
        papers.forEach((id, state) -> {
            if (state instanceof org.wegweis.kernel.permit.State.OnFile it) onFile.put(id, it);
        });
        return onFile;
    }

    /** What each of these consignments brought its plant, if it did; corrected as far as corrections are in force. */
    private static List<Object[]> weigh(JdbcOperations database, Object[] consignments) {
        var states = new LinkedHashMap<UUID, State>();
        var acceptedAt = new HashMap<UUID, Instant>();
        var records = database.query(
                "select * from record where subject = any (?) order by subject, version",
                (row, _) -> ReadRecord.of(row),
                new SqlArrayValue("uuid", consignments));
        for (var record : records) {
            var event = record.event(Event.class);
            states.put(
                    record.subject(), Consignment.evolve(states.getOrDefault(record.subject(), State.INITIAL), event));
            if (event instanceof Event.Accepted || event instanceof Event.PartlyAccepted) {
                acceptedAt.put(record.subject(), record.happenedAt());
            }
        }
        var rows = new ArrayList<Object[]>();
        acceptedAt.forEach((id, at) -> {
            if (!(states.get(id) instanceof State.Existing existing)) return;
            var file = existing.file();
            file.masses()
                    .accepted()
                    .ifPresent(mass -> rows.add(new Object[] {
                        id, file.opening().plant().site().toString(), at.atOffset(ZoneOffset.UTC), mass.grams()
                    }));
        });
        return rows;
    }
}
