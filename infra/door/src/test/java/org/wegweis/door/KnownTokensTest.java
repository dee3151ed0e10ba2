package org.wegweis.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class KnownTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Instant now = NOON;
    private int checks;
    private final KnownTokens tokens = new KnownTokens(this::check, () -> now);

    private Jwt check(String token) {
        checks++;
        if (token.equals("forged") || now.isAfter(NOON.plusSeconds(90))) throw new BadJwtException("no");
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(NOON.plusSeconds(90))
                .build();
    }

    @Test
    void a_token_is_checked_once_a_minute() {
        assertThat(tokens.decode("anna").getSubject()).isEqualTo("anna");
        now = NOON.plus(KnownTokens.KNOWN).minusMillis(1);
        assertThat(tokens.decode("anna").getSubject()).isEqualTo("anna");
        assertThat(checks).isEqualTo(1);

        now = NOON.plus(KnownTokens.KNOWN);
        assertThat(tokens.decode("anna").getSubject()).isEqualTo("anna");
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void a_token_that_has_run_out_is_refused_within_the_minute() {
        now = NOON.plusSeconds(80);
        tokens.decode("anna");
        now = now.plus(Duration.ofSeconds(11));
        assertThatThrownBy(() -> tokens.decode("anna")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void what_is_refused_is_not_known() {
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(checks).isEqualTo(2);
        assertThat(tokens.decode("anna").getSubject()).isEqualTo("anna");
    }
}
