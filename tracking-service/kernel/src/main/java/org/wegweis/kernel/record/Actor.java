package org.wegweis.kernel.record;

import java.util.Locale;
import java.util.Optional;
import org.wegweis.kernel.party.OrganisationId;

/**
 * On whose behalf something was stated: an organisation in a role, never a person.
 *
 * @param key RFC 7638 thumbprint of the device key that signed, if one did
 */
public record Actor(OrganisationId organisation, Role role, Optional<Hash> key) {

    /** The roles that a token can carry; the texts are fixed points. */
    public enum Role {
        DRIVER,
        GATE,
        DISPATCHER,
        AUTHORITY,
        AUDITOR,
        OPERATOR;

        /** As the token and the record write it, for example {@code driver}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Role parse(String text) {
            for (Role role : values()) if (role.text().equals(text)) return role;
            throw new IllegalArgumentException("no such role: " + text);
        }
    }
}
