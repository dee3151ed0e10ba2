package org.wegweis.tracking.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.party.CheckDigit.NOT_CHECKED;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.wegweis.kernel.certificate.CertificateJson;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Uuid7;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.stock.Command;
import org.wegweis.kernel.stock.StockId;
import org.wegweis.kernel.stock.StockJson;
import org.wegweis.kernel.transfernote.TransferNoteJson;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.tracking.AxonParts;
import org.wegweis.tracking.certificate.Certificates;
import org.wegweis.tracking.consignment.Consignments;
import org.wegweis.tracking.directory.Directory;
import org.wegweis.tracking.statement.Statements;
import org.wegweis.tracking.statement.Submitted;
import org.wegweis.tracking.stock.Stocks;
import org.wegweis.tracking.store.RecordStorageEngine;
import org.wegweis.tracking.store.RecordStore;
import org.wegweis.tracking.store.RecordWriter;
import org.wegweis.tracking.store.StoredRecord;
import org.wegweis.tracking.transfernote.TransferNotes;

/**
 * A day is played again and again, and each time the service is killed at another append: just before its record is
 * stored, or just after, when nobody was told. The clients send again what nobody acknowledged, and in the end the same
 * has been stated as on a day without a death.
 */
class KeepingKillTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final InstantSource CLOCK = InstantSource.fixed(NOON.plus(Duration.ofHours(8)));
    private static final Actor GREEN_HILL = actor("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a01", Role.DISPATCHER);
    private static final Actor SWIFT_HAUL = actor("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a02", Role.DISPATCHER);
    private static final Actor NORTH_LANDFILL = actor("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a03", Role.DISPATCHER);
    private static final Actor AUTHORITY = actor("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a04", Role.AUTHORITY);
    private static final Actor OPERATOR = actor("0b9f3c62-6b0e-4d53-9f33-0d7f0f1c1a05", Role.OPERATOR);

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        database = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/tracking-service")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void what_follows_is_stated_once_whenever_the_service_dies() {
        var undisturbed = play(Mortal.NEVER, false);
        assertThat(undisturbed).contains("certificate.drawn.v1", "certificate.settled.v1");
        assertThat(undisturbed).contains("stock.begun.v1", "stock.taken-in.v1", "stock.intake-corrected.v1");
        assertThat(undisturbed).containsOnlyOnce("stock.pass-on-undone.v1");
        assertThat(undisturbed).contains("consignment.transfer-note-entered.v1", "transfer-note.entry-undone.v1");
        for (int n = 1; n <= undisturbed.size(); n++) {
            assertThat(play(n, false)).as("killed before append " + n).isEqualTo(undisturbed);
            assertThat(play(n, true)).as("killed after append " + n).isEqualTo(undisturbed);
        }
    }

    /** Plays the day once, and gives the types of all that was stated, sorted. */
    private static List<String> play(int death, boolean stored) {
        long from = new RecordStore(database).size();
        try (var day = new Day(new Mortal(death, stored))) {
            day.play();
        }
        var records = new RecordStore(database)
                .from(from, 10_000).stream().map(StoredRecord::parsed).toList();
        assertThat(records.stream().map(EventRecord::id)).doesNotHaveDuplicates();
        return records.stream().map(EventRecord::type).sorted().toList();
    }

    /** The service, as often as it is started, and the clients that do not give up. */
    private static final class Day implements AutoCloseable {
        private final Mortal mortal;
        private final RecordStore store = new RecordStore(database);
        /** A stock is begun once for ever, so each day has a plant of its own. */
        private final String plant = number("").substring(0, 9);

        private RecordWriter writer;
        private Configuration axon;
        private Statements statements;
        private Keeping keeping;

        Day(Mortal mortal) {
            this.mortal = mortal;
            start();
        }

        private void start() {
            writer = new RecordWriter(database, CLOCK, Duration.ofSeconds(10), () -> {});
            axon = AxonParts.configuration(mortal.engine(new RecordStorageEngine(store, writer, RANDOM)));
            axon.start();
            statements = new Statements(axon.commandGateway(), store, CLOCK, RANDOM);
            var directory =
                    new Directory(JdbcClient.create(database), TransactionOperations.withoutTransaction(), NOT_CHECKED);
            var papers = new PermitKeeper();
            var consignments = new Consignments(statements, store, directory, WasteList.EUROPEAN, NOT_CHECKED, papers);
            var certificates =
                    new Certificates(statements, store, directory, WasteList.EUROPEAN, NOT_CHECKED, papers, CLOCK);
            var transferNotes = new TransferNotes(
                    statements, store, directory, WasteList.EUROPEAN, NOT_CHECKED, consignments, OPERATOR);
            var approvals = new Approvals();
            var stocks = new Stocks(statements, store, directory, WasteList.EUROPEAN, consignments, OPERATOR);
            keeping = new Keeping(
                    store,
                    CLOCK,
                    List.of(
                            approvals,
                            new CertificateKeeper(certificates, approvals, OPERATOR),
                            new TransferNoteKeeper(transferNotes),
                            new StockKeeper(stocks, approvals, OPERATOR)));
        }

        @Override
        public void close() {
            keeping.close();
            axon.shutdown();
            writer.close();
        }

        private void restart() {
            close();
            start();
        }

        void play() {
            String number = number("EN");
            var certificate = certified("EN", number, GREEN_HILL, "P12345678");
            var load = opened(number, GREEN_HILL, "P12345678");
            step(load, ConsignmentJson.PICKED_UP, SWIFT_HAUL, "{\"loadedGrams\":11000000}");
            step(load, ConsignmentJson.DELIVERED, SWIFT_HAUL, "{}");
            var acceptance = step(load, ConsignmentJson.ACCEPTED, NORTH_LANDFILL, "{\"acceptedGrams\":10900000}");
            var correction = step(
                    load,
                    ConsignmentJson.CORRECTED,
                    NORTH_LANDFILL,
                    "{\"corrects\":\"%s\",\"massGrams\":10800000}".formatted(acceptance));
            step(load, ConsignmentJson.CORRECTION_AGREED, SWIFT_HAUL, "{\"correction\":\"%s\"}".formatted(correction));

            var onward = opened(number, NORTH_LANDFILL, plant);
            passOn(onward, load);
            step(onward, ConsignmentJson.CANCELLED, SWIFT_HAUL, "{}");

            String collective = number("SN");
            certified("SN", collective, SWIFT_HAUL, "P87654321");
            var collection = opened(collective, SWIFT_HAUL, "PS0000000");
            var notes = IntStream.range(0, 2).mapToObj(_ -> issued(collective)).toList();
            for (var note : notes) enter(note, collection);
            step(collection, ConsignmentJson.PICKED_UP, SWIFT_HAUL, "{}");
            step(collection, ConsignmentJson.DELIVERED, SWIFT_HAUL, "{}");
            enter(issued(collective), collection); // too late: it is set free
            step(collection, ConsignmentJson.REJECTED, NORTH_LANDFILL, "{\"reason\":\"contaminated\"}");

            state(
                    certificate,
                    CertificateJson.REVOKED,
                    AUTHORITY,
                    "{}",
                    (s, data) -> CertificateJson.command(CertificateJson.REVOKED, s, data, WasteList.EUROPEAN));
        }

        private UUID certified(String kind, String number, Actor applicant, String site) {
            var id = id();
            certificate(id, CertificateJson.DECLARED, applicant, """
                    {"kind":"%s","wasteCode":"170503*","applicant":{"organisation":"%s","site":"%s"},
                     "plant":{"organisation":"%s","site":"%s"},"operation":"R13","quantityGrams":100000000,
                     "until":"2030-01-01"}""".formatted(
                            kind, applicant.organisation(), site, NORTH_LANDFILL.organisation(), plant));
            certificate(id, CertificateJson.DECLARATION_ACCEPTED, NORTH_LANDFILL, "{}");
            certificate(id, CertificateJson.SUBMITTED, NORTH_LANDFILL, "{\"number\":\"%s\"}".formatted(number));
            certificate(
                    id, CertificateJson.CONFIRMED, AUTHORITY, "{\"until\":\"2030-01-01\",\"quantityGrams\":100000000}");
            return id;
        }

        private void certificate(UUID id, String type, Actor by, String data) {
            state(id, type, by, data, (s, fields) -> CertificateJson.command(type, s, fields, WasteList.EUROPEAN));
        }

        private UUID opened(String number, Actor generator, String site) {
            var id = id();
            step(id, ConsignmentJson.OPENED, SWIFT_HAUL, """
                    {"certificate":"%s","wasteCode":"170503*","declaredGrams":12000000,
                     "generator":{"organisation":"%s","site":"%s"},"carrier":{"organisation":"%s"},
                     "plant":{"organisation":"%s","site":"%s"}}""".formatted(
                            number,
                            generator.organisation(),
                            site,
                            SWIFT_HAUL.organisation(),
                            NORTH_LANDFILL.organisation(),
                            plant));
            return id;
        }

        private StatementId step(UUID consignment, String type, Actor by, String data) {
            return state(
                    consignment,
                    type,
                    by,
                    data,
                    (s, fields) -> ConsignmentJson.command(type, s, fields, WasteList.EUROPEAN));
        }

        private void passOn(UUID consignment, UUID lot) {
            var site = new SiteNumber(plant);
            state(
                    StockId.of(site).value(),
                    StockJson.PASSED_ON,
                    NORTH_LANDFILL,
                    "{\"consignment\":\"%s\",\"parts\":[{\"lot\":\"%s\",\"massGrams\":5}]}".formatted(consignment, lot),
                    (s, data) -> StockJson.command(
                            StockJson.PASSED_ON,
                            s,
                            data,
                            WasteList.EUROPEAN,
                            id -> new Command.Onward(id, site, false)));
        }

        private UUID issued(String number) {
            var id = id();
            transferNote(id, TransferNoteJson.ISSUED, """
                    {"certificate":"%s","wasteCode":"170503*","massGrams":120000,
                     "generator":{"organisation":"%s","site":"P12345678"},"taker":{"organisation":"%s"}}""".formatted(
                            number, GREEN_HILL.organisation(), SWIFT_HAUL.organisation()));
            return id;
        }

        private void enter(UUID note, UUID consignment) {
            transferNote(note, TransferNoteJson.ENTERED, "{\"consignment\":\"%s\"}".formatted(consignment));
        }

        private void transferNote(UUID id, String type, String data) {
            state(
                    id,
                    type,
                    SWIFT_HAUL,
                    data,
                    (s, fields) -> TransferNoteJson.command(type, s, fields, WasteList.EUROPEAN));
        }

        /** As a client does: under one id until it is told yes. Then what follows from it is stated. */
        private StatementId state(
                UUID subject, String type, Actor by, String data, BiFunction<Statement, Fields, Stated> command) {
            var id = new StatementId(id());
            var submitted = new Submitted(
                    type,
                    Optional.of(id),
                    Optional.of(subject),
                    Optional.of(NOON),
                    by,
                    (Json.Obj) Json.parse(data),
                    "",
                    Optional.empty());
            untilAlive(() -> statements.state(submitted, command, IllegalStateException::new));
            untilAlive(this::keep);
            return id;
        }

        /** Until nothing follows any more. */
        private void keep() {
            long before;
            do {
                before = store.size();
                keeping.look();
            } while (store.size() > before);
        }

        private void untilAlive(Runnable work) {
            for (boolean done = false; !done; ) {
                try {
                    work.run();
                    done = true;
                } catch (Killed e) {
                    restart();
                }
            }
        }
    }

    /** Kills the service once, at its n-th append: from then on nothing is stored until it is started again. */
    private static final class Mortal {
        static final int NEVER = Integer.MAX_VALUE;

        private final boolean stored;
        private int left;
        private boolean dead;

        private Mortal(int death, boolean stored) {
            this.left = death;
            this.stored = stored;
        }

        EventStorageEngine engine(EventStorageEngine engine) {
            dead = false;
            return (EventStorageEngine) Proxy.newProxyInstance(
                    EventStorageEngine.class.getClassLoader(),
                    new Class<?>[] {EventStorageEngine.class},
                    (_, method, arguments) -> {
                        boolean append = method.getName().equals("appendEvents");
                        if (append && dead) throw new Killed();
                        boolean last = append && --left == 0;
                        dead = dead || last;
                        if (last && !stored) throw new Killed();
                        try {
                            var answer = method.invoke(engine, arguments);
                            if (last) throw new Killed();
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    /** There is nobody any more who could say anything. */
    private static final class Killed extends RuntimeException {}

    private static String number(String kind) {
        var digits = new StringBuilder(kind + "P");
        RANDOM.ints(11, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    private static UUID id() {
        return Uuid7.next(CLOCK, RANDOM);
    }

    private static Actor actor(String organisation, Role role) {
        return new Actor(OrganisationId.parse(organisation), role, Optional.empty());
    }
}
