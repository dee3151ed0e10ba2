package org.wegweis.tracking.consignment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.tracking.statement.RecordJson;
import org.wegweis.tracking.statement.Steps;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** The door for dispatchers, ERP systems and plants' offices. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class ConsignmentController {
    private static final Steps STEPS = new Steps(Map.ofEntries(
            Map.entry("release", ConsignmentJson.RELEASED),
            Map.entry("pick-up", ConsignmentJson.PICKED_UP),
            Map.entry("hand-over", ConsignmentJson.HANDED_OVER),
            Map.entry("take-over", ConsignmentJson.TAKEN_OVER),
            Map.entry("delivery", ConsignmentJson.DELIVERED),
            Map.entry("acceptance", ConsignmentJson.ACCEPTED),
            Map.entry("partial-acceptance", ConsignmentJson.PARTLY_ACCEPTED),
            Map.entry("rejection", ConsignmentJson.REJECTED),
            Map.entry("taking-back", ConsignmentJson.TAKEN_BACK),
            Map.entry("correction", ConsignmentJson.CORRECTED),
            Map.entry("agreement", ConsignmentJson.CORRECTION_AGREED),
            Map.entry("disagreement", ConsignmentJson.CORRECTION_DECLINED),
            Map.entry("cancellation", ConsignmentJson.CANCELLED)));
    private static final int MOST_DISCLOSURES = 200;

    private final Consignments consignments;
    private final RecordStore store;

    ConsignmentController(Consignments consignments, RecordStore store) {
        this.consignments = consignments;
        this.store = store;
    }

    @PostMapping("/consignments")
    ResponseEntity<Json.Obj> open(
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var consignment = Fields.of(body).optionalParsed("consignment", ConsignmentId::parse);
        return state(
                ConsignmentJson.OPENED,
                Submitted.without(body, "consignment"),
                consignment,
                key,
                caller,
                Role.DISPATCHER);
    }

    @PostMapping({
        "/consignments/{id}/release",
        "/consignments/{id}/pick-up",
        "/consignments/{id}/hand-over",
        "/consignments/{id}/take-over",
        "/consignments/{id}/delivery",
        "/consignments/{id}/acceptance",
        "/consignments/{id}/partial-acceptance",
        "/consignments/{id}/rejection",
        "/consignments/{id}/taking-back",
        "/consignments/{id}/correction",
        "/consignments/{id}/agreement",
        "/consignments/{id}/disagreement",
        "/consignments/{id}/cancellation"
    })
    ResponseEntity<Json.Obj> step(
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var role = caller.is(Role.DISPATCHER) ? Role.DISPATCHER : Role.GATE;
        return state(STEPS.type(request), body, Optional.of(consignment(id)), key, caller, role);
    }

    private ResponseEntity<Json.Obj> state(
            String type,
            Json.Obj body,
            Optional<ConsignmentId> consignment,
            @Nullable String key,
            Caller caller,
            Role role) {
        var by = new Actor(caller.organisation(), role, Optional.empty());
        var submitted = Submitted.of(type, body, consignment.map(ConsignmentId::value), key, by);
        var answer = consignments.state(submitted);
        return answer.entity("consignment", "/api/consignments/" + answer.subject() + "/records");
    }

    /** The exact bytes, and what the vault holds beside them. */
    @GetMapping("/consignments/{id}/records")
    List<RecordJson> records(
            @PathVariable String id, @RequestParam(defaultValue = "" + RecordJson.MOST) int most, Caller caller) {
        var consignment = consignment(id);
        existing(consignment, caller);
        return RecordJson.of(store, consignment.value(), most);
    }

    record NamedJson(String consignment, String id) {}

    /** Which statements name that plate, as far as their consignments exist for the caller. */
    @GetMapping("/disclosures")
    List<NamedJson> disclosures(@RequestParam String name, @RequestParam String value, Caller caller) {
        if (!name.equals("plate")) throw Problem.wrongField("name", "must be plate; nothing else is searched for");
        return store.withPlate(value, MOST_DISCLOSURES).stream()
                .filter(named -> consignments
                        .existing(new ConsignmentId(named.subject()))
                        .filter(state -> Visibility.exists(state, caller))
                        .isPresent())
                .map(named ->
                        new NamedJson(named.subject().toString(), named.id().toString()))
                .toList();
    }

    /** What a phone needs to know of a load before it picks it up; mobile-api shows it to the driver whose tour it is on. */
    @GetMapping("/consignments/{id}/opening")
    Json.Obj opening(@PathVariable String id) {
        var consignment = consignment(id);
        var state = consignments.existing(consignment).orElseThrow(ConsignmentController::noSuchConsignment);
        var first = store.of(consignment.value(), 0).getFirst().parsed();
        var opened = (Event.Opened) Events.event(first);
        return ConsignmentJson.data(
                        new Event.Opened(opened.statement(), state.file().opening()))
                .with("consignment", consignment.toString())
                .with("state", StateText.of(state))
                .with(
                        "numberCheck",
                        consignments.numberCheck(state.file().opening()).text())
                .with(
                        "parties",
                        new Json.Arr(state.file().parties().stream()
                                .<Json>map(party -> new Json.Text(party.toString()))
                                .toList()));
    }

    private State.Existing existing(ConsignmentId id, Caller caller) {
        return consignments
                .existing(id)
                .filter(state -> Visibility.exists(state, caller))
                .orElseThrow(ConsignmentController::noSuchConsignment);
    }

    private static Problem noSuchConsignment() {
        return new Problem(
                HttpStatus.NOT_FOUND, "no-such-consignment", "There is no such consignment for your organisation.");
    }

    private static ConsignmentId consignment(String id) {
        return Problem.parsed("id", id, ConsignmentId::parse);
    }
}
