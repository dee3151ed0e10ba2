package org.wegweis.projections.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.support.SqlArrayValue;
import org.wegweis.door.Caller;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.record.Actor.Role;

/**
 * Which consignments, or certificates, exist for a caller: for those who work with them or audit them, the ones that the organisation is
 * party to; for an authority, the ones with an end in one of its Länder, that of a rejected load too; for anybody else, none.
 *
 * @param condition SQL over their table under the name {@code c}
 * @param parameters of the condition, in order
 */
public record Sight(String condition, List<Object> parameters) {
    public Sight {
        parameters = List.copyOf(parameters);
    }

    /** Whose findings a caller is shown: authorities are not told what parties have yet to settle among themselves. */
    public static Audience audience(Caller caller) {
        return caller.is(Role.AUTHORITY) ? Audience.AUTHORITIES : Audience.PARTIES;
    }

    /** The certificates of the organisation, or with an end in one of the authority's Länder: SQL over table {@code certificate} as {@code c}. */
    public static Sight ofCertificates(Caller caller) {
        var parameters = new ArrayList<Object>();
        var condition = new StringBuilder("false");
        if (caller.is(Role.DISPATCHER) || caller.is(Role.GATE) || caller.is(Role.AUDITOR)) {
            condition.append(" or c.applicant_organisation = ? or c.plant_organisation = ?");
            parameters.add(caller.organisation().value());
            parameters.add(caller.organisation().value());
        }
        if (caller.is(Role.AUTHORITY) && !caller.jurisdiction().isEmpty()) {
            condition.append(" or c.applicant_land = any (?) or c.plant_land = any (?)");
            var laender = caller.jurisdiction().stream().map(Land::name).toArray();
            parameters.add(new SqlArrayValue("text", laender));
            parameters.add(new SqlArrayValue("text", laender));
        }
        return new Sight("(" + condition + ")", parameters);
    }

    public static Sight of(Caller caller) {
        var parameters = new ArrayList<Object>();
        var condition = new StringBuilder("false");
        if (caller.is(Role.DISPATCHER) || caller.is(Role.GATE) || caller.is(Role.AUDITOR)) {
            condition.append(
                    " or exists (select from consignment_party p where p.consignment = c.id and p.organisation = ?)");
            parameters.add(caller.organisation().value());
        }
        if (caller.is(Role.AUTHORITY) && !caller.jurisdiction().isEmpty()) {
            condition.append(" or c.generator_land = any (?) or c.plant_land = any (?) or c.goes_to_land = any (?)");
            var laender = caller.jurisdiction().stream().map(Land::name).toArray();
            parameters.add(new SqlArrayValue("text", laender));
            parameters.add(new SqlArrayValue("text", laender));
            parameters.add(new SqlArrayValue("text", laender));
        }
        return new Sight("(" + condition + ")", parameters);
    }
}
