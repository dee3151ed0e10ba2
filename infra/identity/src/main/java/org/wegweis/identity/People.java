package org.wegweis.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;

/** Everybody who signs in. */
@Repository
class People {
    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    Optional<Person> find(String signInName) {
        return database.sql("select * from person where sign_in_name = ?")
                .param(signInName)
                .query(People::person)
                .optional();
    }

    List<Person> all() {
        return database.sql("select * from person order by sign_in_name")
                .query(People::person)
                .list();
    }

    /** @throws DuplicateKeyException if somebody has that sign-in name */
    void enter(Person person) {
        database.sql("insert into person values (?, ?, ?, ?, ?, ?)")
                .params(
                        person.id(),
                        person.signInName(),
                        person.passwordHash(),
                        person.organisation().value(),
                        person.roles().stream().map(Role::text).toArray(String[]::new),
                        person.jurisdiction().stream().map(Land::name).toArray(String[]::new))
                .update();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("sign_in_name"),
                row.getString("password_hash"),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                set(row.getArray("roles"), Role::parse),
                set(row.getArray("jurisdiction"), Land::valueOf));
    }

    private static <T> Set<T> set(Array texts, Function<String, T> parse) throws SQLException {
        return Stream.of((String[]) texts.getArray()).map(parse).collect(Collectors.toUnmodifiableSet());
    }
}
