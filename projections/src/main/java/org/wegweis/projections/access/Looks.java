package org.wegweis.projections.access;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wegweis.door.Caller;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Hash;

/** Writes down what authorities look at. */
@Component
public class Looks {
    private final JdbcClient database;
    private final InstantSource clock;

    Looks(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param shown whether it exists for the caller: a look in vain is a look */
    public void atConsignment(Caller caller, UUID consignment, boolean shown) {
        if (!caller.is(Role.AUTHORITY)) return;
        database.sql("insert into look (at, organisation, consignment, count) values (?, ?, ?, ?)")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caller.organisation().value(),
                        consignment,
                        shown ? 1 : 0)
                .update();
    }

    /** @param shown whether it exists for the caller: a look in vain is a look */
    public void atCertificate(Caller caller, UUID certificate, boolean shown) {
        search(caller, "certificate " + certificate, shown ? 1 : 0);
    }

    /** @param search what was searched for, without a plate */
    public void search(Caller caller, String search, int found) {
        if (!caller.is(Role.AUTHORITY)) return;
        database.sql("insert into look (at, organisation, search, count) values (?, ?, ?, ?)")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        caller.organisation().value(),
                        Hash.sha256(search.getBytes(StandardCharsets.UTF_8)).hex(),
                        found)
                .update();
    }
}
