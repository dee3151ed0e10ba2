package org.wegweis.kernel.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.certificate.CertificateTest.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.waste.Mass;

/** Whatever comes in whatever order: no gram is lost or counted twice. Beside it runs a slow and obvious ledger. */
class AnyOrderOfLoadsTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void masses_stay_balanced_to_the_gram(long seed) {
        var random = new Random(seed);
        var valid = submitted().and(confirm(FAR.minusYears(10))).state();
        State state = valid;
        Map<Integer, Long> drawn = new HashMap<>();
        Map<Integer, Long> settled = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int number = random.nextInt(12);
            long grams = random.nextLong(4) * 50_000_000 + random.nextLong(2);
            Command command = random.nextBoolean() ? draw(number, new Mass(grams)) : settle(number, new Mass(grams));
            boolean expected = command instanceof Command.Draw
                    ? !drawn.containsKey(number)
                    : drawn.containsKey(number) && !Long.valueOf(grams).equals(settled.get(number));
            var decision = Certificate.decide(command, state);
            assertThat(decision instanceof Decision.Accepted).as("%s", command).isEqualTo(expected);
            if (!(decision instanceof Decision.Accepted(var event))) continue;
            (command instanceof Command.Draw ? drawn : settled).put(number, grams);
            events.add(event);
            state = Certificate.evolve(state, event);

            long onTheRoad = drawn.entrySet().stream()
                    .filter(load -> !settled.containsKey(load.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            long accepted = settled.values().stream().mapToLong(it -> it).sum();
            var balance = ((State.Existing) state).file().balance();
            assertThat(balance.onTheRoad()).isEqualTo(new Mass(onTheRoad));
            assertThat(balance.accepted()).isEqualTo(new Mass(accepted));
            boolean over = onTheRoad + accepted > THOUSAND_TONNES.grams();
            assertThat(flagged(event)).isEqualTo(over);
        }
        assertThat(replayed(valid, events)).as("replayed").isEqualTo(state);
    }

    private static boolean flagged(Event event) {
        return switch (event) {
            case Event.Drawn drawn -> drawn.flags().contains(Flag.OVER_QUANTITY);
            case Event.Settled settled -> settled.flags().contains(Flag.OVER_QUANTITY);
            default -> false;
        };
    }

    /** From the records' JSON, as the store would. */
    private static State replayed(State state, List<Event> events) {
        for (var event : events) {
            state = Certificate.evolve(state, (Event) Events.event(EventContracts.record(event)));
        }
        return state;
    }
}
