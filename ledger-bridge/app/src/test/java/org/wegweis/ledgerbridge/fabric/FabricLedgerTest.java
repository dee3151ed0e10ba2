package org.wegweis.ledgerbridge.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wegweis.chaincode.contract.GrowingLog;
import org.wegweis.evidence.fabric.TestCertifier.Identity;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.evidence.seal.LedgerAway;
import org.wegweis.evidence.seal.LedgerAway.At;
import org.wegweis.evidence.seal.Refusal;
import org.wegweis.evidence.seal.Seal;
import org.wegweis.evidence.seal.Sealing;
import org.wegweis.evidence.seal.SealingRules;
import org.wegweis.kernel.record.Hash;

/** What may go wrong between a bridge and a channel: nothing wrong is reported as sealed, and nothing is sealed twice. */
class FabricLedgerTest {
    private static SmallNetwork network;
    private static int logs;

    private final GrowingLog log = new GrowingLog("log" + logs++ + ".example");
    private final List<FabricLedger> open = new ArrayList<>();

    @BeforeAll
    static void the_channel_begins() {
        network = new SmallNetwork();
    }

    @AfterAll
    static void the_channel_ends() {
        network.close();
    }

    @AfterEach
    void everybody_is_there_and_honest_again() {
        open.forEach(FabricLedger::close);
        network.away.clear();
        for (int i = 0; i < SmallNetwork.MEMBERS.size(); i++) network.gateway(i).behave();
    }

    private FabricLedger bridge(Integer... peers) {
        return bridge(network.settings(network.channel.client, peers));
    }

    private FabricLedger bridge(FabricSettings settings) {
        var rules = new SealingRules(log.origin(), NoteKey.parse(log.vkey()));
        var ledger = new FabricLedger(settings, rules, new SealsInMemory(), InstantSource.system());
        open.add(ledger);
        return ledger;
    }

    private Sealing seal(FabricLedger bridge, long from, long size) {
        return bridge.seal(log.note(size), from == 0 ? List.of() : log.hashes(from, size));
    }

    private void assertSealed(FabricLedger bridge, long from, long size) {
        assertThat(seal(bridge, from, size))
                .isInstanceOfSatisfying(
                        Sealing.Sealed.class,
                        its -> assertThat(its.seal().head()).isEqualTo(log.head(size)));
        assertThat(bridge.latest()).get().extracting(seal -> seal.head().size()).isEqualTo(size);
    }

    private void assertAway(FabricLedger bridge, At at, String says, long from, long size) {
        var before = bridge.history(0, 100);
        assertThatExceptionOfType(LedgerAway.class)
                .isThrownBy(() -> seal(bridge, from, size))
                .withMessageContaining(says)
                .satisfies(away -> assertThat(away.at()).isEqualTo(at));
        assertThat(bridge.history(0, 100)).isEqualTo(before);
    }

    @Test
    void the_next_peer_is_asked_when_one_is_away() {
        var bridge = bridge(0, 1, 2);
        assertSealed(bridge, 0, 5);
        network.away.add("Peer1MSP");
        assertSealed(bridge, 5, 9);
        network.away.clear();
        network.away.add("Peer2MSP");
        assertSealed(bridge, 9, 12);
    }

    @Test
    void while_too_few_organisations_are_there_nothing_is_sealed_and_later_one_seal_covers_all() {
        var bridge = bridge(0, 1, 2);
        assertSealed(bridge, 0, 5);
        network.away.addAll(List.of("Peer2MSP", "Peer3MSP"));
        int ordered = network.ordered();
        assertAway(bridge, At.ENDORSE, "no combination of peers", 5, 9);
        assertAway(bridge, At.ENDORSE, "the peer has gone", 5, 12);
        assertThat(network.ordered()).isEqualTo(ordered);
        network.away.clear();
        assertSealed(bridge, 5, 300);
        assertThat(bridge.history(0, 10)).extracting(seal -> seal.head().size()).containsExactly(5L, 300L);
    }

    @Test
    void when_the_answer_to_a_submission_is_lost_the_next_start_finds_out_and_seals_nothing_twice() {
        var bridge = bridge(0);
        assertSealed(bridge, 0, 5);
        network.gateway(0).afterOrdering = () -> {
            throw GatewayOfPeer.unavailable();
        };
        assertAway(bridge, At.SUBMIT, "the peer has gone", 5, 9);
        int ordered = network.ordered();
        network.gateway(0).behave();
        assertSealed(bridge(0), 5, 9);
        assertThat(network.ordered()).isEqualTo(ordered);
    }

    @Test
    void another_peer_tells_how_a_submission_ended() {
        var bridge = bridge(0, 1);
        assertSealed(bridge, 0, 5);
        int ordered = network.ordered();
        network.gateway(0).afterOrdering = () -> network.away.add("Peer1MSP");
        assertSealed(bridge, 5, 9);
        assertThat(network.ordered()).isEqualTo(ordered + 1);
    }

    @Test
    void a_submission_that_did_not_reach_the_orderers_is_made_again() {
        var bridge = bridge(0, 1);
        assertSealed(bridge, 0, 5);
        network.gateway(0).beforeOrdering = () -> {
            throw GatewayOfPeer.unavailable();
        };
        assertSealed(bridge, 5, 9);
    }

    @Test
    void who_was_overtaken_by_the_same_head_gets_its_seal() {
        var bridge = bridge(0);
        var other = bridge(1);
        assertSealed(bridge, 0, 5);
        network.gateway(0).beforeOrdering = () -> assertSealed(other, 5, 9);
        assertSealed(bridge, 5, 9);
        assertThat(other.latest()).get().extracting(Seal::head).isEqualTo(log.head(9));
    }

    @Test
    void who_was_overtaken_by_a_larger_head_is_told_that_it_does_not_extend_that() {
        var bridge = bridge(0);
        var other = bridge(1);
        assertSealed(bridge, 0, 5);
        network.gateway(0).beforeOrdering = () -> assertSealed(other, 5, 300);
        assertThat(seal(bridge, 5, 9)).isEqualTo(new Sealing.Refused(Refusal.DOES_NOT_EXTEND));
        assertThat(bridge.latest()).get().extracting(Seal::head).isEqualTo(log.head(300));
    }

    @Test
    void of_bridges_that_seal_at_once_all_end_with_one_line_of_heads() {
        assertSealed(bridge(0), 0, 5);
        var running = Stream.of(0, 1, 2, 0, 1, 2)
                .map(peer -> bridge(peer))
                .map(bridge -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return seal(bridge, 5, 9);
                            } catch (LedgerAway e) {
                                assertThat(e.at()).isEqualTo(At.COMMIT_REFUSED);
                                return e;
                            }
                        },
                        task -> Thread.ofPlatform().start(task)))
                .toList();
        running.forEach(CompletableFuture::join);
        var late = bridge(1);
        assertSealed(late, 5, 9);
        assertThat(late.history(0, 10)).extracting(Seal::head).containsExactly(log.head(9));
        long valid = running.stream()
                .filter(answer -> answer.join() instanceof Sealing.Sealed)
                .count();
        assertThat(valid).isPositive();
    }

    @Test
    void a_bridge_that_comes_later_finds_an_older_head_too() {
        var bridge = bridge(0);
        assertSealed(bridge, 0, 5);
        assertSealed(bridge, 5, 9);
        var later = bridge(1);
        assertThat(seal(later, 0, 5)).isInstanceOf(Sealing.Sealed.class);
        assertThat(later.history(0, 10)).extracting(Seal::head).containsExactly(log.head(5), log.head(9));
    }

    @Test
    void a_peer_that_invents_a_seal_is_not_believed() {
        var bridge = bridge(0, 1);
        assertSealed(bridge, 0, 5);
        // what the log has signed, and nobody sealed
        network.gateway(0).tells = _ -> answer(log.note(300).toString());
        assertSealed(bridge, 5, 9);
        var alone = bridge(0);
        assertAway(alone, At.PROOF, "the read does not show the key", 5, 12);
        assertThat(alone.latest()).isEmpty();
    }

    private static byte[] answer(String note) {
        return "{\"answer\":\"seal\",\"seal\":{\"note\":\"%s\",\"transaction\":\"1\"}}"
                .formatted(note.replace("\n", "\\n"))
                .getBytes(UTF_8);
    }

    @Test
    void a_peer_that_shows_one_head_and_proves_another_is_not_believed() {
        var bridge = bridge(0);
        assertSealed(bridge, 0, 5);
        network.gateway(0).tells = _ -> answer(log.lie(5, 1).toString());
        var alone = bridge(0);
        assertAway(alone, At.PROOF, "the channel holds another head than the peer says", 5, 9);
        assertThat(alone.latest()).isEmpty();
    }

    @Test
    void a_peer_that_hands_out_another_call_is_not_believed() {
        var bridge = bridge(0);
        assertSealed(bridge, 0, 5);
        var other = network.gateway(0).lastHandedOut();
        network.gateway(0).handsOut = _ -> other;
        int ordered = network.ordered();
        assertAway(bridge, At.ENDORSE, "the peers answer with another head", 5, 9);
        assertThat(network.ordered()).isEqualTo(ordered);
    }

    @Test
    void a_peer_that_knows_nothing_of_seals_hides_none_from_the_others() {
        var bridge = bridge(0, 1);
        assertSealed(bridge, 0, 5);
        network.gateway(0).tells = _ -> "{\"answer\":\"nothing\"}".getBytes(UTF_8);
        // the contract tells the honest ones that it is sealed; the liar shows no seal of it
        assertThat(seal(bridge, 0, 5)).isInstanceOf(Sealing.Sealed.class);
        var fresh = bridge(0);
        assertAway(fresh, At.PROOF, "no peer shows the seal of 5 entries", 0, 5);
    }

    @Test
    void peers_that_lag_behind_the_block_are_asked_again() {
        var bridge = bridge(0);
        assertSealed(bridge, 0, 5);
        var looks = new AtomicInteger();
        network.gateway(0).afterOrdering = () ->
                network.gateway(0).tells = answer -> looks.incrementAndGet() < 3 ? "behind".getBytes(UTF_8) : answer;
        assertSealed(bridge, 5, 9);
        assertThat(looks).hasValue(3);
    }

    @Test
    void a_refusal_for_which_nothing_proved_speaks_is_trouble_and_not_the_end() {
        var bridge = bridge(0);
        assertSealed(bridge, 0, 5);
        network.gateway(0).handsOut = _ -> {
            throw GatewayOfPeer.refused("{\"error\":\"DOES_NOT_EXTEND\",\"says\":\"a lie\"}", SmallNetwork.MEMBERS);
        };
        assertAway(bridge, At.ENDORSE, "DOES_NOT_EXTEND: a lie", 5, 9);
        network.gateway(0).behave();
        assertSealed(bridge, 5, 9);
    }

    @Test
    void endorsements_that_are_not_genuine_show_nothing() {
        var bridge = bridge(0);
        assertSealed(bridge, 0, 5);
        network.gateway(0).handsOut = SmallNetwork::withOtherSignatures;
        var alone = bridge(0);
        assertAway(alone, At.PROOF, "unreadable: 0 parts of a kind", 5, 9);
        assertThat(alone.latest()).isEmpty();
    }

    @Test
    void what_lies_on_another_channel_counts_for_nothing() {
        assertSealed(bridge(0), 0, 5);
        var wrong = network.settings(network.channel.client, 0).pinnedTo(Hash.of(new byte[Hash.LENGTH]));
        assertAway(bridge(wrong), At.PROOF, "it is another one", 5, 9);
    }

    @Test
    void the_channel_s_config_changes_while_the_bridge_runs() {
        var bridge = bridge(0, 1);
        assertSealed(bridge, 0, 5);
        network.channel.configure();
        assertSealed(bridge, 5, 9);
        network.channel.configure();
        network.channel.configure();
        assertSealed(bridge, 9, 12);
        assertThat(seal(bridge(0), 0, 5)).isInstanceOf(Sealing.Sealed.class);
    }

    @Test
    void under_an_origin_that_somebody_has_registered_with_another_key_nothing_is_sealed() {
        assertSealed(bridge(0), 0, 5);
        log.signWith(log.newSigner());
        assertAway(bridge(1), At.PROOF, "another key than the log's", 5, 9);
    }

    @Test
    void a_certificate_that_has_ended_is_named_and_its_successor_needs_no_restart(@TempDir Path folder)
            throws Exception {
        var ended = network.channel.endorsing.getFirst().issue("bridge", "client", Duration.ofDays(1));
        var settings = inFiles(folder, ended);
        var bridge = bridge(settings);
        assertAway(bridge, At.QUERY, "this bridge's certificate has ended at 2026-01-02T00:00:00Z", 0, 5);
        assertThat(bridge.certificateEndsAt()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        write(folder, network.channel.endorsing.getFirst().issue("bridge", "client"));
        assertSealed(bridge, 0, 5);
    }

    @Test
    void a_key_that_cannot_be_read_is_named_and_never_shown(@TempDir Path folder) throws Exception {
        var settings = inFiles(folder, network.channel.client);
        var bridge = bridge(settings);
        Files.writeString(
                folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> seal(bridge, 0, 5))
                .hasMessageContaining("this bridge's key is none")
                .hasMessageNotContaining("c2VjcmV0");
        Files.delete(folder.resolve("key.pem"));
        assertThatThrownBy(() -> seal(bridge, 0, 5)).hasMessageContaining("key.pem cannot be read");
    }

    private static FabricSettings inFiles(Path folder, Identity client) throws Exception {
        write(folder, client);
        var given = network.settings(client, 0);
        return new FabricSettings(
                given.channel(),
                given.chaincode(),
                given.genesis(),
                given.mspId(),
                folder.resolve("certificate.pem").toString(),
                folder.resolve("key.pem").toString(),
                given.peers(),
                given.organisations(),
                given.kind(),
                given.patience(),
                given.commitPatience());
    }

    private static void write(Path folder, Identity client) throws Exception {
        Files.writeString(folder.resolve("certificate.pem"), SmallNetwork.pem(client.certificate()));
        Files.writeString(folder.resolve("key.pem"), SmallNetwork.pem(client.key()));
    }
}
