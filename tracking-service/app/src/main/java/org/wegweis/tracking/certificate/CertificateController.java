package org.wegweis.tracking.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
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
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.CertificateId;
import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.certificate.Privilege;
import org.wegweis.kernel.certificate.Refusal;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.PartyJson;
import org.wegweis.kernel.permit.Cover;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.statement.RecordJson;
import org.wegweis.tracking.statement.Steps;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.waste.CodeChange;

/** The door for prior approval: generators, collectors and plants declare, authorities decide. */
@RestController
@RequestMapping(path = "/api/certificates", produces = MediaType.APPLICATION_JSON_VALUE)
class CertificateController {
    private static final Steps STEPS = new Steps(Map.of(
            "plant-acceptance", CertificateJson.DECLARATION_ACCEPTED,
            "submission", CertificateJson.SUBMITTED,
            "acknowledgement", CertificateJson.RECEIPT_ACKNOWLEDGED,
            "demand", CertificateJson.PAPERS_DEMANDED,
            "papers", CertificateJson.PAPERS_SUPPLIED,
            "confirmation", CertificateJson.CONFIRMED,
            "refusal", CertificateJson.REFUSED,
            "confirmation-order", CertificateJson.CONFIRMATION_ORDERED,
            "revocation", CertificateJson.REVOKED));

    private final Certificates certificates;
    private final WasteList wastes;
    private final RecordStore store;
    private final InstantSource clock;

    CertificateController(Certificates certificates, WasteList wastes, RecordStore store, InstantSource clock) {
        this.store = store;
        this.certificates = certificates;
        this.wastes = wastes;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Json.Obj> declare(
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var certificate = Fields.of(body).optionalParsed("certificate", CertificateId::parse);
        return state(
                CertificateJson.DECLARED,
                Submitted.without(body, "certificate"),
                certificate,
                key,
                caller,
                Role.DISPATCHER);
    }

    @PostMapping({"/{id}/plant-acceptance", "/{id}/submission", "/{id}/papers"})
    ResponseEntity<Json.Obj> step(
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var certificate = certificate(id);
        existing(certificate, caller);
        return state(STEPS.type(request), body, Optional.of(certificate), key, caller, Role.DISPATCHER);
    }

    /** Only the authority of the plant's Land decides (§4, §5 NachwV: die für die Entsorgungsanlage zuständige). */
    @PostMapping({
        "/{id}/acknowledgement",
        "/{id}/demand",
        "/{id}/confirmation",
        "/{id}/refusal",
        "/{id}/confirmation-order",
        "/{id}/revocation"
    })
    ResponseEntity<Json.Obj> decide(
            @PathVariable String id,
            HttpServletRequest request,
            @RequestBody Json.Obj body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        var certificate = certificate(id);
        var plant = existing(certificate, caller).file().declaration().plant();
        if (!caller.jurisdiction().contains(plant.site().land())) {
            throw new CertificateRefused(new Refusal.NotForRole(Role.AUTHORITY));
        }
        return state(STEPS.type(request), body, Optional.of(certificate), key, caller, Role.AUTHORITY);
    }

    /** Where it stands, what of it is used, and what falls due when. */
    @GetMapping("/{id}")
    Json.Obj certificate(@PathVariable String id, Caller caller) {
        var state = existing(certificate(id), caller);
        var file = state.file();
        var declaration = file.declaration();
        var json = Json.Obj.of()
                .with("certificate", id)
                .with("state", text(state))
                .with("number", file.number().map(Object::toString))
                .with("kind", declaration.kind().letters())
                .with("wasteCode", declaration.waste().digits())
                .with("applicant", PartyJson.party(declaration.applicant()))
                .with("plant", PartyJson.party(declaration.plant()))
                .with("operation", declaration.operation().code())
                .with("quantityGrams", declaration.quantity().grams())
                .with("onTheRoadGrams", file.balance().onTheRoad().grams())
                .with("acceptedGrams", file.balance().accepted().grams())
                .with("until", until(state).map(LocalDate::toString))
                .with("due", Certificate.due(state).map(LocalDate::toString))
                .with("efbCertificate", proof(state));
        return CodeChange.with(json, declaration.waste(), wastes);
    }

    /** Whether the plant's privilege rests on a certificate that is on file today (§7(2) NachwV). */
    private Optional<String> proof(State.Existing state) {
        boolean privileged =
                state instanceof State.Valid valid && valid.privilege().equals(Optional.of(Privilege.EFB));
        if (!privileged) return Optional.empty();
        return Optional.of(
                switch (certificates.certified(state.file().declaration(), BerlinDay.of(clock.instant()))) {
                    case Cover.Covered _, Cover.Exempt _ -> "covered";
                    case Cover.NotCovered(var why) -> why.text();
                    case Cover.NothingOnFile _ -> "nothing-on-file";
                });
    }

    /** The exact bytes, for whoever builds a proof of them. */
    @GetMapping("/{id}/records")
    List<RecordJson> records(
            @PathVariable String id, @RequestParam(defaultValue = "" + RecordJson.MOST) int most, Caller caller) {
        var certificate = certificate(id);
        existing(certificate, caller);
        return RecordJson.of(store, certificate.value(), most);
    }

    private static Optional<LocalDate> until(State.Existing state) {
        return state instanceof State.Valid valid ? Optional.of(valid.until()) : Optional.empty();
    }

    private static String text(State.Existing state) {
        return switch (state) {
            case State.Declared _ -> "declared";
            case State.Agreed _ -> "agreed";
            case State.Submitted _ -> "submitted";
            case State.Valid _ -> "valid";
            case State.Ended(var _, var end) ->
                switch (end) {
                    case REFUSED -> "refused";
                    case REVOKED -> "revoked";
                    case EXPIRED -> "expired";
                };
        };
    }

    private ResponseEntity<Json.Obj> state(
            String type,
            Json.Obj body,
            Optional<CertificateId> certificate,
            @Nullable String key,
            Caller caller,
            Role role) {
        var by = new Actor(caller.organisation(), role, Optional.empty());
        var answer = certificates.state(Submitted.of(type, body, certificate.map(CertificateId::value), key, by));
        return answer.entity("certificate", "/api/certificates/" + answer.subject());
    }

    private State.Existing existing(CertificateId id, Caller caller) {
        return certificates.existing(id, caller).orElseThrow(() -> new CertificateRefused(new Refusal.NotDeclared()));
    }

    private static CertificateId certificate(String id) {
        return Problem.parsed("id", id, CertificateId::parse);
    }
}
