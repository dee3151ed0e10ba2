package org.wegweis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.evidence.verification.Report;
import org.wegweis.evidence.verification.Step;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;

/** The demo day, sealed on a network of Fabric's own programs. */
@EnabledIfEnvironmentVariable(
        named = "FABRIC_BIN",
        matches = ".+",
        disabledReason = "FABRIC_BIN does not name the folder of Fabric's programs")
class ConsortiumDayTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @BeforeEach
    void found() throws Exception {
        network("up");
    }

    @AfterEach
    void end() throws Exception {
        network("down");
    }

    private Path network() {
        return folder.resolve("network");
    }

    private void network(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ROOT.resolve("infra/fabric/" + command).toString(),
                        network().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command + ".txt").toFile())
                .start();
        int ended = process.waitFor();
        assertThat(ended)
                .as(() -> "infra/fabric/" + command + ", see " + folder.resolve(command + ".txt"))
                .isZero();
    }

    @Test
    void every_package_of_the_day_shows_offline_that_the_organisations_have_sealed() throws Exception {
        var data = folder.resolve("data");
        try (var _ = RunningWegweis.start(
                data, "--demo", "--ledger", "fabric", "--network", network().toString())) {
            var trust = Trust.parse(Files.readAllBytes(data.resolve("demo/trust.json")));
            assertThat(trust.ledger()).isInstanceOf(Trust.Channel.class);
            try (var all = Files.list(data.resolve("demo"))) {
                var packages =
                        all.filter(file -> file.toString().endsWith(".asice")).toList();
                assertThat(packages).hasSizeGreaterThan(20).allSatisfy(file -> {
                    var report = Verification.verify(Files.readAllBytes(file), Optional.of(trust));
                    assertThat(report.outcome()).isEqualTo(Report.Outcome.HOLDS);
                    assertThat(report.steps())
                            .filteredOn(step -> step.code() == Step.Code.INDEPENDENTLY_SEALED)
                            .extracting(Step::result)
                            .containsExactly(Step.Result.HOLDS);
                });
            }
        }
    }
}
