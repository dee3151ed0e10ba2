package org.wegweis.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.wegweis.e2e.Phone;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.kill.Cast;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Uuid7;

/**
 * How many signed statements a second come through mobile-api's HTTP door into durable records, with all services at work on
 * the same machine as the clients.
 */
final class DoorBench {
    private static final int ROUNDS = 3;
    /** Statements in a round. */
    private static final int WORK = 1_600;

    private final WegweisClient client;
    private final Cast cast;
    private final int batch;
    private final int callers;
    private final Random random = new Random();
    private final Phone phone = Phone.fresh();

    /** @param batch statements in a request, 1 or an even number */
    DoorBench(WegweisClient client, Cast cast, int batch) {
        this.client = client;
        this.cast = cast;
        this.batch = batch;
        this.callers = batch == 1 ? 32 : 8;
        phone.enrol(client, cast.driver(), "Diensthandy");
    }

    Measured.Score measure() throws Exception {
        var perSecond = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double one = round();
            if (round > 0) perSecond.add(one); // the first one warms up
        }
        return Measured.Score.of(perSecond.stream().mapToDouble(one -> one));
    }

    private double round() throws Exception {
        // Two statements a load, and no delivery before its pick-up: first all pick-ups, then all deliveries.
        Queue<String> loads = new ConcurrentLinkedQueue<>();
        inParallel(() -> {
            for (int i = 0; i < WORK / 2 / callers; i++) loads.add(open());
        });
        var types = List.of("consignment.picked-up.v1", "consignment.delivered.v1");
        double seconds = 0;
        for (String type : types) {
            Queue<String> bodies = new ConcurrentLinkedQueue<>();
            var one = new ArrayList<Json>();
            for (String load : loads) {
                one.add(new Json.Text(phone.sign(statement(type, load))));
                if (one.size() == batch) {
                    bodies.add(new Json.Arr(one).canonical());
                    one.clear();
                }
            }
            long start = System.nanoTime();
            inParallel(() -> {
                for (String body = bodies.poll(); body != null; body = bodies.poll()) send(body);
            });
            seconds += (System.nanoTime() - start) / 1e9;
        }
        return WORK / seconds;
    }

    private void send(String body) {
        var answer = client.call(
                "POST", client.doors().mobileApi(), "/api/statements", Optional.of(cast.driver()), Optional.of(body));
        for (var result : ((Json.Arr) answer.require(200).json()).items()) {
            String status = Fields.of(result).text("status");
            if (!status.equals("accepted")) throw new IllegalStateException(result.canonical());
        }
    }

    private String open() {
        return client.post(client.doors().trackingService(), "/api/consignments", cast.dispatcher(), cast.opening())
                .require(201)
                .fields()
                .text("consignment");
    }

    private Json.Obj statement(String type, String consignment) {
        return Json.Obj.of()
                .with("id", Uuid7.next(InstantSource.system(), random).toString())
                .with("type", type)
                .with("consignment", consignment)
                .with("happenedAt", InstantSource.system().instant().toString())
                .with("data", type.contains("picked-up") ? Json.Obj.of().with("loadedGrams", 980_000) : Json.Obj.of());
    }

    private interface Work {
        void run() throws Exception;
    }

    private void inParallel(Work work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                tasks.add(() -> {
                    work.run();
                    return true;
                });
            }
            for (var done : threads.invokeAll(tasks)) done.get();
        }
    }
}
