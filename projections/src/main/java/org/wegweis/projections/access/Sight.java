package org.wegweis.projections.access;

import java.util.List;
import org.wegweis.door.Caller;
import org.wegweis.kernel.finding.Finding.Audience;
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

    /** Whether what the organisation is party to exists for a caller: for those who work with it or audit it. */
    public static boolean isParty(Caller caller) {
        return caller.is(Role.DISPATCHER) || caller.is(Role.GATE) || caller.is(Role.AUDITOR);
    }

    /** The certificates of the organisation, or with an end in one of the authority's Länder: SQL over table {@code certificate} as {@code c}. */
    public static Sight ofCertificates(Caller caller) {
        var any = new Alternatives();
        if (isParty(caller)) {
            any.organisation("c.applicant_organisation", caller);
            any.organisation("c.plant_organisation", caller);
        }
        any.laender(caller, "c.applicant_land", "c.plant_land");
        return new Sight(any.condition(), any.parameters());
    }

    public static Sight of(Caller caller) {
        var any = new Alternatives();
        if (isParty(caller)) {
            any.add(
                    "exists (select from consignment_party p where p.consignment = c.id and p.organisation = ?)",
                    caller.organisation().value());
        }
        any.laender(caller, "c.generator_land", "c.plant_land", "c.goes_to_land");
        return new Sight(any.condition(), any.parameters());
    }
}
