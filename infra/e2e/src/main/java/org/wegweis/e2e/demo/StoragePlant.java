package org.wegweis.e2e.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Json;
import org.wegweis.standalone.Doors;

/**
 * An intermediate store in Brandenburg takes two loads in (R13), mixes them (R12), makes a product of some, loses some to
 * drying, and passes the rest on to the incinerator in Sachsen-Anhalt. From each load one can walk to all sources and sinks.
 */
final class StoragePlant {
    private static final Duration TAKEN_IN_WITHIN = Duration.ofMinutes(1);

    private final WegweisClient client;
    private final Doors doors;
    private final Function<String, Person> office;
    private final Function<String, Json.Obj> party;
    private final Function<Instant, String> ids;
    private final Instant morning;

    /**
     * The plant's day.
     *
     * @param office the dispatcher of a firm
     * @param party a firm at its site
     * @param ids a new id at a time, the same in every play of the day
     */
    StoragePlant(
            WegweisClient client,
            Doors doors,
            Function<String, Person> office,
            Function<String, Json.Obj> party,
            Function<Instant, String> ids,
            Instant morning) {
        this.client = client;
        this.doors = doors;
        this.office = office;
        this.party = party;
        this.ids = ids;
        this.morning = morning;
    }

    void play() throws InterruptedException {
        certify("bau", "lager", "170503", "R13", "ENP20260000011");
        certify("galvanik", "lager", "110109", "R13", "ENP20260000012");
        certify("lager", "therm", "191211", "D10", "ENN20260000013");
        String soil = load("bau", "lager", "170503", "ENP20260000011", 12_000_000);
        String sludge = load("galvanik", "lager", "110109", "ENP20260000012", 8_000_000);
        var noon = morning.plus(Duration.ofHours(4));
        String mixed = ids.apply(noon);
        String metal = ids.apply(noon);
        treat(
                noon,
                Json.Obj.of()
                        .with("operation", "R12")
                        .with("inputs", array(lot(soil, 12_000_000), lot(sludge, 8_000_000)))
                        .with(
                                "outputs",
                                array(
                                        lot(mixed, 18_400_000)
                                                .with("kind", "waste")
                                                .with("wasteCode", "191211"),
                                        lot(metal, 1_300_000).with("kind", "product")))
                        .with(
                                "losses",
                                array(Json.Obj.of().with("reason", "drying").with("massGrams", 300_000))));
        var afternoon = noon.plus(Duration.ofMinutes(90));
        String onward = opened("lager", "therm", "191211", "ENN20260000013", afternoon, 18_400_000);
        state(
                "passings-on",
                afternoon,
                Json.Obj.of().with("consignment", onward).with("parts", array(lot(mixed, 18_400_000))));
        carried(onward, "lager", "therm", afternoon, 18_400_000);
    }

    private void certify(String generator, String plant, String code, String operation, String number) {
        var sent = morning.minus(Duration.ofDays(30));
        String certificate = ids.apply(sent);
        post(
                generator,
                "/api/certificates",
                sent,
                Json.Obj.of()
                        .with("certificate", certificate)
                        .with("kind", "EN")
                        .with("wasteCode", code)
                        .with("quantityGrams", 500_000_000L)
                        .with("applicant", party.apply(generator))
                        .with("plant", party.apply(plant))
                        .with("operation", operation)
                        .with("until", "2030-12-31"));
        post(plant, "/api/certificates/" + certificate + "/plant-acceptance", sent, Json.Obj.of());
        // What is sent is sent today: no time of another day goes with it.
        client.post(
                        doors.trackingService(),
                        "/api/certificates/" + certificate + "/submission",
                        office.apply(plant),
                        Json.Obj.of()
                                .with("id", ids.apply(sent))
                                .with("number", number)
                                .with("privilege", "efb"))
                .require(200, 201);
    }

    private String load(String generator, String plant, String code, String certificate, long grams) {
        String load = opened(generator, plant, code, certificate, morning, grams);
        carried(load, generator, plant, morning, grams);
        return load;
    }

    private String opened(String generator, String plant, String code, String certificate, Instant at, long grams) {
        String load = ids.apply(at);
        post(
                generator,
                "/api/consignments",
                at,
                Json.Obj.of()
                        .with("consignment", load)
                        .with("certificate", certificate)
                        .with("wasteCode", code)
                        .with("declaredGrams", grams)
                        .with("generator", party.apply(generator))
                        .with(
                                "carrier",
                                Json.Obj.of().with("organisation", member(party.apply("flott"), "organisation")))
                        .with("plant", party.apply(plant)));
        return load;
    }

    /** Signed, fetched, brought and accepted. */
    private void carried(String load, String generator, String plant, Instant opened, long grams) {
        step(load, "release", generator, opened, 10, Json.Obj.of());
        step(load, "pick-up", "flott", opened, 12, Json.Obj.of().with("loadedGrams", grams));
        step(load, "delivery", "flott", opened, 100, Json.Obj.of());
        step(load, "acceptance", plant, opened, 110, Json.Obj.of().with("acceptedGrams", grams));
    }

    private void step(String load, String step, String firm, Instant opened, long minutes, Json.Obj data) {
        post(firm, "/api/consignments/" + load + "/" + step, opened.plus(Duration.ofMinutes(minutes)), data);
    }

    private void state(String what, Instant at, Json.Obj data) {
        post("lager", stock(what), at, data);
    }

    private String stock(String what) {
        return "/api/stocks/" + member(party.apply("lager"), "site") + "/" + what;
    }

    private void post(String firm, String path, Instant at, Json.Obj data) {
        client.post(
                        doors.trackingService(),
                        path,
                        office.apply(firm),
                        data.with("id", ids.apply(at)).with("happenedAt", at.toString()))
                .require(200, 201);
    }

    /** As soon as both loads are in: the service takes in by itself what the plant accepts. */
    private void treat(Instant at, Json.Obj treatment) throws InterruptedException {
        var body = treatment.with("id", ids.apply(at)).with("happenedAt", at.toString());
        long deadline = System.nanoTime() + TAKEN_IN_WITHIN.toNanos();
        while (true) {
            var answer = client.post(doors.trackingService(), stock("treatments"), office.apply("lager"), body);
            if (answer.status() == 200 || answer.status() == 201) return;
            if (System.nanoTime() > deadline) answer.require(200, 201);
            answer.require(404, 422); // no stock, or no such lot yet
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Json.Obj lot(String lot, long grams) {
        return Json.Obj.of().with("lot", lot).with("massGrams", grams);
    }

    private static Json.Arr array(Json... items) {
        return new Json.Arr(List.of(items));
    }

    private static String member(Json.Obj json, String name) {
        return json.members().get(name) instanceof Json.Text(var value) ? value : "";
    }
}
