package org.wegweis.kernel.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wegweis.kernel.event.EventContracts;
import org.wegweis.kernel.event.Events;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;

/** The contracts of certificate events, one file each under {@code contracts/}; none of them ever changes. */
class CertificateJsonTest extends EventContracts {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Statement STATEMENT = new Statement(
            new StatementId(id(1)),
            CertificateTest.CERTIFICATE.value(),
            person(new OrganisationId(id(11)), Role.AUTHORITY),
            NOON,
            new TreeMap<>(),
            Optional.empty());

    @Override
    protected Stream<Contract> contracts() {
        return Stream.of(
                new Contract(new Event.Declared(STATEMENT, CertificateTest.soil())),
                new Contract(new Event.DeclarationAccepted(STATEMENT)),
                new Contract(new Event.Submitted(STATEMENT, CertificateTest.EN)),
                new Contract(new Event.Privileged(STATEMENT, CertificateTest.SN, Privilege.EMAS, DAY)),
                new Contract(new Event.ReceiptAcknowledged(STATEMENT, DAY)),
                new Contract(new Event.PapersDemanded(STATEMENT, true)),
                new Contract(new Event.PapersSupplied(STATEMENT)),
                new Contract(new Event.Confirmed(STATEMENT, DAY, kg(1))),
                new Contract(new Event.ConfirmedBySilence(STATEMENT, DAY, DAY.plusYears(5))),
                new Contract(new Event.Refused(STATEMENT)),
                new Contract(new Event.ConfirmationOrdered(STATEMENT)),
                new Contract(new Event.Revoked(STATEMENT)),
                new Contract(new Event.Expired(STATEMENT)),
                new Contract(new Event.Drawn(
                        STATEMENT,
                        CertificateTest.load(1),
                        kg(2),
                        Optional.of(CertificateTest.FARM),
                        Set.of(Flag.OVER_QUANTITY, Flag.NOT_VALID))),
                new Contract(
                        new Event.Settled(STATEMENT, CertificateTest.load(1), kg(2), Set.of(Flag.OVER_TWENTY_TONNES))));
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
                "confirmed | {\"until\":\"24.11.2026\",\"quantityGrams\":1} | /data/until",
                "confirmed | {\"until\":\"2026-11-24\"} | /data/quantityGrams",
                "submitted | {\"number\":\"17\"} | /data/number",
                "papers-demanded | {\"essential\":\"yes\"} | /data/essential",
                "drawn | {\"consignment\":\"1\",\"massGrams\":1} | /data/consignment",
                "settled | {\"consignment\":\"01a20846-fe00-7000-8000-0000000003e9\",\"acceptedGrams\":1,\"flags\":\"x\"} | /data/flags",
                "revoked | {\"why\":1} | /data/why",
                "lost | {} | /type",
            })
    void what_is_wrong_is_named(String type, String data, String pointer) {
        var record = new EventRecord(
                STATEMENT.id().value(),
                "certificate." + type + ".v1",
                STATEMENT.subject(),
                0,
                0,
                Optional.empty(),
                NOON,
                NOON,
                STATEMENT.by(),
                Optional.empty(),
                Hash.sha256(new byte[] {13}),
                (Json.Obj) Json.parse(data));
        assertThatThrownBy(() -> Events.event(record))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }
}
