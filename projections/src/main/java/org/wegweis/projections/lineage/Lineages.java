package org.wegweis.projections.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.door.Caller;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.access.Sight;
import org.wegweis.projections.neighbour.Tracking;

/** Reads where a load came from and where it went, as far as it exists for the caller. */
@Component
class Lineages {
    /** In each direction. */
    private static final int MOST = 1_000;

    private final JdbcClient database;
    private final JdbcOperations tables;
    /** One statement sees what the others see. */
    private final TransactionTemplate moment;

    private final Tracking tracking;

    Lineages(JdbcClient database, JdbcOperations tables, PlatformTransactionManager transactions, Tracking tracking) {
        this.database = database;
        this.tables = tables;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setReadOnly(true);
        this.tracking = tracking;
    }

    /** What the tables know, and whether the caller may. */
    private record Known(
            String kind,
            UUID id,
            boolean hidden,
            long grams,
            Optional<WasteCode> waste,
            Party site,
            @Nullable Party to,
            @Nullable String operation,
            @Nullable Long held,
            @Nullable Long gained,
            @Nullable Long lost) {}

    private record Edge(String source, String target, long grams) {}

    private record Graph(
            boolean complete,
            List<String> keys,
            Set<String> up,
            Set<String> down,
            Map<String, Known> known,
            List<Edge> edges) {}

    /** The consignment's sources and sinks, if it exists for the caller. */
    Optional<Lineage> find(UUID consignment, Caller caller) {
        var graph = moment.execute(_ -> graph(consignment, caller));
        return graph.map(found -> lineage(consignment, found, caller));
    }

    private Optional<Graph> graph(UUID consignment, Caller caller) {
        String start = Key.consignment(consignment);
        var own = consignments(List.of(start), caller).get(start);
        if (own == null || own.hidden()) return Optional.empty();
        var up = Walk.up(tables, start, MOST + 1);
        var down = Walk.down(tables, start, MOST + 1);
        boolean complete = up.size() <= MOST && down.size() <= MOST;
        var met = new LinkedHashSet<String>();
        met.add(start);
        up.stream().limit(MOST).sorted().forEach(met::add);
        down.stream().limit(MOST).sorted().forEach(met::add);
        var known = new HashMap<String, Known>(consignments(met, caller));
        known.putAll(others(met, caller));
        var keys = met.stream().filter(known::containsKey).toList();
        var edges = database.sql(
                        "select source, target, grams from lineage_edge where source = any (?) and target = any (?)"
                                + " order by source, target")
                .params(texts(keys), texts(keys))
                .query((row, _) -> new Edge(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
        return Optional.of(new Graph(complete, keys, new HashSet<>(up), new HashSet<>(down), known, edges));
    }

    private static SqlArrayValue texts(Iterable<String> keys) {
        var all = new ArrayList<String>();
        keys.forEach(all::add);
        return new SqlArrayValue("text", all.toArray());
    }

    private Map<String, Known> consignments(Iterable<String> keys, Caller caller) {
        var ids = new ArrayList<UUID>();
        for (String key : keys) {
            if (key.startsWith(Key.CONSIGNMENT)) ids.add(UUID.fromString(key.substring(Key.CONSIGNMENT.length())));
        }
        var sight = Sight.of(caller);
        var known = new HashMap<String, Known>();
        database.sql("select c.*, " + sight.condition() + " as seen from consignment c where c.id = any (?)")
                .params(sight.parameters())
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .query((row, _) -> new Known(
                        "consignment",
                        row.getObject("id", UUID.class),
                        !row.getBoolean("seen"),
                        Optional.ofNullable(row.getObject("accepted_grams", Long.class))
                                .orElse(row.getLong("declared_grams")),
                        Rows.waste(row),
                        end(row, "generator"),
                        end(row, "plant"),
                        null,
                        null,
                        null,
                        null))
                .list()
                .forEach(one -> known.put(Key.consignment(one.id()), one));
        return known;
    }

    private static Party end(ResultSet row, String end) throws SQLException {
        return new Party(
                new OrganisationId(row.getObject(end + "_organisation", UUID.class)),
                new SiteNumber(row.getString(end + "_site")));
    }

    private Map<String, Known> others(Iterable<String> keys, Caller caller) {
        boolean party = Sight.isParty(caller);
        Predicate<Party> seen = site -> (party && site.organisation().equals(caller.organisation()))
                || (caller.is(Role.AUTHORITY)
                        && caller.jurisdiction().contains(site.site().land()));
        var known = new HashMap<String, Known>();
        database.sql("select * from lineage_node where key = any (?)")
                .param(texts(keys))
                .query(row -> {
                    var site = Rows.site(row);
                    var taker = row.getObject("taker", UUID.class);
                    boolean taken = party && caller.organisation().value().equals(taker);
                    boolean treatment = row.getString("kind").equals("treatment");
                    known.put(
                            row.getString("key"),
                            new Known(
                                    kind(row),
                                    row.getObject("id", UUID.class),
                                    !seen.test(site) && !taken,
                                    row.getLong("grams"),
                                    Rows.waste(row),
                                    site,
                                    null,
                                    row.getString("operation"),
                                    row.getString("kind").equals("lot") ? row.getLong("held_grams") : null,
                                    treatment ? row.getLong("gained_grams") : null,
                                    treatment ? row.getLong("lost_grams") : null));
                });
        return known;
    }

    /** A lot that is no waste is called what it is. */
    private static String kind(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String lot = row.getString("lot_kind");
        return kind.equals("lot") && !lot.equals("waste") ? lot : kind;
    }

    private Lineage lineage(UUID consignment, Graph graph, Caller caller) {
        var directory = tracking.directory(caller);
        boolean authority = caller.is(Role.AUTHORITY);
        var numbers = new HashMap<String, Integer>();
        var nodes = new ArrayList<Lineage.Node>();
        for (String key : graph.keys()) {
            var known = graph.known().get(key);
            if (known == null) continue;
            numbers.put(key, nodes.size());
            nodes.add(node(nodes.size(), known, authority, directory));
        }
        var edges = new ArrayList<Lineage.Edge>();
        var entered = new HashSet<String>();
        var left = new HashSet<String>();
        for (var edge : graph.edges()) {
            entered.add(edge.target());
            left.add(edge.source());
            edges.add(new Lineage.Edge(
                    numbers.getOrDefault(edge.source(), 0), numbers.getOrDefault(edge.target(), 0), edge.grams()));
        }
        var sources = numbered(numbers, graph.up(), key -> !entered.contains(key));
        var sinks = numbered(
                numbers,
                graph.down(),
                key -> !left.contains(key) || held(graph.known().get(key)));
        return new Lineage(consignment, graph.complete(), nodes, edges, sources, sinks);
    }

    private static boolean held(@Nullable Known known) {
        return known != null && known.held() != null && known.held() > 0;
    }

    private static List<Integer> numbered(Map<String, Integer> numbers, Set<String> keys, Predicate<String> which) {
        return keys.stream()
                .filter(which)
                .flatMap(key -> Optional.ofNullable(numbers.get(key)).stream())
                .sorted()
                .toList();
    }

    private static Lineage.Node node(int number, Known known, boolean authority, Tracking.Directory directory) {
        boolean shown = !known.hidden();
        var code = known.waste().map(WasteCode::toString).orElse(null);
        return new Lineage.Node(
                number,
                known.kind(),
                known.hidden(),
                known.grams(),
                shown ? known.id() : null,
                shown || authority ? code : null,
                shown || authority ? known.site().site().land().german() : null,
                shown ? place(known.site(), directory) : null,
                shown && known.to() != null ? place(known.to(), directory) : null,
                shown ? known.operation() : null,
                shown ? known.held() : null,
                shown ? known.gained() : null,
                shown ? known.lost() : null);
    }

    private static Lineage.Place place(Party party, Tracking.Directory directory) {
        var site = directory.sites().get(party.site().toString());
        return new Lineage.Place(
                party.organisation().value(),
                directory.names().get(party.organisation().value()),
                party.site().toString(),
                site == null ? null : site.place(),
                party.site().land().german());
    }
}
