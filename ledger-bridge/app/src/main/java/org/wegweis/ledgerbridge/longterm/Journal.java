package org.wegweis.ledgerbridge.longterm;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.wegweis.kernel.json.Json;

/** What was done, a line of JSON each; lines are only added. One run at a time: whoever has it open has it locked. */
final class Journal implements Closeable {
    private final FileChannel channel;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if it cannot be written, or another run has it open */
    static Journal open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) throw new IOException("another run is at work: " + file);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("another run is at work: " + file, e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.position(channel.size());
        return new Journal(channel);
    }

    /** On the disk before this returns. */
    void add(List<Json.Obj> lines) throws IOException {
        var text = new StringBuilder();
        for (var line : lines) text.append(line.canonical()).append('\n');
        for (var rest = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)); rest.hasRemaining(); ) {
            channel.write(rest);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
