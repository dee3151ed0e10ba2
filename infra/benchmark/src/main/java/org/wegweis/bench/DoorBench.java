package org.wegweis.bench;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.util.FileSystemUtils;
import org.wegweis.e2e.Phone;
import org.wegweis.e2e.RunningWegweis;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.kill.Cast;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Uuid7;

/**
 * How many signed statements a second come through mobile-api's HTTP door into durable records, with all services at work on
 * the same machine as the clients. The peer is what one core checks of their signatures and does nothing else.
 */
final class DoorBench {
    private static final int CALLERS = 32;
    private static final int ROUNDS = 4;
    /** Statements a caller sends in a round. */
    private static final int WORK = 100;

    private final int batch;
    private final Random random = new Random();
    private final Phone phone = Phone.fresh();

    private DoorBench(int batch) {
        this.batch = batch;
    }

    static Measured measure(int batch) throws Exception {
        double peer = VerifyBench.openssl();
        var folder = Files.createTempDirectory("door");
        try (var wegweis = RunningWegweis.start(folder.resolve("data"))) {
            return new Measured(new DoorBench(batch).score(wegweis), Measured.Score.once(peer));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Measured.Score score(RunningWegweis wegweis) throws Exception {
        var client = new WegweisClient(wegweis.doors());
        var cast = Cast.enter(client);
        phone.enrol(client, cast.driver(), "Diensthandy");
        var perSecond = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            double one = round(client, cast);
            if (round > 0) perSecond.add(one); // the first one warms up
        }
        var all = perSecond.stream().mapToDouble(one -> one).summaryStatistics();
        return new Measured.Score(all.getAverage(), 50 * (all.getMax() - all.getMin()) / all.getAverage());
    }

    private double round(WegweisClient client, Cast cast) throws Exception {
        int each = Math.max(WORK, batch);
        var works = new ArrayList<List<String>>();
        inParallel(() -> {
            var batches = new ArrayList<String>();
            var one = new ArrayList<Json>();
            for (int i = 0; i < each; i++) {
                one.add(new Json.Text(phone.sign(pickUp(open(client, cast)))));
                if (one.size() == batch) {
                    batches.add(new Json.Arr(one).canonical());
                    one.clear();
                }
            }
            synchronized (works) {
                works.add(batches);
            }
        });
        var left = works.iterator();
        long start = System.nanoTime();
        inParallel(() -> {
            List<String> batches;
            synchronized (works) {
                batches = left.next();
            }
            for (String body : batches) {
                var answer = client.call(
                        "POST",
                        client.doors().mobileApi(),
                        "/api/statements",
                        Optional.of(cast.driver()),
                        Optional.of(body));
                for (var result : ((Json.Arr) answer.require(200).json()).items()) {
                    String status = Fields.of(result).text("status");
                    if (!status.equals("accepted")) throw new IllegalStateException(result.canonical());
                }
            }
        });
        return CALLERS * each / ((System.nanoTime() - start) / 1e9);
    }

    private static String open(WegweisClient client, Cast cast) {
        return client.post(client.doors().trackingService(), "/api/consignments", cast.dispatcher(), cast.opening())
                .require(201)
                .fields()
                .text("consignment");
    }

    private Json.Obj pickUp(String consignment) {
        return Json.Obj.of()
                .with("id", Uuid7.next(InstantSource.system(), random).toString())
                .with("type", "consignment.picked-up.v1")
                .with("consignment", consignment)
                .with("happenedAt", InstantSource.system().instant().toString())
                .with("data", Json.Obj.of().with("loadedGrams", 8_900_000));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void inParallel(Work work) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                tasks.add(() -> {
                    work.run();
                    return true;
                });
            }
            for (var done : callers.invokeAll(tasks)) done.get();
        }
    }
}
