package org.wegweis.ledgerbridge.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A log as anybody may read it over HTTP (C2SP tlog-tiles). */
public final class LogDoor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Far more than any tile, note or proof has. */
    private static final int LARGEST_ANSWER = 1 << 20;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI door;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public LogDoor(URI door) {
        this.door = door;
    }

    /** It cannot be read now. The message is a sentence for people. */
    public static final class Away extends RuntimeException {
        Away(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        Away(String sentence) {
            super(sentence);
        }
    }

    /**
     * What the door gives there; empty for 404.
     *
     * @throws Away if it gives something else
     */
    public Optional<byte[]> get(String path) {
        var uri = URI.create(door.toString().replaceAll("/+$", "") + "/" + path);
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST_ANSWER));
            if (answer.statusCode() == NOT_FOUND) return Optional.empty();
            if (answer.statusCode() != OK) throw new Away(uri + " answers " + answer.statusCode() + ".");
            return Optional.of(answer.body());
        } catch (IOException e) {
            throw new Away(uri + " cannot be read: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Away("Interrupted.", e);
        }
    }

    @Override
    public String toString() {
        return door.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
