package org.wegweis.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private final WegweisClient client;
    private final Cast cast;
    private final LongConsumer acknowledged;
    private final List<Phone> phones = new ArrayList<>();
    private final Random random = new Random(1);
    /** Those whose next step may come. */
    private final Queue<Load> ready = new ConcurrentLinkedQueue<>();

    private final LongAdder busy = new LongAdder();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param acknowledged is told each position at the moment of the answer */
    Traffic(WegweisClient client, Cast cast, LongConsumer acknowledged) {
        this.client = client;
        this.cast = cast;
        this.acknowledged = acknowledged;
        for (int i = 0; i < PHONES; i++) {
            var phone = Phone.fresh();
            phone.enrol(client, cast.driver(), "Diensthandy " + i);
            phones.add(phone);
        }
    }

    /**
     * Has so many statements made a second for so long, and waits for all answers.
     *
     * @return how long the answers took from when each statement was due, in microseconds
     * @throws IllegalStateException if one was refused
     */
    Histogram run(int perSecond, Duration duration) {
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
                senders.execute(() -> step(load, due, answers));
            }
        }
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
                        step(next(), System.nanoTime(), new ConcurrentHistogram(3));
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

    /** A new one, or the one that has waited longest. */
    private Load next() {
        var waiting = random.nextInt(Load.STEPS) == 0 ? null : ready.poll();
        return waiting == null ? new Load(phones.get(random.nextInt(PHONES))) : waiting;
    }

    private void step(Load load, long due, Histogram answers) {
        try {
            long position = load.step();
            answers.recordValue((System.nanoTime() - due) / 1000);
            acknowledged.accept(position);
            if (!load.isAtItsEnd()) ready.add(load);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
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
            } catch (UncheckedIOException e) {
                // the connection was not taken, or lost
            }
            busy.increment();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(wait));
        }
    }

    /** How often somebody had to come again later. */
    long busy() {
        return busy.sum();
    }

    /** A consignment on its way. */
    private final class Load {
        static final int STEPS = 4;

        private final Phone phone;
        private String consignment = "";
        private int steps;

        Load(Phone phone) {
            this.phone = phone;
        }

        boolean isAtItsEnd() {
            return steps == STEPS;
        }

        /** @return the position of what was stated */
        long step() {
            return switch (steps++) {
                case 0 -> {
                    var opened = office("", cast.dispatcher(), cast.opening());
                    consignment = opened.text("consignment");
                    yield opened.integer("position");
                }
                case 1 -> signed("consignment.picked-up.v1", Json.Obj.of().with("loadedGrams", 980_000));
                case 2 -> signed("consignment.delivered.v1", Json.Obj.of());
                default ->
                    office(
                                    "/" + consignment + "/acceptance",
                                    cast.gate(),
                                    Json.Obj.of().with("acceptedGrams", 980_000))
                            .integer("position");
            };
        }

        private Fields office(String path, Person who, Json body) {
            var key = Uuid7.next(InstantSource.system(), random);
            return patiently(() ->
                            client.post(client.doors().trackingService(), "/api/consignments" + path, who, key, body))
                    .require(201)
                    .fields();
        }

        private long signed(String type, Json.Obj data) {
            var statement = Json.Obj.of()
                    .with("id", Uuid7.next(InstantSource.system(), random).toString())
                    .with("type", type)
                    .with("consignment", consignment)
                    .with("happenedAt", InstantSource.system().instant().toString())
                    .with("data", data);
            var batch = new Json.Arr(List.of(new Json.Text(phone.sign(statement))));
            var answer = patiently(
                            () -> client.post(client.doors().mobileApi(), "/api/statements", cast.driver(), batch))
                    .require(200);
            var result = Fields.of(((Json.Arr) answer.json()).items().getFirst());
            if (!result.text("status").equals("accepted")) {
                throw new IllegalStateException(result.object("problem").text("detail"));
            }
            return result.integer("position");
        }
    }
}
