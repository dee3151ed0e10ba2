package org.wegweis.ledgerbridge.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.note.NoteSignature;
import org.wegweis.evidence.note.WrongSignature;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.log.LogStore;

/**
 * Asks each witness to cosign the log's newest signed head, each in a thread of its own: one that is away, or slow, or
 * wrong, holds up nobody. Later it is asked again, with what is the newest head then.
 *
 * @see <a href="https://c2sp.org/tlog-witness#add-checkpoint">C2SP tlog-witness, add-checkpoint</a>
 */
public final class Asking implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Asking.class);
    /** Room for 64 signature lines. */
    private static final int LARGEST_ANSWER = 256 * 1024;

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final LogStore store;
    private final Checkpoints checkpoints;
    private final Cosigned cosigned;
    private final Duration patience;
    private final List<Asked> witnesses;
    private final ScheduledExecutorService timer;

    /** @throws IllegalArgumentException if a witness of the policy has no address for HTTP */
    public Asking(LogStore store, Checkpoints checkpoints, Cosigned cosigned, Duration patience) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.cosigned = cosigned;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.witnesses = cosigned.policy().witnesses().stream().map(Asked::new).toList();
        this.timer = Executors.newScheduledThreadPool(
                witnesses.size(), Thread.ofPlatform().name("witness-", 0).factory());
    }

    /** How it goes with a witness. */
    public record Standing(String witness, long cosigned, Optional<String> trouble) {}

    /** Asks now, and again and again. */
    public void every(Duration duration) {
        for (var one : witnesses) {
            var _ = timer.scheduleWithFixedDelay(one::attempt, 0, duration.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Asks every witness once, all at the same time, and waits for the last. */
    public void once() throws InterruptedException {
        var _ = timer.invokeAll(
                witnesses.stream().map(one -> Executors.callable(one::attempt)).toList());
    }

    public List<Standing> standings() {
        return witnesses.stream().map(Asked::standing).toList();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.shutdownNow();
    }

    /** A witness has answered what no witness answers to us. */
    private static final class WrongAnswer extends RuntimeException {
        WrongAnswer(String what) {
            super(what);
        }
    }

    /** One witness. */
    private final class Asked {
        private final NoteKey key;
        private final URI door;
        private volatile Optional<String> trouble = Optional.empty();

        Asked(WitnessPolicy.Witness witness) {
            key = witness.key();
            String url = witness.url()
                    .orElseThrow(() -> new IllegalArgumentException("no address of the witness " + key.name()));
            door = URI.create(url.replaceAll("/+$", "") + "/add-checkpoint");
            boolean isHttp = "http".equals(door.getScheme()) || "https".equals(door.getScheme());
            if (!isHttp || door.getHost() == null) {
                throw new IllegalArgumentException("not an address of a witness: " + url);
            }
        }

        Standing standing() {
            return new Standing(key.name(), cosigned.largest(key), trouble);
        }

        synchronized void attempt() {
            Optional<String> now;
            try {
                checkpoints.latest().ifPresent(this::ask);
                now = Optional.empty();
            } catch (WrongSignature _) {
                now = Optional.of("its cosignature is not genuine");
            } catch (WrongAnswer e) {
                now = Optional.of(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                now = Optional.of(e.getClass().getSimpleName());
            }
            if (!now.equals(trouble)) {
                var event = now.isPresent() ? log.atWarn() : log.atInfo();
                event.addKeyValue("witness", key.name())
                        .addKeyValue("trouble", now.orElse("none"))
                        .log("asking a witness");
            }
            trouble = now;
        }

        private void ask(Note note) {
            Head head = Checkpoint.parse(note.text()).head();
            long last = cosigned.largest(key);
            if (last >= head.size()) return;
            var answer = send(last, head, note);
            if (answer.statusCode() == CONFLICT) answer = send(named(answer.body(), head), head, note);
            if (answer.statusCode() != OK) throw new WrongAnswer("it answers " + answer.statusCode());
            keep(answer.body(), head, note);
        }

        /** The size of the head that it has cosigned last, as it says. */
        private long named(byte[] body, Head head) {
            String text = utf8(body);
            if (!text.matches("(0|[1-9][0-9]{0,17})\n")) throw new WrongAnswer("it names no size with its 409");
            long size = Long.parseLong(text.strip());
            // either it errs, or somebody else signs with the log's key, or this log has lost what it had signed
            if (size > head.size()) {
                throw new WrongAnswer(
                        "it says that it has cosigned a head of %d, ours is of %d".formatted(size, head.size()));
            }
            return size;
        }

        private void keep(byte[] body, Head head, Note note) {
            List<NoteSignature> lines;
            try {
                lines = utf8(body).lines().map(NoteSignature::parse).toList();
                var full = note.with(lines);
                if (full.cosignedBy(List.of(key)).isEmpty())
                    throw new WrongAnswer("it answers without its cosignature");
                cosigned.add(
                        head.size(), key, full.only(List.of(key)).signatures().getFirst());
            } catch (WrongSignature e) {
                throw e;
            } catch (IllegalArgumentException _) {
                throw new WrongAnswer("it answers with something else than cosignatures");
            }
        }

        private HttpResponse<byte[]> send(long old, Head head, Note note) {
            boolean needsProof = old > 0 && old < head.size();
            var proof = needsProof ? store.tree().consistencyProof(old, head.size()) : List.<TreeHash>of();
            var request = HttpRequest.newBuilder(door)
                    .timeout(patience)
                    .POST(HttpRequest.BodyPublishers.ofString(new AddCheckpoint(old, proof, note).toString()))
                    .build();
            var body = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER);
            var answer = http.sendAsync(request, body);
            try {
                // the request's own patience ends where the body begins
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new WrongAnswer(
                        e.getCause() instanceof IOException away
                                ? "it is away: " + away.getClass().getSimpleName()
                                : String.valueOf(e.getCause()));
            } catch (TimeoutException _) {
                throw new WrongAnswer("it is away: it takes too long");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WrongAnswer("the service stops");
            } finally {
                answer.cancel(true);
            }
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
