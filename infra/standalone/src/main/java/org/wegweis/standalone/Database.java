package org.wegweis.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** PostgreSQL, its data kept in the folder. */
final class Database implements AutoCloseable {
    static final String USER = "postgres";
    private static final String NAME = "wegweis";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final Path folder;

    private Database(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static Database start(Path folder, int port) throws IOException, SQLException, InterruptedException, StartProblem {
        stopOrphan(folder);
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // the order of stopping is ours
                .setPort(port)
                .setPGStartupWait(PATIENCE)
                .setErrorRedirector(log(folder))
                .setOutputRedirector(log(folder))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_connections", "60")
                .setServerConfig("work_mem", "4MB")
                .setServerConfig("maintenance_work_mem", "32MB")
                .setServerConfig("max_wal_size", "256MB")
                // Plans that were made for empty tables are thought over after seconds, not minutes.
                .setServerConfig("autovacuum_naptime", "5s")
                .start();
        try {
            createDatabase(server);
        } catch (SQLException e) {
            server.close();
            throw e;
        }
        return new Database(server, folder);
    }

    private static ProcessBuilder.Redirect log(Path folder) {
        File file = folder.resolveSibling("log").resolve("postgres.log").toFile();
        return ProcessBuilder.Redirect.appendTo(file);
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) return;
            }
            statement.execute("create database " + NAME);
        }
    }

    /** A killed JVM leaves its PostgreSQL behind, and two on one folder would destroy it. */
    private static void stopOrphan(Path folder) throws IOException, InterruptedException, StartProblem {
        var orphan = postmaster(folder);
        if (orphan.isEmpty()) return;
        // SIGINT is PostgreSQL's fast shutdown: it ends the sessions and writes a checkpoint.
        new ProcessBuilder("kill", "-INT", Long.toString(orphan.get().pid()))
                .start()
                .waitFor();
        try {
            orphan.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartProblem(
                    "The PostgreSQL of an earlier run (process " + orphan.get().pid() + ") does not stop.", e);
        }
    }

    /** The server that works on this folder, if one is alive. A process id alone may be somebody else's by now. */
    private static Optional<ProcessHandle> postmaster(Path folder) throws IOException {
        Path file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        List<String> lines = Files.readAllLines(file); // the process id, the folder, …
        if (lines.size() < 2 || !lines.getFirst().strip().matches("\\d{1,18}")) return Optional.empty();
        if (!Files.exists(Path.of(lines.get(1))) || !Files.isSameFile(Path.of(lines.get(1)), folder)) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    /** The server and the processes it made. */
    List<Long> processes() throws IOException {
        return postmaster(folder).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
