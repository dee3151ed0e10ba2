package org.wegweis.projections.permit;

import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.wegweis.door.Caller;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.permit.PermitId;
import org.wegweis.kernel.permit.State;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.projections.access.Sight;

/** Reads papers as far as they exist for a caller. */
@Component
class Papers {
    private final JdbcOperations database;

    Papers(JdbcOperations database) {
        this.database = database;
    }

    /**
     * An organisation's papers, as far as they exist for the caller: its own; those of whoever is on the way of a
     * consignment that the caller sees; for an authority also those of its Länder.
     */
    Map<PermitId, State.OnFile> of(OrganisationId organisation, Caller caller) {
        var sight = Sight.of(caller);
        boolean works = Sight.isParty(caller);
        var laender = caller.is(Role.AUTHORITY)
                ? caller.jurisdiction().stream().map(Land::name).toArray()
                : new Object[0];
        return PaperTables.papers(
                database,
                "p.organisation = ? and ((? and p.organisation = ?) or p.land = any (?) or exists (select from consignment c join"
                        + " consignment_party other on other.consignment = c.id where other.organisation = p.organisation"
                        + " and " + sight.condition() + "))",
                Stream.concat(
                                Stream.<Object>of(
                                        organisation.value(),
                                        works,
                                        caller.organisation().value(),
                                        new SqlArrayValue("text", laender)),
                                sight.parameters().stream())
                        .toArray());
    }
}
