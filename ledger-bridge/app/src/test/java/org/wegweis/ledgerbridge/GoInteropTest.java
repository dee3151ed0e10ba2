package org.wegweis.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.kernel.record.Hash;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.Keys;
import org.wegweis.ledgerbridge.sealing.Sealer;

/**
 * Programs that others wrote in Go read our running log: Tessera's fsck derives every tile and the root anew, Go's own
 * note and tlog check checkpoint and proofs. Needs {@code go} and its modules, which it fetches once.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=ledger-bridge",
            "wegweis.sealing.every=PT1H",
            "wegweis.ordering.pause=PT1H",
            "spring.kafka.bootstrap-servers=127.0.0.1:1"
        })
class GoInteropTest {
    private static final String FSCK = "github.com/transparency-dev/tessera/cmd/fsck@v1.0.4";
    /** Two levels of tiles, the last ones partial. */
    private static final int SIZE = 5_300;

    private static final EmbeddedPostgres postgres = Databases.start();

    @TempDir
    static Path folder;

    private static Path fsck;
    private static Path logcheck;

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    LogStore log;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Sealer sealer;

    @Autowired
    Keys keys;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("wegweis.keys", () -> folder.resolve("keys").toString());
    }

    @BeforeAll
    static void build() throws Exception {
        fsck = folder.resolve("bin").resolve("fsck");
        logcheck = folder.resolve("bin").resolve("logcheck");
        var sources = Path.of("src", "test", "go", "logcheck");
        assumeTrue(run(folder, "go", "version").status() == 0, "go is not on this machine");
        assumeTrue(
                run(sources, "go", "build", "-o", logcheck.toString(), ".").status() == 0,
                "Go's modules cannot be had: " + sources);
        assumeTrue(run(folder, "go", "install", FSCK).status() == 0, "Go's modules cannot be had: " + FSCK);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void what_others_wrote_finds_our_log_whole_and_a_changed_one_not() throws Exception {
        var sql = new JdbcTemplate(database);
        var random = new Random(1);
        grow(3_000, random);
        var old = Files.write(
                folder.resolve("old"), checkpoints.latest().orElseThrow().bytes());
        grow(SIZE - 3_000, random);

        var walked = fsck();
        assertThat(walked.status()).as(walked.said()).isZero();
        assertThat(walked.said()).contains("log of size " + SIZE).doesNotContain("failed");
        for (String index : List.of("0", "255", "256", "2999", "4095", "4096", Integer.toString(SIZE - 1))) {
            var checked = logcheck(keys.log().key().toString(), old, index);
            assertThat(checked.said()).isEqualTo("holds\n");
        }

        var stranger = NoteSigner.generate(keys.log().key().name(), new SecureRandom());
        assertThat(logcheck(stranger.key().toString(), old, "0").status()).isEqualTo(1);

        // What it finds it says, and ends with status 0 all the same. A changed entry makes it hang (1.0.4): that is
        // left to logcheck.
        flip(sql, "level = 1 and place = 0");
        assertThat(fsck().said()).contains("fsck failed", "tile/1/000.p/20");
        flip(sql, "level = 1 and place = 0");
        flip(sql, "level = -1 and place = 1");
        assertThat(logcheck(keys.log().key().toString(), old, "256").status()).isEqualTo(1);
        flip(sql, "level = -1 and place = 1");
    }

    private void grow(int more, Random random) {
        log.append(
                log.size(),
                Stream.generate(() -> {
                            byte[] entry = new byte[Hash.LENGTH];
                            random.nextBytes(entry);
                            return Hash.of(entry);
                        })
                        .limit(more)
                        .toList());
        sealer.signAndSeal();
    }

    /** Changes a bit, or changes it back. */
    private static void flip(JdbcTemplate sql, String tile) {
        assertThat(sql.update("update tile set bytes = set_byte(bytes, 20, get_byte(bytes, 20) # 1) where " + tile))
                .isEqualTo(1);
    }

    private record Said(int status, String said) {}

    private Said fsck() throws Exception {
        var key = Files.writeString(folder.resolve("vkey"), keys.log().key().toString());
        return run(
                folder,
                fsck.toString(),
                "--ui=false",
                "--storage_url=http://127.0.0.1:" + port + "/",
                "--public_key=" + key);
    }

    private Said logcheck(String key, Path old, String index) throws Exception {
        return run(folder, logcheck.toString(), "http://127.0.0.1:" + port, key, old.toString(), index);
    }

    private static Said run(Path in, String... command) throws InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(in.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GOBIN", folder.resolve("bin").toString());
        try {
            var process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) process.destroyForcibly();
            return new Said(process.exitValue(), said);
        } catch (IOException e) {
            return new Said(-1, String.valueOf(e.getMessage()));
        }
    }
}
