package org.wegweis.e2e.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wegweis.e2e.FastStart;

/** PostgreSQL or Kafka, seen from outside: killed and started again by its processes. */
interface Server {
    /** The server's processes, the first one first. */
    List<ProcessHandle> processes() throws IOException;

    void start() throws IOException;

    /**
     * {@code kill -9} of all its processes at once: nothing that only they remembered is left.
     *
     * @param referee who knows when something is answered: that is the moment
     */
    default void kill(Referee referee) throws IOException, InterruptedException {
        var all = processes();
        referee.awaitAnswer();
        all.forEach(ProcessHandle::destroyForcibly);
        Referee.until("the killed processes are gone", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Sends a signal to all of its processes. */
    static void signal(List<ProcessHandle> processes, String signal) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor(10, TimeUnit.SECONDS);
    }

    private static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /** The PostgreSQL of a data folder, started again as it was. */
    record Postgres(Path data) implements Server {
        @Override
        public List<ProcessHandle> processes() throws IOException {
            var file = data.resolve("postmaster.pid");
            if (!Files.exists(file)) return List.of();
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                    .map(Server::family)
                    .orElse(List.of());
        }

        @Override
        public void start() throws IOException {
            // One line: the program, and every argument in double quotes.
            var quoted =
                    Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(Files.readString(data.resolve("postmaster.opts")));
            var command = new ArrayList<String>();
            // PostgreSQL refuses root; in a user namespace of its own it is nobody in particular.
            if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "-U"));
            while (quoted.find()) command.add(quoted.group(1) != null ? quoted.group(1) : quoted.group(2));
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    /** A Kafka of its own. */
    final class Kafka implements Server {
        private final List<String> command;
        private final Path log;
        private Process process;

        private Kafka(List<String> command, Path log) throws IOException {
            this.command = command;
            this.log = log;
            this.process = launch();
        }

        static Kafka start(Path folder, int port, int controllerPort) throws IOException {
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    FastStart.classPath(),
                    "org.wegweis.standalone.Broker",
                    folder.toString(),
                    Integer.toString(port),
                    Integer.toString(controllerPort));
            return new Kafka(command, folder.resolveSibling("kafka.log"));
        }

        private Process launch() throws IOException {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        }

        @Override
        public List<ProcessHandle> processes() {
            return List.of(process.toHandle());
        }

        @Override
        public void start() throws IOException {
            process = launch();
        }
    }
}
