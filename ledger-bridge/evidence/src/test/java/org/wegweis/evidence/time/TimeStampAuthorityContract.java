package org.wegweis.evidence.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every authority promises. An adapter's test extends this class and says how to reach a working one. */
public abstract class TimeStampAuthorityContract {
    private static final byte[] SOMETHING = "something".getBytes(StandardCharsets.UTF_8);

    protected abstract TimeStampAuthority authority();

    /** What the authority's clock says. */
    protected abstract Instant now();

    @ParameterizedTest
    @EnumSource
    void a_hash_value_gets_a_token_over_it_that_leads_to_a_known_certificate(HashAlgorithm hash) {
        var imprint = Imprint.of(hash, SOMETHING);
        var token = stamped(imprint);
        assertThat(token.imprint()).isEqualTo(imprint);
        assertThat(token.covers(SOMETHING)).isTrue();
        assertThat(token.goodUntil(authority().anchors(), Algorithms.KNOWN)).isAfter(token.genTime());
        assertThat(token.genTime()).isBetween(now().minusSeconds(2), now().plusSeconds(2));
    }

    @Test
    void the_token_is_in_its_normal_form() {
        byte[] der = stamped(Imprint.of(HashAlgorithm.SHA_256, SOMETHING)).der();
        assertThat(TimeStamp.parse(der).der()).isEqualTo(der);
    }

    @Test
    void the_same_again_is_another_token() {
        var imprint = Imprint.of(HashAlgorithm.SHA_256, SOMETHING);
        assertThat(stamped(imprint).der()).isNotEqualTo(stamped(imprint).der());
    }

    @Test
    void it_says_what_it_is_called() {
        assertThat(authority().name()).isNotBlank();
        assertThat(authority().anchors()).isNotEmpty();
    }

    private TimeStamp stamped(Imprint imprint) {
        assertThat(authority().stamp(imprint)).isInstanceOf(TimeStampAuthority.Answer.Stamped.class);
        return ((TimeStampAuthority.Answer.Stamped) authority().stamp(imprint)).timeStamp();
    }
}
