package org.wegweis.projections.access;

import java.util.List;
import org.wegweis.door.Caller;

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
        var any = new Alternatives();
        if (Sight.isParty(caller)) {
            for (String organisation : organisations) any.organisation(organisation, caller);
        }
        any.laender(caller, land);
        return new Ours(any.condition(), any.parameters());
    }
}
