package org.wegweis.kernel.consignment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Decision;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/**
 * The rule book's tables: every command in every state, by every role, by every party, and what can be corrected. A cell
 * is {@code ok}, or the name of the refusal.
 */
class DecisionTablesTest {
    private static final String WHEN = """
                         | NotOpened | Opened          | OnTheRoad       | HandedOver      | AtThePlant       | Accepted      | PartlyAccepted | Rejected      | Cancelled
            Open         | ok        | AlreadyOpened   | AlreadyOpened   | AlreadyOpened   | AlreadyOpened    | AlreadyOpened | AlreadyOpened  | AlreadyOpened | AlreadyOpened
            Release      | NotOpened | ok              | ok              | ok              | ok               | ok            | ok             | ok            | AlreadyClosed
            PickUp       | NotOpened | ok              | AlreadyPickedUp | AlreadyPickedUp | AlreadyDelivered | AlreadyClosed | AlreadyClosed  | AlreadyClosed | AlreadyClosed
            HandOver     | NotOpened | NotPickedUp     | ok              | NotTheCarrier   | AlreadyDelivered | AlreadyClosed | AlreadyClosed  | AlreadyClosed | AlreadyClosed
            TakeOver     | NotOpened | NotAParty       | NotAParty       | ok              | NotAParty        | NotAParty     | NotAParty      | NotAParty     | NotAParty
            EnterTransferNote | NotOpened | NotCollective | NotCollective   | NotCollective   | NotCollective    | NotCollective | NotCollective  | NotCollective | NotCollective
            Deliver      | NotOpened | NotPickedUp     | ok              | NotTheCarrier   | AlreadyDelivered | AlreadyClosed | AlreadyClosed  | AlreadyClosed | AlreadyClosed
            Accept       | NotOpened | NotPickedUp     | NotDelivered    | NotDelivered    | ok               | AlreadyClosed | AlreadyClosed  | AlreadyClosed | AlreadyClosed
            AcceptInPart | NotOpened | NotPickedUp     | NotDelivered    | NotDelivered    | ok               | AlreadyClosed | AlreadyClosed  | AlreadyClosed | AlreadyClosed
            Reject       | NotOpened | NotPickedUp     | NotDelivered    | NotDelivered    | ok               | AlreadyClosed | AlreadyClosed  | AlreadyClosed | AlreadyClosed
            Correct      | NotOpened | ok              | ok              | ok              | ok               | ok            | ok             | ok            | AlreadyClosed
            TakeBack     | NotOpened | NothingRejected | NothingRejected | NothingRejected | NothingRejected  | NothingRejected | ok           | ok            | NothingRejected
            AgreeTo      | NotOpened | NothingStated   | NothingStated   | NothingStated   | NothingStated    | NothingStated | NothingStated  | NothingStated | NothingStated
            Decline      | NotOpened | NothingStated   | NothingStated   | NothingStated   | NothingStated    | NothingStated | NothingStated  | NothingStated | NothingStated
            Cancel       | NotOpened | ok              | AlreadyPickedUp | AlreadyPickedUp | AlreadyDelivered | AlreadyClosed | AlreadyClosed  | AlreadyClosed | AlreadyClosed
            """;

    /** In the state where it is the command's turn, by the party whose turn it is. */
    private static final String WHICH_ROLE = """
                         | driver     | gate       | dispatcher | authority  | auditor    | operator
            Open         | NotForRole | NotForRole | ok         | NotForRole | NotForRole | NotForRole
            Release      | NotForRole | ok         | ok         | NotForRole | NotForRole | NotForRole
            PickUp       | ok         | NotForRole | ok         | NotForRole | NotForRole | NotForRole
            HandOver     | ok         | ok         | ok         | NotForRole | NotForRole | NotForRole
            TakeOver     | ok         | ok         | ok         | NotForRole | NotForRole | NotForRole
            EnterTransferNote | NotForRole | NotForRole | NotForRole | NotForRole | NotForRole | NotCollective
            Deliver      | ok         | NotForRole | ok         | NotForRole | NotForRole | NotForRole
            Accept       | NotForRole | ok         | ok         | NotForRole | NotForRole | NotForRole
            AcceptInPart | NotForRole | ok         | ok         | NotForRole | NotForRole | NotForRole
            Reject       | NotForRole | ok         | ok         | NotForRole | NotForRole | NotForRole
            TakeBack     | NotForRole | ok         | ok         | NotForRole | NotForRole | NotForRole
            Correct      | ok         | ok         | ok         | NotForRole | NotForRole | NotForRole
            AgreeTo      | NotForRole | ok         | ok         | NotForRole | NotForRole | NotForRole
            Decline      | NotForRole | ok         | ok         | NotForRole | NotForRole | NotForRole
            Cancel       | NotForRole | NotForRole | ok         | NotForRole | NotForRole | NotForRole
            """;

    /** In the same state, by a dispatcher. */
    private static final String WHICH_PARTY = """
                         | GreenHill        | FastWheels       | SlowWheels | NorthLandfill    | Strangers
            Open         | ok               | ok               | NotAParty  | ok               | NotAParty
            Release      | ok               | NotTheGenerator  | NotAParty  | NotTheGenerator  | NotAParty
            PickUp       | NotTheCarrier    | ok               | NotAParty  | NotTheCarrier    | NotAParty
            HandOver     | NotTheCarrier    | ok               | NotAParty  | NotTheCarrier    | NotAParty
            TakeOver     | NotTheCarrier    | NotTheCarrier    | ok         | NotTheCarrier    | NotAParty
            EnterTransferNote | NotForRole  | NotForRole       | NotForRole | NotForRole       | NotForRole
            Deliver      | NotTheCarrier    | ok               | NotAParty  | NotTheCarrier    | NotAParty
            Accept       | NotThePlant      | NotThePlant      | NotAParty  | ok               | NotAParty
            AcceptInPart | NotThePlant      | NotThePlant      | NotAParty  | ok               | NotAParty
            Reject       | NotThePlant      | NotThePlant      | NotAParty  | ok               | NotAParty
            TakeBack     | ok               | NotWhereItGoes   | NotAParty  | NotWhereItGoes   | NotAParty
            Correct      | NotYourStatement | ok               | NotAParty  | NotYourStatement | NotAParty
            AgreeTo      | ok               | NotAsked         | NotAParty  | NotAsked         | NotAParty
            Decline      | ok               | ok               | NotAParty  | NotAsked         | NotAParty
            Cancel       | ok               | NotTheOpener     | NotAParty  | NotTheOpener     | NotAParty
            """;

    /** What a correction of that statement, by the one who made it, may change. */
    private static final String WHAT_CAN_BE_CORRECTED = """
                             | waste          | mass           | note           | mass and note
            Opened           | ok             | ok             | ok             | ok
            PickedUpWeighed  | NotStatedThere | ok             | NotStatedThere | NotStatedThere
            PickedUp         | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            HandedOver       | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            Delivered        | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            Accepted         | NotStatedThere | ok             | NotStatedThere | NotStatedThere
            PartlyAccepted   | NotStatedThere | ok             | NotStatedThere | NotStatedThere
            Rejected         | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            Released         | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            TakenOver        | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            TakenBack        | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            Corrected        | NotStatedThere | NotStatedThere | NotStatedThere | NotStatedThere
            NeverStated      | NothingStated  | NothingStated  | NothingStated  | NothingStated
            """;

    /** What else is refused, each in a sentence of its own in {@link ConsignmentTest}. */
    private static final String ELSEWHERE =
            "AlreadyReleased|AlreadyTakenOver|AlreadyHoldsIt|InAStore|CorrectionPending|CorrectionSettled|AlreadyTakenBack"
                    + "|NotTheNumberOfACollection|NotTheCollector|OtherWaste|OtherLand|TransferNoteAlreadyEntered"
                    + "|PlantWithoutPermit|CarrierNotNotified|CarrierWithoutPermit";

    private static final String WHAT_IS_A_PART = """
                         | 0 kg rejected | 1 kg rejected
            0 kg accepted | NotAPart     | NotAPart
            1 kg accepted | NotAPart     | ok
            """;

    @TestFactory
    Stream<DynamicTest> when() {
        return each(WHEN, (row, column) -> {
            var command = row.equals("Correct") ? correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(5))) : command(row);
            return given(story(column)).when(again(command));
        });
    }

    @TestFactory
    Stream<DynamicTest> which_role() {
        return each(WHICH_ROLE, (row, column) -> {
            var organisation = command(row).statement().by().organisation();
            return itsTurn(row).when(by(person(organisation, Role.parse(column)), again(command(row))));
        });
    }

    @TestFactory
    Stream<DynamicTest> which_party() {
        return each(
                WHICH_PARTY,
                (row, column) -> itsTurn(row).when(by(person(organisation(column), Role.DISPATCHER), command(row))));
    }

    @TestFactory
    Stream<DynamicTest> what_can_be_corrected() {
        return each(WHAT_CAN_BE_CORRECTED, (row, column) -> {
            var told = List.of(
                    switch (row) {
                        case "PickedUpWeighed" -> new Command[] {open(), pickUp(kg(5))};
                        case "PickedUp" -> story("OnTheRoad");
                        case "Delivered" -> story("AtThePlant");
                        case "Corrected" ->
                            new Command[] {open(), again(correct(GREEN_HILL_OFFICE, OPENING, toMass(kg(5))))};
                        case "Released" -> new Command[] {open(), release()};
                        case "TakenOver" -> new Command[] {open(), pickUp(), handOver(), takeOver()};
                        case "TakenBack" -> new Command[] {open(), pickUp(), deliver(), reject(), takeBack(kg(5))};
                        case "NeverStated" -> story("Opened");
                        default -> story(row);
                    });
            var last = row.equals("NeverStated") ? cancel() : told.getLast();
            return given(told.toArray(Command[]::new))
                    .when(correct(last.statement().by(), last.statement().id(), correction(column)));
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_a_part() {
        return each(
                WHAT_IS_A_PART,
                (row, column) -> given(story("AtThePlant")).when(acceptInPart(weight(row), weight(column))));
    }

    @Test
    void every_command_and_every_refusal_has_its_place_in_the_tables() {
        var cells = Stream.of(WHEN, WHICH_ROLE, WHICH_PARTY, WHAT_CAN_BE_CORRECTED, WHAT_IS_A_PART, ELSEWHERE)
                .flatMap(table -> Arrays.stream(table.split("[|\n]")))
                .map(String::strip)
                .collect(Collectors.toSet());
        assertThat(cells).containsAll(names(Refusal.class));
        for (String table : List.of(WHEN, WHICH_ROLE, WHICH_PARTY)) {
            assertThat(rows(table).map(List::getFirst)).containsExactlyInAnyOrderElementsOf(names(Command.class));
        }
        assertThat(columns(WHICH_ROLE))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::text).toList());
    }

    private interface Rule {
        Decision<Event, Refusal> decide(String row, String column);
    }

    private static Stream<DynamicTest> each(String table, Rule rule) {
        var columns = columns(table);
        return rows(table)
                .flatMap(row -> IntStream.range(0, columns.size()).mapToObj(i -> {
                    String name = row.getFirst();
                    String expected = row.get(i + 1);
                    return DynamicTest.dynamicTest(
                            name + ", " + columns.get(i) + ": " + expected,
                            () -> assertThat(answer(rule.decide(name, columns.get(i))))
                                    .isEqualTo(expected));
                }));
    }

    /** The answer as the tables write it. */
    static String answer(Decision<Event, Refusal> decision) {
        return switch (decision) {
            case Decision.Accepted<Event, Refusal> _ -> "ok";
            case Decision.Known<Event, Refusal> _ -> "known";
            case Decision.Refused<Event, Refusal>(var why) -> why.getClass().getSimpleName();
        };
    }

    private static List<String> columns(String table) {
        return cells(table.lines().findFirst().orElseThrow()).skip(1).toList();
    }

    private static Stream<List<String>> rows(String table) {
        return table.lines().skip(1).map(line -> cells(line).toList());
    }

    private static Stream<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip);
    }

    private static Set<String> names(Class<?> words) {
        return Arrays.stream(requireNonNull(words.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
    }

    private static Given itsTurn(String command) {
        return given(story(
                switch (command) {
                    case "Open" -> "NotOpened";
                    case "Release", "PickUp", "Cancel", "EnterTransferNote" -> "Opened";
                    case "HandOver", "Deliver" -> "OnTheRoad";
                    case "TakeOver" -> "HandedOver";
                    case "TakeBack" -> "Rejected";
                    case "Correct" -> "Weighed";
                    case "AgreeTo", "Decline" -> "Pending";
                    default -> "AtThePlant";
                }));
    }

    private static Command[] story(String state) {
        return switch (state) {
            case "NotOpened" -> new Command[] {};
            case "Opened" -> new Command[] {open()};
            case "OnTheRoad" -> new Command[] {open(), pickUp()};
            case "HandedOver" -> new Command[] {open(), pickUp(), handOver()};
            case "Weighed" -> new Command[] {open(), pickUp(kg(5))};
            case "Pending" -> new Command[] {open(), pickUp(kg(5)), correct(FAST_DRIVER, PICK_UP, toMass(kg(6)))};
            case "AtThePlant" -> new Command[] {open(), pickUp(), deliver()};
            case "Accepted" -> new Command[] {open(), pickUp(), deliver(), accept(kg(5))};
            case "PartlyAccepted" -> new Command[] {open(), pickUp(), deliver(), acceptInPart(kg(4), kg(1))};
            case "Rejected" -> new Command[] {open(), pickUp(), deliver(), reject()};
            case "Cancelled" -> new Command[] {open(), cancel()};
            default -> throw new AssertionError(state);
        };
    }

    private static Command command(String name) {
        return switch (name) {
            case "Open" -> open();
            case "Release" -> release();
            case "EnterTransferNote" -> enterTransferNote();
            case "PickUp" -> pickUp();
            case "HandOver" -> handOver();
            case "TakeOver" -> takeOver();
            case "TakeBack" -> takeBack(kg(5));
            case "AgreeTo" -> agreeTo(GREEN_HILL_OFFICE, CORRECTION);
            case "Decline" -> decline(GREEN_HILL_OFFICE, CORRECTION);
            case "Deliver" -> deliver();
            case "Accept" -> accept(kg(5));
            case "AcceptInPart" -> acceptInPart(kg(4), kg(1));
            case "Reject" -> reject();
            case "Correct" -> correct(FAST_DRIVER, PICK_UP, toMass(kg(6)));
            case "Cancel" -> cancel();
            default -> throw new AssertionError(name);
        };
    }

    private static OrganisationId organisation(String name) {
        return switch (name) {
            case "GreenHill" -> GREEN_HILL;
            case "FastWheels" -> FAST_WHEELS;
            case "SlowWheels" -> SLOW_WHEELS;
            case "NorthLandfill" -> NORTH_LANDFILL;
            case "Strangers" -> STRANGERS;
            default -> throw new AssertionError(name);
        };
    }

    private static Correction correction(String what) {
        return switch (what) {
            case "waste" -> toWaste(new WasteCode("170504", false));
            case "mass" -> toMass(kg(6));
            case "note" -> toNote(new NoteNumber("11681570210294-1"));
            case "mass and note" ->
                new Correction(
                        Optional.empty(),
                        toMass(kg(6)).mass(),
                        toNote(new NoteNumber("11681570210294-1")).noteNumber());
            default -> throw new AssertionError(what);
        };
    }

    private static Mass weight(String words) {
        return kg(Long.parseLong(words.substring(0, words.indexOf(' '))));
    }
}
