package org.wegweis.ledgerbridge.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.ledgerbridge.log.LogDoor;

/**
 * The command {@code infra/audit}: reads the whole store, topic and log and says which places were tampered with. It
 * reads the databases themselves and asks no service, for a service that was tampered with too would say that all is
 * well (decision 0023).
 */
public final class Audit {
    private static final int FOUND = 1;
    private static final int UNFINISHED = 2;
    private static final int SAVE_EVERY = 20_000;

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final int every;
    private final Runnable kept;

    /**
     * An audit that keeps its state now and then.
     *
     * @param every after how many records
     * @param kept told each time
     */
    Audit(Map<String, String> environment, InstantSource clock, int every, Runnable kept) {
        this.environment = environment;
        this.clock = clock;
        this.every = every;
        this.kept = kept;
    }

    /** Runs and exits: 0 nothing found, 1 found, 2 could not be run or not to its end. */
    public static void main(String... words) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int exit = new Audit(System.getenv(), InstantSource.system(), SAVE_EVERY, () -> {}).run(out, err, words);
        out.flush();
        System.exit(exit);
    }

    int run(PrintStream out, PrintStream err, String... words) {
        try {
            return run(out, err, Arguments.parse(environment, words));
        } catch (Unfinished | LogDoor.Away e) {
            err.println(e.getMessage());
        } catch (IOException | UncheckedIOException | SQLException e) {
            err.println("The audit broke off: " + e.getMessage());
        }
        return UNFINISHED;
    }

    private int run(PrintStream out, PrintStream err, Arguments arguments) throws IOException, SQLException {
        Files.createDirectories(
                arguments.folder(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var store = connect(arguments.store(), "tracking", true);
                var bridge = connect(arguments.bridge(), "bridge", true);
                var record = connect(arguments.bridge(), "bridge", false);
                var topic = new Topic(arguments.topic(), arguments.kafka());
                var door = arguments.door().map(LogDoor::new).orElse(null)) {
            var tables = new Bridge(bridge);
            boolean file = arguments.trust().isPresent();
            var sources = new Auditing.Sources(
                    new Store(store),
                    topic,
                    arguments.log().isPresent() && door != null ? new DoorSource(door) : tables,
                    tables,
                    signed(arguments.trust(), Optional.ofNullable(door)));
            var settings = new Auditing.Settings(arguments.folder(), arguments.show(), every, kept);
            var runs = new Runs(record);
            State state;
            if (arguments.resume()) {
                state = State.load(settings.state());
            } else {
                Files.deleteIfExists(settings.index());
                state = Auditing.begin(sources, Uuid7.next(clock, new SecureRandom()));
                runs.begun(state.run, clock.instant(), program(), state.bounds, file ? "file" : "log");
                state.save(settings.state());
            }
            if (!file) err.println("Nobody but the log itself said whose signatures count; --trust FILE is better.");
            try (var index = new TopicIndex(settings.index())) {
                var auditing = new Auditing(sources, settings, state, index, new Progress(err));
                auditing.run();
                return report(auditing, runs, arguments, file, out, err);
            }
        }
    }

    private int report(
            Auditing auditing, Runs runs, Arguments arguments, boolean file, PrintStream out, PrintStream err)
            throws IOException {
        var findings = auditing.findings();
        var lines = new ArrayList<String>();
        findings.forEach(finding -> lines.add(finding.json().canonical()));
        lines.add(summary(auditing, findings, file).canonical());
        byte[] report = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Path kept = arguments.folder().resolve("report-" + auditing.state().run + ".jsonl");
        Files.deleteIfExists(kept);
        Files.createFile(kept, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(kept, report);
        runs.ended(auditing.state().run, clock.instant(), findings.size(), Hash.sha256(report));
        Files.delete(arguments.folder().resolve("state.json"));
        Files.delete(arguments.folder().resolve("topic.index"));
        if (arguments.json()) lines.forEach(out::println);
        else print(auditing, findings, out);
        err.println("report: " + kept + ", SHA-256 " + Hash.sha256(report).hex());
        if (!auditing.complete()) {
            err.println("More than " + Auditing.MOST_FINDINGS + " places; it stopped there.");
            return UNFINISHED;
        }
        return findings.isEmpty() ? 0 : FOUND;
    }

    private Json.Obj summary(Auditing auditing, List<Finding> findings, boolean file) {
        var state = auditing.state();
        return Json.Obj.of()
                .with("audit", state.run.toString())
                .with("program", program())
                .with("places", state.bounds.places())
                .with("log", state.bounds.log())
                .with("headSize", state.bounds.head())
                .with("headRoot", state.bounds.root())
                .with("vouched", state.vouched)
                .with("topicFrom", auditing.topicFrom())
                .with("repeated", state.repeated)
                .with("trust", file ? "file" : "log")
                .with("findings", findings.size())
                .with("complete", auditing.complete());
    }

    private static void print(Auditing auditing, List<Finding> findings, PrintStream out) {
        var state = auditing.state();
        findings.forEach(finding -> out.println(finding.line()));
        out.println(state.bounds.places() + " places, of which a signed head vouches for " + state.vouched
                + "; the topic was compared from position " + auditing.topicFrom() + " on"
                + (state.repeated > 0 ? ", and says " + state.repeated + " records more than once" : "") + ".");
        out.println(findings.isEmpty() ? "Nothing found." : findings.size() + " found.");
    }

    private static Signed signed(Optional<Path> file, Optional<LogDoor> door) throws IOException {
        byte[] json;
        if (file.isPresent()) {
            json = Files.readAllBytes(file.get());
        } else {
            json = door.orElseThrow(() -> new Unfinished("Whose signatures count? Give --trust FILE or --log URL."))
                    .get("trust")
                    .orElseThrow(() -> new Unfinished("The log's door does not say whose signatures count."));
        }
        try {
            var trust = Trust.parse(json);
            var ledgerKey =
                    trust.ledger() instanceof Trust.Local(var key) ? Optional.of(key) : Optional.<NoteKey>empty();
            return new Signed(trust.origin(), trust.logKey(), ledgerKey);
        } catch (IllegalArgumentException e) {
            throw new Unfinished("That is no trust file: " + e.getMessage(), e);
        }
    }

    private Connection connect(String url, String schema, boolean readOnly) throws SQLException {
        var properties = new Properties();
        for (var name : Map.of("PGUSER", "user", "PGPASSWORD", "password").entrySet()) {
            String value = environment.getOrDefault(name.getKey(), "");
            if (!value.isEmpty()) properties.setProperty(name.getValue(), value);
        }
        properties.setProperty("ApplicationName", "wegweis-audit");
        try {
            var connection = DriverManager.getConnection(url, properties);
            if (!url.contains("currentSchema=")) connection.setSchema(schema);
            connection.setReadOnly(readOnly);
            return connection;
        } catch (SQLException e) {
            throw new Unfinished("The database of the schema " + schema + " cannot be reached: " + e.getMessage(), e);
        }
    }

    private static String program() {
        return "wegweis-audit "
                + Optional.ofNullable(Audit.class.getPackage().getImplementationVersion())
                        .orElse("without a version");
    }
}
