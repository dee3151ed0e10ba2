package org.wegweis.projections.access;

import java.util.List;
import org.wegweis.door.Caller;
import org.wegweis.kernel.record.Actor.Role;

/**
 * The consignments that exist for a caller, as {@link Sight} says, for a query that wants a page of them. Those of an
 * organisation stand in the order of their opening in a table of their own, so that a page costs what is on it.
 *
 * @param tables what is read, with table {@code consignment} under the name {@code c}
 * @param openedAt the column that orders it, and {@code consignment} the one that orders what was opened at the same time
 * @param parameters of the condition, in order
 */
public record Listing(String tables, String openedAt, String consignment, String condition, List<Object> parameters) {
    public Listing {
        parameters = List.copyOf(parameters);
    }

    /** Whether the caller sees consignments as one of their parties and in no other way. */
    public static boolean isOfParty(Caller caller) {
        return Sight.isParty(caller) && !caller.is(Role.AUTHORITY);
    }

    public static Listing of(Caller caller) {
        if (isOfParty(caller)) {
            return new Listing(
                    "consignment_party p join consignment c on c.id = p.consignment",
                    "p.opened_at",
                    "p.consignment",
                    "p.organisation = ?",
                    List.of(caller.organisation().value()));
        }
        var sight = Sight.of(caller);
        return new Listing("consignment c", "c.opened_at", "c.id", sight.condition(), sight.parameters());
    }
}
