package org.wegweis.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.wegweis.kernel.record.Uuid7;

/**
 * The peer that knows of nothing but rows: callers hand theirs to two writers, which insert up to 128 at a time and commit.
 * Nothing is encoded, hashed, chained or decided.
 */
final class GroupCommit implements AutoCloseable {
    private static final int WRITERS = 2;
    private static final int MOST = 128;
    private static final byte[] HASH = new byte[32];

    private final BlockingQueue<Row> queue = new ArrayBlockingQueue<>(4096);
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean closing;

    private record Row(UUID id, UUID subject, int version, byte[] bytes, CompletableFuture<Boolean> done) {}

    GroupCommit(DataSource database) throws SQLException {
        for (int i = 0; i < WRITERS; i++) {
            var connection = database.getConnection();
            connection.setAutoCommit(false);
            writers.add(Thread.ofPlatform().start(() -> write(connection)));
        }
    }

    private void write(Connection connection) {
        try (connection;
                var insert = connection.prepareStatement(
                        "insert into raw (id, subject, version, hash, content, bytes) values (?, ?, ?, ?, ?, ?)")) {
            var group = new ArrayList<Row>();
            while (!closing) {
                group.add(queue.take());
                queue.drainTo(group, MOST - 1);
                for (var row : group) add(insert, row);
                insert.executeBatch();
                connection.commit();
                for (var row : group) row.done().complete(true);
                group.clear();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            // closing
        }
    }

    private static void add(PreparedStatement insert, Row row) throws SQLException {
        insert.setObject(1, row.id());
        insert.setObject(2, row.subject());
        insert.setLong(3, row.version());
        insert.setBytes(4, HASH);
        insert.setBytes(5, HASH);
        insert.setBytes(6, row.bytes());
        insert.addBatch();
    }

    /** A caller with subjects of its own, five rows each. */
    Callers.Work caller(int rowBytes) {
        var random = new Random();
        byte[] bytes = new byte[rowBytes];
        random.nextBytes(bytes);
        return new Callers.Work() {
            private UUID subject = Uuid7.next(InstantSource.system(), random);
            private int version;

            @Override
            public void once() throws Exception {
                var done = new CompletableFuture<Boolean>();
                queue.put(new Row(Uuid7.next(InstantSource.system(), random), subject, version, bytes, done));
                done.get();
                version = (version + 1) % 5;
                if (version == 0) subject = Uuid7.next(InstantSource.system(), random);
            }
        };
    }

    @Override
    public void close() {
        closing = true;
        for (var writer : writers) writer.interrupt();
        try {
            for (var writer : writers) writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
