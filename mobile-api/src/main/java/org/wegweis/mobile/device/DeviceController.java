package org.wegweis.mobile.device;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Hash;

/** Enrolling and revoking phones. */
@RestController
@RequestMapping(path = "/api/devices", produces = MediaType.APPLICATION_JSON_VALUE)
class DeviceController {
    private static final Set<String> PUBLIC_MEMBERS =
            Set.of("kty", "crv", "x", "y", "kid", "use", "alg", "key_ops", "ext");

    private final Devices devices;
    private final InstantSource clock;

    DeviceController(Devices devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    record DeviceJson(
            String thumbprint,
            String name,
            String organisation,
            String signInName,
            Instant enrolledAt,
            @Nullable Instant revokedAt) {
        static DeviceJson of(Device device) {
            return new DeviceJson(
                    device.thumbprint().toString(),
                    device.name(),
                    device.organisation().toString(),
                    device.signInName(),
                    device.enrolledAt(),
                    device.revokedAt().orElse(null));
        }
    }

    /** The same key of the same person again is the first answer. */
    @PostMapping
    ResponseEntity<DeviceJson> enrol(@RequestBody Json.Obj body, Caller caller) {
        var fields = Fields.of(body);
        String name = fields.text("name");
        if (name.isBlank() || name.length() > 100) throw Problem.wrongField("/name", "needs 1 to 100 characters");
        var key = key(fields.take("key").orElseThrow(() -> Problem.wrongField("/key", "is missing")));
        fields.noMore();
        var device = new Device(
                thumbprint(key),
                key,
                name,
                caller.organisation(),
                caller.subject(),
                caller.signInName(),
                clock.instant(),
                Optional.empty());
        boolean enrolled = devices.enrol(device);
        var known = devices.find(device.thumbprint()).orElseThrow();
        if (!known.subject().equals(caller.subject()) || !known.organisation().equals(caller.organisation())) {
            throw new Problem(
                            HttpStatus.CONFLICT,
                            "key-taken",
                            "Another device has this key. Make a new key on the phone.")
                    .at("/key");
        }
        return ResponseEntity.status(enrolled ? HttpStatus.CREATED : HttpStatus.OK)
                .body(DeviceJson.of(known));
    }

    /** One's own, for a dispatcher the organisation's. */
    @GetMapping
    List<DeviceJson> all(Caller caller) {
        var some = caller.is(Role.DISPATCHER)
                ? devices.of(caller.organisation())
                : devices.ofPerson(caller.organisation(), caller.subject());
        return some.stream().map(DeviceJson::of).toList();
    }

    /** Revokes it; to revoke it again changes nothing. */
    @DeleteMapping("/{thumbprint}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String thumbprint, Caller caller) {
        var device = device(thumbprint)
                .filter(found -> found.organisation().equals(caller.organisation()))
                .filter(found -> caller.is(Role.DISPATCHER) || found.subject().equals(caller.subject()))
                .orElseThrow(DeviceController::noSuchDevice);
        devices.revoke(device.thumbprint(), clock.instant());
    }

    /** The public key, for whoever checks what the device signed. */
    @GetMapping("/{thumbprint}/key")
    Map<String, Object> key(@PathVariable String thumbprint) {
        return device(thumbprint)
                .orElseThrow(DeviceController::noSuchDevice)
                .key()
                .toJSONObject();
    }

    /** Since when and for whom the key signs; without the person, so that it may lie in any evidence package. */
    @GetMapping("/{thumbprint}/enrolment")
    Json.Obj enrolment(@PathVariable String thumbprint) {
        var device = device(thumbprint).orElseThrow(DeviceController::noSuchDevice);
        return Json.Obj.of()
                .with("key", Json.parse(device.key().toJSONString()))
                .with("organisation", device.organisation().toString())
                .with("enrolledAt", device.enrolledAt().toString());
    }

    private Optional<Device> device(String thumbprint) {
        return devices.find(Problem.parsed("thumbprint", thumbprint, Hash::parse));
    }

    private static Problem noSuchDevice() {
        return Problem.notFound("There is no such device for you.");
    }

    private static ECKey key(Json json) {
        if (!(json instanceof Json.Obj members)) throw Problem.wrongField("/key", "must be a JWK (RFC 7517)");
        for (String name : members.members().keySet()) {
            if (name.equals("d")) {
                throw Problem.wrongField("/key/d", "is the private key; it must never leave the phone");
            }
            if (!PUBLIC_MEMBERS.contains(name)) throw Problem.wrongField("/key/" + name, "is not known here");
        }
        try {
            var key = ECKey.parse(json.canonical());
            if (!key.getCurve().equals(Curve.P_256)) throw Problem.wrongField("/key/crv", "must be P-256");
            key.toECPublicKey(); // refuses a point that is not on the curve
            return new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw Problem.wrongField("/key", "must be a P-256 public key as JWK (RFC 7518 §6.2): " + e.getMessage());
        }
    }

    private static Hash thumbprint(ECKey key) {
        try {
            return Hash.parse(key.computeThumbprint().toString());
        } catch (JOSEException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
