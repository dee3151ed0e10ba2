package org.wegweis.kernel.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.CheckDigit.Kind;
import org.wegweis.kernel.party.CheckDigit.Verdict;

/** The honest default, and somebody who claims to know a rule: whoever brings the real one runs the same tests. */
class CheckDigitTest {
    @Nested
    class Unknown extends CheckDigitContract {
        @Override
        protected CheckDigit checkDigit() {
            return CheckDigit.NOT_CHECKED;
        }

        @ParameterizedTest
        @EnumSource
        @Shows(Rule.NUMBERS_AS_LAID_OUT)
        void nobody_claims_to_have_checked(Kind kind) {
            assertThat(checkDigit().verdict(kind, "P12345678")).isEqualTo(Verdict.NOT_CHECKED);
        }

        @Test
        void and_it_is_said_so() {
            assertThat(Verdict.NOT_CHECKED.text()).isEqualTo("not-checked");
        }
    }

    /** Made up: knows two notes and nothing else. */
    @Nested
    class Known extends CheckDigitContract {
        @Override
        protected CheckDigit checkDigit() {
            return (kind, number) -> kind != Kind.NOTE
                    ? Verdict.NOT_CHECKED
                    : inUse(kind).anyMatch(number::equals) ? Verdict.RIGHT : Verdict.WRONG;
        }
    }
}
