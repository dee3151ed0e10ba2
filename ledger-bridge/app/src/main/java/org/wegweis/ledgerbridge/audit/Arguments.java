package org.wegweis.ledgerbridge.audit;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What the command line asks for. Secrets never stand there: the databases' user and password come from {@code PGUSER},
 * {@code PGPASSWORD} or a {@code .pgpass} file, Kafka's settings from a file.
 *
 * @param store JDBC address of tracking-service's database
 * @param bridge JDBC address of ledger-bridge's database
 * @param log the log's public door; without it the log is read from its table
 * @param trust whose signatures count; without it the door is asked
 * @param folder where the audit keeps its state and its report
 */
record Arguments(
        String store,
        String bridge,
        Map<String, Object> kafka,
        String topic,
        Optional<URI> log,
        Optional<URI> door,
        Optional<Path> trust,
        Path folder,
        boolean json,
        boolean show,
        boolean resume) {

    static final String USAGE = """
            infra/audit [--data DIR] [--store JDBC-URL] [--bridge JDBC-URL] [--kafka BROKERS] [--kafka-settings FILE]
                        [--topic NAME] [--log URL] [--trust FILE] [--work DIR] [--resume] [--json] [--show]
              --data    the folder of a running infra/run: finds the rest there
              --log     reads the log at its public door instead of in its table
              --work    keeps state and report (default DIR/audit); --resume goes on with what was broken off there
              --show    says the values of fields that differ, not only where they are
            PGUSER, PGPASSWORD or ~/.pgpass open the databases.
            0 nothing found · 1 found · 2 could not be run, or not to its end""";

    static Arguments parse(Map<String, String> environment, String... words) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--json", "--show", "--resume" -> values.put(words[i], "");
                case "--data",
                        "--store",
                        "--bridge",
                        "--kafka",
                        "--kafka-settings",
                        "--topic",
                        "--log",
                        "--trust",
                        "--work" -> {
                    if (i + 1 == words.length) throw new Unfinished(words[i] + " needs a value.\n" + USAGE);
                    values.put(words[i], words[++i]);
                }
                default -> throw new Unfinished("Nobody knows the argument " + words[i] + ".\n" + USAGE);
            }
        }
        var data = Optional.ofNullable(values.get("--data")).map(Path::of);
        data.ifPresent(folder -> standalone(folder, environment).forEach(values::putIfAbsent));
        for (String needed : new String[] {"--store", "--bridge", "--kafka", "--work"}) {
            if (!values.containsKey(needed)) throw new Unfinished(needed + " is missing.\n" + USAGE);
        }
        var kafka = new HashMap<String, Object>();
        if (values.containsKey("--kafka-settings")) {
            properties(Path.of(value(values, "--kafka-settings")))
                    .forEach((name, value) -> kafka.put(name.toString(), value));
        }
        kafka.put("bootstrap.servers", value(values, "--kafka"));
        var log = Optional.ofNullable(values.get("--log")).map(URI::create);
        return new Arguments(
                withoutPassword(value(values, "--store")),
                withoutPassword(value(values, "--bridge")),
                kafka,
                values.getOrDefault("--topic", "wegweis.records"),
                log,
                log.or(() -> Optional.ofNullable(values.get("door")).map(URI::create)),
                Optional.ofNullable(values.get("--trust")).map(Path::of),
                Path.of(value(values, "--work")),
                values.containsKey("--json"),
                values.containsKey("--show"),
                values.containsKey("--resume"));
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name));
    }

    private static String withoutPassword(String url) {
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new Unfinished(
                    "A password in an argument is seen by everybody on this machine; use PGPASSWORD or .pgpass.");
        }
        return url;
    }

    /** Where the parts of a standalone listen: its folder says so; its database opens to this machine without a password. */
    private static Map<String, String> standalone(Path folder, Map<String, String> environment) {
        var ports = properties(folder.resolve("ports.properties"));
        String database = "jdbc:postgresql://127.0.0.1:" + ports.getProperty("postgresql") + "/wegweis?user="
                + environment.getOrDefault("PGUSER", "postgres");
        int base = Integer.parseInt(environment.getOrDefault("WEGWEIS_BASE_PORT", "8079"));
        return Map.of(
                "--store",
                database,
                "--bridge",
                database,
                "--kafka",
                "127.0.0.1:" + ports.getProperty("kafka"),
                "--work",
                folder.resolve("audit").toString(),
                "door",
                "http://127.0.0.1:" + (base + 4));
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new Unfinished(file + " cannot be read: " + e.getMessage(), e);
        }
        return properties;
    }
}
