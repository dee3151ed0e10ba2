package org.wegweis.projections.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.stock.Event;
import org.wegweis.kernel.stock.Lot;
import org.wegweis.kernel.stock.LotId;
import org.wegweis.kernel.stock.Movement;
import org.wegweis.kernel.stock.Part;
import org.wegweis.kernel.stock.Source;
import org.wegweis.kernel.stock.Totals.Booking;
import org.wegweis.kernel.stock.Treatment;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.feed.ReadRecord;

/** Some records, the lots and stocks that they name, and what they do to them: read once, written once. */
final class LineageBatch {
    private final JdbcOperations database;
    private final Map<UUID, Party> sites = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final List<Object[]> begun = new ArrayList<>();
    private final List<Object[]> touches = new ArrayList<>();
    /** Grams by source and target; none where there is no edge any more. */
    private final Map<Edge, Optional<Long>> edges = new LinkedHashMap<>();

    private final Map<Line, Long> lines = new LinkedHashMap<>();

    private record Edge(String source, String target) {}

    private record Line(UUID stock, String wasteCode, boolean hazardous, String account) {}

    /** A row; what a lot is stands in {@code lot}. */
    private record Node(
            String kind,
            UUID id,
            @Nullable UUID stock,
            Party site,
            @Nullable UUID taker,
            Lot lot,
            long grams,
            long gained,
            long lost,
            @Nullable String source) {}

    LineageBatch(JdbcOperations database, List<ReadRecord> ofStocks) {
        this.database = database;
        if (ofStocks.isEmpty()) return;
        var stocks = ofStocks.stream().map(ReadRecord::subject).distinct().toArray();
        database.query(
                "select * from stock where id = any (?)",
                row -> {
                    sites.put(row.getObject("id", UUID.class), Rows.site(row));
                },
                new SqlArrayValue("uuid", stocks));
        var lots = ofStocks.stream()
                .flatMap(record ->
                        named(record.event(Event.class)).stream().map(lot -> Key.lot(record.subject(), lot.value())))
                .distinct()
                .toArray();
        database.query(
                "select * from lineage_node where key = any (?)",
                row -> {
                    nodes.put(row.getString("key"), node(row));
                },
                new SqlArrayValue("text", lots));
    }

    private static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getString("kind"),
                row.getObject("id", UUID.class),
                row.getObject("stock", UUID.class),
                Rows.site(row),
                row.getObject("taker", UUID.class),
                new Lot(
                        Lot.Kind.parse(row.getString("lot_kind")),
                        Rows.waste(row),
                        Optional.ofNullable(row.getString("operation")).map(Operation::new),
                        Optional.ofNullable(row.getObject("intake_grams", Long.class))
                                .map(Mass::new),
                        new Mass(row.getLong("short_grams")),
                        new Mass(row.getLong("held_grams"))),
                row.getLong("grams"),
                row.getLong("gained_grams"),
                row.getLong("lost_grams"),
                row.getString("source"));
    }

    /** The lots that an event names, those that it makes too. */
    static List<LotId> named(Event event) {
        return switch (event) {
            case Event.Begun _ -> List.of();
            case Event.TakenIn e -> List.of(e.lot());
            case Event.IntakeCorrected e -> List.of(e.lot());
            case Event.Counted e -> List.of(e.lot());
            case Event.Treated(var _, var treatment, var _) -> {
                var lots = new ArrayList<>(
                        treatment.inputs().stream().map(Part::lot).toList());
                treatment.outputs().forEach(output -> lots.add(output.lot()));
                yield lots;
            }
            case Event.PassedOn e -> e.parts().stream().map(Part::lot).toList();
            case Event.PassOnUndone e -> e.parts().stream().map(Part::lot).toList();
        };
    }

    void transferNote(UUID id, Content content) {
        var lot = new Lot(
                Lot.Kind.WASTE, Optional.of(content.waste()), Optional.empty(), Optional.empty(), Mass.NONE, Mass.NONE);
        put(
                Key.transferNote(id),
                new Node(
                        "transfer-note",
                        id,
                        null,
                        content.generator(),
                        content.taker().value(),
                        lot,
                        content.mass().grams(),
                        0,
                        0,
                        null));
    }

    void edge(String source, String target, long grams) {
        edges.put(new Edge(source, target), Optional.of(grams));
    }

    void add(ReadRecord record, Event event) {
        var stock = record.subject();
        if (event instanceof Event.Begun(var _, var site)) {
            sites.put(stock, site);
            begun.add(new Object[] {
                stock, site.site().value(), site.organisation().value()
            });
            return;
        }
        var site = sites.get(stock);
        if (site == null) throw new IllegalStateException("no row of stock " + stock);
        for (var lot : named(event)) touch(lot.value(), record);
        var movement = Movement.of(
                event,
                lot -> Optional.ofNullable(nodes.get(Key.lot(stock, lot.value())))
                        .map(Node::lot));
        movement.lots().forEach((id, lot) -> lot(stock, site, id, lot, event));
        movement.bookings().forEach(booking -> book(stock, booking));
        connect(record, stock, site, event);
    }

    private void touch(UUID touched, ReadRecord record) {
        touches.add(new Object[] {touched, record.subject(), record.version()});
    }

    private void lot(UUID stock, Party site, LotId id, Lot lot, Event event) {
        String key = Key.lot(stock, id.value());
        var before = nodes.get(key);
        long grams = switch (event) {
            case Event.TakenIn e -> e.mass().grams();
            case Event.IntakeCorrected e -> e.mass().grams();
            case Event.Counted e when before == null -> e.mass().grams();
            case Event.Treated(var _, var treatment, var _) when before == null -> made(treatment, id);
            case Event.Begun _, Event.Counted _, Event.Treated _, Event.PassedOn _, Event.PassOnUndone _ ->
                before == null ? 0 : before.grams();
        };
        String source = event instanceof Event.TakenIn e ? source(e) : before == null ? null : before.source();
        put(key, new Node("lot", id.value(), stock, site, null, lot, grams, 0, 0, source));
    }

    private static String source(Event.TakenIn e) {
        return e.from() == Source.TRANSFER_NOTE
                ? Key.transferNote(e.lot().value())
                : Key.consignment(e.lot().value());
    }

    private static long made(Treatment treatment, LotId lot) {
        return treatment.outputs().stream()
                .filter(output -> output.lot().equals(lot))
                .mapToLong(output -> output.mass().grams())
                .sum();
    }

    private void connect(ReadRecord record, UUID stock, Party site, Event event) {
        switch (event) {
            case Event.TakenIn e ->
                edge(source(e), Key.lot(stock, e.lot().value()), e.mass().grams());
            case Event.IntakeCorrected e -> {
                String key = Key.lot(stock, e.lot().value());
                var corrected = nodes.get(key);
                String source = corrected == null ? null : corrected.source();
                if (source != null) edge(source, key, e.mass().grams());
            }
            case Event.Treated(var _, var treatment, var _) -> treated(record.id(), stock, site, treatment);
            case Event.PassedOn e -> {
                touch(e.consignment().value(), record);
                String target = Key.consignment(e.consignment().value());
                e.parts()
                        .forEach(part -> edge(
                                Key.lot(stock, part.lot().value()),
                                target,
                                part.mass().grams()));
            }
            case Event.PassOnUndone e -> {
                touch(e.consignment().value(), record);
                String target = Key.consignment(e.consignment().value());
                e.parts()
                        .forEach(part ->
                                edges.put(new Edge(Key.lot(stock, part.lot().value()), target), Optional.empty()));
            }
            case Event.Begun _, Event.Counted _ -> {} // from nowhere else
        }
    }

    private void treated(UUID id, UUID stock, Party site, Treatment treatment) {
        String key = Key.treatment(id);
        var what = new Lot(
                Lot.Kind.WASTE,
                Optional.empty(),
                Optional.of(treatment.operation()),
                Optional.empty(),
                Mass.NONE,
                Mass.NONE);
        long gained =
                treatment.gains().stream().mapToLong(it -> it.mass().grams()).sum();
        long lost =
                treatment.losses().stream().mapToLong(it -> it.mass().grams()).sum();
        put(key, new Node("treatment", id, stock, site, null, what, treatment.in(), gained, lost, null));
        for (var input : treatment.inputs()) {
            edge(Key.lot(stock, input.lot().value()), key, input.mass().grams());
        }
        for (var output : treatment.outputs()) {
            edge(key, Key.lot(stock, output.lot().value()), output.mass().grams());
        }
    }

    private void book(UUID stock, Booking booking) {
        if (booking.grams() == 0) return;
        var line = new Line(
                stock,
                booking.waste().map(WasteCode::digits).orElse(""),
                booking.waste().map(WasteCode::hazardous).orElse(false),
                booking.account().text());
        lines.merge(line, booking.grams(), Long::sum);
    }

    private void put(String key, Node node) {
        nodes.put(key, node);
        changed.add(key);
    }

    void write() {
        database.batchUpdate("insert into stock (id, site, organisation) values (?, ?, ?)", begun);
        database.batchUpdate("""
                insert into lineage_node (key, kind, id, stock, site, organisation, taker, lot_kind, waste_code, hazardous,
                       operation, grams, intake_grams, short_grams, held_grams, gained_grams, lost_grams, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (key) do update set grams = excluded.grams, intake_grams = excluded.intake_grams,
                       short_grams = excluded.short_grams, held_grams = excluded.held_grams""", changed.stream().map(this::row).toList());
        var gone = edges.entrySet().stream()
                .filter(edge -> edge.getValue().isEmpty())
                .map(edge -> new Object[] {edge.getKey().source(), edge.getKey().target()})
                .toList();
        var there = new ArrayList<Object[]>();
        edges.forEach((edge, grams) ->
                grams.ifPresent(mass -> there.add(new Object[] {edge.source(), edge.target(), mass})));
        database.batchUpdate("delete from lineage_edge where source = ? and target = ?", gone);
        database.batchUpdate(
                "insert into lineage_edge (source, target, grams) values (?, ?, ?)"
                        + " on conflict (source, target) do update set grams = excluded.grams",
                there);
        database.batchUpdate(
                "insert into stock_touch (touched, stock, version) values (?, ?, ?) on conflict do nothing", touches);
        database.batchUpdate(
                "insert into stock_line as l (stock, waste_code, hazardous, account, grams) values (?, ?, ?, ?, ?)"
                        + " on conflict (stock, waste_code, hazardous, account) do update set grams = l.grams + excluded.grams",
                lines.entrySet().stream()
                        .map(line -> new Object[] {
                            line.getKey().stock(),
                            line.getKey().wasteCode(),
                            line.getKey().hazardous(),
                            line.getKey().account(),
                            line.getValue()
                        })
                        .toList());
    }

    private @Nullable Object[] row(String key) {
        var node = nodes.get(key);
        if (node == null) throw new IllegalStateException("nothing was put under " + key);
        var lot = node.lot();
        return new @Nullable Object[] {
            key,
            node.kind(),
            node.id(),
            node.stock(),
            node.site().site().value(),
            node.site().organisation().value(),
            node.taker(),
            lot.kind().text(),
            lot.waste().map(WasteCode::digits).orElse(null),
            lot.waste().map(WasteCode::hazardous).orElse(null),
            lot.operation().map(Operation::code).orElse(null),
            node.grams(),
            lot.intake().map(Mass::grams).orElse(null),
            lot.shortfall().grams(),
            lot.held().grams(),
            node.gained(),
            node.lost(),
            node.source()
        };
    }
}
