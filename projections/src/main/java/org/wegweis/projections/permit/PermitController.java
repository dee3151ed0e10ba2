package org.wegweis.projections.permit;

import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.permit.PermitJson;
import org.wegweis.projections.access.Looks;

/** Papers for those who work with their holder, and for authorities, whose look is written down. */
@RestController
class PermitController {
    private final Papers papers;
    private final Looks looks;
    private final InstantSource clock;

    PermitController(Papers papers, Looks looks, InstantSource clock) {
        this.papers = papers;
        this.looks = looks;
        this.clock = clock;
    }

    /** One organisation's papers; empty where there are none, and where they do not exist for the caller. */
    @GetMapping(path = "/api/permits", produces = MediaType.APPLICATION_JSON_VALUE)
    Json.Arr permits(@RequestParam String organisation, Caller caller) {
        var holder = Problem.parsed("organisation", organisation, OrganisationId::parse);
        var found = papers.of(holder, caller);
        looks.search(caller, "{permits=" + holder + "}", found.size());
        var today = BerlinDay.of(clock.instant());
        return new Json.Arr(found.entrySet().stream()
                .<Json>map(paper -> PermitJson.onFile(paper.getKey(), paper.getValue(), today))
                .toList());
    }
}
