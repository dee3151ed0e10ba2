package org.wegweis.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.DUPLICATE_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.PHANTOM_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wegweis.chaincode.contract.GrowingLog;
import org.wegweis.chaincode.network.Consortium;
import org.wegweis.chaincode.network.Endorsed;
import org.wegweis.chaincode.network.Proposals;
import org.wegweis.chaincode.network.Simulated;
import org.wegweis.kernel.json.Json;

/** Four organisations run the contract; the town owns a log, two of its bridges seal it. */
class SealChaincodeTest {
    private static final String TOWN = "TownMSP";
    private static final String COUNTY = "CountyMSP";
    private static final String STATE = "StateMSP";
    private static final String UNION = "UnionMSP";
    private static final String[] ALL = {TOWN, COUNTY, STATE, UNION};

    private static Consortium consortium;
    private static int logs;

    private final Proposals proposals = new Proposals("seals", new byte[] {1}, 1_700_000_000);
    private final GrowingLog log = new GrowingLog("log" + logs++ + ".example");
    private int transactions;

    @BeforeAll
    static void the_peers_start() {
        consortium = new Consortium(ALL);
    }

    @AfterAll
    static void the_peers_stop() {
        consortium.close();
    }

    @BeforeEach
    void the_town_s_log_is_registered() {
        assertThat(consortium.commit(endorse(ALL, TOWN, "register", log.origin(), log.vkey(), "waste-routes")))
                .containsExactly(VALID);
    }

    @Test
    void the_service_names_the_package_that_it_runs() {
        assertThat(consortium.peer(TOWN).contractId()).isEqualTo("seals:0123456789abcdef");
    }

    @Test
    void a_majority_seals_without_the_owner() {
        var sealing = endorse(List.of(COUNTY, STATE, UNION), COUNTY, seal(5, ""));
        assertThat(consortium.commit(sealing)).containsExactly(VALID);
        assertThat(sealing.simulated().event().map(ChaincodeEvent::getEventName))
                .contains("sealed");
        assertThat(read("latest", log.origin())).contains("\"answer\":\"seal\"").contains("\"size\":5");
    }

    @Test
    void half_of_them_is_no_majority() {
        assertThat(consortium.commit(endorse(List.of(TOWN, COUNTY), TOWN, seal(5, ""))))
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(read("latest", log.origin())).isEqualTo("{\"answer\":\"nothing\"}");
    }

    @Test
    void of_two_that_seal_at_once_one_gets_through_and_the_other_learns_the_first_answer() {
        var one = endorse(ALL, TOWN, seal(5, ""));
        var other = endorse(ALL, TOWN, seal(5, ""));
        assertThat(consortium.commit(one, other)).containsExactly(VALID, MVCC_READ_CONFLICT);
        var again = endorse(ALL, TOWN, seal(5, ""));
        assertThat(again.simulated().text()).isEqualTo(one.simulated().text());
        assertThat(again.simulated().set().getWritesList()).isEmpty();
        assertThat(again.simulated().event()).isEmpty();
    }

    @Test
    void of_two_larger_heads_at_once_one_gets_through_and_the_other_does_not_extend_it() {
        consortium.commit(endorse(ALL, TOWN, seal(5, "")));
        var one = endorse(ALL, TOWN, seal(300, log.proof(5, 300)));
        var other = endorse(ALL, COUNTY, seal(9, log.proof(5, 9)));
        assertThat(consortium.commit(one, other)).containsExactly(VALID, MVCC_READ_CONFLICT);
        assertThat(endorse(ALL, COUNTY, seal(9, log.proof(5, 9))).simulated().text())
                .contains("\"error\":\"DOES_NOT_EXTEND\"");
    }

    @Test
    void whoever_seals_at_the_same_time_leaves_one_line_of_heads() throws Exception {
        consortium.commit(endorse(ALL, TOWN, seal(5, "")));
        var together = new CyclicBarrier(8);
        var running = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                together.await(30, TimeUnit.SECONDS);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return endorse(ALL, TOWN, "together" + i, seal(10 + i, log.proof(5, 10 + i)));
                        },
                        task -> Thread.ofPlatform().start(task)))
                .toList();
        var endorsed = new ArrayList<Endorsed>();
        for (var each : running) endorsed.add(each.get(30, TimeUnit.SECONDS));
        var codes = consortium.commit(endorsed.toArray(Endorsed[]::new));
        assertThat(codes.getFirst()).isEqualTo(VALID);
        assertThat(codes.subList(1, 8)).containsOnly(MVCC_READ_CONFLICT);
    }

    @Test
    void a_head_sealed_while_the_key_is_rotated_does_not_slip_through() {
        var rotation = endorse(
                ALL, TOWN, "rotateKey", log.origin(), log.newSigner().key().toString());
        var sealing = endorse(ALL, TOWN, seal(5, ""));
        assertThat(consortium.commit(rotation, sealing)).containsExactly(VALID, MVCC_READ_CONFLICT);
        assertThat(endorse(ALL, TOWN, seal(5, "")).simulated().text()).contains("\"error\":\"UNKNOWN_LOG\"");
    }

    @Test
    void an_equivocation_is_committed_and_told() {
        consortium.commit(endorse(ALL, TOWN, seal(5, "")));
        var caught = endorse(ALL, COUNTY, "seal", log.lie(5, 1).toString(), "");
        assertThat(consortium.commit(caught)).containsExactly(VALID);
        assertThat(caught.simulated().text()).contains("\"answer\":\"equivocation\"");
        assertThat(caught.simulated().event().map(ChaincodeEvent::getEventName)).contains("equivocation");
        assertThat(read("equivocations", log.origin()))
                .contains(quoted(log.lie(5, 1).toString()));
        assertThat(read("latest", log.origin())).contains(quoted(log.note(5).toString()));
    }

    @Test
    void a_refusal_is_a_message_of_status_400_and_endorsed_by_nobody() {
        var refused = endorse(ALL, TOWN, "seal", "hello", "");
        assertThat(refused.simulated().response().getStatus()).isEqualTo(400);
        assertThat(refused.simulated().response().getMessage()).startsWith("{\"argument\":\"checkpointNote\"");
        assertThat(consortium.commit(refused)).containsExactly(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void a_megabyte_is_refused_before_it_is_looked_at() {
        var refused = endorse(ALL, TOWN, "seal", "a".repeat(1 << 20), "").simulated();
        assertThat(refused.text()).contains("NOTE_TOO_LONG");
        assertThat(refused.set().getReadsList()).isEmpty();
    }

    @Test
    void a_call_without_a_creator_owns_nothing() {
        var call = Proposals.utf8("register", "nobody.example", log.vkey(), "waste-routes");
        var nobody = consortium.peer(TOWN).simulate(proposals.of("", "nobody" + log.origin(), call));
        assertThat(nobody.response().getStatus()).isEqualTo(400);
    }

    @Test
    void a_key_is_rotated_by_the_owner_s_peer_and_the_majority_together() {
        String[] rotate = {"rotateKey", log.origin(), log.newSigner().key().toString()};
        assertThat(consortium.commit(endorse(List.of(COUNTY, STATE, UNION), TOWN, rotate)))
                .as("a majority without the owner's peer")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(consortium.commit(endorse(List.of(TOWN), TOWN, rotate)))
                .as("the owner's peer without a majority")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(read("log", log.origin())).contains(log.vkey());
        assertThat(consortium.commit(endorse(List.of(TOWN, COUNTY, STATE), TOWN, rotate)))
                .containsExactly(VALID);
        assertThat(read("log", log.origin())).contains(rotate[2]);
        assertThat(read("changes", log.origin())).contains(log.vkey()).contains(rotate[2]);
    }

    @Test
    void nobody_else_s_certificate_rotates_a_key_whoever_endorses() {
        var foreign = endorse(
                ALL, COUNTY, "rotateKey", log.origin(), log.newSigner().key().toString());
        assertThat(foreign.simulated().text()).contains("\"error\":\"NOT_THE_OWNER\"");
    }

    @Test
    void a_log_changes_hands_with_the_word_of_both_and_the_majority() {
        assertThat(consortium.commit(endorse(List.of(COUNTY, STATE, UNION), TOWN, "handOver", log.origin(), COUNTY)))
                .as("without the owner's peer")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(consortium.commit(endorse(List.of(TOWN, STATE, UNION), TOWN, "handOver", log.origin(), COUNTY)))
                .containsExactly(VALID);
        String[] accept = {"acceptOwnership", log.origin()};
        assertThat(consortium.commit(endorse(List.of(TOWN, STATE, UNION), COUNTY, accept)))
                .as("without the new owner's peer")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(consortium.commit(endorse(List.of(COUNTY, STATE, UNION), COUNTY, accept)))
                .as("without the old owner's peer")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(consortium.commit(endorse(List.of(TOWN, COUNTY), COUNTY, accept)))
                .as("without a majority")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(consortium.commit(endorse(List.of(TOWN, COUNTY, UNION), COUNTY, accept)))
                .containsExactly(VALID);

        String[] rotate = {"rotateKey", log.origin(), log.newSigner().key().toString()};
        assertThat(endorse(ALL, TOWN, rotate).simulated().text()).contains("\"error\":\"NOT_THE_OWNER\"");
        assertThat(consortium.commit(endorse(List.of(TOWN, STATE, UNION), COUNTY, rotate)))
                .as("the old owner's peer counts for nothing now")
                .containsExactly(ENDORSEMENT_POLICY_FAILURE);
        assertThat(consortium.commit(endorse(List.of(COUNTY, STATE, UNION), COUNTY, rotate)))
                .containsExactly(VALID);
    }

    @Test
    void an_offer_to_an_organisation_that_does_not_exist_freezes_nothing() {
        consortium.commit(endorse(ALL, TOWN, "handOver", log.origin(), "CuontyMSP"));
        assertThat(consortium.commit(endorse(ALL, TOWN, "handOver", log.origin(), COUNTY)))
                .containsExactly(VALID);
        assertThat(consortium.commit(endorse(ALL, COUNTY, "acceptOwnership", log.origin())))
                .containsExactly(VALID);
    }

    @Test
    void a_history_longer_than_one_answer_of_the_peer_comes_in_order() {
        var sizes = IntStream.rangeClosed(1, 25).map(i -> i * i).toArray();
        for (int i = 0; i < sizes.length; i++) {
            String proof = i == 0 ? "" : log.proof(sizes[i - 1], sizes[i]);
            assertThat(consortium.commit(endorse(ALL, TOWN, seal(sizes[i], proof))))
                    .containsExactly(VALID);
        }
        assertThat(sizes(read("history", log.origin(), "0", "100")))
                .containsExactlyElementsOf(
                        Arrays.stream(sizes).asLongStream().boxed().toList());
        assertThat(sizes(read("history", log.origin(), "100", "4"))).containsExactly(121L, 144L, 169L, 196L);
        assertThat(sizes(read("history", log.origin(), "625", "100"))).isEmpty();
    }

    @Test
    void what_changes_something_asks_for_no_range() {
        consortium.commit(endorse(ALL, TOWN, seal(5, "")));
        var calls = List.of(
                new String[] {"register", "new" + log.origin(), new GrowingLog("new" + log.origin()).vkey(), "x"},
                new String[] {"seal", log.note(9).toString(), log.proof(5, 9)},
                new String[] {"seal", log.lie(5, 1).toString(), ""},
                new String[] {"rotateKey", log.origin(), log.newSigner().key().toString()},
                new String[] {"handOver", log.origin(), COUNTY});
        for (var call : calls) {
            var simulated = endorse(ALL, TOWN, call).simulated();
            assertThat(simulated.set().getWritesList()).as(call[0]).isNotEmpty();
            assertThat(simulated.set().getRangeQueriesInfoList()).as(call[0]).isEmpty();
        }
    }

    @Test
    void a_reading_that_is_ordered_holds_only_if_nothing_came_between() {
        var before = endorse(ALL, TOWN, "history", log.origin(), "0", "100");
        assertThat(consortium.commit(endorse(ALL, TOWN, seal(5, "")), before))
                .containsExactly(VALID, PHANTOM_READ_CONFLICT);
        assertThat(consortium.commit(before)).containsExactly(DUPLICATE_TXID);
    }

    @Test
    void a_seal_is_no_more_than_a_head_its_note_its_key_and_where_it_came_from() {
        var sealing = endorse(ALL, TOWN, seal(5, "")).simulated();
        assertThat(sealing.set().getWritesList().stream().map(KVWrite::getKey))
                .containsExactly("latest/" + log.origin(), "seal/" + log.origin() + "+0000000000000000005");
        var seal = (Json.Obj) Json.parse(sealing.set().getWrites(1).getValue().toByteArray());
        assertThat(seal.members().keySet()).containsExactly("note", "origin", "root", "size", "transaction", "vkey");
    }

    /** Two networks, other machines, other clocks, other nonces: the same bytes. */
    @Test
    void the_same_calls_read_and_write_the_same_bytes_everywhere() {
        var script = script();
        assertThat(replay(script, new Random(1))).isEqualTo(replay(script, new Random(2)));
    }

    private List<String[]> script() {
        var next = log.newSigner();
        var script = new ArrayList<String[]>();
        script.add(new String[] {TOWN, "register", log.origin(), log.vkey(), "waste-routes"});
        script.add(new String[] {TOWN, "seal", log.note(5).toString(), ""});
        script.add(new String[] {COUNTY, "seal", log.lie(5, 1).toString(), ""});
        script.add(new String[] {COUNTY, "seal", log.note(9).toString(), log.proof(5, 9)});
        script.add(new String[] {COUNTY, "seal", log.note(9).toString(), ""});
        script.add(new String[] {COUNTY, "seal", log.note(7).toString(), ""});
        script.add(new String[] {TOWN, "handOver", log.origin(), COUNTY});
        script.add(new String[] {TOWN, "rotateKey", log.origin(), next.key().toString()});
        script.add(new String[] {COUNTY, "acceptOwnership", log.origin()});
        log.signWith(next);
        script.add(new String[] {UNION, "seal", log.note(300).toString(), log.proof(9, 300)});
        script.add(new String[] {UNION, "history", log.origin(), "0", "100"});
        script.add(new String[] {UNION, "changes", log.origin()});
        script.add(new String[] {UNION, "logs"});
        return script;
    }

    private static List<Simulated> replay(List<String[]> script, Random random) {
        var results = new ArrayList<Simulated>();
        try (var network = new Consortium(TOWN, COUNTY)) {
            for (var call : script) {
                byte[] nonce = new byte[24];
                random.nextBytes(nonce);
                var proposal = new Proposals("seals", nonce, random.nextLong(2_000_000_000))
                        .of(call[0], "tx" + results.size(), Proposals.utf8(Arrays.copyOfRange(call, 1, call.length)));
                var endorsed = network.endorse(proposal, List.of(TOWN, COUNTY));
                network.commit(endorsed);
                results.add(endorsed.simulated());
            }
            assertThat(network.peer(TOWN).state())
                    .isEqualTo(network.peer(COUNTY).state());
        }
        return results;
    }

    private String[] seal(long size, String proof) {
        return new String[] {"seal", log.note(size).toString(), proof};
    }

    private Endorsed endorse(String[] endorsers, String submitter, String... call) {
        return endorse(List.of(endorsers), submitter, call);
    }

    private Endorsed endorse(List<String> endorsers, String submitter, String... call) {
        return consortium.endorse(propose(submitter, log.origin() + "/" + transactions++, call), endorsers);
    }

    private Endorsed endorse(String[] endorsers, String submitter, String transaction, String[] call) {
        return consortium.endorse(propose(submitter, log.origin() + transaction, call), List.of(endorsers));
    }

    private SignedProposal propose(String submitter, String transaction, String... call) {
        return proposals.of(submitter, transaction, Proposals.utf8(call));
    }

    private String read(String... call) {
        return endorse(ALL, STATE, call).simulated().text();
    }

    private static String quoted(String note) {
        return new Json.Text(note).canonical();
    }

    private static List<Long> sizes(String history) {
        return Pattern.compile("\"size\":(\\d+)")
                .matcher(history)
                .results()
                .map(size -> Long.valueOf(size.group(1)))
                .toList();
    }
}
