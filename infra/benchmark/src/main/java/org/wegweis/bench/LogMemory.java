package org.wegweis.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.wegweis.evidence.log.Growth;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;

/** The heap that a growing log needs, in a JVM of its own with 64 MB: 10 million leaves, beside the first million. */
final class LogMemory {
    private static final long MILLION = 1_000_000;
    private static final int BATCH = 10_000;

    private LogMemory() {}

    static Measured measure() throws IOException, InterruptedException {
        var java = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                LogMemory.class.getName());
        var process = new ProcessBuilder(java)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException("the log of 10 M leaves did not fit into 64 MB");
        String[] bytes = said.strip().split(" ", -1);
        return new Measured(
                Measured.Score.once(Double.parseDouble(bytes[1])), Measured.Score.once(Double.parseDouble(bytes[0])));
    }

    /** Prints the bytes in use at 1 M and at 10 M leaves. */
    public static void main(String[] none) {
        // storage that keeps what appending reads, the right end, and throws away the rest
        Map<Integer, Map.Entry<TilePath, byte[]>> ends = new HashMap<>();
        var log = new TiledLog(path -> Optional.ofNullable(ends.get(path.level()))
                .filter(end -> end.getKey().equals(path))
                .map(Map.Entry::getValue));
        var random = new Random(1);
        for (long size = 0; size < 10 * MILLION; size += BATCH) {
            var entries = new ArrayList<byte[]>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                byte[] entry = new byte[32];
                random.nextBytes(entry);
                entries.add(entry);
            }
            Growth growth = log.append(size, entries);
            growth.tiles().forEach((path, bytes) -> ends.put(path.level(), Map.entry(path, bytes)));
            long now = size + BATCH;
            if (now == MILLION || now == 10 * MILLION) System.out.print(used() + " ");
        }
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
