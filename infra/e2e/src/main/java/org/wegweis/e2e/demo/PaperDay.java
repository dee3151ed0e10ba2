package org.wegweis.e2e.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Function;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Uuid7;

/**
 * The landfill's network is down for some hours, and a load comes in on a fallback receipt that is entered the same day. Of an
 * outage a month ago a receipt lies in a drawer still. And the building site gives away paint as a small amount, although it
 * has far more than two tonnes a year.
 */
final class PaperDay {
    private final WegweisClient client;
    private final URI tracking;
    private final Instant morning;
    private final Random random;
    private final Function<String, Person> offices;
    private final Function<String, Json.Obj> parties;

    /**
     * Played the same way for the same seed.
     *
     * @param offices a dispatcher of each firm
     * @param parties each firm at its site
     */
    PaperDay(
            WegweisClient client,
            URI tracking,
            Instant morning,
            long seed,
            Function<String, Person> offices,
            Function<String, Json.Obj> parties) {
        this.client = client;
        this.tracking = tracking;
        this.morning = morning;
        this.random = new Random(seed ^ 0x22);
        this.offices = offices;
        this.parties = parties;
    }

    /** @param load that the landfill accepted about three hours after morning */
    void play(String load) {
        var aMonthAgo = morning.minus(Duration.ofDays(30));
        String forgotten = outage("power", aMonthAgo);
        receipt(forgotten, "2026-0107", aMonthAgo.plus(Duration.ofHours(2)));
        end(forgotten, aMonthAgo.plus(Duration.ofHours(5)));

        var down = morning.plus(Duration.ofMinutes(150));
        String today = outage("communication", down);
        receipt(today, "2026-0112", down.plus(Duration.ofMinutes(40)));
        end(today, down.plus(Duration.ofHours(4)));
        var entered = down.plus(Duration.ofHours(5));
        state(
                "nord",
                "/api/outages/" + today + "/receipts/2026-0112/entry",
                entered,
                Json.Obj.of().with("consignment", load));

        var paint = morning.plus(Duration.ofHours(4));
        state(
                "nord",
                "/api/transfer-notes",
                paint,
                Json.Obj.of()
                        .with("transferNote", id(paint))
                        .with("wasteCode", "080111")
                        .with("massGrams", 8_000)
                        .with("generator", party("bau"))
                        .with("taker", Json.Obj.of().with("organisation", text("nord", "organisation"))));
    }

    private String outage(String cause, Instant since) {
        String outage = id(since);
        var report = Json.Obj.of()
                .with("outage", outage)
                .with("site", text("nord", "site"))
                .with("cause", cause)
                .with("since", since.toString());
        state("nord", "/api/outages", since.plus(Duration.ofMinutes(10)), report);
        return outage;
    }

    private void receipt(String outage, String number, Instant usedAt) {
        var used = Json.Obj.of()
                .with("number", number)
                .with("form", "fallback-receipt")
                .with("usedAt", usedAt.toString());
        state("nord", "/api/outages/" + outage + "/receipts", usedAt, used);
    }

    private void end(String outage, Instant at) {
        state("nord", "/api/outages/" + outage + "/end", at, Json.Obj.of().with("at", at.toString()));
    }

    private void state(String firm, String path, Instant at, Json.Obj data) {
        client.post(tracking, path, offices.apply(firm), data.with("id", id(at)).with("happenedAt", at.toString()))
                .require(200, 201);
    }

    private Json.Obj party(String firm) {
        return parties.apply(firm);
    }

    private String text(String firm, String name) {
        return Fields.of(party(firm)).text(name);
    }

    private String id(Instant at) {
        return Uuid7.next(InstantSource.fixed(at), random).toString();
    }
}
