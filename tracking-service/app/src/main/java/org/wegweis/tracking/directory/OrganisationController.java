package org.wegweis.tracking.directory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.kernel.party.Coordinates;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;

/** The directory over HTTP. */
@RestController
@RequestMapping(path = "/api/organisations", produces = MediaType.APPLICATION_JSON_VALUE)
class OrganisationController {
    private final Directory directory;

    OrganisationController(Directory directory) {
        this.directory = directory;
    }

    /**
     * A site.
     *
     * @param latitude of its gate, in WGS 84 degrees, with its longitude or not at all
     */
    record SiteJson(
            String number,
            String name,
            String place,
            @Nullable List<String> roles,
            @Nullable Double latitude,
            @Nullable Double longitude) {
        static SiteJson of(Directory.Site site) {
            return new SiteJson(
                    site.number().value(),
                    site.name(),
                    site.place(),
                    site.roles().stream().map(SiteRole::text).sorted().toList(),
                    site.gate().map(Coordinates::latitude).orElse(null),
                    site.gate().map(Coordinates::longitude).orElse(null));
        }
    }

    record EntryJson(String name, List<SiteJson> sites) {}

    record OrganisationJson(String id, String name, List<SiteJson> sites) {
        static OrganisationJson of(Directory.Organisation organisation) {
            return new OrganisationJson(
                    organisation.id().toString(),
                    organisation.name(),
                    organisation.sites().stream().map(SiteJson::of).toList());
        }
    }

    @GetMapping
    List<OrganisationJson> all() {
        return directory.all().stream().map(OrganisationJson::of).toList();
    }

    @GetMapping("/{id}")
    OrganisationJson one(@PathVariable String id) {
        return directory
                .find(organisation(id))
                .map(OrganisationJson::of)
                .orElseThrow(() -> Problem.notFound("No such organisation: " + id));
    }

    @PutMapping("/{id}")
    OrganisationJson enter(@PathVariable String id, @RequestBody EntryJson entry) {
        required("/name", entry.name());
        if (entry.sites() == null) throw Problem.wrongField("/sites", "is missing; it may be empty");
        var sites = new ArrayList<Directory.Site>();
        for (int i = 0; i < entry.sites().size(); i++) {
            var site = entry.sites().get(i);
            String at = "/sites/" + i;
            required(at + "/number", site.number());
            required(at + "/name", site.name());
            required(at + "/place", site.place());
            var number = Problem.parsed(at + "/number", site.number(), SiteNumber::new);
            sites.add(new Directory.Site(number, site.name(), site.place(), roles(site, at), gate(site, at)));
        }
        directory.enter(new Directory.Organisation(organisation(id), entry.name(), sites));
        return one(id);
    }

    private static Set<SiteRole> roles(SiteJson site, String at) {
        var roles = EnumSet.noneOf(SiteRole.class);
        var texts = site.roles() == null ? List.<String>of() : site.roles();
        for (int i = 0; i < texts.size(); i++) {
            String role = at + "/roles/" + i;
            required(role, texts.get(i));
            roles.add(Problem.parsed(role, texts.get(i), SiteRole::parse));
        }
        return roles;
    }

    private static Optional<Coordinates> gate(SiteJson site, String at) {
        var latitude = site.latitude();
        var longitude = site.longitude();
        if (latitude == null && longitude == null) return Optional.empty();
        if (latitude == null) throw Problem.wrongField(at + "/latitude", "is missing beside the longitude");
        if (longitude == null) throw Problem.wrongField(at + "/longitude", "is missing beside the latitude");
        if (Math.abs(latitude) > 90) throw Problem.wrongField(at + "/latitude", "must be -90 to 90 degrees");
        if (Math.abs(longitude) > 180) throw Problem.wrongField(at + "/longitude", "must be -180 to 180 degrees");
        return Optional.of(new Coordinates(latitude, longitude));
    }

    private static void required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw Problem.wrongField(field, "is missing or blank");
    }

    private static OrganisationId organisation(String id) {
        return Problem.parsed("id", id, OrganisationId::parse);
    }
}
