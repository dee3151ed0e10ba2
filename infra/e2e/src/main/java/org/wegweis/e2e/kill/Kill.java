package org.wegweis.e2e.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.springframework.util.FileSystemUtils;

/** {@code infra/e2e/kill}: kills, then the other faults; exit 0 if everything held. */
public final class Kill {
    private static final String USAGE = "Usage: infra/e2e/kill [--kills N] [--seed S] [--only FAULT] [--long]";

    private Kill() {}

    /** What was typed. */
    private record Words(int kills, long seed, List<Fault> others, Duration stop) {
        static Words parse(List<String> words) {
            var all = new Words(20, new Random().nextInt(1_000_000), List.of(), Duration.ofSeconds(5));
            var left = words.iterator();
            while (left.hasNext()) {
                all = switch (left.next()) {
                    case "--long" -> new Words(500, all.seed, Fault.OTHERS, Duration.ofMinutes(1));
                    case "--kills" -> new Words(Integer.parseInt(left.next()), all.seed, all.others, all.stop);
                    case "--seed" -> new Words(all.kills, Long.parseLong(left.next()), all.others, all.stop);
                    case "--only" -> new Words(0, all.seed, List.of(Fault.parse(left.next())), all.stop);
                    case String other -> throw new IllegalArgumentException("nobody knows " + other);
                };
            }
            return all;
        }
    }

    public static void main(String[] typed) throws IOException {
        Words words;
        try {
            words = Words.parse(List.of(typed));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            System.err.println("infra/e2e/kill: " + e.getMessage() + ". " + USAGE);
            System.exit(2);
            return;
        }
        var folder = Files.createTempDirectory("kill");
        var out = System.out;
        out.println("seed " + words.seed + ", folder " + folder);
        try (var referee = Referee.start(folder, words.seed, words.stop, out)) {
            referee.kill(words.kills);
            for (var fault : words.others) referee.suffer(fault, "-");
            referee.checkEverything();
        } catch (Exception e) {
            out.println("FAILED: " + e.getMessage() + "; again with --seed " + words.seed + "; kept in " + folder);
            e.printStackTrace(out);
            System.exit(1);
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
