package org.wegweis.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A crowd that is turned away comes again one after the other. */
class ComingAgainTest {
    private final ComingAgain comingAgain = new ComingAgain();

    private Duration last(int turnedAway, long now) {
        for (int i = 1; i < turnedAway; i++) comingAgain.after(now);
        return comingAgain.after(now);
    }

    @Test
    void who_is_turned_away_alone_comes_after_a_second() {
        assertThat(last(1, 0)).hasSeconds(1);
    }

    @Test
    void of_a_thousand_the_last_comes_two_seconds_after_the_first() {
        assertThat(last(1_001, 0)).hasSeconds(3);
    }

    @Test
    void nobody_is_told_to_wait_for_more_than_half_a_minute() {
        assertThat(last(100_000, 0)).hasSeconds(30);
    }

    @Test
    void when_the_crowd_is_gone_it_is_a_second_again() {
        comingAgain.after(0);
        assertThat(last(1, Duration.ofMinutes(1).toNanos())).hasSeconds(1);
    }
}
