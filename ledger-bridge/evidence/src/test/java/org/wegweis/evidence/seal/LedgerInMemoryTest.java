package org.wegweis.evidence.seal;

class LedgerInMemoryTest extends LedgerContract {
    @Override
    protected Ledger emptyLedger(SealingRules rules) {
        return new LedgerInMemory(rules);
    }
}
