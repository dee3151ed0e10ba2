package org.wegweis.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** What figures were measured on. */
final class Machine {
    private static final int FLUSHES = 200;
    /** A page of PostgreSQL's log. */
    private static final int PAGE = 8192;

    private Machine() {}

    /** One line: cores, memory, what a flush of the disk takes, versions. */
    static String describe() throws IOException {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %s of memory, %.2f ms a flush of the disk (median of %d), %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                line("/proc/cpuinfo", "model name"),
                line("/proc/meminfo", "MemTotal"),
                flush() / 1e6,
                FLUSHES,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }

    private static String line(String file, String name) throws IOException {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) return "unknown";
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /** Nanoseconds from a page that is written until it is on the disk, where PostgreSQL's folder will be. */
    private static long flush() throws IOException {
        Path file = Files.createTempFile("flush", ".bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var took = new long[FLUSHES];
            for (int i = 0; i < FLUSHES; i++) {
                channel.write(ByteBuffer.allocate(PAGE), (long) i % 8 * PAGE);
                long before = System.nanoTime();
                channel.force(false);
                took[i] = System.nanoTime() - before;
            }
            Arrays.sort(took);
            return took[FLUSHES / 2];
        } finally {
            Files.delete(file);
        }
    }
}
