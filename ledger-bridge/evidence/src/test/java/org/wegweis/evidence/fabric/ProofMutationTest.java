package org.wegweis.evidence.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A proof has one form: no part of it can be changed, at any depth, so that it still holds. */
class ProofMutationTest {
    private static final String SEAL = "ledger/seal.pb";

    /** Whose blocks. */
    enum Network {
        RECORDED,
        BFT,
        RAFT
    }

    private record Genuine(FabricProof proof, Claim claim) {}

    private static Genuine genuine(Network network) {
        if (network == Network.RECORDED) {
            Recorded.assumeThere();
            return new Genuine(Recorded.proof(), Recorded.claim());
        }
        var channel = network == Network.BFT ? TestChannel.bft(4, 3) : TestChannel.raft(3, 3);
        channel.define("seal");
        channel.configure();
        channel.define("seal", Optional.empty(), 2);
        channel.writeAmongOthers("seal", "key", new byte[] {7, 8, 9});
        var proof = FabricProof.collect(channel, List.of(channel.read("seal", "key")), "key");
        return new Genuine(proof, new Claim(Optional.of(channel.genesis()), "seal", "key"));
    }

    @ParameterizedTest
    @EnumSource
    void no_mutant_holds(Network network) {
        var genuine = genuine(network);
        assertThat(FabricVerification.verify(genuine.proof, genuine.claim).holds())
                .isTrue();
        var mutants = new ArrayList<Map.Entry<String, Map<String, byte[]>>>();
        genuine.proof.parts().forEach((name, part) -> {
            var all = new LinkedHashMap<String, byte[]>();
            Mutants.fields(part, (how, bytes) -> all.put(name + how, bytes));
            Mutants.bytes(
                    part, name.contains("configs") ? 300 : 1_200, (how, bytes) -> all.put(name + " " + how, bytes));
            Mutants.lengths(part, 50, (how, bytes) -> all.put(name + " " + how, bytes));
            all.put(name + " nothing", new byte[0]);
            all.forEach((how, bytes) -> {
                if (!Arrays.equals(bytes, part)) {
                    mutants.add(Map.entry(how, Mutants.with(genuine.proof, name, bytes)));
                }
            });
        });
        mutants.addAll(arrangements(genuine.proof));
        var accepted = Collections.synchronizedList(new ArrayList<String>());
        mutants.parallelStream().forEach(mutant -> {
            if (FabricVerification.verify(mutant.getValue(), genuine.claim).steps().stream()
                    .noneMatch(step -> step.result() == FabricStep.Result.DOES_NOT_HOLD)) {
                accepted.add(mutant.getKey());
            }
        });
        assertThat(accepted).isEmpty();
        assertThat(mutants.size()).isGreaterThan(5_000);
    }

    /** Parts away, added, and in the place of each other. */
    private static List<Map.Entry<String, Map<String, byte[]>>> arrangements(FabricProof proof) {
        var all = new ArrayList<Map.Entry<String, Map<String, byte[]>>>();
        proof.parts().forEach((name, part) -> {
            var without = new LinkedHashMap<>(proof.parts());
            without.remove(name);
            all.add(Map.entry(name + " away", without));
            proof.parts().forEach((other, itsPart) -> {
                if (!other.equals(name)) all.add(Map.entry(name + " is " + other, Mutants.with(proof, name, itsPart)));
            });
            Stream.of("configs", "definitions", "reads").forEach(kind -> {
                long next = proof.parts().keySet().stream()
                        .filter(one -> one.contains(kind))
                        .count();
                String added = "ledger/%s/%04d.pb".formatted(kind, next);
                all.add(Map.entry(name + " as " + added, Mutants.with(proof, added, part)));
            });
        });
        all.add(Map.entry("one more", Mutants.with(proof, "ledger/more.pb", proof.seal())));
        all.add(Map.entry(
                "too large", Mutants.with(proof, SEAL, Arrays.copyOf(proof.seal(), FabricProof.LARGEST + 1))));
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void signatures_and_endorsements_are_no_fewer_no_more_and_in_order(Network network) {
        var genuine = genuine(network);
        var block = Block.parse(genuine.proof.seal());
        var fewer = block.signatures().subList(1, block.signatures().size());
        assertThat(holds(genuine, block.signedBy(fewer))).isFalse();
        var twice = new ArrayList<>(fewer);
        twice.add(fewer.isEmpty() ? block.signatures().getFirst() : fewer.getLast());
        if (!fewer.isEmpty()) assertThat(holds(genuine, block.signedBy(twice))).isFalse();
        var more = new ArrayList<>(block.signatures());
        more.add(block.signatures().getLast());
        assertThat(holds(genuine, block.signedBy(more))).isFalse();
        if (block.signatures().size() == 1) return; // of one there is no order
        assertThat(holds(genuine, block.signedBy(block.signatures().reversed())))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void reads_are_by_different_organisations_no_fewer_no_more_and_in_order(Network network) {
        var genuine = genuine(network);
        var read = Transaction.parseRead(genuine.proof.reads().getFirst());
        var two = read.endorsements();
        assertThat(two).hasSize(2);
        assertThat(shows(genuine, read.asRead(two))).isTrue();
        assertThat(shows(genuine, read.asRead(two.reversed()))).isFalse();
        assertThat(shows(genuine, read.asRead(two.subList(0, 1)))).isFalse();
        assertThat(shows(genuine, read.asRead(List.of(two.getFirst(), two.getFirst()))))
                .isFalse();
        assertThat(shows(genuine, read.asRead(List.of()))).isFalse();
        assertThat(shows(genuine, read.asRead(two.subList(0, 1)), read.asRead(two.subList(1, 2))))
                .isFalse();
    }

    private static boolean shows(Genuine genuine, byte[]... reads) {
        var proof = genuine.proof;
        return FabricVerification.verify(
                        new FabricProof(proof.configs(), proof.definitions(), proof.seal(), List.of(reads)),
                        genuine.claim)
                .holds();
    }

    private static boolean holds(Genuine genuine, Block seal) {
        var proof = genuine.proof;
        return FabricVerification.verify(
                        new FabricProof(proof.configs(), proof.definitions(), seal.bytes(), proof.reads()),
                        genuine.claim)
                .holds();
    }
}
