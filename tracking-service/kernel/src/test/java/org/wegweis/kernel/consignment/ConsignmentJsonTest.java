package org.wegweis.kernel.consignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.law.Rule;
import org.wegweis.kernel.law.Shows;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.PersonalValue;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.WasteCatalogue.UnknownWasteCode;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/**
 * The events' contracts are the files under {@code contracts/}, one record each: what was written once is read for ever.
 * A new shape gets a new type and a new file; none of these changes.
 */
class ConsignmentJsonTest extends EventContracts {
    private static final Hash A_HASH = Hash.of(new byte[Hash.LENGTH]);

    @SuppressWarnings("ImmutableEnumChecker") // a command is a record of values
    enum Told {
        OPENED("consignment.opened.v1", open()),
        OPENED_WITHOUT_PAPERS(
                "consignment.opened.v1.without-papers",
                new Command.Open(
                        open().statement(),
                        new Opening(
                                Optional.empty(),
                                Optional.empty(),
                                new WasteCode("170504", false),
                                kg(0),
                                soil().generator(),
                                FAST_WHEELS,
                                soil().plant()))),
        PICKED_UP("consignment.picked-up.v1", pickUp()),
        PICKED_UP_SIGNED(
                "consignment.picked-up.v1.signed",
                new Command.PickUp(signed(), pickUp(kg(8_850)).loaded())),
        HANDED_OVER("consignment.handed-over.v1", handOver()),
        RELEASED("consignment.released.v1", release()),
        PICKED_UP_AGREED(
                "consignment.picked-up.v1.agreed",
                new Command.PickUp(pickUp().statement(), Optional.empty(), Agreement.IN_WRITING)),
        HANDED_OVER_TO_A_STORE("consignment.handed-over.v1.store", handOverToTheStore()),
        TAKEN_OVER("consignment.taken-over.v1", takeOver()),
        TAKEN_OVER_AGREED(
                "consignment.taken-over.v1.agreed",
                new Command.TakeOver(takeOver().statement(), Agreement.IN_WRITING)),
        TRANSFER_NOTE_ENTERED("consignment.transfer-note-entered.v1", enterTransferNote()),
        DELIVERED("consignment.delivered.v1", deliver()),
        ACCEPTED("consignment.accepted.v1", accept(kg(8_840))),
        PARTLY_ACCEPTED("consignment.partly-accepted.v1", acceptInPart(kg(8_000), kg(840))),
        REJECTED("consignment.rejected.v1", reject()),
        PARTLY_ACCEPTED_GOING_ON(
                "consignment.partly-accepted.v1.going-on",
                new Command.AcceptInPart(
                        acceptInPart(kg(8_000), kg(840)).statement(),
                        kg(8_000),
                        kg(840),
                        Reason.CAPACITY,
                        Optional.of(new Party(STRANGERS, new SiteNumber("P99999999"))))),
        REJECTED_GOING_BACK(
                "consignment.rejected.v1.going-back",
                new Command.Reject(reject().statement(), Reason.WRONG_WASTE, Optional.of(soil().generator()))),
        TAKEN_BACK("consignment.taken-back.v1", takeBack(kg(8_850))),
        CORRECTION_AGREED("consignment.correction-agreed.v1", agreeTo(LANDFILL_OFFICE, CORRECTION)),
        CORRECTION_DECLINED("consignment.correction-declined.v1", decline(LANDFILL_OFFICE, CORRECTION)),
        CORRECTED(
                "consignment.corrected.v1",
                correct(
                        GREEN_HILL_OFFICE,
                        OPENING,
                        new Correction(
                                Optional.of(new WasteCode("170504", false)),
                                Optional.of(kg(9_100)),
                                Optional.of(new NoteNumber("11681570210294-1"))))),
        CORRECTED_MASS("consignment.corrected.v1.mass", correct(LANDFILL_OFFICE, WORD_OF_THE_PLANT, toMass(kg(8_480)))),
        CANCELLED("consignment.cancelled.v1", cancel());

        final String file;
        final Command command;

        Told(String file, Command command) {
            this.file = file;
            this.command = command;
        }

        Event event() {
            return Consignment.happened(command);
        }

        /** By a phone: everything that a statement can carry. */
        private static Statement signed() {
            var digests = new TreeMap<PersonalValue, Hash>();
            for (var value : PersonalValue.values())
                digests.put(value, Hash.sha256(value.text().getBytes(UTF_8)));
            return new Statement(
                    PICK_UP,
                    SOIL.value(),
                    new Actor(FAST_WHEELS, Actor.Role.DRIVER, Optional.of(Hash.sha256(new byte[] {10}))),
                    Instant.parse("2026-11-23T12:00:00.250Z"),
                    digests,
                    Optional.of(Hash.sha256(new byte[] {11})));
        }
    }

    @Override
    protected Stream<EventContracts.Contract> contracts() {
        return Arrays.stream(Told.values()).map(told -> new EventContracts.Contract(told.file, told.event()));
    }

    @Override
    protected Class<? extends Stated> events() {
        return Event.class;
    }

    /** A statement has no {@code hazardous}, which the list knows, and no digests. */
    @ParameterizedTest
    @EnumSource
    void a_statement_names_the_same_things_the_same_way(Told contract) {
        var members = new LinkedHashMap<>(ConsignmentJson.data(contract.event()).members());
        members.remove("hazardous");
        members.remove("digests");
        assertThat(command(ConsignmentJson.type(contract.event()), contract.command.statement(), new Json.Obj(members)))
                .isEqualTo(contract.command);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rejected | {} | /data/reason",
                "rejected | {\"reason\":\"mood\"} | /data/reason",
                "rejected | {\"reason\":\"WRONG_WASTE\"} | /data/reason",
                "rejected | {\"reason\":\"other\",\"why\":\"x\"} | /data/why",
                "delivered | {\"at\":1} | /data/at",
                "cancelled | {\"personal\":{}} | /data/personal",
                "accepted | {} | /data/acceptedGrams",
                "accepted | {\"acceptedGrams\":-1} | /data/acceptedGrams",
                "accepted | {\"acceptedGrams\":0.5} | /data/acceptedGrams",
                "accepted | {\"acceptedGrams\":1e30} | /data/acceptedGrams",
                "accepted | {\"acceptedGrams\":\"1\"} | /data/acceptedGrams",
                "partly-accepted | {\"acceptedGrams\":1,\"reason\":\"other\"} | /data/rejectedGrams",
                "picked-up | {\"loadedGrams\":null} | /data/loadedGrams",
                "handed-over | {\"to\":\"Slow Wheels\"} | /data/to",
                "handed-over | {\"to\":{}} | /data/to/organisation",
                "handed-over | {\"to\":{\"organisation\":\"Slow Wheels\"}} | /data/to/organisation",
                "handed-over | {\"to\":{\"organisation\":\"00000000-0000-4000-8000-000000000003\",\"site\":\"P12345678\"}} | /data/to/site",
                "corrected | {\"massGrams\":1} | /data/corrects",
                "corrected | {\"corrects\":\"1\",\"massGrams\":1} | /data/corrects",
                "corrected | {\"corrects\":\"019a5f3c-1234-7abc-8def-0123456789ab\"} | /data/massGrams",
                "corrected | {\"corrects\":\"019a5f3c-1234-7abc-8def-0123456789ab\",\"hazardous\":true,\"massGrams\":1} | /data/hazardous",
                "corrected | {\"corrects\":\"019a5f3c-1234-7abc-8def-0123456789ab\",\"noteNumber\":\"1\"} | /data/noteNumber",
                "opened | {\"wasteCode\":\"1705\"} | /data/wasteCode",
                "lost | {} | /type",
            })
    void what_is_wrong_in_a_statement_is_named(String type, String data, String pointer) {
        assertThatThrownBy(
                        () -> command("consignment." + type + ".v1", deliver().statement(), Json.parse(data)))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }

    @Test
    void a_waste_code_that_the_list_has_not_is_told_from_one_that_is_none() {
        var data = ConsignmentJson.data(Told.OPENED.event()).with("wasteCode", "999999");
        assertThatThrownBy(() -> command(ConsignmentJson.OPENED, open().statement(), data))
                .isInstanceOf(WrongField.class)
                .hasCauseInstanceOf(UnknownWasteCode.class);
    }

    @Test
    @Shows(Rule.LOAD_KEEPS_ITS_CODE)
    void a_record_keeps_the_waste_code_that_was_right_then() {
        var data = ConsignmentJson.data(Told.OPENED.event()).with("wasteCode", "999999");
        var event = (Event.Opened) Events.event(record(Told.OPENED.event(), data));
        assertThat(event.opening().waste()).isEqualTo(new WasteCode("999999", true));
    }

    @Test
    void a_time_is_what_the_record_will_say_from_the_start() {
        var s = deliver().statement();
        var finer = new Statement(s.id(), SOIL.value(), s.by(), NOON.plusNanos(999_999), s.digests(), Optional.empty());
        var event = new Event.Delivered(finer);
        assertThat(Events.event(record(event))).isEqualTo(event);
    }

    @Test
    void nothing_personal_but_these_four_has_a_digest() {
        assertThat(Arrays.stream(PersonalValue.values()).map(PersonalValue::text))
                .containsExactly("plate", "driver", "remark", "place");
        var data = Json.Obj.of().with("digests", Json.Obj.of().with("phone", A_HASH.toString()));
        assertThatIllegalArgumentException().isThrownBy(() -> Events.event(record(Told.DELIVERED.event(), data)));
    }

    @Test
    void the_reasons_are_these() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::text))
                .containsExactly("wrong-waste", "contaminated", "papers-missing", "not-permitted", "capacity", "other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11681570210293",
                "11681570210293-",
                "1168157021029-34",
                "11681570210293-45",
                "1168157021029A-4"
            })
    void a_note_number_has_fourteen_digits_a_hyphen_and_a_digit(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteNumber(text));
        assertThat(new NoteNumber("11681570210293-4")).hasToString("11681570210293-4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ENP1234567890",
                "ENP123456789012",
                "XXP12345678901",
                "ENJ12345678901",
                "enP12345678901",
                "ENP1234567890a"
            })
    void a_certificate_number_has_its_kind_its_Land_and_eleven_more(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CertificateNumber(text));
        for (String kind : new String[] {"EN", "SN", "FR", "RE"}) {
            assertThat(new CertificateNumber(kind + "P12345678901")).hasToString(kind + "P12345678901");
        }
    }

    private static Command command(String type, Statement statement, Json data) {
        return ConsignmentJson.command(type, statement, Fields.of(data, "/data"), WasteList.EUROPEAN);
    }

    private static EventRecord record(Event event) {
        return record(event, ConsignmentJson.data(event));
    }

    /** The first record for an opening, else the second; both on the second after noon. */
    private static EventRecord record(Event event, Json.Obj data) {
        var s = event.statement();
        boolean first = event instanceof Event.Opened;
        return new EventRecord(
                s.id().value(),
                ConsignmentJson.type(event),
                s.subject(),
                first ? 0 : 1,
                7,
                first ? Optional.empty() : Optional.of(Hash.sha256(new byte[] {12})),
                s.happenedAt(),
                NOON.plusSeconds(1),
                s.by(),
                s.commitment(),
                Hash.sha256(new byte[] {13}),
                data);
    }
}
