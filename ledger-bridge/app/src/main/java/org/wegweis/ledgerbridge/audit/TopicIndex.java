package org.wegweis.ledgerbridge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.wegweis.kernel.record.Hash;

/**
 * Which record of the topic came first for each position, in a file: 48 bytes a position, so that the topic may be of any
 * length and in any order while memory stays as it is.
 */
final class TopicIndex implements AutoCloseable {
    private static final int WIDTH = 48;

    private final FileChannel file;
    private final ByteBuffer one = ByteBuffer.allocate(WIDTH);
    private ByteBuffer page = ByteBuffer.allocate(0);
    private long pageFrom;

    TopicIndex(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where in the topic a record is, and its hash. */
    record Place(int partition, long offset, Hash hash) {
        String text() {
            return "partition " + partition + ", offset " + offset;
        }
    }

    Optional<Place> at(long position) {
        one.clear();
        read(one, position);
        return one.remaining() < WIDTH ? Optional.empty() : place(one);
    }

    void put(long position, Place place) {
        one.clear();
        one.putInt(place.partition() + 1)
                .putInt(0)
                .putLong(place.offset())
                .put(place.hash().bytes())
                .flip();
        try {
            for (long at = position * WIDTH; one.hasRemaining(); ) at += file.write(one, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@link #at} for positions that follow each other, many to one access of the file. Nothing is put any more. */
    Optional<Place> next(long position) {
        if (position < pageFrom || position >= pageFrom + page.limit() / WIDTH) {
            page = ByteBuffer.allocate(256 * WIDTH);
            pageFrom = position;
            read(page, position);
        }
        int at = (int) (position - pageFrom) * WIDTH;
        return at + WIDTH > page.limit() ? Optional.empty() : place(page.slice(at, WIDTH));
    }

    private static Optional<Place> place(ByteBuffer bytes) {
        int partition = bytes.getInt() - 1;
        if (partition < 0) return Optional.empty();
        bytes.getInt();
        long offset = bytes.getLong();
        byte[] hash = new byte[Hash.LENGTH];
        bytes.get(hash);
        return Optional.of(new Place(partition, offset, Hash.of(hash)));
    }

    private void read(ByteBuffer into, long position) {
        try {
            for (long at = position * WIDTH; into.hasRemaining(); ) {
                int read = file.read(into, at);
                if (read < 0) break;
                at += read;
            }
            into.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void force() {
        try {
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
