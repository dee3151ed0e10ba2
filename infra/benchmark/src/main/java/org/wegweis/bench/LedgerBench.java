package org.wegweis.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.wegweis.evidence.fabric.FabricVerification;
import org.wegweis.evidence.fabric.TestChannel;
import org.wegweis.evidence.log.TilePath;
import org.wegweis.evidence.log.TiledLog;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteSigner;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.ledgerbridge.fabric.FabricLedger;
import org.wegweis.ledgerbridge.fabric.SealsInMemory;
import org.wegweis.ledgerbridge.fabric.SmallNetwork;

/**
 * What sealing costs on a consortium's channel, and what checking a seal costs. The channel is the tests': the real contract,
 * real signatures of three organisations and four orderers, blocks of the real form.
 */
final class LedgerBench {
    private static final int EVENTS = 1_000_000;
    /** A minute's, at 100 a second. */
    private static final int BETWEEN_SEALS = 6_000;

    private static final int SINGLE = 20;
    private static final double MEGABYTE = 1e6;
    /** A proof holds three orderers' signatures, the submitter's and three peers' of each of two transactions, and two of reads. */
    private static final int SIGNATURES = 2 * (3 + 1 + 3) + 2;

    private static final String ORIGIN = "wegweis.example/log";

    private final NoteSigner key = NoteSigner.generate(ORIGIN, new SecureRandom());
    private final Map<TilePath, byte[]> tiles = new HashMap<>();
    private final TiledLog log =
            new TiledLog(path -> Optional.ofNullable(tiles.get(path.full())).map(path::cut));

    private LedgerBench() {}

    static Measured bytes() throws Exception {
        return new LedgerBench().sealed();
    }

    static Measured proof() throws Exception {
        return new LedgerBench().checked();
    }

    private Measured sealed() {
        var records = new RecordStream(1, 100).iterator();
        for (long size = 0; size < EVENTS; ) {
            var some = LongStream.range(0, Math.min(BETWEEN_SEALS, EVENTS - size))
                    .mapToObj(_ -> EventRecord.entry(records.next().encode()).bytes())
                    .toList();
            log.append(size, some).tiles().forEach((path, bytes) -> tiles.put(path.full(), bytes));
            size += some.size();
        }
        try (var network = new SmallNetwork();
                var ledger = ledger(network)) {
            long before = network.channel.height();
            for (long from = 0; from < EVENTS; from += BETWEEN_SEALS) {
                seal(ledger, from, Math.min(from + BETWEEN_SEALS, EVENTS));
            }
            return new Measured(
                    Measured.Score.once(EVENTS * MEGABYTE / bytes(network.channel, before)),
                    Measured.Score.once(MEGABYTE / each()));
        }
    }

    private FabricLedger ledger(SmallNetwork network) {
        var settings = network.settings(network.channel.client, 0);
        return new FabricLedger(
                settings, new SealingRules(ORIGIN, key.key()), new SealsInMemory(), InstantSource.system());
    }

    private Seal.OnChannel seal(FabricLedger ledger, long from, long size) {
        var note = Note.signed(new Checkpoint(ORIGIN, log.head(size)).text(), key);
        var sealing = ledger.seal(note, from == 0 ? List.of() : log.consistencyProof(from, size));
        if (sealing instanceof Sealing.Sealed(Seal.OnChannel seal)) return seal;
        throw new IllegalStateException("not sealed: " + sealing);
    }

    private static long bytes(TestChannel channel, long from) {
        return LongStream.range(from, channel.height())
                .map(number -> channel.block(number).length)
                .sum();
    }

    /** Bytes of a transaction that writes one record, alone in its block. */
    private static double each() {
        var channel = TestChannel.bft(4, 3);
        channel.define("records");
        long before = channel.height();
        var records = new RecordStream(1, 100).iterator();
        for (int i = 0; i < SINGLE; i++) {
            var record = records.next();
            channel.write("records", record.id().toString(), record.encode());
        }
        return (double) bytes(channel, before) / SINGLE;
    }

    private Measured checked() throws GeneralSecurityException {
        log.append(0, List.of(new byte[32])).tiles().forEach((path, bytes) -> tiles.put(path.full(), bytes));
        try (var network = new SmallNetwork();
                var ledger = ledger(network)) {
            var seal = seal(ledger, 0, 1);
            var claim = Seal.OnChannel.claim(
                    Optional.of(network.channel.genesis()),
                    "seals",
                    Checkpoint.parse(seal.note().text()));
            var client = network.channel.client;
            byte[] message = "a message".getBytes(StandardCharsets.UTF_8);
            byte[] signature = client.sign(message);
            var verifying = Signature.getInstance("SHA256withECDSA");
            double[] best = VerifyBench.best(
                    () -> FabricVerification.verify(seal.proof(), claim).holds(), () -> {
                        try {
                            boolean right = true;
                            for (int i = 0; i < SIGNATURES; i++) {
                                verifying.initVerify(client.certificate());
                                verifying.update(message);
                                right &= verifying.verify(signature);
                            }
                            return right;
                        } catch (GeneralSecurityException e) {
                            throw new IllegalStateException(e);
                        }
                    });
            return new Measured(Measured.Score.once(best[0] / 1e3), Measured.Score.once(best[1] / 1e3));
        }
    }
}
