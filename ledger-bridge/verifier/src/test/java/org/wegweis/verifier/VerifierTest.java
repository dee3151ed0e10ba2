package org.wegweis.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.kernel.json.Json;

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
    @ValueSource(strings = {"", "--json", "--trust", "--what x", "a b", "--lang fr a"})
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
}
