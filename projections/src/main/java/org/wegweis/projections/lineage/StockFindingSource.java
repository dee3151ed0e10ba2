package org.wegweis.projections.lineage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Event.Opened;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.finding.StockFindings;
import org.wegweis.kernel.stock.Event;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.projections.feed.ReadRecord;
import org.wegweis.projections.finding.FindingSource;

/** What the stocks at its two ends let find about a consignment. */
@Component
final class StockFindingSource implements FindingSource {
    /** Of a bunker into which hundreds of loads went: beyond so many lots nobody looks for the rest of one. */
    private static final int MOST = 2_000;

    /** Versions as an array, for then each is looked up: beside an "or" all records of the stock would be read. */
    private static final String NAMING = """
            select r.* from record r where r.subject = ? and r.version = any (array(
                select t.version from stock_touch t where t.stock = ? and t.touched = any (?)))
            order by r.version""";

    private static final String BEGINNING_AND_NAMING = """
            select r.* from record r where r.subject = ? and r.version = any (0::bigint || array(
                select t.version from stock_touch t where t.stock = ? and t.touched = ?))
            order by r.version""";

    @Override
    public Map<UUID, List<Found>> find(JdbcOperations database, Map<UUID, List<ReadRecord>> consignments, Instant now) {
        var stocks = consignments.values().stream()
                .flatMap(records -> ends(records).stream())
                .distinct()
                .toArray();
        var begun = new HashSet<>(database.queryForList(
                "select id from stock where id = any (?)", UUID.class, new SqlArrayValue("uuid", stocks)));
        var found = new HashMap<UUID, List<Found>>();
        consignments.forEach((id, records) -> {
            var ends = ends(records);
            if (ends.isEmpty()) return;
            var origin = ends.getFirst();
            var plant = ends.getLast();
            var told = records.stream()
                    .map(record ->
                            new Told(record.event(org.wegweis.kernel.consignment.Event.class), record.recordedAt()))
                    .toList();
            found.put(
                    id,
                    StockFindings.of(
                            told,
                            begun.contains(origin) ? left(database, origin, id) : List.of(),
                            begun.contains(plant) ? arrived(database, plant, id) : List.of()));
        });
        return found;
    }

    /** The stocks of its generator's and its plant's site, in this order. */
    private static List<UUID> ends(List<ReadRecord> consignment) {
        if (!(consignment.getFirst().event() instanceof Opened(var _, var opening))) return List.of();
        return List.of(
                StockId.of(opening.generator().site()).value(),
                StockId.of(opening.plant().site()).value());
    }

    private static List<Event> left(JdbcOperations database, UUID origin, UUID consignment) {
        return events(
                database.query(BEGINNING_AND_NAMING, (row, _) -> ReadRecord.of(row), origin, origin, consignment));
    }

    private static List<Event> arrived(JdbcOperations database, UUID plant, UUID consignment) {
        var lots = Walk.lots(database, Key.lot(plant, consignment), MOST);
        return events(database.query(
                NAMING, (row, _) -> ReadRecord.of(row), plant, plant, new SqlArrayValue("uuid", lots.toArray())));
    }

    private static List<Event> events(List<ReadRecord> records) {
        return records.stream().map(record -> record.event(Event.class)).toList();
    }

    @Override
    public Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        if (!(record.event() instanceof Event event)) return Set.of();
        var lots = LineageBatch.named(event).stream()
                .map(lot -> Key.lot(record.subject(), lot.value()))
                .toList();
        var touched = new HashSet<>(Walk.consignments(database, lots, MOST));
        switch (event) {
            case Event.Begun(var _, var site) ->
                touched.addAll(database.queryForList(
                        "select id from consignment where generator_site = ? and last_happened_at >= ?",
                        UUID.class,
                        site.site().value(),
                        record.happenedAt().atOffset(ZoneOffset.UTC)));
            case Event.PassedOn e -> touched.add(e.consignment().value());
            case Event.PassOnUndone e -> touched.add(e.consignment().value());
            case Event.TakenIn _, Event.IntakeCorrected _, Event.Counted _, Event.Treated _ -> {} // as walked
        }
        return touched;
    }
}
