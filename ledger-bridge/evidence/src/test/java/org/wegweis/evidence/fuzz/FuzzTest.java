package org.wegweis.evidence.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.evidence.fabric.FabricProof;
import org.wegweis.evidence.fabric.TestChannel;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;

/**
 * Lets Jazzer look for bytes that provoke anything but a refusal, from genuine ones on. Some seconds a parser; as many as
 * {@code -Dwegweis.fuzz.seconds} says, a minute in the long run.
 */
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("wegweis.fuzz.seconds", 3);
    private static final GenuinePackage GENUINE = new GenuinePackage(3);

    @TempDir
    Path folder;

    static Stream<Class<?>> parsers() {
        return Stream.of(Parsers.class.getClasses());
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void hostile_bytes_are_refused(Class<?> parser) throws IOException, InterruptedException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        for (var genuine : genuine(parser).entrySet()) {
            Files.write(corpus.resolve(genuine.getKey().replace('/', '-')), genuine.getValue());
        }
        var said = Files.createFile(folder.resolve("said")).toFile();
        var jazzer = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + parser.getName(),
                        "--instrumentation_includes=org.wegweis.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + File.separator,
                        "-seed=1",
                        "-max_total_time=" + SECONDS,
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        int exit = jazzer.waitFor();
        String output = Files.readString(said.toPath(), StandardCharsets.ISO_8859_1);
        assertThat(exit).as(output).isZero();
        assertThat(output).contains("DONE");
    }

    /** What the fuzzer starts from. */
    private static Map<String, byte[]> genuine(Class<?> parser) {
        var parts = Container.read(GENUINE.archived()).parts();
        return switch (parser.getSimpleName()) {
            case "Notes" -> Map.of("seal", parts.get("seal.txt"), "checkpoint", parts.get("checkpoint.txt"));
            case "Proofs" -> Map.of("proof", parts.get("proofs/0001.tlog-proof"));
            case "Tiles" ->
                Map.of(
                        "bundle", "tile/entries/x001/002.p/1\n\0\4abcd".getBytes(StandardCharsets.US_ASCII),
                        "tile", "tile/0/000".getBytes(StandardCharsets.US_ASCII));
            case "Records" -> Map.of("record", parts.get("records/0001.json"));
            case "Trusts" -> Map.of("trust", GENUINE.archiveTrust().json().canonicalBytes());
            case "Requests" -> Map.of("request", request(Objects.requireNonNull(parts.get("checkpoint.txt"))));
            case "Tokens" -> Map.of("token", parts.get("time-stamps/0000.tst"));
            case "EvidenceRecords" -> Map.of("record", parts.get("META-INF/evidencerecord.ers"));
            case "SealBlocks" -> Map.of("block", channel("ledger/seal.pb"));
            case "GenesisBlocks" -> Map.of("block", channel("ledger/configs/0000.pb"));
            case "EndorsedReads" -> Map.of("read", channel("ledger/reads/0000.pb"));
            case "Packages" -> Map.of("package", GENUINE.archived());
            default -> throw new AssertionError("nothing to start from for " + parser);
        };
    }

    private static byte[] channel(String part) {
        var channel = TestChannel.bft(1, 1);
        channel.define("seal");
        channel.write("seal", "key", new byte[] {1});
        var proof = FabricProof.collect(channel, List.of(channel.read("seal", "key")), "key");
        return Objects.requireNonNull(proof.parts().get(part));
    }

    private static byte[] request(byte[] checkpoint) {
        return ("old 0\n\n" + new String(checkpoint, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Surefire's own class path may be a jar that names it. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
