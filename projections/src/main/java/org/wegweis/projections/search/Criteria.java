package org.wegweis.projections.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wegweis.door.Problem;
import org.wegweis.projections.parameter.Parameters;
import org.wegweis.projections.route.RouteState;

/**
 * What is searched for, read from the parameters of a request: each narrows, none finds all.
 *
 * @param conditions SQL over table {@code consignment} under the name {@code c}, all of which hold
 * @param parameters of the conditions, in order
 * @param plate asked of the vault's keeper; empty where nobody asked
 * @param organisation an id or a part of a name, which the directory knows; empty where nobody asked
 */
record Criteria(
        List<String> conditions, List<Object> parameters, String plate, String organisation, Cursor after, int limit) {
    private static final Set<String> KNOWN =
            Set.of("number", "plate", "wasteCode", "organisation", "from", "to", "state", "after", "limit");

    /** @throws Problem 400 naming the parameter that is wrong or not known */
    static Criteria of(Map<String, String> request) {
        var asked = Parameters.of(request, KNOWN);
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        asked.text("number").ifPresent(number -> {
            conditions.add("(c.note_number = ? or c.certificate = ? or c.id::text = ?)");
            parameters.addAll(List.of(number, number, number));
        });
        asked.wastePrefix("wasteCode").ifPresent(prefix -> {
            conditions.add("c.waste_code like ?");
            parameters.add(prefix + "%");
        });
        asked.parsed("state", RouteState::parse).ifPresent(state -> {
            conditions.add("c.state = ?");
            parameters.add(state.text());
        });
        asked.from("from").ifPresent(from -> {
            conditions.add("c.opened_at >= ?");
            parameters.add(from);
        });
        asked.to("to").ifPresent(to -> {
            conditions.add("c.opened_at < ?");
            parameters.add(to);
        });
        return new Criteria(
                conditions,
                parameters,
                asked.text("plate").orElse(""),
                asked.text("organisation").orElse(""),
                asked.parsed("after", Cursor::parse).orElse(Cursor.START),
                asked.limit());
    }
}
