package org.wegweis.ledgerbridge.evidence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.evidence.pack.DeviceKey;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/** The doors of other services through which the parts of a package come. */
final class Doors {
    private static final Logger log = LoggerFactory.getLogger(Doors.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI trackingService;
    private final URI mobileApi;

    Doors(URI trackingService, URI mobileApi) {
        this.trackingService = trackingService;
        this.mobileApi = mobileApi;
    }

    /**
     * One record and what its vault holds beside it.
     *
     * @param position where the record is in the log, as the service says
     */
    record Told(
            long position,
            EventRecord record,
            Hash entry,
            List<Evidence.Disclosure> disclosures,
            Optional<Evidence.SignedStatement> statement) {}

    /**
     * The records of one subject in the order of their versions, as far as they exist for the caller.
     *
     * @param kind the kind of subject as tracking-service's paths call it, for example {@code consignments}
     * @param id as those paths name it
     * @throws Problem if tracking-service refuses or is away
     */
    List<Told> records(String kind, String id, Caller caller) {
        var answer = get(
                HttpRequest.newBuilder(trackingService.resolve("/api/" + kind + "/" + id + "/records"))
                        .header("Authorization", "Bearer " + caller.token()),
                "tracking-service");
        return switch (answer.statusCode()) {
            case 200 -> understood("tracking-service", () -> told(Json.parse(answer.body())));
            case 404 ->
                throw new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-" + one(kind),
                        "There is no such " + one(kind) + " for your organisation.");
            case 401, 403 ->
                throw new Problem(HttpStatus.FORBIDDEN, "not-for-role", "The token does not open these records.");
            default -> throw misunderstood("tracking-service", "status " + answer.statusCode());
        };
    }

    private static String one(String kind) {
        return kind.substring(0, kind.length() - 1);
    }

    /**
     * The public key with that thumbprint, if mobile-api knows it.
     *
     * @throws Problem if mobile-api is away
     */
    Optional<DeviceKey> deviceKey(Hash thumbprint) {
        var answer =
                get(HttpRequest.newBuilder(mobileApi.resolve("/api/devices/" + thumbprint + "/key")), "mobile-api");
        return switch (answer.statusCode()) {
            case 200 -> understood("mobile-api", () -> Optional.of(DeviceKey.parse(answer.body())));
            case 404 -> Optional.empty();
            default -> throw misunderstood("mobile-api", "status " + answer.statusCode());
        };
    }

    private HttpResponse<byte[]> get(HttpRequest.Builder request, String who) {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            log.atWarn()
                    .addKeyValue("who", who)
                    .addKeyValue("cause", e.toString())
                    .log("door closed");
            throw Problem.away(who);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.away(who);
        }
    }

    private static List<Told> told(Json body) {
        var told = new ArrayList<Told>();
        for (Json item : items(body, "")) {
            var fields = Fields.of(item);
            byte[] bytes = fields.parsed("record", Base64.getDecoder()::decode);
            var disclosures = new ArrayList<Evidence.Disclosure>();
            for (Json one : items(fields.take("disclosures").orElse(null), "/disclosures")) {
                var value = Fields.of(one);
                disclosures.add(new Evidence.Disclosure(
                        value.text("name"), new Commitment(value.text("value"), value.parsed("salt", Hash::parse))));
            }
            var statement = fields.take("statement")
                    .filter(json -> !(json instanceof Json.Null))
                    .map(Fields::of)
                    .map(one -> new Evidence.SignedStatement(one.text("jws"), one.parsed("salt", Hash::parse)));
            told.add(new Told(
                    fields.integer("position"),
                    EventRecord.parse(bytes),
                    EventRecord.entry(bytes),
                    disclosures,
                    statement));
        }
        return told;
    }

    private static List<Json> items(@Nullable Json json, String pointer) {
        if (json instanceof Json.Arr(var items)) return items;
        throw new WrongField(pointer, "must be an array");
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read();
    }

    /** Not the caller's mistake: what other services say wrongly must not look like one. */
    private static <T> T understood(String who, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IllegalArgumentException e) {
            throw misunderstood(who, e.toString());
        }
    }

    private static Problem misunderstood(String who, String why) {
        log.atError().addKeyValue("who", who).addKeyValue("why", why).log("answer not understood");
        return Problem.away(who);
    }
}
