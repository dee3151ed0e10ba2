package org.wegweis.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.witness.AddCheckpoint;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;

class VerifierTest {
    private static final GenuinePackage GENUINE = new GenuinePackage(3);

    @TempDir
    private Path folder;

    private Path file;
    private Path trust;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void a_package_and_a_trust_file() throws IOException {
        file = Files.write(folder.resolve("a.asice"), GENUINE.file());
        trust = Files.write(folder.resolve("trust.json"), GENUINE.trust().json().canonicalBytes());
    }

    private int run(String... words) {
        return Verifier.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                words);
    }

    @Test
    void a_genuine_package_ends_in_0() {
        assertThat(run("--trust", trust.toString(), file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("HÄLT: gegen", "HOLDS against", "No independent party has sealed this.");
    }

    @Test
    void a_changed_package_ends_in_1() throws IOException {
        byte[] bytes = GENUINE.file();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("\"nonce\"") + 12] ^= 1;
        Files.write(file, bytes);
        assertThat(run("--trust", trust.toString(), file.toString())).isEqualTo(1);
        assertThat(run(file.toString())).isEqualTo(1);
    }

    @Test
    void what_is_no_package_ends_in_2() throws IOException {
        assertThat(run(Files.write(file, new byte[] {1, 2, 3}).toString())).isEqualTo(2);
        assertThat(run(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(run(folder.toString())).isEqualTo(2);
    }

    @Test
    void without_a_trust_file_it_ends_in_3() {
        assertThat(run(file.toString())).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "{\"origin\":\"a\"}"})
    void what_is_no_trust_file_ends_in_2(String text) throws IOException {
        Files.writeString(trust, text);
        assertThat(run("--trust", trust.toString(), file.toString())).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Not a trust file: " + trust);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--json",
                "--trust",
                "--what x",
                "a b",
                "--lang fr a",
                "--proof a",
                "--proof a --entry 00",
                "--log a b",
                "--since a"
            })
    void a_command_line_that_is_not_understood_ends_in_2_and_shows_how(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--trust");
    }

    @Test
    void one_language_is_one_language() {
        run("--lang", "en", file.toString());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("HOLDS TOGETHER")
                .doesNotContain("STIMMIG");
    }

    @Test
    void machines_get_one_line_of_json() {
        assertThat(run("--json", "--trust", trust.toString(), file.toString())).isZero();
        assertThat(Json.parse(out.toByteArray())).isInstanceOf(Json.Obj.class);
    }

    /** A proof out of a package and this test's own log have no cosignatures. */
    private void trustWithoutWitnesses() throws IOException {
        Files.write(
                trust, GENUINE.trust().witnessedBy(WitnessPolicy.NONE).json().canonicalBytes());
    }

    @Test
    void one_record_is_checked_by_its_proof() throws IOException {
        trustWithoutWitnesses();
        var parts = Container.read(GENUINE.file()).parts();
        var record = Files.write(folder.resolve("0001.json"), Objects.requireNonNull(parts.get("records/0001.json")));
        var proof = Files.write(
                folder.resolve("0001.tlog-proof"), Objects.requireNonNull(parts.get("proofs/0001.tlog-proof")));
        byte[] entry = EventRecord.entry(Files.readAllBytes(record)).bytes();
        assertThat(run("--trust", trust.toString(), "--proof", proof.toString(), record.toString()))
                .isZero();
        for (String text :
                List.of(HexFormat.of().formatHex(entry), Base64.getEncoder().encodeToString(entry))) {
            assertThat(run("--trust", trust.toString(), "--proof", proof.toString(), "--entry", text))
                    .isZero();
            assertThat(run("--proof", proof.toString(), "--entry", text)).isEqualTo(3);
        }
    }

    @Test
    void a_mirror_in_a_folder_is_checked_and_an_older_checkpoint_against_it() throws IOException {
        trustWithoutWitnesses();
        var signer = GENUINE.logKey;
        var tiles = new HashMap<TilePath, byte[]>();
        var log = new TiledLog(path -> Optional.ofNullable(tiles.get(path)));
        var mirror = folder.resolve("mirror");
        var older = folder.resolve("older");
        for (int i = 0; i < 3; i++) {
            long size = 200L * i;
            var growth = log.append(
                    size, Stream.generate(() -> new byte[32]).limit(200).toList());
            tiles.putAll(growth.tiles());
            var note = Note.signed(new Checkpoint(GenuinePackage.ORIGIN, growth.head()).text(), signer);
            if (i == 0) Files.write(older, note.bytes());
            Files.write(Files.createDirectories(mirror).resolve("checkpoint"), note.bytes());
        }
        // narrow tiles may go once the full one is there
        tiles.keySet().removeIf(path -> path.width() < TilePath.FULL && tiles.containsKey(path.full()));
        for (var tile : tiles.entrySet()) {
            var file = mirror.resolve(tile.getKey().toString());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, tile.getValue());
        }
        var newer = mirror.resolve("checkpoint");
        var growth = Files.writeString(
                folder.resolve("growth"),
                new AddCheckpoint(200, log.consistencyProof(200, 600), Note.parse(Files.readAllBytes(newer)))
                        .toString());
        String trusted = trust.toString();
        String since = older.toString();
        assertThat(run("--trust", trusted, "--log", mirror.toString())).isZero();
        assertThat(run("--trust", trusted, "--log", mirror.toString(), "--since", since))
                .isZero();
        assertThat(run(
                        "--trust",
                        trusted,
                        "--checkpoint",
                        newer.toString(),
                        "--since",
                        since,
                        "--log",
                        mirror.toString()))
                .isZero();
        assertThat(run(
                        "--trust",
                        trusted,
                        "--checkpoint",
                        newer.toString(),
                        "--since",
                        since,
                        "--consistency",
                        growth.toString()))
                .isZero();
        assertThat(run("--log", mirror.toString())).isEqualTo(3);
        Files.write(mirror.resolve("tile/0/000"), new byte[8192]);
        assertThat(run("--trust", trusted, "--log", mirror.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("tile/0/000 does not follow from the entries");
    }

    @Test
    void whom_the_trust_file_trusts_is_shown_with_fingerprints_though_the_package_is_anothers() throws IOException {
        Files.write(file, new GenuinePackage(4).file());
        assertThat(run("--trust", trust.toString(), file.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        trust.toString(),
                        Hash.sha256(GENUINE.seal.certificate()).hex(),
                        "log key " + GenuinePackage.ORIGIN);
    }
}
