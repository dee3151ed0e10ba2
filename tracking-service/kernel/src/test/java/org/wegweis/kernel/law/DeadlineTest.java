package org.wegweis.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wegweis.kernel.waste.Mass;

class DeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "RECEIPT_ACKNOWLEDGED, 2026-11-24, 2026-12-06", // a Sunday
        "CERTIFICATE_DECIDED, 2026-11-24, 2026-12-24", // Christmas Eve
        "CERTIFICATE_DECIDED, 2026-11-25, 2026-12-25", // a public holiday, and still the last day
        "CONFIRMATION_VALID, 2028-02-29, 2033-02-28",
        "DECLARATIONS_VALID, 2026-11-24, 2031-11-24",
        "NOTE_TO_THE_AUTHORITY, 2026-02-20, 2026-03-02",
        "NOTE_FORWARDED, 2024-02-20, 2024-03-01",
        "PROOF_FOR_A_FORMER_HOLDER, 2026-12-24, 2027-01-03",
        "SENT_AGAIN_AFTER_AN_OUTAGE, 2026-11-24, 2026-12-04",
        "REGISTERED, 2026-11-24, 2026-12-04",
        "REGISTER_KEPT, 2026-11-24, 2029-11-24",
        "REGISTER_OF_DEALERS_DELETED, 2026-11-24, 2029-11-24",
        "PRACTICE_PLANT_STATES, 2026-11-24, 2026-11-29",
        "PRACTICE_NOTE_ARRIVES, 2026-11-24, 2026-12-09",
        "PRACTICE_ON_THE_ROAD, 2026-11-24, 2026-12-01",
    })
    @Shows(Rule.CALENDAR_DAYS)
    void a_period_ends_with_its_last_calendar_day(Deadline deadline, LocalDate started, LocalDate last) {
        assertThat(deadline.lastDay(started)).isEqualTo(last);
    }

    @Test
    @Shows(Rule.CALENDAR_DAYS)
    void it_is_over_at_midnight_in_Berlin() {
        // 23:30 in Berlin; in summer two hours ahead of UTC, in winter one
        assertThat(Deadline.NOTE_TO_THE_AUTHORITY.over(Instant.parse("2026-10-20T21:30:00Z")))
                .isEqualTo("2026-10-30T23:00:00Z");
        assertThat(Deadline.NOTE_TO_THE_AUTHORITY.over(Instant.parse("2026-10-20T22:30:00Z")))
                .as("already the 21st")
                .isEqualTo("2026-10-31T23:00:00Z");
        assertThat(Deadline.NOTE_TO_THE_AUTHORITY.over(Instant.parse("2026-06-01T12:00:00Z")))
                .isEqualTo("2026-06-11T22:00:00Z");
    }

    @Test
    void what_authorities_only_practise_is_no_law() {
        for (var deadline : Deadline.values()) {
            assertThat(deadline.law()).isEqualTo(!deadline.name().startsWith("PRACTICE"));
            assertThat(deadline.from()).isNotBlank();
            assertThat(deadline.german()).isNotBlank();
        }
    }

    @Test
    void a_limit_itself_is_not_exceeded() {
        assertThat(MassLimit.COLLECTED_AT_A_SITE.mass()).isEqualTo(Mass.ofKilograms(20_000));
        assertThat(MassLimit.SMALL_AMOUNT.mass()).isEqualTo(Mass.ofKilograms(2_000));
        assertThat(MassLimit.SMALL_AMOUNT.exceededBy(new Mass(2_000_000))).isFalse();
        assertThat(MassLimit.SMALL_AMOUNT.exceededBy(new Mass(2_000_001))).isTrue();
    }
}
