package org.wegweis.kernel.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wegweis.kernel.PlacesAndPeople.*;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.json.WrongField;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;

/** The contracts of certificate events, one file each under {@code contracts/}; none of them ever changes. */
class CertificateJsonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Statement STATEMENT = new Statement(
            new StatementId(id(1)),
            CertificateTest.CERTIFICATE.value(),
            person(new OrganisationId(id(11)), Role.AUTHORITY),
            NOON,
            new TreeMap<>(),
            Optional.empty());

    @SuppressWarnings("ImmutableEnumChecker") // an event is a record of values
    enum Contract {
        DECLARED(new Event.Declared(STATEMENT, CertificateTest.soil())),
        DECLARATION_ACCEPTED(new Event.DeclarationAccepted(STATEMENT)),
        SUBMITTED(new Event.Submitted(STATEMENT, CertificateTest.EN)),
        PRIVILEGED(new Event.Privileged(STATEMENT, CertificateTest.SN, Privilege.EMAS, DAY)),
        RECEIPT_ACKNOWLEDGED(new Event.ReceiptAcknowledged(STATEMENT, DAY)),
        PAPERS_DEMANDED(new Event.PapersDemanded(STATEMENT, true)),
        PAPERS_SUPPLIED(new Event.PapersSupplied(STATEMENT)),
        CONFIRMED(new Event.Confirmed(STATEMENT, DAY, kg(1))),
        CONFIRMED_BY_SILENCE(new Event.ConfirmedBySilence(STATEMENT, DAY, DAY.plusYears(5))),
        REFUSED(new Event.Refused(STATEMENT)),
        CONFIRMATION_ORDERED(new Event.ConfirmationOrdered(STATEMENT)),
        REVOKED(new Event.Revoked(STATEMENT)),
        EXPIRED(new Event.Expired(STATEMENT)),
        DRAWN(new Event.Drawn(
                STATEMENT,
                CertificateTest.load(1),
                kg(2),
                Optional.of(CertificateTest.FARM),
                Set.of(Flag.OVER_QUANTITY, Flag.NOT_VALID))),
        SETTLED(new Event.Settled(STATEMENT, CertificateTest.load(1), kg(2), Set.of(Flag.OVER_TWENTY_TONNES)));

        final Event event;

        Contract(Event event) {
            this.event = event;
        }

        byte[] bytes() throws IOException {
            String file = "/contracts/" + CertificateJson.type(event) + ".json";
            try (InputStream in = CertificateJsonTest.class.getResourceAsStream(file)) {
                return Objects.requireNonNull(in, file).readAllBytes();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_of_old_still_reads(Contract contract) throws IOException {
        assertThat(CertificateJson.event(EventRecord.parse(contract.bytes()))).isEqualTo(contract.event);
    }

    @ParameterizedTest
    @EnumSource
    void and_is_written_the_same_to_the_byte(Contract contract) throws IOException {
        byte[] bytes =
                record(contract.event, CertificateJson.data(contract.event)).encode();
        assertThat(new String(bytes, UTF_8)).isEqualTo(new String(contract.bytes(), UTF_8));
    }

    @Test
    void every_event_has_a_contract() {
        assertThat(Arrays.stream(Contract.values()).<Object>map(contract -> contract.event.getClass()))
                .containsExactlyInAnyOrder((Object[]) Objects.requireNonNull(Event.class.getPermittedSubclasses()));
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
        assertThatThrownBy(() -> CertificateJson.event(
                        "certificate." + type + ".v1",
                        STATEMENT.id(),
                        STATEMENT.subject(),
                        STATEMENT.by(),
                        NOON,
                        Optional.empty(),
                        (Json.Obj) Json.parse(data)))
                .isInstanceOfSatisfying(
                        WrongField.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }

    private static EventRecord record(Event event, Json.Obj data) {
        boolean first = event instanceof Event.Declared;
        return new EventRecord(
                STATEMENT.id().value(),
                CertificateJson.type(event),
                STATEMENT.subject(),
                first ? 0 : 1,
                7,
                first ? Optional.empty() : Optional.of(Hash.sha256(new byte[] {12})),
                NOON,
                NOON.plusSeconds(1),
                STATEMENT.by(),
                Optional.empty(),
                Hash.sha256(new byte[] {13}),
                data);
    }
}
