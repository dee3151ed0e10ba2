package org.wegweis.projections.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.door.Caller;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.record.Actor.Role;

/**
 * Which rows exist for a caller where each belongs to an organisation and lies in a Land: its own for those who work there or
 * audit it, those of its Länder for an authority, none for anybody else.
 *
 * @param condition SQL
 * @param parameters of the condition, in order
 */
public record Ours(String condition, List<Object> parameters) {
    public Ours {
        parameters = List.copyOf(parameters);
    }

    /**
     * For that caller.
     *
     * @param organisations the columns that name the organisations whose it is
     * @param land the column of the Land's letter
     */
    public static Ours of(Caller caller, String land, String... organisations) {
        var condition = new StringBuilder("false");
        var parameters = new ArrayList<Object>();
        if (caller.is(Role.DISPATCHER) || caller.is(Role.GATE) || caller.is(Role.AUDITOR)) {
            for (String organisation : organisations) {
                condition.append(" or ").append(organisation).append(" = ?");
                parameters.add(caller.organisation().value());
            }
        }
        if (caller.is(Role.AUTHORITY) && !caller.jurisdiction().isEmpty()) {
            condition.append(" or ").append(land).append(" = any (?)");
            parameters.add(new SqlArrayValue(
                    "text", caller.jurisdiction().stream().map(Land::name).toArray()));
        }
        return new Ours("(" + condition + ")", parameters);
    }
}
