package org.wegweis.tracking.permit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.permit.PermitId;
import org.wegweis.kernel.permit.PermitJson;
import org.wegweis.kernel.permit.Refusal;
import org.wegweis.kernel.permit.State;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.tracking.statement.RecordJson;
import org.wegweis.tracking.statement.Steps;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** The door for papers: carriers and plants file them, authorities have a word in it, drivers show them (§13 AbfAEV). */
@RestController
@RequestMapping(path = "/api/permits", produces = MediaType.APPLICATION_JSON_VALUE)
class PermitController {
    private static final Steps STEPS = new Steps(Map.of(
            "acknowledgement", PermitJson.ACKNOWLEDGED,
            "withdrawal", PermitJson.WITHDRAWN,
            "end", PermitJson.GIVEN_UP));

    private final FiledPapers papers;
    private final PapersOnFile onFile;
    private final RecordStore store;
    private final InstantSource clock;

    PermitController(FiledPapers papers, PapersOnFile onFile, RecordStore store, InstantSource clock) {
        this.papers = papers;
        this.onFile = onFile;
        this.store = store;
        this.clock = clock;
    }

    /** The holder says that it has a paper. */
    @PostMapping
    ResponseEntity<Json.Obj> file(
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var permit = Fields.of(body).optionalParsed("permit", PermitId::parse);
        return state(PermitJson.FILED, Submitted.without(body, "permit"), permit, key, caller, Role.DISPATCHER);
    }

    /** Only the authority of the holder's Land speaks (§53(1) Satz 3, §54(1) Satz 3 KrWG). */
    @PostMapping({"/{id}/acknowledgement", "/{id}/withdrawal"})
    ResponseEntity<Json.Obj> decide(
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var permit = permit(id);
        var land = existing(permit, caller).paper().holder().site().land();
        if (!caller.jurisdiction().contains(land)) throw new PermitRefused(new Refusal.NotForRole(Role.AUTHORITY));
        return state(STEPS.type(request), body, Optional.of(permit), key, caller, Role.AUTHORITY);
    }

    /** The holder uses it no more, from a day on. */
    @PostMapping("/{id}/end")
    ResponseEntity<Json.Obj> end(
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var permit = permit(id);
        existing(permit, caller);
        return state(STEPS.type(request), body, Optional.of(permit), key, caller, Role.DISPATCHER);
    }

    /** What it says and where it stands today. */
    @GetMapping("/{id}")
    Json.Obj permit(@PathVariable String id, Caller caller) {
        var permit = permit(id);
        return PermitJson.onFile(permit, existing(permit, caller), today());
    }

    /** The exact bytes, for whoever builds a proof of them. */
    @GetMapping("/{id}/records")
    List<RecordJson> records(
            @PathVariable String id, @RequestParam(defaultValue = "" + RecordJson.MOST) int most, Caller caller) {
        var permit = permit(id);
        existing(permit, caller);
        return RecordJson.of(store, permit.value(), most);
    }

    /** An organisation's papers, as far as they exist for the caller; a second old at most. */
    @GetMapping
    Json.Arr permits(@RequestParam String organisation, Caller caller) {
        var today = today();
        var papersOf = onFile.of(Problem.parsed("organisation", organisation, OrganisationId::parse));
        return new Json.Arr(papersOf.entrySet().stream()
                .filter(paper -> FiledPapers.exists(paper.getValue(), caller))
                .sorted(Comparator.comparing(paper -> paper.getKey().value()))
                .<Json>map(paper -> PermitJson.onFile(paper.getKey(), paper.getValue(), today))
                .toList());
    }

    private LocalDate today() {
        return BerlinDay.of(clock.instant());
    }

    private ResponseEntity<Json.Obj> state(
            String type, Json.Obj body, Optional<PermitId> permit, @Nullable String key, Caller caller, Role role) {
        var by = new Actor(caller.organisation(), role, Optional.empty());
        var answer = papers.state(Submitted.of(type, body, permit.map(PermitId::value), key, by));
        return answer.entity("permit", "/api/permits/" + answer.subject());
    }

    private State.OnFile existing(PermitId id, Caller caller) {
        return papers.existing(id, caller).orElseThrow(() -> new PermitRefused(new Refusal.NotFiled()));
    }

    private static PermitId permit(String id) {
        return Problem.parsed("id", id, PermitId::parse);
    }
}
