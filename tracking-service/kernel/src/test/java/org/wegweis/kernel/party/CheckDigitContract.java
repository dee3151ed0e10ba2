package org.wegweis.kernel.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.CheckDigit.Kind;
import org.wegweis.kernel.party.CheckDigit.Verdict;

/** What everybody relies on who asks for a check digit, whoever answers. */
public abstract class CheckDigitContract {

    protected abstract CheckDigit checkDigit();

    /** Numbers in use, laid out as they should be; none of them may be called wrong. */
    protected Stream<String> inUse(Kind kind) {
        return switch (kind) {
            case SITE -> Stream.empty();
            case CERTIFICATE -> Stream.empty();
            case NOTE -> Stream.of("11681570210293-4", "11681570206792-1");
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_number_in_use_is_not_wrong(Kind kind) {
        inUse(kind).forEach(number -> {
            assertThat(checkDigit().verdict(kind, number)).isNotEqualTo(Verdict.WRONG);
            checkDigit().refuseWrong(kind, number, "/number");
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_same_number_gets_the_same_verdict(Kind kind) {
        for (String number : new String[] {"P12345678", "ENP12345678901", "11681570210293-4"}) {
            assertThat(checkDigit().verdict(kind, number))
                    .isEqualTo(checkDigit().verdict(kind, number));
        }
    }

    /** Whoever knows the rule finds that no more than one of the ten is right. */
    @Test
    void at_most_one_of_ten_last_digits_is_right() {
        var verdicts = Stream.iterate(0, digit -> digit < 10, digit -> digit + 1)
                .map(digit -> checkDigit().verdict(Kind.NOTE, "11681570210293-" + digit))
                .toList();
        assertThat(verdicts.stream().filter(Verdict.RIGHT::equals).count()).isLessThanOrEqualTo(1);
    }

    @Test
    void what_is_wrong_is_refused_where_it_stands() {
        for (int digit = 0; digit < 10; digit++) {
            String number = "11681570210293-" + digit;
            if (checkDigit().verdict(Kind.NOTE, number) != Verdict.WRONG) continue;
            assertThatThrownBy(() -> checkDigit().refuseWrong(Kind.NOTE, number, "/noteNumber"))
                    .isInstanceOfSatisfying(
                            WrongField.class, e -> assertThat(e.pointer()).isEqualTo("/noteNumber"));
        }
    }

    @Test
    void a_note_is_as_good_as_its_worst_number() {
        var note = Optional.of(new NoteNumber("11681570210293-4"));
        var site = new SiteNumber("P12345678");
        var all = checkDigit().verdict(note, Optional.empty(), site, SiteNumber.ofCollectionIn(Land.P));
        var each = Stream.of(
                        checkDigit().verdict(Kind.NOTE, "11681570210293-4"),
                        checkDigit().verdict(Kind.SITE, site.toString()))
                .toList();
        var worst = each.contains(Verdict.WRONG)
                ? Verdict.WRONG
                : each.contains(Verdict.NOT_CHECKED) ? Verdict.NOT_CHECKED : Verdict.RIGHT;
        assertThat(all).isEqualTo(worst);
    }
}
