package org.wegweis.evidence.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wegweis.evidence.fabric.FabricStep.Code;
import org.wegweis.evidence.fabric.FabricStep.Result;

/** What some of a channel's members could sign together, and what it is worth. */
class ForgedProofTest {
    private static final String SEAL = "seal";
    private static final String KEY = "seal/log.example+0000000000000000007";
    private static final byte[] VALUE = "the seal".getBytes(StandardCharsets.UTF_8);

    private final TestChannel channel = TestChannel.bft(4, 3);

    private FabricReport judged() {
        return judged(channel.read(SEAL, KEY));
    }

    private FabricReport judged(byte[]... reads) {
        return judged(FabricProof.collect(channel, List.of(reads), KEY));
    }

    private FabricReport judged(FabricProof proof) {
        return FabricVerification.verify(proof, new Claim(Optional.of(channel.genesis()), SEAL, KEY));
    }

    private static Code failing(FabricReport report) {
        assertThat(report.sealed()).isEmpty();
        return report.steps().stream()
                .filter(step -> step.result() == Result.DOES_NOT_HOLD)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static byte[] policy(Written envelope) {
        return new Written().message(1, envelope).bytes();
    }

    @Nested
    class Ordering {
        @Test
        void any_quorum_of_four_or_seven_or_one_is_enough() {
            for (int orderers : List.of(1, 4, 5, 7)) {
                var any = TestChannel.bft(orderers, 3);
                any.define(SEAL);
                any.signers = any.signers.subList(orderers - Orderers.quorum(orderers), orderers);
                any.write(SEAL, KEY, VALUE);
                var proof = FabricProof.collect(any, List.of(any.read(SEAL, KEY)), KEY);
                assertThat(FabricVerification.verify(proof, new Claim(Optional.of(any.genesis()), SEAL, KEY))
                                .holds())
                        .as("%d orderers", orderers)
                        .isTrue();
            }
        }

        @Test
        void a_quorum_of_any_number() {
            assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 10).stream().map(Orderers::quorum))
                    .containsExactly(1, 2, 2, 3, 4, 4, 5, 7);
        }

        @Test
        void fewer_than_a_quorum_are_not_enough() {
            channel.define(SEAL);
            channel.signers = List.of(1, 2);
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_BLOCK);
        }

        @Test
        void one_of_them_twice_is_not_enough() {
            channel.define(SEAL);
            channel.signers = List.of(1, 2, 2);
            channel.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            assertThat(failing(judged(proof))).isEqualTo(Code.LEDGER_BLOCK);
            // not even as they stand in the block: each signature is genuine
            var block = Block.read(channel.block(2)).about(0);
            assertThat(block.signatures()).hasSize(3);
            assertThat(failing(judged(
                            new FabricProof(proof.configs(), proof.definitions(), block.bytes(), proof.reads()))))
                    .isEqualTo(Code.LEDGER_BLOCK);
        }

        @Test
        void one_key_under_two_numbers_counts_once() {
            channel.consenters.put(2, channel.consenters.get(1));
            channel.configure();
            channel.define(SEAL);
            channel.signers = List.of(1, 2, 3);
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_BLOCK);
        }

        @Test
        void who_was_an_orderer_before_counts_no_longer() {
            channel.define(SEAL);
            var removed = channel.consenters.get(4);
            channel.consenters.put(4, channel.ordering.get(3).issue("new", "orderer"));
            channel.configure();
            channel.consenters.put(4, removed);
            channel.signers = List.of(2, 3, 4);
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_BLOCK);
        }

        /** Nothing that lies offline shows what came later: a quorum that signs a fork has signed a fork. */
        @Test
        void whoever_knows_the_next_config_takes_no_block_that_names_the_last() {
            channel.define(SEAL);
            channel.signers = List.of(1, 2, 3);
            channel.consenters.remove(4);
            channel.configure();
            channel.lastConfig = Optional.of(0L);
            channel.write(SEAL, KEY, VALUE);
            var fork = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            assertThat(judged(fork).holds()).isTrue();
            channel.lastConfig = Optional.empty();
            channel.write(SEAL, "other", VALUE);
            var known = FabricProof.collect(channel, List.of(channel.read(SEAL, "other")), "other")
                    .configs();
            assertThat(known).hasSize(2);
            assertThat(failing(judged(new FabricProof(known, fork.definitions(), fork.seal(), fork.reads()))))
                    .isEqualTo(Code.LEDGER_BLOCK);
        }

        @Test
        void a_new_orderer_takes_over_and_the_old_ones_sign_that() {
            channel.define(SEAL);
            channel.consenters.put(5, channel.ordering.getFirst().issue("fifth", "orderer"));
            channel.configure();
            channel.signers = List.of(2, 3, 4, 5);
            channel.write(SEAL, KEY, VALUE);
            assertThat(judged().holds()).isTrue();
        }

        @Test
        void a_config_that_strangers_signed_is_none() {
            channel.define(SEAL);
            for (int i = 1; i <= 4; i++)
                channel.consenters.put(i, channel.ordering.get(i - 1).issue("evil", "orderer"));
            channel.configure();
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_CONFIGS);
        }

        @Test
        void no_config_is_left_out() {
            channel.define(SEAL);
            channel.configure();
            channel.configure();
            channel.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            assertThat(judged(proof).holds()).isTrue();
            for (int i = 0; i < 3; i++) {
                var without = new ArrayList<>(proof.configs());
                without.remove(i);
                assertThat(judged(new FabricProof(without, proof.definitions(), proof.seal(), proof.reads()))
                                .holds())
                        .isFalse();
            }
        }

        @Test
        void the_numbers_of_configs_have_no_gap() {
            channel.define(SEAL);
            channel.sequence++;
            channel.configure();
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_CONFIGS);
        }

        @Test
        void an_orderer_whose_certificate_is_revoked_counts_no_longer() {
            channel.define(SEAL);
            channel.revoked.add(channel.consenters.get(1));
            channel.configure();
            channel.signers = List.of(1, 2, 3);
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_BLOCK);
        }

        @Test
        void with_raft_one_signs_and_the_report_says_what_that_is_worth() {
            var raft = TestChannel.raft(3, 3);
            raft.define(SEAL);
            raft.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(raft, List.of(raft.read(SEAL, KEY)), KEY);
            var report = FabricVerification.verify(proof, new Claim(Optional.of(raft.genesis()), SEAL, KEY));
            assertThat(report.holds()).isTrue();
            assertThat(report.caveats()).containsExactly(Caveat.ONE_ORDERER_SIGNS);
        }

        @Test
        void a_channel_that_came_from_raft_keeps_the_caveat() {
            var raft = TestChannel.raft(4, 3);
            raft.define(SEAL);
            raft.next = ChannelConfig.Consensus.BFT;
            raft.configure();
            raft.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(raft, List.of(raft.read(SEAL, KEY)), KEY);
            var report = FabricVerification.verify(proof, new Claim(Optional.of(raft.genesis()), SEAL, KEY));
            assertThat(report.holds()).isTrue();
            assertThat(report.caveats()).containsExactly(Caveat.ONE_ORDERER_SIGNS);
            assertThat(report.steps().get(2).caveat()).isEmpty();
        }

        @Test
        void with_raft_a_peer_signs_no_blocks() {
            var raft = TestChannel.raft(3, 3);
            raft.define(SEAL);
            raft.consenters.put(1, raft.peers.getFirst());
            raft.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(raft, List.of(raft.read(SEAL, KEY)), KEY);
            assertThat(failing(FabricVerification.verify(proof, new Claim(Optional.of(raft.genesis()), SEAL, KEY))))
                    .isEqualTo(Code.LEDGER_BLOCK);
        }
    }

    @Nested
    class Endorsers {
        @Test
        void one_of_three_organisations_is_too_few() {
            channel.define(SEAL);
            var all = channel.peers;
            channel.peers = all.subList(0, 1);
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_ENDORSED);
        }

        @Test
        void two_peers_of_one_organisation_are_one_organisation() {
            channel.define(SEAL);
            var all = channel.peers;
            channel.peers = List.of(all.getFirst(), channel.endorsing.getFirst().issue("second", "peer"));
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_ENDORSED);
        }

        @Test
        void one_peer_twice_is_refused() {
            channel.define(SEAL);
            var all = channel.peers;
            channel.peers = List.of(all.get(0), all.get(1), all.get(1));
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void a_client_is_no_peer() {
            channel.define(SEAL);
            var all = channel.peers;
            channel.peers = List.of(all.getFirst(), channel.endorsing.get(1).issue("clerk", "client"));
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_ENDORSED);
        }

        @Test
        void an_orderer_s_organisation_does_not_endorse() {
            channel.define(SEAL);
            var all = channel.peers;
            channel.peers = List.of(all.getFirst(), channel.ordering.getFirst().issue("peer", "peer"));
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void another_organisation_of_the_same_name_is_another() {
            channel.define(SEAL);
            var all = channel.peers;
            channel.peers = List.of(all.getFirst(), new TestCertifier("Peer2MSP").issue("peer", "peer"));
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void whose_certificate_is_revoked_counts_no_longer() {
            channel.define(SEAL);
            channel.revoked.add(channel.peers.get(1));
            channel.configure();
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void a_certificate_that_has_ended_still_counts_as_it_does_in_fabric() {
            channel.define(SEAL);
            channel.peers.set(1, channel.endorsing.get(1).issue("short", "peer", Duration.ofHours(1)));
            channel.write(SEAL, KEY, VALUE);
            assertThat(judged().holds()).isTrue();
        }

        @Test
        void the_client_s_certificate_may_be_of_any_organisation_of_the_channel_and_of_no_other() {
            channel.define(SEAL);
            channel.client = new TestCertifier("Peer1MSP").issue("stranger", "client");
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_TRANSACTION);
        }
    }

    @Nested
    class Definitions {
        @Test
        void the_one_in_force_is_the_one_that_the_endorsers_have_read() {
            var two = policy(TestChannel.signaturePolicy(
                    List.of(TestChannel.principal("Peer1MSP", 3), TestChannel.principal("Peer2MSP", 3)), 1));
            channel.define(SEAL, Optional.of(two), 1);
            channel.define(SEAL);
            var all = channel.peers;
            channel.peers = all.subList(0, 1);
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            assertThat(failing(judged(proof))).isEqualTo(Code.LEDGER_ENDORSED);
            // under the older one it would do
            byte[] older = Orderers.chosen(
                            Block.read(channel.block(1)).about(0), ChannelConfig.read(Block.read(channel.block(0))))
                    .bytes();
            assertThat(failing(judged(new FabricProof(proof.configs(), List.of(older), proof.seal(), proof.reads()))))
                    .isEqualTo(Code.LEDGER_DEFINITION);
        }

        @Test
        void one_that_changes_no_policy_leads_back_to_the_one_that_did() {
            var one = policy(TestChannel.signaturePolicy(List.of(TestChannel.principal("Peer1MSP", 3)), 1));
            channel.define(SEAL, Optional.of(one), 1);
            channel.define(SEAL, Optional.empty(), 2);
            channel.define(SEAL, Optional.empty(), 3);
            var all = channel.peers;
            channel.peers = all.subList(0, 1);
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            assertThat(proof.definitions()).hasSize(3);
            assertThat(judged(proof).holds()).isTrue();
            for (int i = 0; i < 3; i++) {
                var without = new ArrayList<>(proof.definitions());
                without.remove(i);
                assertThat(failing(judged(new FabricProof(proof.configs(), without, proof.seal(), proof.reads()))))
                        .isEqualTo(Code.LEDGER_DEFINITION);
            }
        }

        @Test
        void more_of_them_than_are_needed_are_refused() {
            channel.define(SEAL);
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            byte[] older = Orderers.chosen(
                            Block.read(channel.block(1)).about(0), ChannelConfig.read(Block.read(channel.block(0))))
                    .bytes();
            var more = List.of(older, proof.definitions().getFirst());
            assertThat(failing(judged(new FabricProof(proof.configs(), more, proof.seal(), proof.reads()))))
                    .isEqualTo(Code.LEDGER_DEFINITION);
        }

        @Test
        void one_organisation_alone_defines_nothing() {
            var all = channel.peers;
            channel.peers = all.subList(0, 1);
            channel.define(SEAL);
            channel.peers = all;
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_DEFINITION);
        }

        @Test
        void a_rule_counts_each_signer_once() {
            var twice = policy(TestChannel.signaturePolicy(
                    List.of(TestChannel.principal("Peer1MSP", 3), TestChannel.principal("Peer1MSP", 0)), 2));
            channel.define(SEAL, Optional.of(twice), 1);
            var all = channel.peers;
            channel.peers = all.subList(0, 1);
            channel.write(SEAL, KEY, VALUE);
            channel.peers = all;
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_ENDORSED);
        }
    }

    @Nested
    class Certifying {
        private final TestCertifier root = channel.endorsing.get(1);
        private final TestCertifier intermediate = root.below();

        private FabricReport sealedBy(TestCertifier certifier, String unit) {
            channel.endorsing.set(1, intermediate);
            channel.configure();
            channel.peers.set(1, certifier.issue("peer", unit));
            channel.define(SEAL);
            channel.peers = channel.peers.subList(0, 2);
            channel.write(SEAL, KEY, VALUE);
            return judged();
        }

        @Test
        void an_intermediate_authority_certifies_for_its_root() {
            assertThat(sealedBy(intermediate, "peer").holds()).isTrue();
        }

        @Test
        void the_root_above_it_certifies_nobody_directly() {
            assertThat(failing(sealedBy(root, "peer"))).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void nor_does_another_one_below_the_root() {
            assertThat(failing(sealedBy(root.below(), "peer"))).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void a_member_without_a_role_is_none_where_roles_are_known() {
            assertThat(failing(sealedBy(intermediate, "gardener"))).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void a_member_of_two_roles_is_none() {
            assertThat(failing(sealedBy(intermediate, "peer,OU=client"))).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void an_authority_is_no_peer() {
            channel.define(SEAL);
            channel.peers.set(1, root.itself());
            channel.write(SEAL, KEY, VALUE);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void a_unit_counts_with_those_who_certify_it() {
            byte[] der = root.der();
            assertThat(demanding(TestChannel.unit("Peer2MSP", "peer", der)).holds())
                    .isTrue();
            assertThat(failing(demanding(TestChannel.unit("Peer2MSP", "peer", der, der))))
                    .isEqualTo(Code.LEDGER_ENDORSED);
            assertThat(failing(demanding(TestChannel.unit("Peer2MSP", "gardener", der))))
                    .isEqualTo(Code.LEDGER_ENDORSED);
        }

        @Test
        void one_alone_may_be_meant() {
            assertThat(demanding(TestChannel.one(channel.peers.get(2))).holds()).isTrue();
            assertThat(failing(demanding(TestChannel.one(root.issue("peer", "peer")))))
                    .isEqualTo(Code.LEDGER_ENDORSED);
        }

        @Test
        void an_admin_is_one_by_unit() {
            assertThat(failing(demanding(TestChannel.principal("Peer2MSP", 1)))).isEqualTo(Code.LEDGER_ENDORSED);
            channel.peers.add(root.issue("admin", "admin"));
            assertThat(demanding(TestChannel.principal("Peer2MSP", 1)).holds()).isTrue();
        }

        private FabricReport demanding(Written principal) {
            var all = List.copyOf(channel.peers);
            channel.define(SEAL, Optional.of(policy(TestChannel.signaturePolicy(List.of(principal), 1))), 1);
            channel.write(SEAL, KEY, VALUE);
            channel.peers = new ArrayList<>(all.subList(0, 3));
            return judged();
        }
    }

    @Nested
    class Reads {
        @Test
        void of_a_version_before_prove_nothing() {
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            byte[] before = channel.read(SEAL, KEY);
            channel.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(channel, List.of(before), KEY);
            assertThat(judged(proof).holds()).isTrue();
            var later = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            assertThat(failing(
                            judged(new FabricProof(proof.configs(), proof.definitions(), later.seal(), proof.reads()))))
                    .isEqualTo(Code.LEDGER_VALID);
        }

        @Test
        void that_show_another_value_prove_nothing() {
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            byte[] other = channel.read(SEAL, KEY, new Version(2, 0), new byte[] {1});
            assertThat(failing(judged(other))).isEqualTo(Code.LEDGER_VALID);
        }

        @Test
        void of_another_transaction_of_the_block_prove_nothing() {
            channel.define(SEAL);
            channel.writeAmongOthers(SEAL, KEY, VALUE);
            assertThat(judged().holds()).isTrue();
            byte[] other = channel.read(SEAL, KEY, new Version(2, 0), VALUE);
            assertThat(judged(other).holds()).isFalse();
        }

        @Test
        void by_one_organisation_are_too_few() {
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            channel.peers = channel.peers.subList(0, 1);
            assertThat(failing(judged())).isEqualTo(Code.LEDGER_VALID);
        }

        @Test
        void by_two_peers_of_one_organisation_are_too_few() {
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            byte[] first = alone(channel.peers.getFirst());
            byte[] second = alone(channel.endorsing.getFirst().issue("second", "peer"));
            assertThat(failing(judged(first, second))).isEqualTo(Code.LEDGER_VALID);
            var proof = FabricProof.collect(channel, List.of(first), KEY);
            byte[] other = Transaction.read(Message.read(second, 1, 2).bytes(2))
                    .asRead(Transaction.read(Message.read(second, 1, 2).bytes(2))
                            .endorsements());
            assertThat(failing(judged(new FabricProof(
                            proof.configs(),
                            proof.definitions(),
                            proof.seal(),
                            List.of(proof.reads().getFirst(), other)))))
                    .isEqualTo(Code.LEDGER_VALID);
        }

        @Test
        void one_after_the_other_are_as_good_as_together() {
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            byte[] third = alone(channel.peers.get(2));
            byte[] first = alone(channel.peers.get(0));
            assertThat(judged(third, first).holds()).isTrue();
        }

        @Test
        void by_clients_are_none() {
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            channel.peers = List.of(
                    channel.endorsing.get(0).issue("clerk", "client"),
                    channel.endorsing.get(1).issue("clerk", "client"));
            var clerks =
                    Transaction.read(Message.read(channel.read(SEAL, KEY), 1, 2).bytes(2));
            assertThat(failing(judged(new FabricProof(
                            proof.configs(),
                            proof.definitions(),
                            proof.seal(),
                            List.of(clerks.asRead(clerks.endorsements()))))))
                    .isEqualTo(Code.LEDGER_VALID);
        }

        @Test
        void that_show_nothing_are_left_out_of_a_proof() {
            channel.define(SEAL);
            channel.write(SEAL, KEY, VALUE);
            channel.peers.set(0, new TestCertifier("Peer1MSP").issue("peer", "peer"));
            channel.peers.add(channel.endorsing.getFirst().issue("clerk", "client"));
            assertThat(judged().holds()).isTrue();
        }

        private byte[] alone(TestCertifier.Identity peer) {
            var all = channel.peers;
            channel.peers = List.of(peer);
            byte[] read = channel.read(SEAL, KEY);
            channel.peers = all;
            return read;
        }
    }

    @Nested
    class Splits {
        /** The hash is over the envelopes joined, so it is the same. */
        @Test
        void two_transactions_are_not_passed_off_as_one() {
            channel.define(SEAL);
            channel.writeAmongOthers(SEAL, KEY, VALUE);
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            assertThat(judged(proof).holds()).isTrue();
            var block = Block.parse(proof.seal());
            byte[] joined = Stream.of(
                            block.envelopes().get(1), block.envelopes().get(2))
                    .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes, (_, _) -> {})
                    .toByteArray();
            var bent = new Block(
                    block.number(),
                    block.previous(),
                    block.dataHash(),
                    List.of(block.envelopes().get(0), joined),
                    block.signed(),
                    block.signatures(),
                    new byte[] {Block.NOT_LOOKED_AT, Block.VALID});
            assertThat(failing(
                            judged(new FabricProof(proof.configs(), proof.definitions(), bent.bytes(), proof.reads()))))
                    .isEqualTo(Code.LEDGER_GENESIS);
        }
    }

    @Nested
    class Channels {
        @Test
        void a_block_of_another_channel_of_the_same_people_is_refused() {
            var sibling = channel.sibling("other");
            for (var one : List.of(channel, sibling)) {
                one.define(SEAL);
                one.write(SEAL, KEY, VALUE);
            }
            var proof = FabricProof.collect(channel, List.of(channel.read(SEAL, KEY)), KEY);
            var other = FabricProof.collect(sibling, List.of(sibling.read(SEAL, KEY)), KEY);
            assertThat(judged(proof).holds()).isTrue();
            assertThat(failing(judged(other))).isEqualTo(Code.LEDGER_GENESIS);
            assertThat(judged(new FabricProof(proof.configs(), other.definitions(), other.seal(), other.reads()))
                            .holds())
                    .isFalse();
            assertThat(failing(
                            judged(new FabricProof(proof.configs(), proof.definitions(), other.seal(), proof.reads()))))
                    .isIn(Code.LEDGER_TRANSACTION, Code.LEDGER_CONFIGS);
            assertThat(failing(
                            judged(new FabricProof(proof.configs(), proof.definitions(), proof.seal(), other.reads()))))
                    .isEqualTo(Code.LEDGER_VALID);
        }

        @Test
        void another_chaincode_is_another_claim() {
            channel.define("imitation");
            channel.write("imitation", KEY, VALUE);
            var proof = FabricProof.collect(channel, List.of(channel.read("imitation", KEY)), KEY);
            assertThat(failing(judged(proof))).isEqualTo(Code.LEDGER_TRANSACTION);
        }

        @Test
        void without_the_chaincode_s_definition_there_is_no_proof() {
            channel.write(SEAL, KEY, VALUE);
            byte[] read = channel.read(SEAL, KEY);
            assertThatExceptionOfType(Broken.class).isThrownBy(() -> FabricProof.collect(channel, List.of(read), KEY));
        }
    }
}
