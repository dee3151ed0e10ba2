package org.wegweis.e2e.demo;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.record.Uuid7;

/**
 * The papers of the demo's carriers and plants, and where their sites are. All loads of the day are covered; in the evening
 * the authority withdraws one permit as of that morning, and the asbestos that went under it is found.
 *
 * @param party organisation and site of a firm
 * @param office who speaks for a firm
 */
record DemoPapers(
        WegweisClient client,
        URI tracking,
        Instant morning,
        long seed,
        Function<String, Json.Obj> party,
        Function<String, Person> office,
        Person authority) {
    private static final String ASBESTOS = "asbestos";
    private static final List<String> LANDFILL =
            List.of("170503", "170504", "170301", "170605", "170106", "120116", "170904");
    private static final List<String> INCINERATOR = List.of(
            "180103", "180108", "180106", "180202", "110105", "110109", "110113", "110111", "060502", "150110",
            "200121", "130205", "160506", "160605", "160607", "191211");
    private static final List<String> STORE = List.of("170503", "110109");

    /** What a site is, and where: latitude and longitude. */
    private record Site(List<String> roles, double latitude, double longitude) {}

    private static final Map<String, Site> SITES = Map.of(
            "bau", new Site(List.of("generator"), 52.3989, 13.0657),
            "klinik", new Site(List.of("generator"), 52.5309, 13.3847),
            "galvanik", new Site(List.of("generator"), 51.0504, 13.7373),
            "flott", new Site(List.of("carrier", "store"), 52.4675, 13.4021),
            "spree", new Site(List.of("carrier"), 51.7563, 14.3329),
            "nord", new Site(List.of("plant", "generator"), 52.7536, 13.2375),
            "therm", new Site(List.of("plant"), 52.0177, 11.7386),
            "lager", new Site(List.of("plant", "generator"), 52.6046, 12.8797));

    /** The directory's entry of a firm's site, with what is known beyond its name. */
    static Json.Obj placed(String firm, Json.Obj site) {
        var known = SITES.get(firm);
        return known == null
                ? site
                : site.with("roles", texts(known.roles()))
                        .with("latitude", new Json.Num(known.latitude()))
                        .with("longitude", new Json.Num(known.longitude()));
    }

    void file() {
        var all = new Json.Text("all");
        acknowledged(file("flott", "notification", all, Json.Obj.of()));
        file("flott", "carrier-permit", all, Json.Obj.of());
        acknowledged(file("spree", "notification", all, Json.Obj.of()));
        file("spree", "efb-certificate", all, certificate("collecting", "carrying"));
        file(
                "nord",
                "plant-permit",
                texts(LANDFILL),
                operations("D1").with("mostPerDayGrams", 150_000_000).with("mostPerYearGrams", 30_000_000_000L));
        file("nord", "plant-permit", texts(List.of("170601")), operations("D1").with("reference", "LFU-2026/0417"));
        file("lager", "plant-permit", texts(STORE), operations("R12", "R13"));
        file("lager", "efb-certificate", texts(STORE), certificate("storing", "treating"));
        file("therm", "plant-permit", texts(INCINERATOR), operations("D9", "D10", "R1"));
        file("therm", "efb-certificate", texts(INCINERATOR), certificate("treating", "disposing"));
    }

    /** After everything went: plans were right, and one fact turns out not to be. */
    void withdraw() {
        stated(
                "/api/permits/" + permit("nord", "plant-permit", ASBESTOS) + "/withdrawal",
                authority,
                new Random(seed ^ ASBESTOS.hashCode()),
                Json.Obj.of().with("from", today().toString()));
    }

    private String file(String firm, String kind, Json codes, Json.Obj more) {
        String which = codes.canonical().contains("170601") ? ASBESTOS : "";
        String permit = permit(firm, kind, which);
        var paper = more.with("permit", permit)
                .with("happenedAt", morning.toString())
                .with("kind", kind)
                .with("holder", party.apply(firm))
                .with("wasteCodes", codes)
                .with(
                        "from",
                        today().minusMonths(kind.startsWith("efb") ? 6 : 40).toString());
        stated("/api/permits", office.apply(firm), new Random(seed ^ (firm + kind + which).hashCode()), paper);
        return permit;
    }

    private void acknowledged(String permit) {
        stated(
                "/api/permits/" + permit + "/acknowledgement",
                authority,
                new Random(seed ^ permit.hashCode()),
                Json.Obj.of());
    }

    private void stated(String path, Person who, Random random, Json.Obj data) {
        client.post(tracking, path, who, data.with("id", id(random))).require(200, 201);
    }

    private String permit(String firm, String kind, String which) {
        return id(new Random(seed ^ ("permit" + firm + kind + which).hashCode()));
    }

    private String id(Random random) {
        return Uuid7.next(InstantSource.fixed(morning), random).toString();
    }

    private LocalDate today() {
        return BerlinDay.of(morning);
    }

    private Json.Obj certificate(String... activities) {
        return Json.Obj.of()
                .with("activities", texts(List.of(activities)))
                .with("until", today().plusMonths(11).toString());
    }

    private static Json.Obj operations(String... operations) {
        return Json.Obj.of().with("operations", texts(List.of(operations)));
    }

    private static Json texts(List<String> texts) {
        return new Json.Arr(texts.stream().<Json>map(Json.Text::new).toList());
    }
}
