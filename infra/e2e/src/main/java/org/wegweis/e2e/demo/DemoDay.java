package org.wegweis.e2e.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.wegweis.e2e.Phone;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.standalone.AfterStart;
import org.wegweis.standalone.Doors;

/**
 * Plays a working day: three generators, two carriers, two plants, an authority and 25 consignments, through the public
 * doors and with each person's own token. Everything follows from a seed and keys that are kept in the data folder, so
 * that a day that broke off is played again to its end: what was taken before is known.
 */
public final class DemoDay implements AfterStart {
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(2);

    /** One consignment of the day. */
    private record Play(
            int number, String generator, String carrier, String plant, String code, long kilograms, Ending ending) {}

    private enum Ending {
        ACCEPTED,
        PARTLY_ACCEPTED,
        REJECTED,
        CARRIER_CHANGE,
        STORED_ON_THE_WAY,
        CANCELLED,
        UNDER_WAY,
        CORRECTED,
        COLLECTED,
        LATE_AND_TWICE
    }

    private static final List<Play> PLAYS = List.of(
            new Play(1, "bau", "flott", "nord", "170503", 18_420, Ending.ACCEPTED),
            new Play(2, "bau", "flott", "nord", "170504", 24_960, Ending.ACCEPTED),
            new Play(3, "bau", "spree", "nord", "170301", 11_200, Ending.REJECTED),
            new Play(4, "bau", "flott", "nord", "170605", 3_140, Ending.ACCEPTED),
            new Play(5, "klinik", "flott", "therm", "180103", 1_260, Ending.ACCEPTED),
            new Play(6, "klinik", "flott", "therm", "180108", 320, Ending.ACCEPTED),
            new Play(7, "klinik", "spree", "therm", "180106", 145, Ending.PARTLY_ACCEPTED),
            new Play(8, "galvanik", "spree", "therm", "110105", 8_700, Ending.ACCEPTED),
            new Play(9, "galvanik", "spree", "therm", "110109", 5_480, Ending.CARRIER_CHANGE),
            new Play(10, "galvanik", "spree", "therm", "110113", 2_300, Ending.CANCELLED),
            new Play(11, "galvanik", "flott", "therm", "060502", 6_020, Ending.ACCEPTED),
            new Play(12, "bau", "flott", "nord", "170503", 19_880, Ending.CORRECTED),
            new Play(13, "bau", "spree", "nord", "170504", 25_100, Ending.LATE_AND_TWICE),
            new Play(14, "bau", "flott", "nord", "170106", 14_640, Ending.ACCEPTED),
            new Play(15, "klinik", "flott", "therm", "180103", 1_180, Ending.ACCEPTED),
            new Play(16, "klinik", "flott", "therm", "150110", 260, Ending.ACCEPTED),
            new Play(17, "galvanik", "spree", "therm", "110111", 4_900, Ending.STORED_ON_THE_WAY),
            new Play(18, "galvanik", "spree", "nord", "120116", 3_660, Ending.ACCEPTED),
            new Play(19, "bau", "spree", "nord", "170601", 2_040, Ending.ACCEPTED),
            new Play(20, "bau", "flott", "nord", "170904", 9_300, Ending.ACCEPTED),
            new Play(21, "klinik", "spree", "therm", "200121", 38, Ending.ACCEPTED),
            new Play(22, "galvanik", "flott", "therm", "130205", 1_900, Ending.ACCEPTED),
            new Play(23, "bau", "flott", "nord", "170503", 21_560, Ending.UNDER_WAY),
            new Play(24, "klinik", "flott", "therm", "180202", 410, Ending.ACCEPTED),
            new Play(25, "galvanik", "spree", "therm", "160506", 75, Ending.ACCEPTED),
            new Play(26, "spree", "spree", "therm", "130205", 640, Ending.COLLECTED));

    /** How a certificate of the day came to hold, if it does. */
    private enum Approval {
        CONFIRMED,
        /** Not decided yet: its loads are flagged. */
        UNDECIDED,
        PRIVILEGED
    }

    /** A way for which there is a certificate; consignments of that way name it. */
    private record Approved(
            String generator, String plant, String code, String operation, String number, long tonnes, Approval how) {
        boolean covers(Play play) {
            return play.generator().equals(generator)
                    && play.plant().equals(plant)
                    && play.code().equals(code);
        }
    }

    private static final List<Approved> APPROVED = List.of(
            new Approved("bau", "nord", "170503", "D1", "ENP20260000001", 60, Approval.CONFIRMED),
            new Approved("klinik", "therm", "180103", "D10", "ENN20260000002", 10, Approval.UNDECIDED),
            new Approved("galvanik", "therm", "110105", "D9", "ENN20260000003", 20, Approval.PRIVILEGED),
            new Approved("spree", "therm", "130205", "D10", "SNN20260000004", 50, Approval.PRIVILEGED),
            // batteries, whose code goes on 9 December 2026
            new Approved("galvanik", "therm", "160605", "R4", "ENN20260000005", 5, Approval.PRIVILEGED));

    private static final Map<String, String> PLATES =
            Map.of("anna.lorenz", "B-FT 4711", "bernd.voigt", "B-FT 4712", "jana.nowak", "CB-SE 208");

    @Override
    public void run(Doors doors) throws IOException, InterruptedException {
        new Day(doors, doors.data().resolve("demo")).play();
    }

    /** The day in one data folder. */
    private static final class Day {
        private final WegweisClient client;
        private final Doors doors;
        private final Path folder;
        private final Instant morning;
        private final long seed;
        private final Map<String, Person> people = new HashMap<>();
        private final Map<String, Phone> phones = new HashMap<>();

        Day(Doors doors, Path folder) throws IOException {
            this.client = new WegweisClient(doors);
            this.doors = doors;
            this.folder = folder;
            Files.createDirectories(folder);
            var start = Fields.of(Json.parse(kept(
                    "start.json",
                    () -> Json.Obj.of()
                            .with("seed", UUID.randomUUID().getMostSignificantBits() >>> 11)
                            .with(
                                    "morning",
                                    Instant.now().minus(Duration.ofHours(9)).toString())
                            .canonical())));
            this.seed = start.integer("seed");
            this.morning = Instant.parse(start.text("morning"));
        }

        void play() throws IOException, InterruptedException {
            enterEverybody();
            var papers = new DemoPapers(
                    client,
                    doors.trackingService(),
                    morning,
                    seed,
                    this::party,
                    firm -> person(dispatcher(firm)),
                    person("karin.boehm"));
            papers.file();
            var certificates = new ArrayList<Json>();
            for (var approved : APPROVED) certificates.add(certificate(approved));
            write("certificates.json", new Json.Arr(certificates).canonical());
            var finished = new ArrayList<Play>();
            for (var play : PLAYS) {
                consignment(play);
                if (play.ending() != Ending.UNDER_WAY) finished.add(play);
            }
            new PaperDay(client, doors.trackingService(), morning, seed, firm -> person(dispatcher(firm)), this::party)
                    .play(consignmentId(PLAYS.get(3)));
            storagePlant().play();
            papers.withdraw();
            Files.write(
                    folder.resolve("trust.json"),
                    client.get(doors.ledgerBridge(), "/trust", Optional.empty())
                            .require(200)
                            .body());
            for (var play : finished) fetchEvidence(play);
        }

        private StoragePlant storagePlant() {
            var random = new Random(seed ^ "lager".hashCode());
            return new StoragePlant(
                    client, doors, firm -> person(dispatcher(firm)), this::party, at -> id(at, random), morning);
        }

        private void enterEverybody() throws IOException {
            String password = kept(
                    "administrator",
                    () -> doors.administratorPassword()
                            .orElseThrow(() -> new IllegalStateException(
                                    "This folder has an administrator already, so the demo cannot enter its people."
                                            + " Play it on a new folder: infra/run --demo --data DIR")));
            var operator = new Person("admin", password);
            for (var firm : Cast.FIRMS) {
                var site = Json.Obj.of()
                        .with("number", firm.number())
                        .with("name", firm.site())
                        .with("place", firm.place());
                client.put(
                                doors.trackingService(),
                                "/api/organisations/" + organisation(firm.key()),
                                operator,
                                Json.Obj.of()
                                        .with("name", firm.name())
                                        .with("sites", new Json.Arr(List.of(DemoPapers.placed(firm.key(), site)))))
                        .require(200);
            }
            var listed = new ArrayList<Json>();
            for (var member : Cast.MEMBERS) {
                var person = new Person(member.signInName(), password(member.signInName()));
                client.post(
                                doors.identity(),
                                "/api/people",
                                operator,
                                Json.Obj.of()
                                        .with("signInName", person.signInName())
                                        .with("password", person.password())
                                        .with(
                                                "organisation",
                                                organisation(member.firm()).toString())
                                        .with("roles", texts(member.roles()))
                                        .with("jurisdiction", texts(member.jurisdiction())))
                        .require(201, 409);
                people.put(member.signInName(), person);
                listed.add(Json.Obj.of()
                        .with("signInName", person.signInName())
                        .with("password", person.password())
                        .with("organisation", organisation(member.firm()).toString())
                        .with("organisationName", firm(member.firm()).name())
                        .with("roles", texts(member.roles()))
                        .with(
                                "token",
                                "curl -s -u " + person.signInName() + ":" + person.password()
                                        + " -d grant_type=client_credentials "
                                        + doors.identity().resolve("/oauth2/token")));
                if (member.roles().contains("driver") || member.roles().contains("gate")) {
                    var phone = Phone.parse(kept(
                            member.signInName() + ".phone", () -> Phone.fresh().kept()));
                    phone.enrol(
                            client, person, "Diensthandy " + firm(member.firm()).place());
                    phones.put(member.signInName(), phone);
                }
            }
            write("people.json", new Json.Arr(listed).canonical());
        }

        /** Declared long ago, sent today; then confirmed, or not, as it happens. */
        private Json certificate(Approved approved) {
            var random = new Random(seed ^ approved.number().hashCode());
            var sent = morning.minus(Duration.ofDays(40));
            String certificate = id(sent, random);
            var declaration = Json.Obj.of()
                    .with("id", id(sent, random))
                    .with("certificate", certificate)
                    .with("happenedAt", sent.toString())
                    .with("kind", approved.number().substring(0, 2))
                    .with("wasteCode", inForce(approved.code(), sent))
                    .with("quantityGrams", approved.tonnes() * 1_000_000)
                    .with("applicant", party(approved.generator()))
                    .with("plant", party(approved.plant()))
                    .with("operation", approved.operation())
                    .with(
                            "until",
                            LocalDate.ofInstant(sent, ZoneOffset.UTC)
                                    .plusYears(4)
                                    .toString());
            client.post(
                            doors.trackingService(),
                            "/api/certificates",
                            person(dispatcher(approved.generator())),
                            declaration)
                    .require(200, 201);
            var plant = dispatcher(approved.plant());
            certified(
                    certificate,
                    "plant-acceptance",
                    plant,
                    random,
                    Json.Obj.of().with("happenedAt", sent.toString()));
            var number = Json.Obj.of().with("number", approved.number());
            certified(
                    certificate,
                    "submission",
                    plant,
                    random,
                    approved.how() == Approval.PRIVILEGED ? number.with("privilege", "efb") : number);
            if (approved.how() == Approval.CONFIRMED) {
                certified(
                        certificate,
                        "confirmation",
                        "karin.boehm",
                        random,
                        Json.Obj.of()
                                .with(
                                        "until",
                                        LocalDate.ofInstant(morning, ZoneOffset.UTC)
                                                .plusYears(3)
                                                .toString())
                                .with("quantityGrams", approved.tonnes() * 1_000_000));
            }
            return Json.Obj.of().with("certificate", certificate).with("number", approved.number());
        }

        /** Whoever plays this day after a code has gone declares one that came for it. */
        private static String inForce(String code, Instant declared) {
            return WasteList.EUROPEAN
                    .on(BerlinDay.of(declared))
                    .find(code)
                    .map(entry -> entry.code().digits())
                    .orElseGet(() -> WasteList.successors(code).getFirst());
        }

        private void certified(String certificate, String step, String who, Random random, Json.Obj data) {
            client.post(
                            doors.trackingService(),
                            "/api/certificates/" + certificate + "/" + step,
                            person(who),
                            data.with("id", id(morning, random)))
                    .require(200, 201);
        }

        private void consignment(Play play) {
            var random = new Random(seed + play.number());
            // A pick-up without network reaches us a day later.
            var day = play.ending() == Ending.LATE_AND_TWICE ? morning.minus(Duration.ofDays(1)) : morning;
            var opened = day.plus(Duration.ofMinutes(5L * play.number()));
            String id = consignmentId(play);
            String dispatcher = dispatcher(play.generator());
            var opening = Json.Obj.of()
                    .with("id", id(opened, random))
                    .with("consignment", id)
                    .with("happenedAt", opened.toString())
                    .with("noteNumber", "1168157021%04d-%d".formatted(play.number(), play.number() % 10))
                    .with(
                            "certificate",
                            APPROVED.stream()
                                    .filter(approved -> approved.covers(play))
                                    .map(Approved::number)
                                    .findFirst())
                    .with("wasteCode", play.code())
                    .with("declaredGrams", play.kilograms() * 1000)
                    .with("generator", generator(play))
                    .with(
                            "carrier",
                            Json.Obj.of()
                                    .with(
                                            "organisation",
                                            organisation(play.carrier()).toString()))
                    .with("plant", party(play.plant()));
            client.post(doors.trackingService(), "/api/consignments", person(dispatcher), opening)
                    .require(200, 201);
            if (play.ending() == Ending.CANCELLED) {
                client.post(
                                doors.trackingService(),
                                "/api/consignments/" + id + "/cancellation",
                                person(dispatcher),
                                Json.Obj.of()
                                        .with("id", id(opened, random))
                                        .with(
                                                "happenedAt",
                                                opened.plus(Duration.ofMinutes(20))
                                                        .toString())
                                        .with(
                                                "personal",
                                                Json.Obj.of().with("remark", "Abholung vom Erzeuger abgesagt")))
                        .require(200, 201);
                return;
            }
            String driver = driver(play);
            client.put(
                            doors.mobileApi(),
                            "/api/tours/" + id,
                            person(dispatcher(play.carrier())),
                            Json.Obj.of().with("driver", driver))
                    .require(204);
            office(play, "release", play.generator(), opened.plus(Duration.ofMinutes(48)), random, Json.Obj.of());
            var pickUp = statement(
                    play,
                    "consignment.picked-up.v1",
                    opened.plus(Duration.ofMinutes(50)),
                    random,
                    Json.Obj.of()
                            .with("loadedGrams", play.kilograms() * 1000)
                            .with(
                                    "personal",
                                    Json.Obj.of()
                                            .with("plate", PLATES.getOrDefault(driver, ""))
                                            .with("driver", driver)));
            state(driver, pickUp);
            if (play.ending() == Ending.LATE_AND_TWICE)
                state(driver, pickUp); // the phone did not hear the first answer
            if (play.ending() == Ending.UNDER_WAY) return;
            String last = driver;
            if (play.ending() == Ending.COLLECTED) {
                transferNote(play, "bau", 400_000, opened.plus(Duration.ofMinutes(70)), random);
                transferNote(play, "nord", 240_000, opened.plus(Duration.ofMinutes(130)), random);
            }
            if (play.ending() == Ending.CARRIER_CHANGE) {
                last = "anna.lorenz";
                state(
                        driver,
                        statement(
                                play,
                                "consignment.handed-over.v1",
                                opened.plus(Duration.ofMinutes(110)),
                                random,
                                Json.Obj.of()
                                        .with(
                                                "to",
                                                Json.Obj.of()
                                                        .with(
                                                                "organisation",
                                                                organisation("flott")
                                                                        .toString()))
                                        .with(
                                                "personal",
                                                Json.Obj.of()
                                                        .with("remark", "Reifenschaden, Übergabe auf dem Rastplatz"))));
                state(
                        last,
                        statement(
                                play,
                                "consignment.taken-over.v1",
                                opened.plus(Duration.ofMinutes(111)),
                                random,
                                Json.Obj.of()));
            }
            if (play.ending() == Ending.STORED_ON_THE_WAY) {
                // Over noon in the other carrier's yard, which signs later, as agreed (§19(2) NachwV).
                var yard = Json.Obj.of()
                        .with("organisation", organisation("flott").toString())
                        .with("store", firm("flott").number());
                var back = Json.Obj.of()
                        .with("organisation", organisation(play.carrier()).toString());
                state(
                        driver,
                        statement(
                                play,
                                "consignment.handed-over.v1",
                                opened.plus(Duration.ofMinutes(80)),
                                random,
                                Json.Obj.of().with("to", yard)));
                office(
                        play,
                        "take-over",
                        "flott",
                        opened.plus(Duration.ofMinutes(115)),
                        random,
                        Json.Obj.of().with("laterAgreedInWriting", true));
                office(
                        play,
                        "hand-over",
                        "flott",
                        opened.plus(Duration.ofMinutes(119)),
                        random,
                        Json.Obj.of().with("to", back));
                state(
                        driver,
                        statement(
                                play,
                                "consignment.taken-over.v1",
                                opened.plus(Duration.ofMinutes(121)),
                                random,
                                Json.Obj.of()));
            }
            state(
                    last,
                    statement(
                            play,
                            "consignment.delivered.v1",
                            opened.plus(Duration.ofMinutes(170)),
                            random,
                            Json.Obj.of()));
            end(play, opened.plus(Duration.ofMinutes(185)), random);
        }

        private void end(Play play, Instant at, Random random) {
            String clerk = play.plant().equals("nord") ? "gerd.thiele" : "lea.brandt";
            long weighed = (play.kilograms() - play.kilograms() % 20) * 1000; // weighbridges print steps of 20 kg
            long accepted = weighed == 0 ? play.kilograms() * 1000 : weighed;
            switch (play.ending()) {
                case REJECTED -> {
                    state(
                            clerk,
                            statement(
                                    play,
                                    "consignment.rejected.v1",
                                    at,
                                    random,
                                    Json.Obj.of()
                                            .with("reason", "contaminated")
                                            .with(
                                                    "personal",
                                                    Json.Obj.of()
                                                            .with("remark", "Teerhaltige Bestandteile, siehe Foto"))));
                    office(
                            play,
                            "taking-back",
                            play.generator(),
                            at.plus(Duration.ofMinutes(70)),
                            random,
                            Json.Obj.of().with("massGrams", play.kilograms() * 1000));
                }
                case PARTLY_ACCEPTED ->
                    state(
                            clerk,
                            statement(
                                    play,
                                    "consignment.partly-accepted.v1",
                                    at,
                                    random,
                                    Json.Obj.of()
                                            .with("acceptedGrams", 120_000)
                                            .with("rejectedGrams", 25_000)
                                            .with("reason", "wrong-waste")));
                case CORRECTED -> {
                    var acceptance = statement(
                            play,
                            "consignment.accepted.v1",
                            at,
                            random,
                            Json.Obj.of().with("acceptedGrams", accepted + 1_000_000));
                    state(clerk, acceptance);
                    var correction = statement(
                            play,
                            "consignment.corrected.v1",
                            at.plus(Duration.ofMinutes(12)),
                            random,
                            Json.Obj.of()
                                    .with("corrects", Fields.of(acceptance).text("id"))
                                    .with("massGrams", accepted)
                                    .with("personal", Json.Obj.of().with("remark", "Zahlendreher beim Ablesen")));
                    state(clerk, correction);
                    // Everybody else who has signed agrees; then it is in force.
                    for (String firm : List.of(play.generator(), play.carrier())) {
                        office(
                                play,
                                "agreement",
                                firm,
                                at.plus(Duration.ofMinutes(30)),
                                random,
                                Json.Obj.of()
                                        .with(
                                                "correction",
                                                Fields.of(correction).text("id")));
                    }
                }
                case ACCEPTED, CARRIER_CHANGE, STORED_ON_THE_WAY, COLLECTED, LATE_AND_TWICE ->
                    state(
                            clerk,
                            statement(
                                    play,
                                    "consignment.accepted.v1",
                                    at,
                                    random,
                                    Json.Obj.of().with("acceptedGrams", accepted)));
                case CANCELLED, UNDER_WAY -> throw new IllegalStateException("no end: " + play);
            }
        }

        /** Whoever collects stands for all generators of the Land (§13(1) NachwV). */
        private Json.Obj generator(Play play) {
            return play.ending() == Ending.COLLECTED
                    ? party(play.generator())
                            .with("site", SiteNumber.ofCollectionIn(Land.P).toString())
                    : party(play.generator());
        }

        /** Made out by the collector, signed by the generator, entered into the collection. */
        private void transferNote(Play play, String generator, long grams, Instant at, Random random) {
            String note = id(at, random);
            var content = Json.Obj.of()
                    .with("transferNote", note)
                    .with("certificate", "SNN20260000004")
                    .with("wasteCode", play.code())
                    .with("massGrams", grams)
                    .with("generator", party(generator))
                    .with(
                            "taker",
                            Json.Obj.of()
                                    .with(
                                            "organisation",
                                            organisation(play.carrier()).toString()));
            noted("", play.carrier(), at, random, content);
            noted("/" + note + "/signature", generator, at, random, Json.Obj.of());
            noted(
                    "/" + note + "/entry",
                    play.carrier(),
                    at.plus(Duration.ofMinutes(5)),
                    random,
                    Json.Obj.of().with("consignment", consignmentId(play)));
        }

        private void noted(String step, String firm, Instant at, Random random, Json.Obj data) {
            client.post(
                            doors.trackingService(),
                            "/api/transfer-notes" + step,
                            person(dispatcher(firm)),
                            data.with("id", id(at, random)).with("happenedAt", at.toString()))
                    .require(200, 201);
        }

        /** What an office states over REST. */
        private void office(Play play, String step, String firm, Instant at, Random random, Json.Obj data) {
            client.post(
                            doors.trackingService(),
                            "/api/consignments/" + consignmentId(play) + "/" + step,
                            person(dispatcher(firm)),
                            data.with("id", id(at, random)).with("happenedAt", at.toString()))
                    .require(200, 201);
        }

        private Json.Obj statement(Play play, String type, Instant at, Random random, Json.Obj data) {
            return Json.Obj.of()
                    .with("id", id(at, random))
                    .with("type", type)
                    .with("consignment", consignmentId(play))
                    .with("happenedAt", at.toString())
                    .with("data", data);
        }

        private void state(String signInName, Json.Obj statement) {
            var phone = Objects.requireNonNull(phones.get(signInName));
            var result = Fields.of(
                    phone.send(client, person(signInName), List.of(statement)).getFirst());
            if (result.text("status").equals("refused")) {
                throw new IllegalStateException("refused: " + statement.canonical() + " " + result.take("problem"));
            }
        }

        private void fetchEvidence(Play play) throws IOException, InterruptedException {
            var who = person(dispatcher(play.generator()));
            String path = "/api/consignments/" + consignmentId(play) + "/evidence";
            long deadline = System.nanoTime() + SEALED_WITHIN.toNanos();
            while (true) {
                var answer = client.get(doors.ledgerBridge(), path, who);
                if (answer.status() == 200) {
                    Files.write(
                            folder.resolve("%02d-%s.asice"
                                    .formatted(
                                            play.number(),
                                            play.ending()
                                                    .name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-'))),
                            answer.body());
                    return;
                }
                if (System.nanoTime() > deadline) answer.require(200);
                answer.require(503); // not sealed yet
                TimeUnit.MILLISECONDS.sleep(250);
            }
        }

        private String consignmentId(Play play) {
            return id(morning, new Random(seed ^ (play.number() * 0x9E3779B97F4A7C15L)));
        }

        private UUID organisation(String key) {
            byte[] digest =
                    Hash.sha256((seed + key).getBytes(StandardCharsets.UTF_8)).bytes();
            return UUID.nameUUIDFromBytes(digest);
        }

        private String password(String signInName) throws IOException {
            return kept(signInName + ".password", () -> UUID.randomUUID().toString());
        }

        private Json.Obj party(String key) {
            return Json.Obj.of()
                    .with("organisation", organisation(key).toString())
                    .with("site", firm(key).number());
        }

        private Person person(String signInName) {
            return Objects.requireNonNull(people.get(signInName), signInName);
        }

        private static String dispatcher(String firm) {
            return Cast.MEMBERS.stream()
                    .filter(member ->
                            member.firm().equals(firm) && member.roles().contains("dispatcher"))
                    .findFirst()
                    .orElseThrow()
                    .signInName();
        }

        private static String driver(Play play) {
            if (play.carrier().equals("spree")) return "jana.nowak";
            return play.number() % 2 == 0 ? "anna.lorenz" : "bernd.voigt";
        }

        private static Cast.Firm firm(String key) {
            return Cast.FIRMS.stream()
                    .filter(firm -> firm.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        private static String id(Instant at, Random random) {
            return Uuid7.next(InstantSource.fixed(at), random).toString();
        }

        private static Json texts(List<String> texts) {
            return new Json.Arr(texts.stream().<Json>map(Json.Text::new).toList());
        }

        private interface Maker {
            String make();
        }

        /** What is in that file, made and kept on the first time. */
        private String kept(String name, Maker maker) throws IOException {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) write(name, maker.make());
            return Files.readString(file);
        }

        /** Whole or not at all, and for nobody else's eyes. */
        private void write(String name, String text) throws IOException {
            Path part = folder.resolve(name + ".part");
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, text);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
