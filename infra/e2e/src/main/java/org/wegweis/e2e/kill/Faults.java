package org.wegweis.e2e.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.wegweis.e2e.FastStart;

/** How each fault is done to the things that a referee has started, and undone. */
final class Faults {
    private static final int WORK = 60;
    /** Callers at once; a door lets in 256. */
    private static final int CROWD = 600;

    private static final String AUTHORIZATION_SERVER =
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.";
    /** What other services' libraries would set up in a tracking-service that shares their class path. */
    private static final List<String> OF_OTHERS = List.of(
            AUTHORIZATION_SERVER + "OAuth2AuthorizationServerAutoConfiguration",
            AUTHORIZATION_SERVER + "OAuth2AuthorizationServerJwtAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.metrics.KafkaMetricsAutoConfiguration");

    private final Referee referee;
    private final Duration stop;

    /** @param stop how long a stopped process stands still */
    Faults(Referee referee, Duration stop) {
        this.referee = referee;
        this.stop = stop;
    }

    /** Why this machine cannot do that fault, if it cannot. */
    static Optional<String> missing(Fault fault) {
        return switch (fault) {
            case FULL_DISK ->
                System.getProperty("user.name").equals("root")
                        ? Optional.empty()
                        : Optional.of("only root may mount a small disk");
            case CLOCK_BACK -> fakeTime().isPresent() ? Optional.empty() : Optional.of("libfaketime is not installed");
            default -> Optional.empty();
        };
    }

    void inflict(Fault fault) throws Exception {
        switch (fault) {
            case WEGWEIS -> {
                referee.awaitAnswer();
                referee.wegweis().kill();
                referee.startWegweis(Map.of());
            }
            case POSTGRES -> restart(referee.postgres());
            case KAFKA -> restart(referee.kafka());
            case STOPPED_WEGWEIS -> standStill(List.of(referee.wegweis().process()));
            case STOPPED_POSTGRES -> standStill(referee.postgres().processes());
            case STOPPED_KAFKA -> standStill(referee.kafka().processes());
            case SLOW_DISK -> slowDisk();
            case FULL_DISK -> fullDisk();
            case CLOCK_BACK -> clockBack();
            case TWO_NODES -> twoNodes();
            case OVERLOAD -> overload();
        }
    }

    /** Everybody is answered, with what they asked for or with when to come again; operators can look meanwhile. */
    private void overload() throws InterruptedException, ExecutionException {
        var turnedAway = new AtomicInteger();
        long end = System.nanoTime() + stop.toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var crowd = new ArrayList<Future<?>>();
            for (int i = 0; i < CROWD; i++) {
                crowd.add(callers.submit(() -> {
                    while (System.nanoTime() < end) if (!referee.open()) turnedAway.incrementAndGet();
                }));
            }
            while (System.nanoTime() < end) {
                referee.requireHealth();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            for (var one : crowd) one.get();
        }
        StoreCheck.require(turnedAway.get() > 0, CROWD + " callers at once and nobody was turned away");
    }

    private void restart(Server server) throws IOException, InterruptedException {
        server.kill(referee);
        server.start();
    }

    private void standStill(List<ProcessHandle> processes) throws IOException, InterruptedException {
        Server.signal(processes, "STOP");
        try {
            Thread.sleep(stop); // waits for nothing: the time that passes without the process is the fault
        } finally {
            Server.signal(processes, "CONT");
        }
    }

    private void slowDisk() throws IOException, SQLException {
        try (var connection = referee.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter system set commit_siblings = 0");
            statement.execute("alter system set commit_delay = 100000");
            statement.execute("select pg_reload_conf()");
            referee.awaitWork(WORK);
            statement.execute("alter system reset all");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Moves PostgreSQL's data to a small disk, fills that, makes room again, and moves back. */
    private void fullDisk() throws IOException, InterruptedException {
        Path data = referee.data().resolve("postgres");
        Path disk = Files.createDirectories(referee.data().resolveSibling("disk"));
        referee.wegweis().close();
        run("mount", "-t", "tmpfs", "-o", "size=" + (kilobytes(data) + (64 << 10)) + "k", "tmpfs", disk.toString());
        try {
            move(data, disk.resolve("postgres"));
            Files.createSymbolicLink(data, disk.resolve("postgres"));
            referee.startWegweis(Map.of());
            referee.awaitWork(WORK);
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            Referee.until("a full disk is noticed", referee::isRefused);
            Files.delete(ballast);
            if (referee.postgres().processes().isEmpty()) referee.postgres().start();
            referee.awaitEveryClient();
        } finally {
            referee.wegweis().close();
            Files.deleteIfExists(data);
            move(disk.resolve("postgres"), data);
            run("umount", disk.toString());
        }
        referee.startWegweis(Map.of());
    }

    private static long kilobytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1024;
        }
    }

    /** Takes every byte that is left. */
    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast, StandardOpenOption.CREATE_NEW)) {
            byte[] block = new byte[64 << 10];
            while (true) {
                try {
                    out.write(block);
                } catch (IOException e) {
                    if (block.length == 1) return;
                    block = new byte[block.length == 64 << 10 ? 4096 : 1];
                }
            }
        }
    }

    private static void move(Path from, Path to) throws IOException, InterruptedException {
        run("cp", "-a", from.toString(), to.toString());
        run("rm", "-rf", from.toString());
    }

    /** Four minutes: a statement may be five ahead of our clock. */
    private void clockBack() throws IOException {
        Path clock = referee.data().resolveSibling("clock");
        Files.writeString(clock, "+0\n");
        referee.wegweis().close();
        referee.startWegweis(Map.of(
                "LD_PRELOAD",
                fakeTime().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
        referee.awaitWork(WORK);
        Files.writeString(clock, "-4m\n");
        referee.awaitWork(WORK);
        referee.awaitEveryClient();
        referee.wegweis().close();
        referee.startWegweis(Map.of()); // and forward again
    }

    private static Optional<Path> fakeTime() {
        return Stream.of(
                        "/usr/lib",
                        "/usr/lib64",
                        "/usr/local/lib",
                        "/usr/lib/x86_64-linux-gnu",
                        "/usr/lib/aarch64-linux-gnu")
                .map(folder -> Path.of(folder, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    private void twoNodes() throws IOException, InterruptedException {
        var doors = referee.wegweis().doors();
        int port = Referee.freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                FastStart.classPath(),
                "org.wegweis.tracking.TrackingService",
                "--server.port=" + port,
                "--spring.datasource.url=" + referee.wegweis().database(),
                "--spring.datasource.username=postgres",
                "--spring.kafka.bootstrap-servers=" + referee.brokers(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + doors.identity(),
                "--wegweis.mobile-api.url=" + doors.mobileApi(),
                "--wegweis.projections.url=" + doors.projections(),
                "--spring.autoconfigure.exclude=" + String.join(",", OF_OTHERS)));
        var node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(referee.data().resolveSibling("second-node.log").toFile())
                .start();
        try {
            referee.secondNode(port);
            referee.awaitWork(2 * WORK);
            referee.awaitEveryClient();
        } finally {
            node.destroyForcibly().waitFor();
            referee.firstNodeOnly();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " did not succeed");
        }
    }
}
