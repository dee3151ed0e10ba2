package org.wegweis.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was typed.
 *
 * @param data the folder that keeps everything
 * @param demo whether to play the demo day
 * @param network the folder of the consortium's network that seals, made by {@code infra/fabric/up}; without one, the local
 *     ledger does
 * @param kafka host and port of a Kafka that runs already; without one, an embedded one is started
 */
record Arguments(Path data, boolean demo, Optional<Path> network, Optional<String> kafka) {
    static final String USAGE =
            "Usage: infra/run [--demo] [--data DIR] [--ledger local|fabric] [--network DIR] [--kafka HOST:PORT]";

    private static final Path NETWORK = Path.of("data", "fabric");

    static Arguments parse(String... words) throws StartProblem {
        Path data = Path.of("data");
        Path network = NETWORK;
        boolean demo = false;
        boolean fabric = false;
        Optional<String> kafka = Optional.empty();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--demo" -> demo = true;
                case "--data" -> data = folder(words, ++i);
                case "--network" -> network = folder(words, ++i);
                case "--kafka" -> kafka = Optional.of(server(words, ++i));
                case "--ledger" -> fabric = isFabric(words, ++i);
                default -> throw new StartProblem("Nobody knows the argument " + words[i] + ". " + USAGE);
            }
        }
        return new Arguments(data, demo, fabric ? Optional.of(network) : Optional.empty(), kafka);
    }

    private static boolean isFabric(String[] words, int at) throws StartProblem {
        return switch (at < words.length ? words[at] : "") {
            case "local" -> false;
            case "fabric" -> true;
            default -> throw new StartProblem("--ledger is local or fabric. " + USAGE);
        };
    }

    private static String server(String[] words, int at) throws StartProblem {
        String server = at < words.length ? words[at] : "";
        if (!server.matches("[^\\s:,]+:\\d{1,5}")) throw new StartProblem("--kafka needs HOST:PORT. " + USAGE);
        return server;
    }

    private static Path folder(String[] words, int at) throws StartProblem {
        String option = words[at - 1];
        if (at == words.length || words[at].isEmpty()) throw new StartProblem(option + " needs a folder. " + USAGE);
        try {
            return Path.of(words[at]);
        } catch (InvalidPathException e) {
            throw new StartProblem(option + " names no folder: " + e.getMessage() + ".", e);
        }
    }
}
