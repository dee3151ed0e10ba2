package org.wegweis.e2e.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wegweis.e2e.Answer;
import org.wegweis.e2e.Phone;
import org.wegweis.e2e.WegweisClient;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Uuid7;

/**
 * An office and its driver's phone, at work until told to stop: a consignment is opened, picked up, delivered, and then the
 * next. What nobody answers is sent again under the same id, for as long as it takes.
 */
final class Client implements Runnable {
    /** Between two statements, and before one is sent again: something is always on its way, and the store stays small. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Supplier<WegweisClient> wegweis;
    private final Cast cast;
    private final Phone phone;
    private final Notebook notebook;
    private final BooleanSupplier stop;
    private final Random random;
    private volatile @Nullable Throwable failure;
    private volatile boolean refused;

    /** @param wegweis as it is reached now: after a restart elsewhere */
    Client(
            Supplier<WegweisClient> wegweis,
            Cast cast,
            Phone phone,
            Notebook notebook,
            BooleanSupplier stop,
            Random random) {
        this.wegweis = wegweis;
        this.cast = cast;
        this.phone = phone;
        this.notebook = notebook;
        this.stop = stop;
        this.random = random;
    }

    Cast cast() {
        return cast;
    }

    Notebook notebook() {
        return notebook;
    }

    /** What it was answered and should not have been. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether what it sent last was not acknowledged yet. */
    boolean isRefused() {
        return refused;
    }

    @Override
    public void run() {
        try {
            while (!stop.getAsBoolean()) {
                String consignment = open();
                state("consignment.picked-up.v1", consignment);
                state("consignment.delivered.v1", consignment);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    private String open() throws IOException {
        var id = id();
        var answer = untilAcknowledged(
                id,
                client -> client.post(
                        client.doors().trackingService(), "/api/consignments", cast.dispatcher(), id, cast.opening()));
        return answer.text("consignment");
    }

    private void state(String type, String consignment) throws IOException {
        var id = id();
        var payload = Json.Obj.of()
                .with("id", id.toString())
                .with("type", type)
                .with("consignment", consignment)
                .with("happenedAt", InstantSource.system().instant().toString())
                .with("data", Json.Obj.of());
        var batch = new Json.Arr(List.of(new Json.Text(phone.sign(payload))));
        untilAcknowledged(
                id, client -> client.post(client.doors().mobileApi(), "/api/statements", cast.driver(), batch));
    }

    private interface Call {
        Answer to(WegweisClient client);
    }

    private Fields untilAcknowledged(UUID id, Call call) throws IOException {
        notebook.sending(id);
        long sentAt = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(PAUSE.toNanos());
            var result = once(call);
            refused = result.isEmpty();
            if (result.isPresent()) {
                notebook.acknowledged(id, sentAt, result.get().integer("position"));
                return result.get();
            }
        }
    }

    /** What was acknowledged; nothing if nobody answered, or answered that it should come again. */
    private Optional<Fields> once(Call call) {
        Answer answer;
        try {
            answer = call.to(wegweis.get());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
        if (answer.status() == 503 || answer.status() == 502 || answer.status() == 504) return Optional.empty();
        var json = answer.require(200, 201).json();
        if (!(json instanceof Json.Arr(var results))) return Optional.of(Fields.of(json));
        var result = Fields.of(results.getFirst());
        if (!result.text("status").equals("refused")) return Optional.of(result);
        if (result.object("problem").integer("status") == 503) return Optional.empty();
        throw new Failure("a phone was answered " + results.getFirst().canonical());
    }

    private UUID id() {
        return Uuid7.next(InstantSource.system(), random);
    }
}
