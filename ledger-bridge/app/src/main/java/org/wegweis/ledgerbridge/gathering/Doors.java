package org.wegweis.ledgerbridge.gathering;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.evidence.pack.Enrolment;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.pack.PartName;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Commitment;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

/** The doors of other services through which the parts of a package come. */
public final class Doors {
    private static final Logger log = LoggerFactory.getLogger(Doors.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Of an answer that is no list of records; projections shows at most some thousand nodes of a lineage. */
    private static final int LARGEST = 8 << 20;

    private static final String TRACKING_SERVICE = "tracking-service";
    private static final String PROJECTIONS = "projections";
    private static final String MOBILE_API = "mobile-api";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI trackingService;
    private final URI mobileApi;
    private final URI projections;

    public Doors(URI trackingService, URI mobileApi, URI projections) {
        this.trackingService = trackingService;
        this.mobileApi = mobileApi;
        this.projections = projections;
    }

    /** What a door says of the records of one subject. */
    sealed interface Records {
        /**
         * In the order of their versions.
         *
         * @param bytes so many the answer had
         */
        record Seen(List<Told> told, int bytes) implements Records {
            public Seen {
                told = List.copyOf(told);
            }
        }

        /** There is no such thing for the caller. */
        record Hidden() implements Records {}

        /** More than there is room for. */
        record TooMany() implements Records {}
    }

    /**
     * All records of the subject, or none.
     *
     * @param most so many records, 1 or more
     * @param bytes so many bytes of them: no more are read
     * @throws Problem if tracking-service refuses or is away
     */
    Records records(Subject subject, Caller caller, int most, int bytes) {
        String path = "/api/" + subject.kind() + "/" + subject.id() + "/records?most=" + most;
        var answer = get(TRACKING_SERVICE, as(caller, trackingService, path), bytes);
        return switch (answer.status()) {
            case 200 ->
                answer.whole()
                        ? new Records.Seen(understood(TRACKING_SERVICE, answer, Doors::told), answer.body().length)
                        : new Records.TooMany();
            case 422 -> {
                if (!answer.whole()) yield new Records.TooMany(); // there was no room even for the refusal
                String type = understood(
                        TRACKING_SERVICE, answer, json -> Answers.fields(json).text("type"));
                if (!type.endsWith("/too-many-records")) throw misunderstood(TRACKING_SERVICE, type);
                yield new Records.TooMany();
            }
            case 404 -> new Records.Hidden();
            case 401, 403 ->
                throw new Problem(HttpStatus.FORBIDDEN, "not-for-role", "The token does not open these records.");
            default -> throw misunderstood(TRACKING_SERVICE, "status " + answer.status());
        };
    }

    /**
     * What the consignment came of and became.
     *
     * @throws Problem if projections is away or does not know the consignment yet
     */
    Lineage lineage(String consignment, Caller caller) {
        return ask(PROJECTIONS, as(caller, projections, "/api/consignments/" + consignment + "/lineage"))
                .map(answer -> understood(PROJECTIONS, answer, json -> Lineage.of(Answers.fields(json))))
                .orElseThrow(() -> Problem.away(PROJECTIONS));
    }

    /**
     * The outages of which paper stood in for the consignment's note.
     *
     * @throws Problem if projections is away
     */
    List<Subject> outages(String consignment, Caller caller) {
        return ask(PROJECTIONS, as(caller, projections, "/api/consignments/" + consignment))
                .map(answer -> understood(
                        PROJECTIONS,
                        answer,
                        json -> Answers.objects(Answers.fields(json), "fallbackReceipts").stream()
                                .map(receipt -> new Subject("outages", receipt.text("outage")))
                                .toList()))
                .orElse(List.of());
    }

    /**
     * The certificates of that number that exist for the caller.
     *
     * @throws Problem if projections is away
     */
    List<Subject> certificates(String number, Caller caller) {
        String first = "/api/certificates?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        var found = new ArrayList<Subject>();
        var path = Optional.of(first);
        while (path.isPresent()) {
            var answer = ask(PROJECTIONS, as(caller, projections, path.get()));
            if (answer.isEmpty()) break;
            var page = understood(PROJECTIONS, answer.get(), json -> Page.of(Answers.fields(json)));
            found.addAll(page.items());
            boolean endless = page.items().isEmpty() || found.size() > PartName.MOST;
            if (page.next().isPresent() && endless) throw misunderstood(PROJECTIONS, "a list without an end");
            path = page.next().map(after -> first + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        }
        return found;
    }

    /** @param next what {@code after} gets the next page with; none on the last */
    private record Page(List<Subject> items, Optional<String> next) {
        static Page of(Fields fields) {
            var items = Answers.objects(fields, "items").stream()
                    .map(item -> new Subject("certificates", item.text("id")))
                    .toList();
            return new Page(items, fields.optionalText("next"));
        }
    }

    /**
     * What these organisations and their sites are called, as far as they are entered.
     *
     * @throws Problem if tracking-service is away
     */
    public Directory directory(Collection<OrganisationId> organisations, Caller caller) {
        var names = new HashMap<OrganisationId, String>();
        var sites = new HashMap<SiteNumber, Directory.Site>();
        for (var organisation : organisations) {
            var answer = ask(TRACKING_SERVICE, as(caller, trackingService, "/api/organisations/" + organisation));
            if (answer.isEmpty()) continue;
            names.put(
                    organisation,
                    understood(
                            TRACKING_SERVICE,
                            answer.get(),
                            json -> Answers.fields(json).text("name")));
            sites.putAll(understood(TRACKING_SERVICE, answer.get(), json -> sites(Answers.fields(json))));
        }
        return new Directory(names, sites);
    }

    private static Map<SiteNumber, Directory.Site> sites(Fields organisation) {
        return Answers.objects(organisation, "sites").stream()
                .collect(Collectors.toMap(
                        site -> site.parsed("number", SiteNumber::new),
                        site -> new Directory.Site(site.text("name"), site.text("place")),
                        (first, _) -> first));
    }

    /**
     * When and for whom the device with that key was enrolled, if mobile-api knows it.
     *
     * @throws Problem if mobile-api is away
     */
    public Optional<Enrolment> enrolment(Hash thumbprint) {
        var request = HttpRequest.newBuilder(mobileApi.resolve("/api/devices/" + thumbprint + "/enrolment"));
        return ask(MOBILE_API, request)
                .map(answer -> understood(MOBILE_API, answer, json -> Enrolment.parse(json.canonicalBytes())));
    }

    /** @param whole whether all of it was read */
    private record Answer(int status, byte[] body, boolean whole) {}

    /** What is there; nothing if it does not exist for the caller. */
    private Optional<Answer> ask(String who, HttpRequest.Builder request) {
        var answer = get(who, request, LARGEST);
        if (answer.status() == 404) return Optional.empty();
        if (answer.status() != 200 || !answer.whole()) throw misunderstood(who, "status " + answer.status());
        return Optional.of(answer);
    }

    private static HttpRequest.Builder as(Caller caller, URI door, String path) {
        return HttpRequest.newBuilder(door.resolve(path)).header("Authorization", "Bearer " + caller.token());
    }

    /** @param most so many bytes of it are read */
    private Answer get(String who, HttpRequest.Builder request, int most) {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                byte[] bytes = body.readNBytes(most + 1);
                return new Answer(answer.statusCode(), bytes, bytes.length <= most);
            }
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
        for (Fields fields : Answers.objects(body)) {
            byte[] bytes = fields.parsed("record", Base64.getDecoder()::decode);
            var disclosures = Answers.objects(fields, "disclosures").stream()
                    .map(value -> new Evidence.Disclosure(
                            value.text("name"), new Commitment(value.text("value"), value.parsed("salt", Hash::parse))))
                    .toList();
            var statement = fields.optionalObject("statement")
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

    /** Not the caller's mistake: what other services say wrongly must not look like one. */
    private static <T> T understood(String who, Answer answer, Function<Json, T> reading) {
        try {
            return reading.apply(Json.parse(answer.body()));
        } catch (IllegalArgumentException e) {
            throw misunderstood(who, e.toString());
        }
    }

    private static Problem misunderstood(String who, String why) {
        log.atError().addKeyValue("who", who).addKeyValue("why", why).log("answer not understood");
        return Problem.away(who);
    }
}
