package org.wegweis.projections.lineage;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;

/** Walks along the edges. A circle ends where it began, for no key is met twice. */
final class Walk {
    private static final String DOWN = """
            with recursive met (key) as (
                select ? union select e.target from met join lineage_edge e on e.source = met.key)
            select key from met limit ?""";
    private static final String UP = """
            with recursive met (key) as (
                select ? union select e.source from met join lineage_edge e on e.target = met.key)
            select key from met limit ?""";
    private static final String WITHIN_THE_STOCK = """
            with recursive met (key) as (
                select ? union select e.target from met join lineage_edge e on e.source = met.key
                where e.target not like 'c:%')
            select split_part(key, ':', 3)::uuid from met where key like 'l:%' limit ?""";
    private static final String BACK_TO_WHAT_CAME_IN = """
            with recursive met (key) as (
                select unnest(?) union select e.source from met join lineage_edge e on e.target = met.key
                where met.key not like 'c:%')
            select substr(key, 3)::uuid from met where key like 'c:%' limit ?""";

    private Walk() {}

    /** Where it went, itself first; at most so many. */
    static List<String> down(JdbcOperations database, String from, int most) {
        return database.queryForList(DOWN, String.class, from, most);
    }

    /** Where it came from, itself first; at most so many. */
    static List<String> up(JdbcOperations database, String from, int most) {
        return database.queryForList(UP, String.class, from, most);
    }

    /** The lot and all lots of the same stock that were made with some of it. */
    static List<UUID> lots(JdbcOperations database, String lot, int most) {
        return database.queryForList(WITHIN_THE_STOCK, UUID.class, lot, most);
    }

    /** The consignments that brought what is in these lots. */
    static List<UUID> consignments(JdbcOperations database, Collection<String> lots, int most) {
        return database.queryForList(BACK_TO_WHAT_CAME_IN, UUID.class, new SqlArrayValue("text", lots.toArray()), most);
    }
}
