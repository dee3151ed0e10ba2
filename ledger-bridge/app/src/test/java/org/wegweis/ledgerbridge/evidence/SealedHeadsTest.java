package org.wegweis.ledgerbridge.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.pack.Evidence;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.time.TestAuthority;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.LocalLedger;
import org.wegweis.ledgerbridge.sealing.Sealer;
import org.wegweis.ledgerbridge.time.Stamper;
import org.wegweis.ledgerbridge.time.TimeStamps;

class SealedHeadsTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final NoteSigner LEDGER = NoteSigner.generate("wegweis.example/ledger", new SecureRandom());
    private static final Cosigner BERLIN =
            Cosigner.generate("berlin.example", SignatureType.ML_DSA_44, new SecureRandom());
    private final AtomicBoolean away = new AtomicBoolean();

    /** Three heads of four records each are signed and sealed. */
    private void sealed(WitnessPolicy policy, Looking looking) throws Exception {
        var chains = new Chains(1, 1);
        try (EmbeddedPostgres postgres = Databases.start()) {
            var database = Databases.fresh(postgres);
            var log = new LogStore(database);
            var checkpoints = new Checkpoints(database);
            var cosigned = new Cosigned(database, checkpoints, policy);
            var ledger = new LocalLedger(database, new SealingRules(LOG.key().name(), LOG.key()), LEDGER);
            var timeStamps = new TimeStamps(database);
            try (var sealer = new Sealer(database, log, checkpoints, LOG, ledger);
                    var stamper = new Stamper(
                            checkpoints,
                            timeStamps,
                            TestAuthority.generate(Duration.ofDays(100), () -> NOON, new SecureRandom()),
                            () -> NOON)) {
                for (int i = 0; i < 3; i++) {
                    log.append(
                            log.size(),
                            chains.grow(4).stream()
                                    .map(record -> EventRecord.entry(record.encode()))
                                    .toList());
                    sealer.signAndSeal();
                    if (i == 1) stamper.stamp();
                }
            }
            looking.look(new SealedHeads(ledger, cosigned, timeStamps, away::get), cosigned, checkpoints);
        }
    }

    private interface Looking {
        void look(SealedHeads heads, Cosigned cosigned, Checkpoints checkpoints);
    }

    private static long size(Optional<Evidence.SealedHead> head) {
        return head.map(one -> one.seal().head().size()).orElse(0L);
    }

    @Test
    void a_package_is_of_the_newest_head_that_is_stamped_and_of_another_only_while_the_authority_is_away()
            throws Exception {
        sealed(WitnessPolicy.of(LOG.key(), List.of(), 0), (heads, _, _) -> {
            assertThat(size(heads.covering(3))).isEqualTo(8);
            assertThat(heads.covering(3).orElseThrow().timeStamps()).hasSize(1);
            assertThat(size(heads.covering(7))).isEqualTo(8);
            assertThat(heads.covering(8)).isEmpty();
            away.set(true);
            assertThat(size(heads.covering(8))).isEqualTo(12);
            assertThat(heads.covering(8).orElseThrow().timeStamps()).isEmpty();
            assertThat(size(heads.covering(3))).isEqualTo(8);
            assertThat(heads.covering(12)).isEmpty();
        });
    }

    @Test
    void a_package_is_of_a_head_that_enough_have_cosigned() throws Exception {
        sealed(WitnessPolicy.of(LOG.key(), List.of(BERLIN.key()), 1), (heads, cosigned, checkpoints) -> {
            assertThat(heads.covering(3)).isEmpty();
            away.set(true);
            for (long size : new long[] {12, 8}) {
                var head = Checkpoint.parse(checkpoints.at(size).orElseThrow().text());
                cosigned.add(size, BERLIN.key(), BERLIN.cosign(head, NOON));
                var found = heads.covering(3);
                assertThat(size(found)).isEqualTo(size);
                assertThat(found.orElseThrow().checkpoint().signatures()).hasSize(2);
                assertThat(found.orElseThrow().witnessPolicy().threshold()).isEqualTo(1);
            }
        });
    }
}
