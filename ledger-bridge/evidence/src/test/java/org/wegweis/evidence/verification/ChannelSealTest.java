package org.wegweis.evidence.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.fabric.TestChannel;
import org.wegweis.evidence.log.Head;
import org.wegweis.evidence.log.TreeHash;
import org.wegweis.evidence.note.Checkpoint;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.pack.Container;
import org.wegweis.evidence.pack.GenuinePackage;
import org.wegweis.evidence.verification.Step.Code;
import org.wegweis.evidence.verification.Step.Result;

/** A package whose head a consortium has sealed. Its operator may write anything in it but that. */
class ChannelSealTest {
    private static final GenuinePackage GENUINE = new GenuinePackage(31);
    private static final TestChannel CHANNEL = TestChannel.bft(4, 3);
    private static final byte[] FILE = GENUINE.sealedOn(CHANNEL);
    private static final byte[] CHECKPOINT =
            Objects.requireNonNull(Container.read(FILE).parts().get("checkpoint.txt"));
    private static final Trust TRUST = GENUINE.trust(CHANNEL);
    private static final EnumSet<Code> CHANNEL_STEPS = EnumSet.range(Code.LEDGER_GENESIS, Code.INDEPENDENTLY_SEALED);

    private static Report verify(byte[] file, Trust trust) {
        return Verification.verify(file, Optional.of(trust));
    }

    private static SequencedMap<String, byte[]> parts(byte[] file) {
        return new LinkedHashMap<>(Container.read(file).parts());
    }

    /** As the operator itself could pack it. */
    private static byte[] resealed(Map<String, byte[]> parts) {
        return GenuinePackage.resealed(parts, GENUINE.consignment(), GENUINE.seal);
    }

    /** The package with the ledger's parts of another seal. */
    private static byte[] withSeal(TestChannel channel, Note note) {
        var parts = parts(FILE);
        parts.keySet().removeIf(name -> name.startsWith("ledger/"));
        parts.putAll(GenuinePackage.sealed(channel, note).proof().parts());
        return resealed(parts);
    }

    private static List<Code> with(Report report, Result result) {
        return report.steps().stream()
                .filter(step -> step.result() == result && CHANNEL_STEPS.contains(step.code()))
                .map(Step::code)
                .toList();
    }

    private static List<Code> failing(Report report) {
        return with(report, Result.DOES_NOT_HOLD);
    }

    private static Note note(Head head) {
        return Note.signed(new Checkpoint(TRUST.origin(), head).text(), GENUINE.logKey);
    }

    private static Head head() {
        return Checkpoint.parse(Note.parse(CHECKPOINT).text()).head();
    }

    @Test
    void it_holds_against_the_channel_s_first_block_and_says_who_sealed() {
        var report = verify(FILE, TRUST);
        assertThat(report.outcome()).isEqualTo(Report.Outcome.HOLDS);
        assertThat(with(report, Result.HOLDS)).containsExactlyElementsOf(CHANNEL_STEPS);
        assertThat(report.steps()).extracting(Step::code).doesNotContain(Code.LEDGER_SEALED);
        assertThat(report.steps().getLast().sentence().english())
                .isEqualTo(
                        "Peers of Peer1MSP, Peer2MSP, Peer3MSP have sealed this very checkpoint: channel seals, block 2.");
    }

    @Test
    void without_a_trust_file_nobody_says_whether_it_is_the_right_channel() {
        var report = Verification.verify(FILE, Optional.empty());
        assertThat(report.outcome()).isEqualTo(Report.Outcome.HOLDS_TOGETHER);
        assertThat(with(report, Result.NOT_CHECKED)).containsExactly(Code.LEDGER_GENESIS, Code.INDEPENDENTLY_SEALED);
    }

    @Test
    void the_same_people_on_a_channel_of_their_own_seal_nothing() {
        assertThat(failing(verify(GENUINE.sealedOn(TestChannel.bft(4, 3)), TRUST)))
                .containsExactly(Code.LEDGER_GENESIS);
    }

    @Test
    void a_trust_file_that_calls_the_channel_or_the_contract_otherwise_is_not_met() {
        var genesis = CHANNEL.genesis();
        assertThat(failing(verify(FILE, on(new Trust.Channel("other", "seals", genesis)))))
                .containsExactly(Code.INDEPENDENTLY_SEALED);
        assertThat(failing(verify(FILE, on(new Trust.Channel("seals", "other", genesis)))))
                .containsExactly(Code.LEDGER_TRANSACTION);
    }

    private static Trust on(Trust.Ledger ledger) {
        return new Trust(TRUST.origin(), TRUST.logKey(), ledger, TRUST.sealCertificates())
                .witnessedBy(TRUST.witnesses());
    }

    @Test
    void one_kind_of_ledger_does_not_stand_in_for_the_other() {
        assertThat(failing(verify(FILE, GENUINE.trust()))).containsExactly(Code.LEDGER_GENESIS);
        assertThat(verify(GENUINE.file(), TRUST).steps())
                .filteredOn(step -> step.result() == Result.DOES_NOT_HOLD)
                .extracting(Step::code)
                .containsExactly(Code.LEDGER_SEALED);
    }

    @Test
    void two_kinds_of_seals_in_one_package_are_one_too_many() {
        var parts = parts(FILE);
        parts.put("seal.txt", parts(GENUINE.file()).get("seal.txt"));
        assertThat(failing(verify(resealed(parts), TRUST))).containsExactly(Code.LEDGER_GENESIS);
    }

    @Test
    void the_seal_of_another_head_seals_nothing_here() {
        var smaller = new Head(head().size() - 1, TreeHash.leaf(new byte[] {1}));
        assertThat(failing(verify(withSeal(CHANNEL, note(smaller)), TRUST))).isNotEmpty();
    }

    @Test
    void another_head_of_the_same_size_under_the_log_s_own_signature_does_not_hold() {
        var channel = TestChannel.bft(4, 3);
        var other = note(new Head(head().size(), TreeHash.leaf(new byte[] {1})));
        var report = verify(withSeal(channel, other), GENUINE.trust(channel));
        assertThat(failing(report)).containsExactly(Code.INDEPENDENTLY_SEALED);
    }

    @Test
    void what_one_organisation_alone_has_sealed_is_not_sealed_independently() {
        var channel = TestChannel.bft(4, 1);
        var report = verify(GENUINE.sealedOn(channel), GENUINE.trust(channel));
        assertThat(with(report, Result.NOT_CHECKED)).containsExactly(Code.INDEPENDENTLY_SEALED);
        assertThat(report.steps().getLast().sentence().english())
                .isEqualTo("One organisation alone has sealed: Peer1MSP.");
    }

    @Test
    void with_raft_it_holds_and_says_that_one_orderer_could_forge_a_block() {
        var channel = TestChannel.raft(4, 3);
        var report = verify(GENUINE.sealedOn(channel), GENUINE.trust(channel));
        assertThat(report.outcome()).isEqualTo(Report.Outcome.HOLDS);
        assertThat(report.steps())
                .filteredOn(step -> step.code() == Code.LEDGER_BLOCK)
                .extracting(step -> step.sentence().english())
                .singleElement()
                .asString()
                .contains("a single operator could forge a block");
    }

    @Test
    void no_change_to_the_ledger_s_parts_is_accepted_even_under_the_operator_s_seal() {
        var accepted = Collections.synchronizedList(new ArrayList<String>());
        for (var part : parts(FILE).sequencedEntrySet()) {
            if (!part.getKey().startsWith("ledger/")) continue;
            byte[] genuine = part.getValue();
            IntStream.range(0, genuine.length / 31).parallel().forEach(i -> {
                var random = new Random(i);
                byte[] bent = genuine.clone();
                bent[i * 31 + random.nextInt(31)] ^= (byte) (1 + random.nextInt(255));
                var parts = parts(FILE);
                parts.put(part.getKey(), bent);
                if (!Arrays.equals(bent, genuine)
                        && failing(verify(resealed(parts), TRUST)).isEmpty()) {
                    accepted.add(part.getKey() + " seed " + i);
                }
            });
        }
        assertThat(accepted).isEmpty();
    }
}
