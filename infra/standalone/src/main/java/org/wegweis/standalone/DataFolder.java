package org.wegweis.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that keeps everything, held by one run at a time. */
final class DataFolder implements AutoCloseable {
    /** Less would let PostgreSQL start and then stop in the middle of a day. */
    static final long LEAST_USABLE_BYTES = 200L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** How much of a folder's disk can still be used, in bytes. */
    @FunctionalInterface
    interface Disk {
        long usableBytes(Path folder) throws IOException;
    }

    static DataFolder open(Path wanted) throws StartProblem {
        return open(wanted, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    static DataFolder open(Path wanted, Disk disk) throws StartProblem {
        Path path = wanted.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(path.resolve("log"));
            channel = FileChannel.open(
                    path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartProblem("The folder " + path + " cannot be read and written by this user.", e);
        }
        try {
            if (lock(channel) == null) {
                throw new StartProblem("Another run of Wegweis already works on the folder " + path
                        + "; stop it, or choose another folder with --data.");
            }
            long usable = disk.usableBytes(path);
            if (usable < LEAST_USABLE_BYTES) {
                throw new StartProblem("The disk of " + path + " has " + (usable >> 20)
                        + " MiB left, and Wegweis needs " + (LEAST_USABLE_BYTES >> 20) + " MiB.");
            }
            return new DataFolder(path, channel);
        } catch (StartProblem | IOException | RuntimeException e) {
            closeQuietly(channel, e);
            if (e instanceof StartProblem problem) throw problem;
            throw new StartProblem("The folder " + path + " cannot be locked.", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // held by this JVM
            return null;
        }
    }

    private static void closeQuietly(FileChannel channel, Exception because) {
        try {
            channel.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Path logFile() {
        return path.resolve("log").resolve("wegweis.log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
