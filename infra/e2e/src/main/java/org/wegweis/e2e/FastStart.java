package org.wegweis.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A Wegweis that starts in half the time and is warm sooner: what the JVM loaded and counted on an earlier day is kept in a
 * file beside the libraries (JEP 483, 514, 515). {@code infra/run} and every test that starts a Wegweis use the same file.
 */
public final class FastStart {
    private static final ReentrantLock LOCK = new ReentrantLock();

    private FastStart() {}

    /** Makes the file if there is none. */
    public static void main(String[] none) throws IOException {
        cache();
    }

    /** The options before the class of a Wegweis, {@code -cp} among them. */
    static List<String> options() throws IOException {
        return options("-XX:AOTCache=" + cache(), classPath());
    }

    private static List<String> options(String cache, String classPath) {
        return List.of(
                cache,
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath);
    }

    /** The libraries that the build put beside this class's own jar or folder, sorted, for a cache holds for one order; then that. */
    public static String classPath() {
        return joined(Stream.concat(libraries(), Stream.of(own())));
    }

    private static String joined(Stream<Path> classPath) {
        return classPath.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Plays a day on an empty folder and writes down what the JVM loaded, unless that was done since the libraries were built. */
    private static Path cache() throws IOException {
        Path cache = lib().resolveSibling("wegweis.aot");
        LOCK.lock();
        try {
            if (!isNew(cache)) {
                var made = Files.createTempFile(cache.getParent(), "wegweis", ".aot");
                var data = Files.createTempDirectory("wegweis");
                try {
                    // The libraries alone: a cache knows no folders, and what follows the libraries may differ.
                    String classPath = joined(libraries());
                    // A whole day is played, so that compilers know what runs hot: 300 statements a second came
                    // through after 30 s instead of 60 to 80 (one run of each).
                    RunningWegweis.start(
                                    data.resolve("data"),
                                    options("-XX:AOTCacheOutput=" + made, classPath),
                                    Map.of(),
                                    "--demo")
                            .close();
                    Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(made);
                    FileSystemUtils.deleteRecursively(data);
                }
            }
            return cache;
        } finally {
            LOCK.unlock();
        }
    }

    private static boolean isNew(Path cache) throws IOException {
        if (Files.notExists(cache)) return false;
        FileTime made = Files.getLastModifiedTime(cache);
        return libraries().allMatch(jar -> jar.toFile().lastModified() < made.toMillis());
    }

    private static Stream<Path> libraries() {
        try (var jars = Files.list(lib())) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lib() {
        Path beside = own().resolveSibling("lib");
        return Files.isDirectory(beside) ? beside : own().resolveSibling("");
    }

    private static Path own() {
        return Path.of(URI.create(FastStart.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }
}
