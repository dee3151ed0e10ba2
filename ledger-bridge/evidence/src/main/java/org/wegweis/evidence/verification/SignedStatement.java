package org.wegweis.evidence.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/**
 * A statement as a device signed it: a JWS in compact form (RFC 7515).
 *
 * @param key RFC 7638 thumbprint of the device's key
 * @param headerAndPayload the text that the signature covers
 */
record SignedStatement(Hash key, String headerAndPayload, Json.Obj payload, String signatureText) {

    /** @throws IllegalArgumentException if it is anything else */
    static SignedStatement parse(String jws) {
        String[] parts = jws.split("\\.", -1);
        if (parts.length != 3) throw new IllegalArgumentException("a compact JWS has three parts");
        var header = Fields.of(Json.parse(decode(parts[0])));
        Hash key = header.parsed("kid", Hash::parse);
        if (!header.text("alg").equals("ES256") || !header.text("typ").equals("wegweis-statement+jws")) {
            throw new IllegalArgumentException("not a statement's header");
        }
        header.noMore();
        if (!(Json.parse(decode(parts[1])) instanceof Json.Obj payload)) {
            throw new IllegalArgumentException("not a statement's payload");
        }
        decode(parts[2]);
        return new SignedStatement(key, parts[0] + "." + parts[1], payload, parts[2]);
    }

    byte[] signed() {
        return headerAndPayload.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] signature() {
        return decode(signatureText);
    }

    /**
     * Holds the statement against its record.
     *
     * @return the personal values that it states, by name
     */
    Map<String, Json> requireAgrees(EventRecord record) {
        var fields = Fields.of(payload);
        same(fields.text("id"), record.id().toString(), "id");
        same(fields.text("type"), record.type(), "type");
        same(fields.text("consignment"), record.subject().toString(), "consignment");
        Instant happenedAt = OffsetDateTime.parse(fields.text("happenedAt")).toInstant();
        same(happenedAt.truncatedTo(ChronoUnit.MILLIS), record.happenedAt(), "happenedAt");

        var stated = members(fields.take("data").orElse(Json.Obj.of()));
        var recorded = members(record.data());
        var personal = members(stated.getOrDefault("personal", Json.Obj.of()));
        var digests = members(recorded.getOrDefault("digests", Json.Obj.of()));
        same(personal.keySet(), digests.keySet(), "personal");
        stated.remove("personal");
        recorded.remove("digests");
        // the record adds what the waste catalogue says
        recorded.remove("hazardous");
        same(stated, recorded, "data");
        return personal;
    }

    private static Map<String, Json> members(Json json) {
        if (json instanceof Json.Obj(var members)) return new LinkedHashMap<>(members);
        throw new IllegalArgumentException("must be an object");
    }

    private static void same(Object stated, Object recorded, String name) {
        if (!stated.equals(recorded)) {
            throw Finding.wrong("bei " + name + " verschieden", "they differ in " + name);
        }
    }

    /** Base64url without padding, and only its canonical spelling. */
    private static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        byte[] again = Base64.getUrlEncoder().withoutPadding().encode(bytes);
        if (!Arrays.equals(again, text.getBytes(StandardCharsets.ISO_8859_1))) {
            throw new IllegalArgumentException("not canonical base64url");
        }
        return bytes;
    }
}
