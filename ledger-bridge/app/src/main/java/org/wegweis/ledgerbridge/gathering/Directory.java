package org.wegweis.ledgerbridge.gathering;

import java.util.Map;
import java.util.Optional;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;

/** What organisations and sites are called, as they have entered it themselves. */
public record Directory(Map<OrganisationId, String> names, Map<SiteNumber, Site> sites) {
    public Directory {
        names = Map.copyOf(names);
        sites = Map.copyOf(sites);
    }

    /** A site's name and the town that it is in. */
    public record Site(String name, String place) {}

    public Optional<String> name(OrganisationId organisation) {
        return Optional.ofNullable(names.get(organisation));
    }

    public Optional<Site> site(SiteNumber number) {
        return Optional.ofNullable(sites.get(number));
    }
}
