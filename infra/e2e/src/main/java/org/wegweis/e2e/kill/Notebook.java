package org.wegweis.e2e.kill;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What one client sent, and what it was told: on disk before it goes on, so that its own end forgets nothing. */
final class Notebook implements AutoCloseable {
    private final FileChannel file;
    private final Runnable answered;
    private final Collection<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

    /** @param answered runs at once with every answer, before it is noted */
    Notebook(Path file, Runnable answered) throws IOException {
        this.answered = answered;
        this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * A statement that was acknowledged.
     *
     * @param sentAt when it was first sent, in the referee's {@link System#nanoTime}
     * @param answeredAt when the answer came that acknowledged it
     * @param position the place that it was told
     */
    record Acknowledged(UUID id, long sentAt, long answeredAt, long position) {}

    void sending(UUID id) throws IOException {
        write("sending " + id);
    }

    void acknowledged(UUID id, long sentAt, long position) throws IOException {
        answered.run();
        long now = System.nanoTime();
        write("acknowledged " + id + " " + position);
        acknowledged.add(new Acknowledged(id, sentAt, now, position));
    }

    List<Acknowledged> acknowledged() {
        return new ArrayList<>(acknowledged);
    }

    private void write(String line) throws IOException {
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) file.write(bytes);
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
