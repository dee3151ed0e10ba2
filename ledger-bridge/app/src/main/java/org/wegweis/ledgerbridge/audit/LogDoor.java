package org.wegweis.ledgerbridge.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;

/** The log as anybody may read it (C2SP tlog-tiles). */
final class LogDoor implements LogSource, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI door;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    LogDoor(URI door) {
        this.door = door;
    }

    @Override
    public long size() {
        var note = get("checkpoint");
        if (note.isEmpty()) return 0;
        try {
            return Checkpoint.parse(Note.parse(note.get()).text()).head().size();
        } catch (IllegalArgumentException e) {
            throw new Unfinished("What " + door + " gives is no checkpoint: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        return get(path.toString());
    }

    /** What the door gives there; empty for 404. */
    Optional<byte[]> get(String path) {
        var uri = URI.create(door.toString().replaceAll("/+$", "") + "/" + path);
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 404) return Optional.empty();
            if (answer.statusCode() != 200) throw new Unfinished(uri + " answers " + answer.statusCode() + ".");
            return Optional.of(answer.body());
        } catch (IOException e) {
            throw new Unfinished(uri + " cannot be read: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unfinished("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
