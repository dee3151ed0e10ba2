package org.wegweis.identity;

import java.util.Set;
import java.util.UUID;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;

/**
 * Somebody who signs in, for one organisation.
 *
 * @param passwordHash as Spring's delegating encoder writes it
 */
record Person(
        UUID id,
        String signInName,
        String passwordHash,
        OrganisationId organisation,
        Set<Role> roles,
        Set<Land> jurisdiction) {}
