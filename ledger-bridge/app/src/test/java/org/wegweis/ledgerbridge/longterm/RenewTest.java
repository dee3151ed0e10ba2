package org.wegweis.ledgerbridge.longterm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.evidence.longterm.ArchivedParts;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.time.Algorithms;
import org.wegweis.evidence.time.Certificates;
import org.wegweis.evidence.time.MovableClock;
import org.wegweis.evidence.verification.Report.Outcome;
import org.wegweis.evidence.verification.Trust.TsaCertificate;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.sealing.Keys;

class RenewTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<GenuinePackage> GENUINE =
            List.of(new GenuinePackage(1), new GenuinePackage(2), new GenuinePackage(3));

    @TempDir
    Path place;

    private final MovableClock clock = new MovableClock(NOON);
    private final List<X509Certificate> anchors = new ArrayList<>();
    private Path folder = Path.of("");
    private Path data = Path.of("");
    private String said = "";

    @BeforeEach
    void three_packages_and_an_authority() throws IOException {
        folder = Files.createDirectory(place.resolve("packages"));
        data = Files.createDirectory(place.resolve("data"));
        for (int i = 0; i < GENUINE.size(); i++)
            Files.write(file(i), GENUINE.get(i).file());
        newAuthority();
    }

    @Test
    void packages_hold_over_twenty_years_of_renewals_in_which_sha_256_falls() throws IOException {
        var algorithms = Algorithms.KNOWN;
        var weak = List.<String>of();
        Path forgotten = Files.copy(file(0), place.resolve("forgotten.asice"));
        for (int year = 0; year <= 20; year += 2) {
            if (year == 8) {
                weak = List.of("--weak", "SHA-256=2038-01-01");
                algorithms = algorithms.declaredWeak("SHA-256", Instant.parse("2038-01-01T00:00:00Z"));
            }
            if (year == 8 || year == 16) newAuthority(); // the certificate of the one before ends after ten years
            var words = new ArrayList<>(List.of("--ahead", "900"));
            words.addAll(weak);
            assertThat(renew(words)).as("year %d: %s", year, said).isZero();
            for (int i = 0; i < GENUINE.size(); i++) {
                var parts = Container.read(Files.readAllBytes(file(i))).parts();
                var shown = ArchivedParts.record(parts)
                        .orElseThrow()
                        .verify(ArchivedParts.data(parts), anchors, algorithms);
                assertThat(shown.since()).isEqualTo(NOON);
                assertThat(shown.until()).isAfter(clock.instant());
                assertThat(outcome(file(i), GENUINE.get(i)))
                        .as("year %d, %s", year, file(i))
                        .isEqualTo(Outcome.HOLDS);
            }
            if (year == 0)
                Files.copy(
                        file(0), place.resolve("forgotten.asice"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            clock.years(2);
        }
        assertThat(outcome(forgotten, GENUINE.getFirst())).isEqualTo(Outcome.DOES_NOT_HOLD);
        assertThat(journal()).extracting(line -> line.get("did")).contains("first", "time-stamp", "hash-tree");
        // everybody together: one time stamp a run
        for (var stamps : stamps()) assertThat(stamps).isEqualTo(stamps().getFirst());
        Files.move(forgotten, folder.resolve("forgotten.asice"));
        assertThat(renew(List.of())).isEqualTo(1);
        assertThat(said).contains("not renewed in time");
    }

    @Test
    void a_dry_run_says_what_would_be_done_and_writes_nothing() throws IOException {
        var before = content(place);
        assertThat(renew(List.of("--dry-run"))).isZero();
        assertThat(said).contains("0.asice: first", "3 erneuert");
        assertThat(content(place)).isEqualTo(before);
    }

    @Test
    void the_journal_says_what_became_of_which_file_and_by_whom() throws IOException {
        String before = Hash.sha256(Files.readAllBytes(file(1))).hex();
        assertThat(renew(List.of())).isZero();
        var line = journal().get(1);
        assertThat(line)
                .containsEntry("at", "2026-11-23T12:00:00Z")
                .containsEntry("file", "1.asice")
                .containsEntry("before", before)
                .containsEntry("after", Hash.sha256(Files.readAllBytes(file(1))).hex())
                .containsEntry("did", "first")
                .containsEntry("why", "it has no evidence record");
        assertThat(line.get("authority")).contains("not independent");
        // nothing is due any more, so nothing is done
        var left = content(place);
        assertThat(renew(List.of())).isZero();
        assertThat(content(place)).isEqualTo(left);
    }

    @Test
    void what_is_no_package_is_named_and_does_not_keep_the_others_from_it() throws IOException {
        Files.writeString(folder.resolve("9.asice"), "hello");
        byte[] bent = Files.readAllBytes(file(1));
        bent[bent.length / 2] ^= 1;
        Files.write(file(1), bent);
        assertThat(renew(List.of())).isEqualTo(1);
        assertThat(said).contains("9.asice: NICHT", "1.asice: NICHT", "2 erneuert");
        assertThat(Files.readAllBytes(file(1))).isEqualTo(bent);
        assertThat(outcome(file(2), GENUINE.get(2))).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void a_changed_record_is_not_renewed() throws IOException {
        renew(List.of());
        var parts =
                new LinkedHashMap<>(Container.read(Files.readAllBytes(file(0))).parts());
        parts.put("checkpoint.txt", "changed".getBytes(StandardCharsets.UTF_8));
        Files.write(file(0), Container.write(parts));
        clock.years(9);
        newAuthority();
        assertThat(renew(List.of("--ahead", "900"))).isEqualTo(1);
        assertThat(said).contains("0.asice: NICHT", "2 erneuert");
    }

    @Test
    void an_authority_that_is_away_changes_nothing() throws IOException {
        byte[] before = Files.readAllBytes(file(0));
        assertThat(run("--tsa", "http://127.0.0.1:1/", "--tsa-certificates", pem().toString(), folder.toString()))
                .isEqualTo(1);
        assertThat(said).contains("away");
        assertThat(Files.readAllBytes(file(0))).isEqualTo(before);
    }

    @Test
    void two_runs_at_once_are_one_too_many() throws IOException {
        try (var _ = Journal.open(folder.resolve("renewals.jsonl"))) {
            assertThat(renew(List.of())).isEqualTo(2);
            assertThat(said).contains("another run");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FOLDER",
                "--data D",
                "--tsa http://x FOLDER",
                "--data D --weak SHA-256 FOLDER",
                "--data D --weak MD5=2030-01-01 FOLDER",
                "--data D --ahead soon FOLDER",
                "--data D FOLDER more",
                "--data D --tsa http://x --tsa-certificates P FOLDER",
                "--data /nowhere FOLDER"
            })
    void what_is_not_understood_is_said_so(String words) {
        assertThat(run(words.isEmpty() ? new String[0] : words.split(" "))).isEqualTo(2);
        assertThat(said).isNotBlank();
    }

    /** Another key with another certificate takes the place of the one that there is. */
    private void newAuthority() throws IOException {
        Files.deleteIfExists(data.resolve("keys/time-stamps.pem"));
        anchors.add(Keys.testAuthority(data.resolve("keys"), clock).certificate());
    }

    private Path pem() throws IOException {
        var text = new StringBuilder();
        for (var one : anchors) {
            text.append("-----BEGIN CERTIFICATE-----\n");
            text.append(Base64.getMimeEncoder().encodeToString(Certificates.encoded(one)));
            text.append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(place.resolve("authorities.pem"), text);
    }

    private int renew(List<String> more) throws IOException {
        var words = new ArrayList<>(List.of("--data", data.toString()));
        if (anchors.size() > 1) words.addAll(List.of("--tsa-certificates", pem().toString()));
        words.addAll(more);
        words.add(folder.toString());
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            return Renew.run(print, print, clock, words);
        } finally {
            said = out.toString(StandardCharsets.UTF_8);
        }
    }

    private Path file(int number) {
        return folder.resolve(number + ".asice");
    }

    private Outcome outcome(Path file, GenuinePackage genuine) throws IOException {
        var trust = genuine.trust()
                .withTsaCertificates(anchors.stream()
                        .map(one -> new TsaCertificate(one, false))
                        .toList());
        return Verification.verify(Files.readAllBytes(file), Optional.of(trust), clock.instant())
                .outcome();
    }

    private List<List<String>> stamps() throws IOException {
        var all = new ArrayList<List<String>>();
        for (int i = 0; i < GENUINE.size(); i++) {
            var parts = Container.read(Files.readAllBytes(file(i))).parts();
            all.add(ArchivedParts.record(parts).orElseThrow().timeStamps().stream()
                    .map(stamp -> Hash.sha256(stamp.der()).hex())
                    .toList()
                    .reversed()
                    .subList(0, 1));
        }
        return all;
    }

    private List<Map<String, String>> journal() throws IOException {
        var lines = new ArrayList<Map<String, String>>();
        for (String line : Files.readAllLines(folder.resolve("renewals.jsonl"))) {
            var fields = Fields.of(Json.parse(line));
            var texts = new TreeMap<String, String>();
            for (String name : fields.names()) {
                if (!name.equals("independent")) texts.put(name, fields.text(name));
            }
            lines.add(texts);
        }
        return lines;
    }

    private static Map<String, String> content(Path folder) throws IOException {
        var content = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                content.put(
                        file.toString(),
                        Arrays.toString(Hash.sha256(Files.readAllBytes(file)).bytes()));
            }
        }
        return content;
    }
}
