package org.wegweis.kernel.party;

import java.util.UUID;

/** Names an organisation without saying anything about it; the directory knows its name. */
public record OrganisationId(UUID value) {

    public static OrganisationId parse(String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an organisation needs a UUID, not: " + text, e);
        }
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException("an organisation needs a UUID in lower case, not: " + text);
        }
        return new OrganisationId(id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
