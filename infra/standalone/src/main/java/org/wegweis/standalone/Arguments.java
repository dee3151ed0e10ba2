package org.wegweis.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What was typed.
 *
 * @param data the folder that keeps everything
 * @param demo whether to play the demo day
 */
record Arguments(Path data, boolean demo) {
    static final String USAGE = "Usage: infra/run [--demo] [--data DIR]";

    static Arguments parse(String... words) throws StartProblem {
        Path data = Path.of("data");
        boolean demo = false;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--demo" -> demo = true;
                case "--data" -> {
                    i++;
                    if (i == words.length || words[i].isEmpty()) {
                        throw new StartProblem("--data needs a folder. " + USAGE);
                    }
                    try {
                        data = Path.of(words[i]);
                    } catch (InvalidPathException e) {
                        throw new StartProblem("--data names no folder: " + e.getMessage() + ".", e);
                    }
                }
                default -> throw new StartProblem("Nobody knows the argument " + words[i] + ". " + USAGE);
            }
        }
        return new Arguments(data, demo);
    }
}
