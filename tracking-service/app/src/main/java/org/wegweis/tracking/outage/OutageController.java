package org.wegweis.tracking.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.wegweis.kernel.outage.OutageId;
import org.wegweis.kernel.outage.OutageJson;
import org.wegweis.kernel.outage.Refusal;
import org.wegweis.kernel.outage.State;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.tracking.statement.RecordJson;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** The door for whoever cannot prove electronically, once the door can be reached again or from another device. */
@RestController
@RequestMapping(path = "/api/outages", produces = MediaType.APPLICATION_JSON_VALUE)
class OutageController {
    private static final int MOST = 200;

    private final Outages outages;
    private final RecordStore store;

    OutageController(Outages outages, RecordStore store) {
        this.outages = outages;
        this.store = store;
    }

    @PostMapping
    ResponseEntity<Json.Obj> report(
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var outage = Fields.of(body).optionalParsed("outage", OutageId::parse);
        return state(OutageJson.REPORTED, Submitted.without(body, "outage"), outage, key, caller);
    }

    @PostMapping("/{id}/receipts")
    ResponseEntity<Json.Obj> use(
            @PathVariable String id,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return state(OutageJson.RECEIPT_USED, body, Optional.of(outage(id)), key, caller);
    }

    @PostMapping("/{id}/receipts/{number}/entry")
    ResponseEntity<Json.Obj> enter(
            @PathVariable String id,
            @PathVariable String number,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        if (body.members().containsKey("number")) throw Problem.wrongField("/number", "stands in the path");
        return state(OutageJson.RECEIPT_ENTERED, body.with("number", number), Optional.of(outage(id)), key, caller);
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Json.Obj> end(
            @PathVariable String id,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return state(OutageJson.ENDED, body, Optional.of(outage(id)), key, caller);
    }

    private ResponseEntity<Json.Obj> state(
            String type, Json.Obj body, Optional<OutageId> outage, @Nullable String key, Caller caller) {
        var role = Stream.of(Role.DISPATCHER, Role.GATE)
                .filter(caller::is)
                .findFirst()
                .orElse(Role.DRIVER);
        var by = new Actor(caller.organisation(), role, Optional.empty());
        var answer = outages.state(Submitted.of(type, body, outage.map(OutageId::value), key, by));
        return answer.entity("outage", "/api/outages/" + answer.subject());
    }

    /** The organisation's own, newest first, {@value #MOST} at most; projections have all, with what is found about them. */
    @GetMapping
    Json.Arr own(Caller caller) {
        return new Json.Arr(outages.of(caller.organisation()).stream()
                .limit(MOST)
                .flatMap(id -> outages.existing(id, caller).stream().<Json>map(state -> json(id, state)))
                .toList());
    }

    /** How long it lasted, and which paper was used and entered. */
    @GetMapping("/{id}")
    Json.Obj one(@PathVariable String id, Caller caller) {
        var outage = outage(id);
        return json(outage, existing(outage, caller));
    }

    /** The exact bytes, for whoever builds a proof of them. */
    @GetMapping("/{id}/records")
    List<RecordJson> records(
            @PathVariable String id, @RequestParam(defaultValue = "" + RecordJson.MOST) int most, Caller caller) {
        var outage = outage(id);
        existing(outage, caller);
        return RecordJson.of(store, outage.value(), most);
    }

    private State.Existing existing(OutageId id, Caller caller) {
        return outages.existing(id, caller).orElseThrow(() -> new OutageRefused(new Refusal.NotReported()));
    }

    private static Json.Obj json(OutageId id, State.Existing state) {
        var file = state.file();
        Optional<Instant> ended = state instanceof State.Over over ? Optional.of(over.endedAt()) : Optional.empty();
        var receipts = file.receipts().entrySet().stream()
                .<Json>map(receipt -> Json.Obj.of()
                        .with("number", receipt.getKey().toString())
                        .with("form", receipt.getValue().form().text())
                        .with("usedAt", receipt.getValue().usedAt().toString())
                        .with(
                                "consignment",
                                receipt.getValue()
                                        .entry()
                                        .map(it -> it.consignment().toString())))
                .toList();
        return Json.Obj.of()
                .with("outage", id.toString())
                .with("state", ended.isPresent() ? "over" : "under-way")
                .with("organisation", file.obliged().organisation().toString())
                .with("site", file.obliged().site().toString())
                .with("cause", file.cause().text())
                .with("since", file.since().toString())
                .with("endedAt", ended.map(Instant::toString))
                .with("receipts", new Json.Arr(receipts));
    }

    private static OutageId outage(String id) {
        return Problem.parsed("id", id, OutageId::parse);
    }
}
