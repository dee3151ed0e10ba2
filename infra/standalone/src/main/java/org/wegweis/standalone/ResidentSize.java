package org.wegweis.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** How much memory everything takes, as Linux counts it. */
final class ResidentSize {
    private ResidentSize() {}

    /**
     * This JVM's resident set plus the share of each of the given processes (Pss: memory that several share is counted
     * once), in MiB; empty where there is no {@code /proc}.
     */
    static OptionalLong mebibytes(List<Long> processes) throws IOException {
        Path own = Path.of("/proc/self/status");
        if (!Files.exists(own)) return OptionalLong.empty();
        long kibibytes = kibibytes(own, "VmRSS:");
        for (long process : processes) {
            try {
                kibibytes += kibibytes(Path.of("/proc/" + process + "/smaps_rollup"), "Pss:");
            } catch (NoSuchFileException e) {
                // gone since it was listed: it takes nothing
            }
        }
        return OptionalLong.of(kibibytes >> 10);
    }

    private static long kibibytes(Path file, String name) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", ""));
        }
        return 0;
    }
}
