package org.wegweis.tracking.transfernote;

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
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.transfernote.State;
import org.wegweis.kernel.transfernote.TransferNoteId;
import org.wegweis.kernel.transfernote.TransferNoteJson;
import org.wegweis.tracking.statement.RecordJson;
import org.wegweis.tracking.statement.Steps;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;

/** The door for collectors, for plants that take small amounts, and for the generators whose waste it is. */
@RestController
@RequestMapping(path = "/api/transfer-notes", produces = MediaType.APPLICATION_JSON_VALUE)
class TransferNoteController {
    private static final Steps STEPS = new Steps(Map.of(
            "signature", TransferNoteJson.SIGNED,
            "entry", TransferNoteJson.ENTERED,
            "cancellation", TransferNoteJson.CANCELLED));

    private final TransferNotes notes;
    private final RecordStore store;

    TransferNoteController(TransferNotes notes, RecordStore store) {
        this.notes = notes;
        this.store = store;
    }

    @PostMapping
    ResponseEntity<Json.Obj> issue(
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var note = Fields.of(body).optionalParsed("transferNote", TransferNoteId::parse);
        return state(TransferNoteJson.ISSUED, Submitted.without(body, "transferNote"), note, key, caller);
    }

    @PostMapping({"/{id}/signature", "/{id}/entry", "/{id}/cancellation"})
    ResponseEntity<Json.Obj> step(
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        String type = STEPS.type(request);
        return state(type, body, Optional.of(transferNote(id)), key, caller);
    }

    private ResponseEntity<Json.Obj> state(
            String type, Json.Obj body, Optional<TransferNoteId> note, @Nullable String key, Caller caller) {
        var role = caller.is(Role.DISPATCHER) ? Role.DISPATCHER : Role.GATE;
        var by = new Actor(caller.organisation(), role, Optional.empty());
        var answer = notes.state(Submitted.of(type, body, note.map(TransferNoteId::value), key, by));
        return answer.entity("transferNote", "/api/transfer-notes/" + answer.subject());
    }

    /** What it says, who has signed it, and into which consignment it is entered. */
    @GetMapping("/{id}")
    Json.Obj transferNote(@PathVariable String id, Caller caller) {
        var state = existing(transferNote(id), caller);
        var file = state.file();
        var content = file.content();
        Optional<ConsignmentId> consignment =
                state instanceof State.Issued issued ? issued.consignment() : Optional.empty();
        return Json.Obj.of()
                .with("transferNote", id)
                .with("state", state instanceof State.Cancelled ? "cancelled" : "issued")
                .with("number", content.number().map(NoteNumber::toString))
                .with("certificate", content.certificate().map(CertificateNumber::toString))
                .with("wasteCode", content.waste().digits())
                .with("massGrams", content.mass().grams())
                .with("generator", PartyJson.party(content.generator()))
                .with("taker", PartyJson.organisation(content.taker()))
                .with("signed", file.signed())
                .with("consignment", consignment.map(ConsignmentId::toString));
    }

    /** The exact bytes, for whoever builds a proof of them. */
    @GetMapping("/{id}/records")
    List<RecordJson> records(
            @PathVariable String id, @RequestParam(defaultValue = "" + RecordJson.MOST) int most, Caller caller) {
        var note = transferNote(id);
        existing(note, caller);
        return RecordJson.of(store, note.value(), most);
    }

    private State.Existing existing(TransferNoteId id, Caller caller) {
        return notes.existing(id, caller)
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-transfer-note",
                        "There is no such transfer note for your organisation."));
    }

    private static TransferNoteId transferNote(String id) {
        return Problem.parsed("id", id, TransferNoteId::parse);
    }
}
