package org.wegweis.projections.permit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
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
        if (!weighed.isEmpty()) database.batchUpdate(WRITE_INTAKE, weigh(database, weighed));
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
    private static List<Object[]> weigh(JdbcOperations database, Set<UUID> consignments) {
        var rows = new ArrayList<Object[]>();
        ReadRecord.of(database, consignments).forEach((id, records) -> {
            State state = State.INITIAL;
            @Nullable Instant acceptedAt = null;
            for (var record : records) {
                var event = record.event(Event.class);
                state = Consignment.evolve(state, event);
                if (event instanceof Event.Accepted || event instanceof Event.PartlyAccepted) {
                    acceptedAt = record.happenedAt();
                }
            }
            if (acceptedAt == null || !(state instanceof State.Existing existing)) return;
            var at = acceptedAt.atOffset(ZoneOffset.UTC);
            var file = existing.file();
            file.masses()
                    .accepted()
                    .ifPresent(mass -> rows.add(
                            new Object[] {id, file.opening().plant().site().toString(), at, mass.grams()}));
        });
        return rows;
    }
}
