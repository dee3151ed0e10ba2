package org.wegweis.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.LogProof;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;

/** Whatever is handed in: an exit code, a sentence that names the part, no exception, no more memory than there is. */
class BadInputTest {
    private static final GenuinePackage GENUINE = new GenuinePackage(3);
    private static final GenuinePackage STRANGER = new GenuinePackage(4);
    private static final byte[] FILE = GENUINE.archived();
    private static final int MOST_MIB = 512;

    @TempDir
    private Path folder;

    private static Stream<Arguments> packages() {
        byte[] strangersSeal = parts(STRANGER.file()).get("META-INF/signature.p7s");
        return Stream.of(
                arguments("nothing", new byte[0], 2, "not an intact zip"),
                arguments("a text", "hello".getBytes(StandardCharsets.UTF_8), 2, "not an intact zip"),
                arguments("cut off", Arrays.copyOf(FILE, FILE.length / 2), 2, "not an intact zip"),
                arguments(
                        "something after the end",
                        Arrays.copyOf(FILE, FILE.length + 1),
                        2,
                        "not packed as every evidence package"),
                arguments(
                        "another kind of zip", zip(Map.of("a.txt", new byte[1])), 2, "packed anew or changed (a.txt)"),
                arguments(
                        "a bomb of one part",
                        zip(Map.of("a.txt", new byte[17 << 20])),
                        2,
                        "packed anew or changed (a.txt)"),
                arguments("a bomb of many parts", bomb(), 2, "packed anew or changed (mimetype)"),
                arguments("a path that climbs out", zip(Map.of("../a", new byte[1])), 2, "not allowed (../a)"),
                arguments("a path from the root", zip(Map.of("/etc/a", new byte[1])), 2, "not allowed (/etc/a)"),
                arguments(
                        "a name that steers a terminal",
                        zip(Map.of("a\u001b[2J", new byte[1])),
                        2,
                        "not allowed (a?[2J)"),
                arguments(
                        "a name twice",
                        replaced(FILE, "records/0001.json", "records/0000.json"),
                        2,
                        "the same name (records/0000.json)"),
                arguments("no manifest", without("manifest.json"), 2, "missing (manifest.json)"),
                arguments("no record", without("records/0001.json"), 1, "List of contents: missing: records/0001.json"),
                arguments("no proof", without("proofs/0001.tlog-proof"), 1, "missing: proofs/0001.tlog-proof"),
                arguments("no checkpoint", without("checkpoint.txt"), 1, "checkpoint: missing: checkpoint.txt"),
                arguments("no seal", without("META-INF/signature.p7s"), 1, "seal: it does not cover the contents"),
                arguments(
                        "the seal of another",
                        changed("META-INF/signature.p7s", Objects.requireNonNull(strangersSeal)),
                        1,
                        "seal: it does not cover the contents"),
                arguments(
                        "a seal of half a token",
                        changed(
                                "META-INF/signature.p7s",
                                Arrays.copyOf(Objects.requireNonNull(strangersSeal), strangersSeal.length / 2)),
                        1,
                        "seal: "),
                arguments(
                        "a proof of another leaf",
                        resealed(parts -> parts.put(
                                "proofs/0001.tlog-proof", Objects.requireNonNull(parts.get("proofs/0002.tlog-proof")))),
                        1,
                        "record 1 is not in the log"),
                arguments(
                        "a checkpoint of another log",
                        resealed(parts -> parts.put(
                                "checkpoint.txt",
                                Note.signed(new Checkpoint("other.example", head()).text(), GENUINE.logKey)
                                        .bytes())),
                        1,
                        "Signature of the checkpoint: it is of another log"),
                arguments(
                        "a checkpoint of an unknown key",
                        resealed(parts -> parts.put(
                                "checkpoint.txt",
                                Note.signed(new Checkpoint(GenuinePackage.ORIGIN, head()).text(), STRANGER.logKey)
                                        .bytes())),
                        1,
                        "Signature of the checkpoint: "),
                arguments(
                        "a token cut off",
                        resealed(parts -> parts.computeIfPresent(
                                "time-stamps/0000.tst", (_, token) -> Arrays.copyOf(token, token.length / 2))),
                        1,
                        "Time stamp: unreadable"),
                arguments(
                        "a token of something else",
                        resealed(parts -> parts.put("checkpoint.txt", Objects.requireNonNull(parts.get("seal.txt")))),
                        1,
                        "Witnesses: only 0 of 2"),
                arguments(
                        "an evidence record cut off",
                        changed("META-INF/evidencerecord.ers", new byte[] {0x30, 0x10}),
                        1,
                        "Evidence record: unreadable"),
                arguments(
                        "a part nobody knows",
                        resealed(parts -> parts.put("extra.txt", new byte[1])),
                        1,
                        "unknown part: extra.txt"),
                arguments(
                        "a manifest of a million nothings",
                        changed("manifest.json", ("[" + "0,".repeat(1 << 20) + "0]").getBytes(StandardCharsets.UTF_8)),
                        1,
                        "List of contents: unreadable"),
                arguments(
                        "a manifest without a bottom",
                        changed("manifest.json", "[".repeat(1 << 20).getBytes(StandardCharsets.UTF_8)),
                        1,
                        "List of contents: unreadable"),
                arguments("a whole package of another", STRANGER.file(), 1, "Seal certificate: not in the trust file"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void a_package_ends_in_2_or_1_with_a_sentence_that_names_the_part(
            String what, byte[] file, int exit, String sentence) throws IOException {
        var path = Files.write(folder.resolve("a.asice"), file);
        var run = run("--lang", "en", "--trust", trust().toString(), path.toString());
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        assertThat(run.out()).contains(sentence).doesNotContain("Exception", "\tat ", "\u001b");
        assertThat(run.err()).isEmpty();
    }

    private static Stream<Arguments> otherFiles() {
        return Stream.of(
                arguments("no such file", List.of("nowhere"), 2, "there is no such file"),
                arguments("a folder", List.of("."), 2, "folder"),
                arguments("a file that never ends", List.of("/dev/zero"), 2, "larger than 64 MiB"),
                arguments("no proof", List.of("--proof", "text", "record"), 2, "unreadable"),
                arguments("a proof of another record", List.of("--proof", "proof2", "record"), 1, "Place in the log"),
                arguments("a proof cut off", List.of("--proof", "half", "record"), 2, "unreadable"),
                arguments("a record that is none", List.of("--proof", "proof", "text"), 1, "Form of the records"),
                arguments("a mirror without a checkpoint", List.of("--log", "nowhere"), 2, "there is no such file"),
                arguments("an empty mirror", List.of("--log", "mirror"), 1, "missing: tile/entries/000"),
                arguments(
                        "a checkpoint that is none",
                        List.of("--checkpoint", "text", "--since", "checkpoint", "--consistency", "text"),
                        2,
                        "Checkpoint: unreadable"),
                arguments(
                        "growth by no proof",
                        List.of("--checkpoint", "checkpoint", "--since", "checkpoint", "--consistency", "text"),
                        1,
                        "Continuation of the log"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherFiles")
    void other_files_end_in_2_or_1_too(String what, List<String> words, int exit, String sentence) throws IOException {
        var parts = parts(FILE);
        Files.writeString(folder.resolve("text"), "hello");
        Files.write(folder.resolve("record"), part(parts, "records/0001.json"));
        byte[] proof = part(parts, "proofs/0001.tlog-proof");
        Files.write(folder.resolve("proof"), proof);
        Files.write(folder.resolve("half"), Arrays.copyOf(proof, proof.length / 2));
        Files.write(folder.resolve("proof2"), part(parts, "proofs/0002.tlog-proof"));
        Files.write(folder.resolve("checkpoint"), part(parts, "checkpoint.txt"));
        Files.write(
                Files.createDirectory(folder.resolve("mirror")).resolve("checkpoint"), part(parts, "checkpoint.txt"));
        var all = new ArrayList<>(List.of("--lang", "en", "--trust", trust().toString()));
        for (String word : words)
            all.add(word.startsWith("--") ? word : folder.resolve(word).toString());
        var run = run(all.toArray(String[]::new));
        assertThat(run.exit()).as(run.out()).isEqualTo(exit);
        assertThat(run.out()).contains(sentence).doesNotContain("Exception", "\tat ");
    }

    @Test
    void machines_get_json_of_what_cannot_be_read_too() {
        var run = run("--json", folder.resolve("nowhere").toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("\"code\":\"container-readable\"", "\"exit\":2", "\"outcome\":\"unreadable\"");
    }

    /** The program as it is started, with little memory: how much it took, it says itself at its end. */
    @ParameterizedTest
    @ValueSource(strings = {"a gigabyte", "the largest package", "a manifest of 16 MiB", "deep", "bomb", "records"})
    void nothing_takes_more_than_512_MiB(String what) throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "the peak is read from /proc");
        var file = folder.resolve("big.asice");
        switch (what) {
            case "a gigabyte" -> {
                try (var big = new RandomAccessFile(file.toFile(), "rw")) {
                    big.setLength(1L << 30);
                }
            }
            case "the largest package" -> Files.write(file, changed("report.pdf", new byte[16 << 20]));
            case "a manifest of 16 MiB" -> Files.write(file, changed("manifest.json", json((16 << 20) - 4)));
            case "deep" ->
                Files.write(file, changed("manifest.json", "[".repeat(15 << 20).getBytes(StandardCharsets.UTF_8)));
            case "bomb" -> Files.write(file, bomb());
            default -> {
                var parts = parts(FILE);
                for (int i = 0; i < 4; i++) parts.put("records/000%d.json".formatted(i), json(15 << 20));
                Files.write(file, GenuinePackage.zipped(parts));
            }
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifierWithPeak.class.getName(),
                        "--lang",
                        "en",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isIn(1, 2);
        assertThat(out).doesNotContain("Exception", "\tat ");
        var peak = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(out);
        assertThat(peak.find()).as(out).isTrue();
        assertThat(Long.parseLong(peak.group(1)) / 1024).as(what).isLessThan(MOST_MIB);
    }

    private record Run(int exit, String out, String err) {}

    private static Run run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Verifier.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path trust() throws IOException {
        return Files.write(
                folder.resolve("trust.json"), GENUINE.archiveTrust().json().canonicalBytes());
    }

    private static SequencedMap<String, byte[]> parts(byte[] file) {
        return new LinkedHashMap<>(Container.read(file).parts());
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        return Objects.requireNonNull(parts.get(name));
    }

    private static org.wegweis.evidence.log.Head head() {
        var proof = LogProof.parse(new String(part(parts(FILE), "proofs/0000.tlog-proof"), StandardCharsets.UTF_8));
        return Checkpoint.parse(proof.checkpoint().text()).head();
    }

    private static byte[] without(String name) {
        var parts = parts(FILE);
        parts.remove(name);
        return GenuinePackage.zipped(parts);
    }

    private static byte[] changed(String name, byte[] bytes) {
        var parts = parts(FILE);
        parts.put(name, bytes);
        return GenuinePackage.zipped(parts);
    }

    private static byte[] resealed(Consumer<Map<String, byte[]>> change) {
        var parts = parts(FILE);
        change.accept(parts);
        return GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal);
    }

    private static Map<String, byte[]> withMediaType(Map<String, byte[]> parts) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("mimetype", Container.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
        all.putAll(parts);
        return all;
    }

    /** Some kilobytes that would be 160 MB. */
    private static byte[] bomb() {
        var parts = new LinkedHashMap<String, byte[]>();
        IntStream.range(0, 10).forEach(i -> parts.put("records/000%d.json".formatted(i), new byte[16 << 20]));
        return zip(withMediaType(parts));
    }

    private static byte[] json(int length) {
        byte[] json = new byte[length];
        for (int i = 0; i < length; i++) json[i] = (byte) (i % 2 == 0 ? '0' : ',');
        json[0] = '[';
        json[length - 1] = ']';
        return json;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] file, String from, String to) {
        var latin = StandardCharsets.ISO_8859_1;
        return new String(file, latin).replace(from, to).getBytes(latin);
    }
}
