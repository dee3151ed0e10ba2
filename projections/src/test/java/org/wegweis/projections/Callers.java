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

    /** @param jurisdiction an authority's Länder, a letter each */
    static JwtRequestPostProcessor caller(OrganisationId organisation, String role, String jurisdiction) {
        var laender = jurisdiction
                .chars()
                .mapToObj(letter -> Character.toString(letter))
                .toList();
        return jwt().jwt(token -> token.tokenValue("token")
                        .subject("somebody")
                        .claim("organisation", organisation.toString())
                        .claim("roles", List.of(role))
                        .claim("jurisdiction", laender))
                .authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }
}
