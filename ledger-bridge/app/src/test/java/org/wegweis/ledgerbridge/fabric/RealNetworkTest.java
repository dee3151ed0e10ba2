package org.wegweis.ledgerbridge.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.wegweis.chaincode.contract.GrowingLog;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.LedgerContract;
import org.wegweis.evidence.seal.Refusal;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.evidence.seal.SealingRules;

/** What every ledger promises, on a network of Fabric's own programs. */
@EnabledIfEnvironmentVariable(
        named = "FABRIC_BIN",
        matches = ".+",
        disabledReason = "FABRIC_BIN does not name the folder of Fabric's programs")
class RealNetworkTest extends LedgerContract {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path NETWORK = Path.of("target", "fabric").toAbsolutePath();

    private static FabricSettings settings;

    private final List<FabricLedger> open = new ArrayList<>();

    RealNetworkTest() {
        super("log-" + UUID.randomUUID() + ".example");
    }

    @BeforeAll
    static void start() throws Exception {
        run("up");
        settings = FabricSettings.read(NETWORK.resolve("bridge.properties"));
    }

    @AfterAll
    static void stop() throws Exception {
        run("down");
    }

    private static void run(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(ROOT.resolve("infra/fabric/" + command).toString(), NETWORK.toString())
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor(), "infra/fabric/" + command);
    }

    @Override
    protected Ledger emptyLedger(SealingRules rules) {
        var ledger = new FabricLedger(settings, rules, new SealsInMemory(), InstantSource.system());
        open.add(ledger);
        return ledger;
    }

    @Test
    void bridges_that_seal_at_once_leave_one_line_of_heads() {
        var log = new GrowingLog("log-" + UUID.randomUUID() + ".example");
        var rules = new SealingRules(log.origin(), NoteKey.parse(log.vkey()));
        var bridges = List.of(emptyLedger(rules), emptyLedger(rules));
        long from = 0;
        for (int round = 1; round <= 5; round++) {
            long before = from;
            long first = 10L * round;
            var answers = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> seal(bridges.get(i), log, before, first + i),
                            task -> Thread.ofPlatform().start(task)))
                    .toList();
            assertThat(answers.stream().filter(CompletableFuture::join))
                    .as("round " + round)
                    .hasSizeBetween(1, 2);
            var fresh = (FabricLedger) emptyLedger(rules);
            fresh.learn();
            from = fresh.latest().orElseThrow().head().size();
            assertThat(fresh.latest().orElseThrow().head())
                    .isEqualTo(log.head(from))
                    .satisfies(head -> assertThat(head.size()).isIn(first, first + 1));
        }
    }

    /** Whether it was sealed; if not, for no other reason than that the other was there first. */
    private static boolean seal(Ledger bridge, GrowingLog log, long from, long size) {
        try {
            var sealing = bridge.seal(log.note(size), from == 0 ? List.of() : log.hashes(from, size));
            if (sealing instanceof Sealing.Sealed) return true;
            assertThat(sealing).isEqualTo(new Sealing.Refused(Refusal.DOES_NOT_EXTEND));
            return false;
        } catch (LedgerAway e) {
            assertThat(e.at()).as(e.getMessage()).isEqualTo(LedgerAway.At.COMMIT_REFUSED);
            return false;
        }
    }

    @AfterEach
    void close() {
        open.forEach(FabricLedger::close);
    }
}
