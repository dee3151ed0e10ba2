package org.wegweis.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.wegweis.e2e.Answer;
import org.wegweis.e2e.Phone;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.e2e.WegweisClient.Person;
import org.wegweis.e2e.kill.Cast;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Uuid7;

/**
 * Loads on their way through the public doors: an office opens them, a driver's phone signs that they were picked up and
 * delivered, a gate accepts them. Statements come at a rate, whether or not those before were answered.
 */
final class Traffic {
    private static final int PHONES = 8;
    /**
     * So many are opened sooner than they are brought to their end, so that there are loads on the road when nobody hurries.
     * A peak would begin with openings only, which come singly and cost most; so each of the four steps is a quarter of it.
     */
    private static final int OPENED_AHEAD = 4_000;

    private final WegweisClient client;
    private final Cast cast;
    private final LongConsumer acknowledged;
    private final List<Driver> drivers = new ArrayList<>();
    private final Random random = new Random(1);
    /** Those whose next step may come. */
    private final List<Load> underWay = new ArrayList<>();

    private int opened;

    private final LongAdder busy = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param acknowledged is told each position at the moment of the answer */
    Traffic(WegweisClient client, Cast cast, LongConsumer acknowledged) {
        this.client = client;
        this.cast = cast;
        this.acknowledged = acknowledged;
        for (int i = 0; i < PHONES; i++) {
            var phone = Phone.fresh();
            phone.enrol(client, cast.driver(), "Diensthandy " + i);
            drivers.add(new Driver(phone));
        }
    }

    /**
     * Has so many statements made a second for so long, and waits for all answers.
     *
     * @param together how many a phone keeps until it sends them, as it does without a network
     * @return how long the answers took from when each statement was due, in microseconds
     * @throws IllegalStateException if one was refused
     */
    Histogram run(int perSecond, Duration duration, int together) {
        var answers = new ConcurrentHistogram(3);
        long count = perSecond * duration.toMillis() / 1000;
        long start = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < count && failure.get() == null; i++) {
                long due = start + i * 1_000_000_000L / perSecond;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                var load = next();
                senders.execute(() -> step(load, due, answers, together));
            }
        }
        for (var driver : drivers) safely(driver::sendAll);
        throwFailure();
        return answers;
    }

    /**
     * Has so many callers at work for so long, each as soon as it is answered.
     *
     * @return statements a second
     */
    double rush(int callers, Duration duration) {
        var done = new LongAdder();
        long start = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                senders.execute(() -> {
                    while (System.nanoTime() - start < duration.toNanos() && failure.get() == null) {
                        step(next(), System.nanoTime(), new ConcurrentHistogram(3), 1);
                        done.increment();
                    }
                });
            }
        }
        throwFailure();
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private void throwFailure() {
        var failed = failure.get();
        if (failed != null) throw new IllegalStateException("not acknowledged: " + failed.getMessage(), failed);
    }

    /** A new one, or any of those that are under way. */
    private Load next() {
        synchronized (underWay) {
            if (underWay.isEmpty() || random.nextInt(opened < OPENED_AHEAD ? 2 : Load.STEPS) == 0) {
                opened++;
                return new Load(drivers.get(random.nextInt(PHONES)));
            }
            Collections.swap(underWay, random.nextInt(underWay.size()), underWay.size() - 1);
            return underWay.removeLast();
        }
    }

    private void step(Load load, long due, Histogram answers, int together) {
        safely(() -> load.step(new Due(load, due, answers), together));
    }

    private void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** A step that somebody waits for. */
    private final class Due {
        private final Load load;
        private final long at;
        private final Histogram answers;

        Due(Load load, long at, Histogram answers) {
            this.load = load;
            this.at = at;
            this.answers = answers;
        }

        void acknowledge(long position) {
            answers.recordValue((System.nanoTime() - at) / 1000);
            acknowledged.accept(position);
            if (load.isAtItsEnd()) return;
            synchronized (underWay) {
                underWay.add(load);
            }
        }
    }

    private record Signed(String statement, Due due) {}

    /** A driver's phone with what it has not sent yet. */
    private final class Driver {
        private final Phone phone;
        private final List<Signed> kept = new ArrayList<>();

        Driver(Phone phone) {
            this.phone = phone;
        }

        void state(Json.Obj statement, Due due, int together) {
            String signed = phone.sign(statement);
            List<Signed> full = List.of();
            synchronized (kept) {
                kept.add(new Signed(signed, due));
                if (kept.size() >= together) full = drain();
            }
            send(full);
        }

        void sendAll() {
            List<Signed> all;
            synchronized (kept) {
                all = drain();
            }
            send(all);
        }

        private List<Signed> drain() {
            var all = List.copyOf(kept);
            kept.clear();
            return all;
        }

        private void send(List<Signed> batch) {
            if (batch.isEmpty()) return;
            var body = new Json.Arr(batch.stream()
                    .<Json>map(one -> new Json.Text(one.statement()))
                    .toList());
            var answer = patiently(
                            () -> client.post(client.doors().mobileApi(), "/api/statements", cast.driver(), body))
                    .require(200);
            var results = ((Json.Arr) answer.json()).items().iterator();
            for (var one : batch) {
                var result = Fields.of(results.next());
                if (!result.text("status").equals("accepted")) {
                    throw new IllegalStateException(result.object("problem").text("detail"));
                }
                one.due().acknowledge(result.integer("position"));
            }
        }
    }

    /** Sends again when it was told to, or not answered, as phones and offices do; each carries its id. */
    private Answer patiently(Supplier<Answer> call) {
        while (true) {
            long wait = 1;
            try {
                var answer = call.get();
                if (answer.status() != 503 || answer.retryAfterSeconds() == 0) return answer;
                wait = answer.retryAfterSeconds();
                busy.increment();
            } catch (UncheckedIOException e) {
                lost.increment();
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(wait));
        }
    }

    /** How often somebody was told to come again later. */
    long busy() {
        return busy.sum();
    }

    /** How often a connection was not taken, or ended without an answer. */
    long lost() {
        return lost.sum();
    }

    /** A consignment on its way. */
    private final class Load {
        static final int STEPS = 4;

        private final Driver driver;
        private String consignment = "";
        private int steps;

        Load(Driver driver) {
            this.driver = driver;
        }

        boolean isAtItsEnd() {
            return steps == STEPS;
        }

        void step(Due due, int together) {
            switch (steps++) {
                case 0 -> {
                    var opened = office("", cast.dispatcher(), cast.opening());
                    consignment = opened.text("consignment");
                    due.acknowledge(opened.integer("position"));
                }
                case 1 ->
                    driver.state(
                            statement("consignment.picked-up.v1", Json.Obj.of().with("loadedGrams", 980_000)),
                            due,
                            together);
                case 2 -> driver.state(statement("consignment.delivered.v1", Json.Obj.of()), due, together);
                default -> {
                    var accepted = office(
                            "/" + consignment + "/acceptance",
                            cast.gate(),
                            Json.Obj.of().with("acceptedGrams", 980_000));
                    due.acknowledge(accepted.integer("position"));
                }
            }
        }

        private Fields office(String path, Person who, Json body) {
            var key = Uuid7.next(InstantSource.system(), random);
            return patiently(() ->
                            client.post(client.doors().trackingService(), "/api/consignments" + path, who, key, body))
                    .require(201)
                    .fields();
        }

        private Json.Obj statement(String type, Json.Obj data) {
            return Json.Obj.of()
                    .with("id", Uuid7.next(InstantSource.system(), random).toString())
                    .with("type", type)
                    .with("consignment", consignment)
                    .with("happenedAt", InstantSource.system().instant().toString())
                    .with("data", data);
        }
    }
}
