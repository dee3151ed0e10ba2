package org.wegweis.identity;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Problem;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;

/** Operators enter people here. */
@RestController
@RequestMapping(path = "/api/people", produces = MediaType.APPLICATION_JSON_VALUE)
class PeopleController {
    private static final int SHORTEST_PASSWORD = 12;

    private final People people;
    private final PasswordEncoder passwords;
    private final SecureRandom random;

    PeopleController(People people, PasswordEncoder passwords, SecureRandom random) {
        this.people = people;
        this.passwords = passwords;
        this.random = random;
    }

    /** @param password made here where none is given */
    record EntryJson(
            @Nullable String signInName,
            @Nullable String password,
            @Nullable String organisation,
            @Nullable List<String> roles,
            @Nullable List<String> jurisdiction) {}

    /** @param password only in the answer to the entry that made it */
    record PersonJson(
            String id,
            String signInName,
            @Nullable String password,
            String organisation,
            List<String> roles,
            List<String> jurisdiction) {

        static PersonJson of(Person person, @Nullable String password) {
            return new PersonJson(
                    person.id().toString(),
                    person.signInName(),
                    password,
                    person.organisation().toString(),
                    person.roles().stream().map(Role::text).sorted().toList(),
                    person.jurisdiction().stream().map(Land::name).sorted().toList());
        }
    }

    @GetMapping
    List<PersonJson> all() {
        return people.all().stream().map(person -> PersonJson.of(person, null)).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PersonJson enter(@RequestBody EntryJson entry) {
        String name = entry.signInName();
        if (name == null
                || !name.matches("[a-z0-9][a-z0-9.-]{1,62}")
                || name.equals(Clients.CONSOLE)
                || name.equals(Clients.MOBILE_API)) {
            throw Problem.wrongField(
                    "/signInName", "needs 2 to 63 small letters, digits, dots or hyphens, and no service's name");
        }
        String given = entry.password();
        if (given != null && given.length() < SHORTEST_PASSWORD) {
            throw Problem.wrongField("/password", "needs at least " + SHORTEST_PASSWORD + " characters");
        }
        String password = given == null ? FirstAdministrator.newPassword(random) : given;
        var person = new Person(
                UUID.randomUUID(),
                name,
                passwords.encode(password),
                value("/organisation", entry.organisation(), OrganisationId::parse),
                values("/roles", entry.roles(), Role::parse),
                values("/jurisdiction", entry.jurisdiction(), Land::valueOf));
        if (person.roles().isEmpty()) throw Problem.wrongField("/roles", "needs at least one role");
        try {
            people.enter(person);
        } catch (DuplicateKeyException e) {
            throw new Problem(HttpStatus.CONFLICT, "sign-in-name-taken", "Somebody has the sign-in name " + name + ".")
                    .at("/signInName");
        }
        return PersonJson.of(person, given == null ? password : null);
    }

    private static <T> Set<T> values(String field, @Nullable Collection<String> texts, Function<String, T> parse) {
        if (texts == null) return Set.of();
        return texts.stream().map(text -> value(field, text, parse)).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T value(String field, @Nullable String text, Function<String, T> parse) {
        if (text == null) throw Problem.wrongField(field, "is missing");
        return Problem.parsed(field, text, parse);
    }
}
