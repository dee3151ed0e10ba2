package org.wegweis.ledgerbridge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Cosigner;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.note.SignatureType;
import org.wegweis.evidence.pack.OperatorSeal;
import org.wegweis.evidence.pack.PackageWriter;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.evidence.verification.Step;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.evidence.verification.Verification;
import org.wegweis.evidence.witness.WitnessPolicy;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.Chains;
import org.wegweis.ledgerbridge.Databases;
import org.wegweis.ledgerbridge.log.Checkpoints;
import org.wegweis.ledgerbridge.log.Cosigned;
import org.wegweis.ledgerbridge.log.LogStore;
import org.wegweis.ledgerbridge.sealing.LocalLedger;
import org.wegweis.ledgerbridge.sealing.Sealer;

class CosignedPackagesTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final NoteSigner LOG = NoteSigner.generate("wegweis.example/log", new SecureRandom());
    private static final NoteSigner LEDGER = NoteSigner.generate("wegweis.example/ledger", new SecureRandom());
    private static final Cosigner BERLIN =
            Cosigner.generate("berlin.example", SignatureType.ML_DSA_44, new SecureRandom());
    private static final Caller CALLER = new Caller(
            OrganisationId.parse("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02"), Set.of(), Set.of(), "s", "s", "token");

    /** Three heads are signed and sealed; the witness has cosigned the second, later the third. */
    @Test
    void a_package_is_of_the_newest_head_that_enough_have_cosigned() throws Exception {
        var policy = WitnessPolicy.of(LOG.key(), List.of(BERLIN.key()), 1);
        var chains = new Chains(1, 1);
        try (EmbeddedPostgres postgres = Databases.start();
                var server = new Stopping(
                        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0))) {
            var database = Databases.fresh(postgres);
            var log = new LogStore(database);
            var checkpoints = new Checkpoints(database);
            var cosigned = new Cosigned(database, checkpoints, policy);
            var ledger = new LocalLedger(database, new SealingRules(LOG.key().name(), LOG.key()), LEDGER);
            var seal = OperatorSeal.generate("Wegweis", NOON, new SecureRandom());
            var trust = new Trust(
                            LOG.key().name(),
                            LOG.key(),
                            LEDGER.key(),
                            List.of(Base64.getEncoder().encodeToString(seal.certificate())))
                    .witnessedBy(policy);
            List<EventRecord> first = List.of();
            try (var sealer = new Sealer(database, log, checkpoints, LOG, ledger)) {
                for (int i = 0; i < 3; i++) {
                    var grown = chains.grow(4);
                    if (i == 0) first = grown;
                    log.append(
                            log.size(),
                            grown.stream()
                                    .map(record -> EventRecord.entry(record.encode()))
                                    .toList());
                    sealer.signAndSeal();
                }
            }
            var uri = server.telling(first);
            var packages = new Packages(
                    new Doors(uri, uri),
                    log,
                    cosigned,
                    ledger,
                    new PackageWriter(seal),
                    trust,
                    Duration.ofSeconds(60),
                    () -> NOON);
            String id = chains.subject(0).toString();

            assertThatThrownBy(() -> packages.of("consignments", id, CALLER))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("not-sealed-yet"));
            for (long size : new long[] {8, 12}) {
                var head = Checkpoint.parse(checkpoints.at(size).orElseThrow().text());
                cosigned.add(size, BERLIN.key(), BERLIN.cosign(head, NOON));
                var report = Verification.verify(packages.of("consignments", id, CALLER), Optional.of(trust));
                assertThat(report.steps())
                        .anySatisfy(
                                step -> assertThat(step.sentence().english()).contains("log of " + size))
                        .filteredOn(step -> step.code() == Step.Code.WITNESSES_COSIGNED)
                        .extracting(Step::result)
                        .containsExactly(Step.Result.HOLDS);
            }
        }
    }

    private record Stopping(HttpServer server) implements AutoCloseable {
        URI telling(List<EventRecord> records) {
            byte[] body = new Json.Arr(records.stream()
                            .<Json>map(record -> Json.Obj.of()
                                    .with("position", record.position())
                                    .with("record", Base64.getEncoder().encodeToString(record.encode()))
                                    .with("disclosures", new Json.Arr(List.of())))
                            .toList())
                    .canonicalBytes();
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
