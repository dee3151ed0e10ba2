package org.wegweis.bench;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.flywaydb.core.Flyway;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.tracking.AxonParts;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.store.RecordStorageEngine;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.RecordWriter;

/** Commands through Axon to durable records, with encoding, hashes, chain and vault, in a database that was empty. */
final class OurCommands implements AutoCloseable {
    private static final OrganisationId GENERATOR = organisation(1);
    private static final OrganisationId CARRIER = organisation(2);
    private static final OrganisationId PLANT = organisation(3);

    private final RecordWriter writer;
    private final Configuration axon;
    private final Statements statements;

    OurCommands(DataSource database) throws SQLException {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/tracking-service")
                .load()
                .migrate();
        var random = new SecureRandom();
        var clock = InstantSource.system();
        var store = new RecordStore(database);
        store.requireDurability();
        writer = new RecordWriter(database, clock, Duration.ofSeconds(10), () -> {});
        axon = AxonParts.configuration(new RecordStorageEngine(store, writer, random));
        axon.start();
        statements = new Statements(axon.commandGateway(), store, clock, random);
    }

    private static OrganisationId organisation(int number) {
        return new OrganisationId(new UUID(0x4000L, 1L << 63 | number));
    }

    Callers.Work caller() {
        return new Driver(statements)::state;
    }

    @Override
    public void close() {
        axon.shutdown();
        writer.close();
    }

    /** One caller's consignments, each on its way from hand to hand. */
    private static final class Driver {
        private static final Actor OFFICE = new Actor(GENERATOR, Role.DISPATCHER, Optional.empty());
        private static final Actor HAULER = new Actor(CARRIER, Role.DRIVER, Optional.empty());
        private static final Actor GATE = new Actor(PLANT, Role.GATE, Optional.empty());
        private static final Opening OPENING = new Opening(
                Optional.empty(),
                Optional.empty(),
                new WasteCode("170503", true),
                Mass.ofKilograms(8_900),
                new Party(GENERATOR, new SiteNumber("P12345678")),
                CARRIER,
                new Party(PLANT, new SiteNumber("L00000042")));
        private static final Json.Obj PLATE =
                Json.Obj.of().with("personal", Json.Obj.of().with("plate", "B-FT 4711"));

        private final Statements statements;
        private final Random random = new Random();
        private UUID consignment = Uuid7.next(InstantSource.system(), random);
        private int step;

        Driver(Statements statements) {
            this.statements = statements;
        }

        void state() {
            switch (step) {
                case 0 ->
                    state("consignment.opened.v1", OFFICE, Json.Obj.of(), (said, _) -> new Command.Open(said, OPENING));
                case 1 ->
                    state("consignment.released.v1", OFFICE, Json.Obj.of(), (said, _) -> new Command.Release(said));
                case 2 ->
                    state(
                            "consignment.picked-up.v1",
                            HAULER,
                            PLATE,
                            (said, _) -> new Command.PickUp(said, Optional.of(Mass.ofKilograms(8_850))));
                case 3 ->
                    state("consignment.delivered.v1", HAULER, Json.Obj.of(), (said, _) -> new Command.Deliver(said));
                default ->
                    state(
                            "consignment.accepted.v1",
                            GATE,
                            Json.Obj.of(),
                            (said, _) -> new Command.Accept(said, Mass.ofKilograms(8_840)));
            }
            step = (step + 1) % 5;
            if (step == 0) consignment = Uuid7.next(InstantSource.system(), random);
        }

        private void state(String type, Actor by, Json.Obj data, BiFunction<Statement, Fields, Stated> command) {
            var submitted = new Submitted(
                    type,
                    Optional.of(new StatementId(Uuid7.next(InstantSource.system(), random))),
                    Optional.of(consignment),
                    Optional.empty(),
                    by,
                    data,
                    "",
                    Optional.empty());
            statements.state(submitted, command, IllegalStateException::new);
        }
    }
}
