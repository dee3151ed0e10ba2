package org.wegweis.ledgerbridge.sealing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.Ledger;
import org.wegweis.evidence.seal.LedgerContract;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.ledgerbridge.Databases;

class LocalLedgerTest extends LedgerContract {
    @RegisterExtension
    static final Databases DATABASES = new Databases();

    @Override
    protected Ledger emptyLedger(SealingRules rules) {
        return new LocalLedger(
                DATABASES.fresh(), rules, NoteSigner.generate("wegweis.example/ledger", new SecureRandom()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update local_seal set note = 'x'",
                "delete from local_seal",
                "truncate local_seal",
                "update checkpoint set note = 'x'",
                "delete from checkpoint",
                "truncate checkpoint"
            })
    void what_is_sealed_or_signed_takes_no_change(String change) {
        var sql = new JdbcTemplate(DATABASES.fresh());
        sql.update("insert into local_seal (size, note) values (1, 'a')");
        sql.update("insert into checkpoint (size, note) values (1, 'a')");
        assertThatThrownBy(() -> sql.execute(change)).hasMessageContaining("append-only");
    }
}
