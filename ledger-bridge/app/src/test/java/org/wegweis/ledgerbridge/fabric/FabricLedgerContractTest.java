package org.wegweis.ledgerbridge.fabric;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerContract;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.ledgerbridge.Databases;

/** What every ledger promises, through gateways and with every proof judged. */
class FabricLedgerContractTest extends LedgerContract {
    @RegisterExtension
    static final Databases DATABASES = new Databases();

    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    protected Ledger emptyLedger(SealingRules rules) {
        var network = new SmallNetwork();
        var bridge = network.channel.client;
        var ledger = new FabricLedger(
                network.settings(bridge, 0, 1, 2), rules, new KeptSeals(DATABASES.fresh()), InstantSource.system());
        open.add(ledger);
        open.add(network);
        return ledger;
    }

    @AfterEach
    void close() throws Exception {
        for (var one : open) one.close();
    }
}
