package org.wegweis.projections;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.util.List;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.wegweis.kernel.party.OrganisationId;

/** Whoever asks, with a token that the identity provider could have given out. */
final class Callers {
    private Callers() {}

    static JwtRequestPostProcessor caller(OrganisationId organisation, String role) {
        return caller(organisation, role, "");
    }

    /**
     * Somebody with one role, or with several.
     *
     * @param roles with {@code +} between them
     * @param jurisdiction an authority's Länder, a letter each
     */
    static JwtRequestPostProcessor caller(OrganisationId organisation, String roles, String jurisdiction) {
        var all = List.of(roles.split("\\+"));
        var laender = jurisdiction
                .chars()
                .mapToObj(letter -> Character.toString(letter))
                .toList();
        return jwt().jwt(token -> token.tokenValue("token")
                        .subject("somebody")
                        .claim("organisation", organisation.toString())
                        .claim("roles", all)
                        .claim("jurisdiction", laender))
                .authorities(all.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toArray(SimpleGrantedAuthority[]::new));
    }
}
