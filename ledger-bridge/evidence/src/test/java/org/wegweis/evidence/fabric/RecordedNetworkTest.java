package org.wegweis.evidence.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.fabric.FabricStep.Code;
import org.wegweis.evidence.fabric.FabricStep.Result;
import org.wegweis.kernel.record.Hash;

/** What a real network has written is a proof, and says what was written there. */
class RecordedNetworkTest {
    @BeforeAll
    static void recorded() {
        Recorded.assumeThere();
    }

    @Test
    void its_seal_is_proved() {
        var report = FabricVerification.verify(Recorded.proof(), Recorded.claim());
        assertThat(report.steps()).allMatch(step -> step.result() == Result.HOLDS, "holds");
        assertThat(report.steps()).extracting(FabricStep::code).containsExactly(Code.values());
        assertThat(report.caveats()).isEmpty();
        assertThat(report.holds()).isTrue();
        var sealed = report.sealed().orElseThrow();
        assertThat(sealed)
                .usingRecursiveComparison()
                .isEqualTo(new Sealed(
                        "seals",
                        Recorded.CHAINCODE,
                        Recorded.KEY,
                        Recorded.VALUE.getBytes(StandardCharsets.UTF_8),
                        48,
                        0,
                        Recorded.TRANSACTION,
                        List.of("Peer1MSP", "Peer2MSP")));
    }

    @Test
    void the_next_block_names_the_hash_of_the_first() {
        assertThat(Hash.of(Block.read(Recorded.block(1)).previous())).isEqualTo(Recorded.genesis());
    }

    @Test
    void its_parts_are_read_as_they_are_written() {
        var proof = Recorded.proof();
        var again = FabricProof.of(proof.parts());
        assertThat(again.parts()).containsExactlyEntriesOf(proof.parts());
        assertThat(proof.parts())
                .containsOnlyKeys(
                        "ledger/configs/0000.pb",
                        "ledger/definitions/0000.pb",
                        "ledger/seal.pb",
                        "ledger/reads/0000.pb");
    }

    @Test
    void without_a_trusted_first_block_it_only_holds_together() {
        var claim = new Claim(Optional.empty(), Recorded.CHAINCODE, Recorded.KEY);
        var report = FabricVerification.verify(Recorded.proof(), claim);
        assertThat(report.holds()).isFalse();
        assertThat(report.steps().getFirst().result()).isEqualTo(Result.NOT_CHECKED);
        assertThat(report.steps().stream().skip(1)).allMatch(step -> step.result() == Result.HOLDS);
        assertThat(report.sealed()).isPresent();
    }

    @Test
    void another_first_block_is_refused() {
        var claim = new Claim(Optional.of(Hash.sha256(new byte[] {1})), Recorded.CHAINCODE, Recorded.KEY);
        var report = FabricVerification.verify(Recorded.proof(), claim);
        assertThat(report.steps().getFirst().result()).isEqualTo(Result.DOES_NOT_HOLD);
        assertThat(report.sealed()).isEmpty();
    }

    @Test
    void another_seal_of_the_same_channel_is_not_the_one_that_was_read() {
        var proof = Recorded.proof();
        var other = Block.read(Recorded.block(47)).about(0);
        var genesis = ChannelConfig.read(Block.read(Recorded.block(0)));
        byte[] seal = Orderers.chosen(other, genesis).bytes();
        var changed = new FabricProof(proof.configs(), proof.definitions(), seal, proof.reads());
        assertThat(failing(changed)).isEqualTo(Code.LEDGER_VALID);
    }

    @Test
    void what_peers_add_is_not_in_the_one_form() {
        var proof = Recorded.proof();
        var changed = new FabricProof(proof.configs(), proof.definitions(), Recorded.block(48), proof.reads());
        assertThat(FabricVerification.verify(changed, Recorded.claim()).holds()).isFalse();
    }

    @Test
    void a_key_that_the_read_does_not_show_makes_no_proof() {
        assertThatExceptionOfType(Broken.class)
                .isThrownBy(() -> FabricProof.collect(Recorded::block, List.of(Recorded.read()), "checkpoint-000002"));
    }

    private static Code failing(FabricProof proof) {
        return FabricVerification.verify(proof, Recorded.claim()).steps().stream()
                .filter(step -> step.result() == Result.DOES_NOT_HOLD)
                .findFirst()
                .orElseThrow()
                .code();
    }
}
