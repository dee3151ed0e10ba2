package org.wegweis.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** Proofs that others made and bent: the probes of transparency-dev/merkle. */
class PublishedVectorsTest {
    @Test
    void inclusion() throws IOException {
        vectors("inclusion", vector -> {
            long size = vector.integer("treeSize");
            long index = vector.integer("leafIdx");
            var root = TreeHash.parse(vector.text("root"));
            var leaf = TreeHash.parse(vector.text("leafHash"));
            return Proofs.included(leaf, index, new Head(size, root), path(vector));
        });
    }

    @Test
    void consistency() throws IOException {
        vectors("consistency", vector -> {
            var first = new Head(vector.integer("size1"), TreeHash.parse(vector.text("root1")));
            var second = new Head(vector.integer("size2"), TreeHash.parse(vector.text("root2")));
            return Proofs.consistent(first, second, path(vector));
        });
    }

    private interface Check {
        boolean holds(Fields vector);
    }

    private static void vectors(String kind, Check check) throws IOException {
        var folder = Path.of(System.getProperty("wegweis.shared", ""), "data", "merkle", kind);
        assumeTrue(Files.isDirectory(folder), "the published Merkle vectors are not on this machine");
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            // an unsigned 64-bit number that is beyond what our JSON reads; as a Java long it is -1
            String text = Files.readString(file).replace("18446744073709551615", "-1");
            var vector = Fields.of(Json.parse(text));
            assertThat(holds(check, vector)).as(file.toString()).isEqualTo(!vector.bool("wantErr"));
        }
    }

    /** What is no hash, or no head, cannot even be asked. */
    private static boolean holds(Check check, Fields vector) {
        try {
            return check.holds(vector);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<TreeHash> path(Fields vector) {
        return switch (vector.take("proof").orElseThrow()) {
            case Json.Arr(var items) ->
                items.stream()
                        .map(item -> TreeHash.parse(((Json.Text) item).value()))
                        .toList();
            default -> List.of();
        };
    }
}
