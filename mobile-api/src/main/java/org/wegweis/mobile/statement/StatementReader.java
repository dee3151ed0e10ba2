package org.wegweis.mobile.statement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.conscrypt.Conscrypt;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.mobile.device.Device;

/** Checks a signed statement from its outside in: size, form, device, signature, clock, shape. */
@Component
class StatementReader {
    private static final int LARGEST = 64 * 1024;
    private static final String TYPE = "wegweis-statement+jws";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    /** ES256: R and S of 32 bytes each (RFC 7518 §3.4). The platform's verifier takes other lengths too. */
    private static final int SIGNATURE_BYTES = 64;

    /** BoringSSL where its library for this machine loads: ten times as fast as the platform, which took 7 % of the JVM. */
    private static final Optional<Provider> FAST = Conscrypt.isAvailable()
            ? Optional.of(
                    Conscrypt.newProviderBuilder().provideTrustManager(false).build())
            : Optional.empty();

    private final InstantSource clock;

    StatementReader(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Reads one.
     *
     * @param devices finds a device by its key
     * @throws Problem what is wrong with it
     */
    SignedStatement read(String jws, Caller caller, Function<Hash, Optional<Device>> devices) {
        if (jws.length() > LARGEST) {
            throw new Problem(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "statement-too-large",
                    "A statement has at most " + LARGEST + " characters.");
        }
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) throw malformed("It needs three parts with dots between them (RFC 7515 §7.1).");
        byte[] header = decoded("header", parts[0]);
        byte[] payload = decoded("payload", parts[1]);
        byte[] signature = decoded("signature", parts[2]);
        var device = device(header, caller, devices);
        if (signature.length != SIGNATURE_BYTES || !holds(header, parts, device)) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "wrong-signature",
                    "The signature is not the device's. Sign the exact bytes of header and payload with ES256 (64 bytes).");
        }
        try {
            return statement(jws, device, Fields.of(Json.parse(payload)));
        } catch (WrongField e) {
            throw malformed("In the payload, " + e.getMessage() + ".").at(e.pointer());
        } catch (IllegalArgumentException e) {
            throw malformed("The payload is not strict JSON: " + e.getMessage() + ".");
        }
    }

    private static byte[] decoded(String name, String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) return bytes;
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw malformed("The " + name + " is not base64url without padding (RFC 7515 §2).");
    }

    private static Device device(byte[] header, Caller caller, Function<Hash, Optional<Device>> devices) {
        Hash key;
        try {
            var fields = Fields.of(Json.parse(header));
            if (!fields.text("alg").equals("ES256")) throw new WrongField("/alg", "must be ES256");
            if (!fields.text("typ").equals(TYPE)) throw new WrongField("/typ", "must be " + TYPE);
            key = fields.parsed("kid", Hash::parse);
            fields.noMore();
        } catch (WrongField e) {
            throw malformed("In the header, " + e.getMessage() + ".").at(e.pointer());
        } catch (IllegalArgumentException e) {
            throw malformed("The header is not strict JSON: " + e.getMessage() + ".");
        }
        // A device of somebody else is as unknown as one that nobody enrolled.
        var device = devices.apply(key)
                .filter(found -> found.subject().equals(caller.subject()))
                .filter(found -> found.organisation().equals(caller.organisation()))
                .orElseThrow(() -> new Problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "unknown-device",
                                "You have enrolled no device with this key for this organisation. Enrol it first.")
                        .at("/kid"));
        if (device.revokedAt().isPresent()) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "revoked-device",
                            "The device was revoked at " + device.revokedAt().get() + ". Enrol a new key.")
                    .at("/kid");
        }
        return device;
    }

    private static boolean holds(byte[] header, String[] parts, Device device) {
        try {
            var verifier = new ECDSAVerifier(device.key());
            FAST.ifPresent(verifier.getJCAContext()::setProvider);
            return verifier.verify(
                    JWSHeader.parse(new String(header, StandardCharsets.UTF_8)),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    new Base64URL(parts[2]));
        } catch (JOSEException | ParseException e) {
            return false;
        }
    }

    private SignedStatement statement(String jws, Device device, Fields fields) {
        var statement = new SignedStatement(
                jws,
                device.thumbprint(),
                fields.parsed("id", StatementId::parse),
                fields.text("type"),
                fields.parsed("consignment", ConsignmentId::parse),
                fields.parsed("happenedAt", StatementReader::instant),
                data(fields));
        // What the device knew; signed, and kept in the signed statement.
        notNegative(fields, "counter");
        notNegative(fields, "checkpointSize");
        fields.noMore();
        if (statement.happenedAt().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "clock-ahead",
                            "happenedAt is more than 5 minutes ahead of our clock. Set the phone's clock and state it again.")
                    .at("/happenedAt");
        }
        return statement;
    }

    private static void notNegative(Fields fields, String name) {
        if (fields.optionalInteger(name).orElse(0L) < 0) throw new WrongField(fields.at(name), "must not be negative");
    }

    private static Json.Obj data(Fields fields) {
        if (fields.take("data").orElse(null) instanceof Json.Obj data) return data;
        throw new WrongField(fields.at("data"), "must be an object");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs a time such as 2026-11-23T08:15:00Z", e);
        }
    }

    static Problem malformed(String detail) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "malformed-statement", detail);
    }
}
