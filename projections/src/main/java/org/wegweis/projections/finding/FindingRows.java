package org.wegweis.projections.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.statement.StatementId;

/**
 * What is found about some consignments, in the tables that pages are read from: the findings, the order in which each
 * organisation is shown them, and how many of each kind there are for whom. Only what differs is written: a consignment is
 * read again with each of its steps, and mostly found as it was.
 */
final class FindingRows {
    private static final String WRITE = """
            insert into finding (consignment, place, code, statement, since, to_parties, to_authorities, organisations, laender)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String WRITE_PARTY =
            "insert into finding_party (organisation, since, consignment, place) values (?, ?, ?, ?)";
    private static final String DELETE_PARTY =
            "delete from finding_party where organisation = ? and since = ? and consignment = ? and place = ?";
    private static final String COUNT_FOR_PARTY = """
            insert into party_findings as f (organisation, code, count) values (?, ?, ?)
            on conflict (organisation, code) do update set count = f.count + excluded.count""";
    private static final String COUNT_FOR_LAENDER = """
            insert into laender_findings as f (laender, code, count) values (?, ?, ?)
            on conflict (laender, code) do update set count = f.count + excluded.count""";

    private final JdbcOperations database;
    private final Map<UUID, Seen> seen = new HashMap<>();
    /** How many more there are now, by organisation and by Länder; in order, so that nodes wait for each other but never in a ring. */
    private final Map<UUID, Map<String, Integer>> moreForParties = new TreeMap<>();

    private final Map<String, Map<String, Integer>> moreForLaender = new TreeMap<>();

    /** Who sees a consignment, as {@link org.wegweis.projections.access.Sight} has it. */
    private record Seen(List<UUID> organisations, String laender) {}

    private record Row(
            UUID consignment,
            int place,
            String code,
            @Nullable UUID statement,
            Instant since,
            boolean toParties,
            boolean toAuthorities,
            Seen seen) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("consignment", UUID.class),
                    row.getInt("place"),
                    row.getString("code"),
                    row.getObject("statement", UUID.class),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    row.getBoolean("to_parties"),
                    row.getBoolean("to_authorities"),
                    new Seen(organisations(row), row.getString("laender")));
        }

        @Nullable
        Object[] values() {
            return new @Nullable Object[] {
                consignment,
                place,
                code,
                statement,
                timestamp(since),
                toParties,
                toAuthorities,
                new SqlArrayValue("uuid", seen.organisations().toArray()),
                seen.laender()
            };
        }
    }

    private FindingRows(JdbcOperations database) {
        this.database = database;
    }

    /**
     * Replaces what was found about these consignments.
     *
     * @param found by consignment, each's in their order; none about those that are left out
     */
    static void replace(JdbcOperations database, Collection<UUID> consignments, Map<UUID, List<Found>> found) {
        if (consignments.isEmpty()) return;
        new FindingRows(database).replaceAll(new SqlArrayValue("uuid", consignments.toArray()), consignments, found);
    }

    private void replaceAll(SqlArrayValue ids, Collection<UUID> consignments, Map<UUID, List<Found>> found) {
        readSeen(ids);
        var before = new HashMap<UUID, List<Row>>();
        database.query(
                "select * from finding where consignment = any (?) order by place",
                result -> {
                    var row = Row.of(result);
                    before.computeIfAbsent(row.consignment(), _ -> new ArrayList<>())
                            .add(row);
                },
                ids);
        var gone = new ArrayList<Row>();
        var come = new ArrayList<Row>();
        for (var consignment : consignments) {
            var was = before.getOrDefault(consignment, List.of());
            var is = rows(consignment, found.getOrDefault(consignment, List.of()));
            if (is.equals(was)) continue;
            gone.addAll(was);
            come.addAll(is);
        }
        delete(gone);
        insert(come);
        for (var row : gone) count(row, -1);
        for (var row : come) count(row, 1);
        database.batchUpdate(COUNT_FOR_PARTY, counts(moreForParties));
        database.batchUpdate(COUNT_FOR_LAENDER, counts(moreForLaender));
    }

    private void readSeen(SqlArrayValue ids) {
        database.query(
                """
                select c.id, c.generator_land, c.plant_land, c.goes_to_land,
                       array(select p.organisation from consignment_party p where p.consignment = c.id order by 1) as organisations
                from consignment c where c.id = any (?)""",
                row -> {
                    var laender = new TreeSet<String>();
                    for (String column : List.of("generator_land", "plant_land", "goes_to_land")) {
                        String land = row.getString(column);
                        if (land != null) laender.add(land);
                    }
                    seen.put(row.getObject("id", UUID.class), new Seen(organisations(row), String.join("", laender)));
                },
                ids);
    }

    private static List<UUID> organisations(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("organisations").getArray());
    }

    private List<Row> rows(UUID consignment, List<Found> found) {
        var rows = new ArrayList<Row>();
        for (var one : found) {
            rows.add(new Row(
                    consignment,
                    rows.size(),
                    one.finding().code(),
                    one.at().map(StatementId::value).orElse(null),
                    one.since(),
                    one.audience().contains(Audience.PARTIES),
                    one.audience().contains(Audience.AUTHORITIES),
                    Objects.requireNonNull(seen.get(consignment), "a consignment without its row")));
        }
        return rows;
    }

    private void delete(List<Row> rows) {
        if (rows.isEmpty()) return;
        database.update(
                "delete from finding where consignment = any (?)",
                new SqlArrayValue(
                        "uuid", rows.stream().map(Row::consignment).distinct().toArray()));
        database.batchUpdate(DELETE_PARTY, parties(rows));
    }

    private void insert(List<Row> rows) {
        database.batchUpdate(WRITE, rows.stream().map(Row::values).toList());
        database.batchUpdate(WRITE_PARTY, parties(rows));
    }

    private static List<Object[]> parties(List<Row> rows) {
        return rows.stream()
                .filter(Row::toParties)
                .flatMap(row -> row.seen().organisations().stream().map(organisation ->
                        new Object[] {organisation, timestamp(row.since()), row.consignment(), row.place()}))
                .toList();
    }

    private void count(Row row, int by) {
        if (row.toParties()) {
            for (var organisation : row.seen().organisations()) {
                count(moreForParties.computeIfAbsent(organisation, _ -> new TreeMap<>()), row.code(), by);
            }
        }
        if (row.toAuthorities()) {
            count(moreForLaender.computeIfAbsent(row.seen().laender(), _ -> new TreeMap<>()), row.code(), by);
        }
    }

    private static void count(Map<String, Integer> kinds, String code, int by) {
        kinds.merge(code, by, Integer::sum);
    }

    private static <V> List<Object[]> counts(Map<V, Map<String, Integer>> more) {
        var rows = new ArrayList<Object[]>();
        more.forEach((whose, kinds) -> kinds.forEach((code, by) -> {
            if (by != 0) rows.add(new Object[] {whose, code, by});
        }));
        return rows;
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
