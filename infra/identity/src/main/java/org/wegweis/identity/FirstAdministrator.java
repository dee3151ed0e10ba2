package org.wegweis.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;

/** Where nobody exists yet, an operator who can enter everybody else. */
@Component
public class FirstAdministrator {
    public static final String SIGN_IN_NAME = "admin";

    private final Optional<String> password;

    FirstAdministrator(People people, PasswordEncoder passwords, SecureRandom random) {
        if (people.all().isEmpty()) {
            String made = newPassword(random);
            people.enter(new Person(
                    UUID.randomUUID(),
                    SIGN_IN_NAME,
                    passwords.encode(made),
                    new OrganisationId(UUID.randomUUID()),
                    Set.of(Role.OPERATOR),
                    Set.of()));
            password = Optional.of(made);
        } else {
            password = Optional.empty();
        }
    }

    /** The administrator's password, on the start that made it; never again. */
    public Optional<String> password() {
        return password;
    }

    static String newPassword(SecureRandom random) {
        byte[] bytes = new byte[15];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
