package org.wegweis.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.wegweis.standalone.Doors;

/** What {@code infra/run} starts, as a process of its own, on ports and a folder of its own. */
public final class RunningWegweis implements AutoCloseable {
    private static final Pattern PASSWORD = Pattern.compile("first administrator: admin, password (\\S+) .*");

    private final Process process;
    private final Doors doors;

    private RunningWegweis(Process process, Doors doors) {
        this.process = process;
        this.doors = doors;
    }

    /** Starts and waits until it says that it is ready; Maven's own limit ends a start that never is. */
    public static RunningWegweis start(Path data, String... more) throws IOException {
        return start(data, Map.of(), more);
    }

    /** @param environment beyond that of this process */
    public static RunningWegweis start(Path data, Map<String, String> environment, String... more) throws IOException {
        return start(data, FastStart.options(), environment, more);
    }

    /** @param options of the JVM, {@code -cp} among them */
    static RunningWegweis start(Path data, List<String> options, Map<String, String> environment, String... more)
            throws IOException {
        int base = freeBase();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("org.wegweis.standalone.Standalone", "--data", data.toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("WEGWEIS_BASE_PORT", Integer.toString(base));
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // whoever is stopped leaves none behind
        try {
            var said = new ArrayList<String>();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.startsWith("ready in ")) {
                    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {})); // a full pipe would stop it
                    return new RunningWegweis(process, doors(base, data, password(said)));
                }
            }
            throw new IllegalStateException("did not start: " + said);
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public Doors doors() {
        return doors;
    }

    /** Where its database is, for user {@code postgres} without a password. */
    public String database() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + innerPort("postgresql") + "/wegweis";
    }

    /** Where its own Kafka is. */
    public String brokers() throws IOException {
        return "127.0.0.1:" + innerPort("kafka");
    }

    private String innerPort(String name) throws IOException {
        var ports = new Properties();
        try (var reader = Files.newBufferedReader(doors.data().resolve("ports.properties"))) {
            ports.load(reader);
        }
        return ports.getProperty(name);
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process().destroy(); // Process.destroy would close what it still writes to
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    private static Doors doors(int base, Path data, Optional<String> password) {
        return new Doors(at(base), at(base + 1), at(base + 2), at(base + 3), at(base + 4), data, password);
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Optional<String> password(List<String> said) {
        return said.stream()
                .map(PASSWORD::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** Five ports in a row that nobody listens on. */
    private static int freeBase() {
        return IntStream.iterate(21_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10, base -> base + 10)
                .limit(1_000)
                .filter(base -> IntStream.range(base, base + 5).allMatch(RunningWegweis::free))
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
