package org.wegweis.ledgerbridge.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerContract;
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

    @AfterEach
    void close() {
        open.forEach(FabricLedger::close);
    }
}
