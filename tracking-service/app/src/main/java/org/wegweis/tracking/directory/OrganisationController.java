package org.wegweis.tracking.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
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

    record SiteJson(String number, String name, String place) {}

    record EntryJson(String name, List<SiteJson> sites) {}

    record OrganisationJson(String id, String name, List<SiteJson> sites) {
        static OrganisationJson of(Directory.Organisation organisation) {
            return new OrganisationJson(
                    organisation.id().toString(),
                    organisation.name(),
                    organisation.sites().stream()
                            .map(site -> new SiteJson(site.number().value(), site.name(), site.place()))
                            .toList());
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
            sites.add(new Directory.Site(number, site.name(), site.place()));
        }
        directory.enter(new Directory.Organisation(organisation(id), entry.name(), sites));
        return one(id);
    }

    private static void required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) throw Problem.wrongField(field, "is missing or blank");
    }

    private static OrganisationId organisation(String id) {
        return Problem.parsed("id", id, OrganisationId::parse);
    }
}
