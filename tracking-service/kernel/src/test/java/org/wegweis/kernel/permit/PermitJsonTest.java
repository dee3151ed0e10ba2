package org.wegweis.kernel.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wegweis.kernel.PlacesAndPeople.NOON;
import static org.wegweis.kernel.PlacesAndPeople.id;
import static org.wegweis.kernel.PlacesAndPeople.kg;
import static org.wegweis.kernel.PlacesAndPeople.person;
import static org.wegweis.kernel.permit.Papers.*;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;

/** The contracts of events of papers, one file each under {@code contracts/}; none of them ever changes. */
class PermitJsonTest extends EventContracts {
    private static final Statement STATEMENT = new Statement(
            new StatementId(id(1)),
            PermitTest.PERMIT.value(),
            person(new OrganisationId(id(11)), Role.DISPATCHER),
            NOON,
            new TreeMap<>(),
            Optional.empty());

    @Override
    protected Stream<Contract> contracts() {
        var permit = plantPermit(Optional.of(kg(20_000)), Optional.of(kg(900_000)), SOIL_CODE, RUBBLE);
        var referred = new Paper(
                permit.holder(),
                permit.scope(),
                permit.wastes(),
                NEW_YEAR,
                Optional.of(TODAY),
                Optional.of(new FileReference("LFU-2026/0417")));
        return Stream.of(
                new Contract(new Event.Filed(STATEMENT, referred)),
                new Contract("permit.filed.v1-notification", new Event.Filed(STATEMENT, notification())),
                new Contract("permit.filed.v1-carrier-permit", new Event.Filed(STATEMENT, carrierPermit(SOIL_CODE))),
                new Contract(
                        "permit.filed.v1-efb-certificate",
                        new Event.Filed(STATEMENT, certificate(DEPOT, Set.of(Activity.COLLECTING, Activity.CARRYING)))),
                new Contract(new Event.Acknowledged(STATEMENT)),
                new Contract(new Event.Withdrawn(STATEMENT, TODAY)),
                new Contract(new Event.GivenUp(STATEMENT, TODAY)));
    }

    @Override
    protected Class<? extends Stated> events() {
        return Event.class;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kind             | \"licence\"           | /kind",
                "holder           | \"me\"                | /holder",
                "from             | \"1.1.2026\"          | /from",
                "until            | 2027                  | /until",
                "wasteCodes       | \"some\"              | /wasteCodes",
                "wasteCodes       | []                    | /wasteCodes",
                "wasteCodes       | [\"170503\",\"17\"]   | /wasteCodes/1",
                "wasteCodes       | [\"999999\"]          | /wasteCodes/0",
                "wasteCodes       | [170503]              | /wasteCodes/0",
                "reference        | \"Frau Krause\"       | /reference",
                "operations       | []                    | /operations",
                "operations       | [\"D1\",\"X1\"]       | /operations/1",
                "mostPerDayGrams  | 0                     | /mostPerDayGrams",
                "mostPerYearGrams | 1.5                   | /mostPerYearGrams",
                "activities       | [\"storing\"]         | /activities",
                "colour           | \"green\"             | /colour",
            })
    void what_is_wrong_is_named(String name, String value, String pointer) {
        var data = PermitJson.paper(plantPermit(Optional.empty(), Optional.empty()))
                .with(name, Json.parse(value));
        assertThatThrownBy(() -> PermitJson.command(PermitJson.FILED, STATEMENT, Fields.of(data), WasteList.EUROPEAN))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }

    @Test
    void a_paper_names_codes_of_all_its_days() {
        var data = PermitJson.paper(notification())
                .with("wasteCodes", Json.parse("[\"160604\",\"16 06 09\",\"170503*\"]"));
        var command = PermitJson.command(PermitJson.FILED, STATEMENT, Fields.of(data), WasteList.EUROPEAN);
        assertThat(command).isInstanceOfSatisfying(Command.File.class, file -> {
            var wastes = file.paper().wastes();
            assertThat(wastes.name(new WasteCode("160609", true))).isTrue();
            assertThat(wastes.name(SOIL_CODE)).isTrue();
            assertThat(wastes.name(RUBBLE)).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, -, -, not-begun",
        "2026-11-23, -, -, in-force",
        "2026-11-24, -, -, ended",
        "2026-11-23, 2026-11-23, -, withdrawn",
        "2026-11-23, 2026-11-24, -, in-force",
        "2026-11-23, -, 2026-11-20, given-up",
        "2026-11-19, -, 2026-11-20, in-force",
    })
    void every_door_says_whether_it_counts_today(String today, String withdrawn, String givenUp, String state) {
        var onFile = new State.OnFile(until(notification(), TODAY), false, day(withdrawn), day(givenUp), Set.of());
        assertThat(PermitJson.onFile(PermitTest.PERMIT, onFile, LocalDate.parse(today))
                        .members())
                .containsEntry("state", new Json.Text(state));
    }

    private static Optional<LocalDate> day(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
