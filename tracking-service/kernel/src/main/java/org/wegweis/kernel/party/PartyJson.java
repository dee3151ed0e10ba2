package org.wegweis.kernel.party;

import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** Parties as records and statements write them. */
public final class PartyJson {
    private PartyJson() {}

    public static Json.Obj party(Party party) {
        return organisation(party.organisation()).with("site", party.site().toString());
    }

    public static Json.Obj organisation(OrganisationId id) {
        return Json.Obj.of().with("organisation", id.toString());
    }

    public static Party party(Fields fields) {
        var party =
                new Party(fields.parsed("organisation", OrganisationId::parse), fields.parsed("site", SiteNumber::new));
        fields.noMore();
        return party;
    }

    public static OrganisationId organisation(Fields fields) {
        var id = fields.parsed("organisation", OrganisationId::parse);
        fields.noMore();
        return id;
    }
}
