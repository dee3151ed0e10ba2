package org.wegweis.door;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;

/**
 * For whom a request acts, as its token says. A controller takes it as an argument.
 *
 * @param organisation the one that this request acts for
 * @param jurisdiction the Länder that an authority looks after; empty for everybody else
 * @param subject the issuer's opaque name for the person or service
 * @param signInName the person's own name for it
 * @param token to act at another door on the same word
 */
public record Caller(
        OrganisationId organisation,
        Set<Role> roles,
        Set<Land> jurisdiction,
        String subject,
        String signInName,
        String token) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** @throws IllegalArgumentException if the token lacks an organisation or says what nobody knows */
    static Caller of(Jwt jwt) {
        String organisation = jwt.getClaimAsString("organisation");
        if (organisation == null) throw new IllegalArgumentException("the token names no organisation");
        String subject = jwt.getSubject();
        if (subject == null) throw new IllegalArgumentException("the token names no subject");
        String signInName = jwt.getClaimAsString("preferred_username");
        return new Caller(
                OrganisationId.parse(organisation),
                claim(jwt, "roles").stream()
                        .map(Role::parse)
                        .collect(() -> EnumSet.noneOf(Role.class), Set::add, Set::addAll),
                claim(jwt, "jurisdiction").stream()
                        .map(Land::valueOf)
                        .collect(() -> EnumSet.noneOf(Land.class), Set::add, Set::addAll),
                subject,
                signInName == null ? subject : signInName,
                jwt.getTokenValue());
    }

    static Collection<String> claim(Jwt jwt, String name) {
        var values = jwt.getClaimAsStringList(name);
        return values == null ? List.of() : values;
    }
}
