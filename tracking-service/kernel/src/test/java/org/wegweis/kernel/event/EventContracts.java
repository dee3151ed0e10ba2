package org.wegweis.kernel.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wegweis.kernel.record.EventRecord;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.Stated;

/**
 * The contracts of a room's events, one record each under {@code contracts/}: what was written once is read for ever. A
 * new shape gets a new type or a new file; none of them ever changes. With {@code WEGWEIS_WRITE_DOCS=1} in the environment
 * files that are missing are written.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EventContracts {
    private static final Path FOLDER = Path.of("src/test/resources/contracts");

    /** An event and the name of its file, which begins with its type. */
    public record Contract(String file, Stated event) {
        public Contract(Stated event) {
            this(Events.type(event), event);
        }

        @Override
        public String toString() {
            return file;
        }

        byte[] bytes() throws IOException {
            var path = FOLDER.resolve(file + ".json");
            if (System.getenv("WEGWEIS_WRITE_DOCS") != null && !Files.exists(path)) {
                Files.write(path, record(event).encode());
            }
            return Files.readAllBytes(path);
        }
    }

    protected abstract Stream<Contract> contracts();

    /** The sealed interface of the room's events. */
    protected abstract Class<? extends Stated> events();

    @ParameterizedTest
    @MethodSource("contracts")
    void a_file_of_old_still_reads(Contract contract) throws IOException {
        assertThat(Events.event(EventRecord.parse(contract.bytes()))).isEqualTo(contract.event());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void and_is_written_the_same_to_the_byte(Contract contract) throws IOException {
        assertThat(new String(record(contract.event()).encode(), UTF_8)).isEqualTo(new String(contract.bytes(), UTF_8));
        assertThat(contract.file()).startsWith(Events.type(contract.event()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_page_has_german_words_for_it(Contract contract) {
        var type = Events.type(contract.event());
        assertThat(Words.german(type)).isNotEqualTo(type);
        assertThat(Words.german(Events.kind(type))).isNotEqualTo(Events.kind(type));
    }

    @Test
    void every_event_has_a_contract() {
        assertThat(contracts().<Object>map(contract -> contract.event().getClass()))
                .contains((Object[]) Objects.requireNonNull(events().getPermittedSubclasses()));
    }

    /** The first record where the event begins something, else the second; both on the second after noon. */
    public static EventRecord record(Stated event) {
        var s = event.statement();
        boolean first = Events.opens(Events.type(event));
        return new EventRecord(
                s.id().value(),
                Events.type(event),
                s.subject(),
                first ? 0 : 1,
                7,
                first ? Optional.empty() : Optional.of(Hash.sha256(new byte[] {12})),
                s.happenedAt(),
                NOON.plusSeconds(1),
                s.by(),
                s.commitment(),
                Hash.sha256(new byte[] {13}),
                Events.data(event));
    }
}
