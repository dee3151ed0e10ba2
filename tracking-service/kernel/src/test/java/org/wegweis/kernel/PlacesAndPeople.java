package org.wegweis.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.wegweis.kernel.consignment.Agreement;
import org.wegweis.kernel.consignment.Command;
import org.wegweis.kernel.consignment.Consignment;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.consignment.Correction;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.consignment.Opening;
import org.wegweis.kernel.consignment.Reason;
import org.wegweis.kernel.consignment.Refusal;
import org.wegweis.kernel.consignment.State;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * Soil from Green Hill goes to North Landfill; Fast Wheels fetches it and may hand it to Slow Wheels. A command made
 * here is stated by the one whose turn it is; {@link #by} and {@link #again} make others of it.
 */
public final class PlacesAndPeople {
    public static final OrganisationId GREEN_HILL = organisation(1);
    public static final OrganisationId FAST_WHEELS = organisation(2);
    public static final OrganisationId SLOW_WHEELS = organisation(3);
    public static final OrganisationId NORTH_LANDFILL = organisation(4);
    public static final OrganisationId STRANGERS = organisation(5);

    public static final Actor GREEN_HILL_OFFICE = person(GREEN_HILL, Role.DISPATCHER);
    public static final Actor FAST_DRIVER = person(FAST_WHEELS, Role.DRIVER);
    public static final Actor FAST_OFFICE = person(FAST_WHEELS, Role.DISPATCHER);
    public static final SiteNumber SLOW_STORE = new SiteNumber("P00000099");
    public static final Actor SLOW_DRIVER = person(SLOW_WHEELS, Role.DRIVER);
    public static final Actor LANDFILL_GATE = person(NORTH_LANDFILL, Role.GATE);
    public static final Actor LANDFILL_OFFICE = person(NORTH_LANDFILL, Role.DISPATCHER);

    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final ConsignmentId SOIL = new ConsignmentId(id(0));
    public static final StatementId OPENING = new StatementId(id(1));
    public static final StatementId PICK_UP = new StatementId(id(2));
    public static final StatementId HANDOVER = new StatementId(id(3));
    public static final StatementId DELIVERY = new StatementId(id(4));
    public static final StatementId WORD_OF_THE_PLANT = new StatementId(id(5));
    public static final StatementId CORRECTION = new StatementId(id(6));
    public static final StatementId CANCELLATION = new StatementId(id(7));
    public static final StatementId RELEASE = new StatementId(id(8));
    public static final StatementId TAKE_OVER = new StatementId(id(9));
    public static final StatementId RETURN = new StatementId(id(10));
    public static final StatementId ENTRY = new StatementId(id(12));
    public static final StatementId WORD_ON_A_CORRECTION = new StatementId(id(11));

    private PlacesAndPeople() {}

    /** A UUIDv7 of {@link #NOON}. */
    public static UUID id(int number) {
        return new UUID(NOON.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L | number);
    }

    private static OrganisationId organisation(int number) {
        return new OrganisationId(new UUID(0x4000L, 0x8000_0000_0000_0000L | number));
    }

    public static Actor person(OrganisationId organisation, Role role) {
        return new Actor(organisation, role, Optional.empty());
    }

    public static Statement statement(StatementId id, Actor by) {
        return new Statement(id, SOIL.value(), by, NOON, new TreeMap<>(), Optional.empty());
    }

    public static Mass kg(long kilograms) {
        return Mass.ofKilograms(kilograms);
    }

    /** Hazardous soil, 8,900 kg, with its papers. */
    public static Opening soil() {
        return new Opening(
                Optional.of(new NoteNumber("11681570210293-4")),
                Optional.of(new CertificateNumber("ENP12345678901")),
                new WasteCode("170503", true),
                kg(8_900),
                new Party(GREEN_HILL, new SiteNumber("P12345678")),
                FAST_WHEELS,
                new Party(NORTH_LANDFILL, new SiteNumber("L00000042")));
    }

    public static Command.Open open() {
        return new Command.Open(statement(OPENING, GREEN_HILL_OFFICE), soil());
    }

    public static Command.Release release() {
        return new Command.Release(statement(RELEASE, GREEN_HILL_OFFICE));
    }

    public static Command.PickUp pickUp() {
        return new Command.PickUp(statement(PICK_UP, FAST_DRIVER), Optional.empty());
    }

    public static Command.PickUp pickUp(Mass loaded) {
        return new Command.PickUp(statement(PICK_UP, FAST_DRIVER), Optional.of(loaded));
    }

    public static Command.HandOver handOver() {
        return new Command.HandOver(statement(HANDOVER, FAST_DRIVER), SLOW_WHEELS);
    }

    public static Command.HandOver handOverToTheStore() {
        return new Command.HandOver(statement(HANDOVER, FAST_DRIVER), SLOW_WHEELS, Optional.of(SLOW_STORE));
    }

    public static Command.TakeOver takeOver() {
        return new Command.TakeOver(statement(TAKE_OVER, SLOW_DRIVER), Agreement.NONE);
    }

    public static Command.EnterTransferNote enterTransferNote() {
        return new Command.EnterTransferNote(
                statement(ENTRY, person(STRANGERS, Role.OPERATOR)),
                id(60),
                new SiteNumber("P12345678"),
                soil().waste(),
                kg(120));
    }

    public static Command.Deliver deliver() {
        return new Command.Deliver(statement(DELIVERY, FAST_DRIVER));
    }

    public static Command.Accept accept(Mass accepted) {
        return new Command.Accept(statement(WORD_OF_THE_PLANT, LANDFILL_GATE), accepted);
    }

    public static Command.AcceptInPart acceptInPart(Mass accepted, Mass rejected) {
        return new Command.AcceptInPart(
                statement(WORD_OF_THE_PLANT, LANDFILL_GATE), accepted, rejected, Reason.CONTAMINATED, Optional.empty());
    }

    public static Command.Reject reject() {
        return new Command.Reject(statement(WORD_OF_THE_PLANT, LANDFILL_GATE), Reason.PAPERS_MISSING, Optional.empty());
    }

    public static Command.TakeBack takeBack(Mass mass) {
        return new Command.TakeBack(statement(RETURN, GREEN_HILL_OFFICE), mass);
    }

    public static Command.AgreeTo agreeTo(Actor by, StatementId correction) {
        return new Command.AgreeTo(statement(WORD_ON_A_CORRECTION, by), correction);
    }

    public static Command.Decline decline(Actor by, StatementId correction) {
        return new Command.Decline(statement(WORD_ON_A_CORRECTION, by), correction);
    }

    public static Command.Correct correct(Actor by, StatementId corrects, Correction correction) {
        return new Command.Correct(statement(CORRECTION, by), corrects, correction);
    }

    public static Command.Cancel cancel() {
        return new Command.Cancel(statement(CANCELLATION, GREEN_HILL_OFFICE));
    }

    public static Correction toMass(Mass mass) {
        return new Correction(Optional.empty(), Optional.of(mass), Optional.empty());
    }

    public static Correction toWaste(WasteCode waste) {
        return new Correction(Optional.of(waste), Optional.empty(), Optional.empty());
    }

    public static Correction toNote(NoteNumber note) {
        return new Correction(Optional.empty(), Optional.empty(), Optional.of(note));
    }

    /** The same, stated by somebody else. */
    public static Command by(Actor actor, Command command) {
        return restated(command, statement(command.statement().id(), actor));
    }

    /** The same, stated once more under another id. */
    public static Command again(Command command) {
        return again(command, new StatementId(id(100)));
    }

    public static Command again(Command command, StatementId id) {
        return restated(command, statement(id, command.statement().by()));
    }

    private static Command restated(Command command, Statement s) {
        return switch (command) {
            case Command.Open(var _, var opening) -> new Command.Open(s, opening);
            case Command.Release(var _) -> new Command.Release(s);
            case Command.PickUp(var _, var loaded, var agreement) -> new Command.PickUp(s, loaded, agreement);
            case Command.HandOver(var _, var to, var store) -> new Command.HandOver(s, to, store);
            case Command.TakeOver(var _, var agreement) -> new Command.TakeOver(s, agreement);
            case Command.EnterTransferNote(var _, var note, var site, var waste, var mass) ->
                new Command.EnterTransferNote(s, note, site, waste, mass);
            case Command.Deliver(var _) -> new Command.Deliver(s);
            case Command.Accept(var _, var accepted) -> new Command.Accept(s, accepted);
            case Command.AcceptInPart(var _, var accepted, var rejected, var reason, var goesTo) ->
                new Command.AcceptInPart(s, accepted, rejected, reason, goesTo);
            case Command.Reject(var _, var reason, var goesTo) -> new Command.Reject(s, reason, goesTo);
            case Command.TakeBack(var _, var mass) -> new Command.TakeBack(s, mass);
            case Command.AgreeTo(var _, var correction) -> new Command.AgreeTo(s, correction);
            case Command.Decline(var _, var correction) -> new Command.Decline(s, correction);
            case Command.Correct(var _, var corrects, var correction) -> new Command.Correct(s, corrects, correction);
            case Command.Cancel(var _) -> new Command.Cancel(s);
        };
    }

    /** A consignment to which all that has happened, every step by the rules. */
    public static Given given(Command... commands) {
        var given = new Given(State.INITIAL);
        for (Command command : commands) given = given.and(command);
        return given;
    }

    /** What has happened so far. */
    public record Given(State state) {
        public Decision<Event, Refusal> when(Command command) {
            return Consignment.decide(command, state);
        }

        public Given and(Command command) {
            if (when(command) instanceof Decision.Accepted(var event)) {
                return new Given(Consignment.evolve(state, event));
            }
            throw new AssertionError("not by the rules: " + command + " gives " + when(command));
        }
    }

    /** Each is the seed of one random case. */
    public static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** A file or folder that somebody else made; the test is skipped where it is absent. */
    public static Path shared(String name) {
        var path = Path.of(System.getProperty("wegweis.shared", "shared"), name);
        assumeTrue(Files.exists(path), () -> "the shared test data is not here: " + path);
        return path;
    }
}
