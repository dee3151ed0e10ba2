package org.wegweis.projections.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.door.Caller;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.record.Actor.Role;

/**
 * Conditions of which one holds; without any, none does. One that is alone stands as it is: beside an {@code or} PostgreSQL
 * uses no index's order and reads a whole table.
 */
final class Alternatives {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    void add(String condition, Object parameter) {
        conditions.add(condition);
        parameters.add(parameter);
    }

    void organisation(String column, Caller caller) {
        add(column + " = ?", caller.organisation().value());
    }

    /** That one of the columns is a Land of the authority's; nothing where the caller is none. */
    void laender(Caller caller, String... columns) {
        if (!caller.is(Role.AUTHORITY)) return;
        var laender = caller.jurisdiction().stream().map(Land::name).toList();
        for (String column : columns) {
            if (laender.size() == 1) add(column + " = ?", laender.getFirst());
            if (laender.size() > 1) add(column + " = any (?)", new SqlArrayValue("text", laender.toArray()));
        }
    }

    String condition() {
        return conditions.isEmpty() ? "false" : "(" + String.join(" or ", conditions) + ")";
    }

    List<Object> parameters() {
        return parameters;
    }
}
