package org.wegweis.e2e.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** {@code infra/e2e/kill}: kills, then the other faults; exit 0 if everything held. */
public final class Kill {
    private static final String USAGE = "Usage: infra/e2e/kill [--kills N] [--seed S] [--only FAULT] [--long]";

    private Kill() {}

    public static void main(String[] words) throws IOException {
        int kills = 20;
        long seed = new Random().nextInt(1_000_000);
        List<Fault> others = new ArrayList<>();
        var stop = Duration.ofSeconds(5);
        for (int i = 0; i < words.length; i++) {
            switch (words[i] + (i + 1 < words.length ? "" : " ")) {
                case "--long", "--long " -> {
                    kills = 500;
                    others = Fault.OTHERS;
                    stop = Duration.ofMinutes(1);
                }
                case "--kills" -> kills = Integer.parseInt(words[++i]);
                case "--seed" -> seed = Long.parseLong(words[++i]);
                case "--only" -> {
                    String name = words[++i];
                    others = Arrays.stream(Fault.values())
                            .filter(fault -> fault.toString().equals(name))
                            .toList();
                    if (others.isEmpty()) fail("there are these faults: " + List.of(Fault.values()));
                    kills = 0;
                }
                default -> fail(USAGE);
            }
        }
        var folder = Files.createTempDirectory("kill");
        System.out.println("seed " + seed + ", folder " + folder);
        var out = System.out;
        try (var referee = new Referee(folder, seed, stop, out)) {
            referee.kill(kills);
            for (var fault : others) referee.suffer(fault, "-");
            referee.checkEverything();
        } catch (Exception e) {
            System.out.println("FAILED: " + e.getMessage() + "; again with --seed " + seed + "; kept in " + folder);
            e.printStackTrace(System.out);
            System.exit(1);
        }
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) Files.deleteIfExists(file);
        }
    }

    private static void fail(String why) {
        System.err.println("infra/e2e/kill: " + why);
        System.exit(2);
    }
}
