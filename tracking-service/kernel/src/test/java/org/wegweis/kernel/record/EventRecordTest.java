package org.wegweis.kernel.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wegweis.kernel.PlacesAndPeople.FAST_WHEELS;
import static org.wegweis.kernel.PlacesAndPeople.NOON;
import static org.wegweis.kernel.PlacesAndPeople.id;
import static org.wegweis.kernel.PlacesAndPeople.person;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;

class EventRecordTest {
    private static final String SECOND =
            new String(record(1, 5, Optional.of(hash(9))).encode(), UTF_8);

    @Test
    void a_record_is_canonical_JSON_with_these_members_in_this_order() {
        assertThat(SECOND)
                .isEqualTo("{\"actor\":{\"organisation\":\"00000000-0000-4000-8000-000000000002\",\"role\":\"driver\"},"
                        + "\"data\":{\"a\":1},"
                        + "\"happenedAt\":\"2026-11-23T12:00:00Z\","
                        + "\"id\":\"" + id(1) + "\","
                        + "\"nonce\":\"BwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
                        + "\"position\":5,"
                        + "\"previous\":\"CQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\","
                        + "\"recordedAt\":\"2026-11-23T12:00:00Z\","
                        + "\"subject\":\"" + id(0) + "\","
                        + "\"type\":\"thing.happened.v1\","
                        + "\"version\":1}");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void any_record_survives_encode_and_parse(long seed) {
        var record = anyRecord(new Random(seed));
        assertThat(EventRecord.parse(record.encode())).isEqualTo(record);
        assertThat(EventRecord.parse(record.encode()).encode()).isEqualTo(record.encode());
    }

    /** The left of the bar, once in the record, becomes the right of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // other spellings of the same
                "`,\"data\":{\"a\":1},\"happenedAt\":\"2026-11-23T12:00:00Z\"` | `,\"happenedAt\":\"2026-11-23T12:00:00Z\",\"data\":{\"a\":1}`",
                "`{\"actor\"` | `{ \"actor\"`",
                "`\"version\":1}` | `\"version\":1}\n`",
                "`{\"a\":1}` | `{\"\\u0061\":1}`",
                "`\"position\":5` | `\"position\":5.0`",
                "`\"position\":5` | `\"position\":5e0`",
                "12:00:00Z | 12:00:00.000Z",
                "12:00:00Z | 13:00:00+01:00",
                "2026-11-23T12:00:00Z | 2026-11-23T12:00Z",
                // not whole milliseconds
                "12:00:00Z | 12:00:00.000001Z",
                // something else
                "`\"version\":1}` | `\"version\":1,\"x\":0}`",
                "`\"role\":\"driver\"` | `\"role\":\"driver\",\"x\":0`",
                "`,\"position\":5` | ``",
                "`\"data\":{\"a\":1},` | ``",
                "`{\"a\":1}` | `[]`",
                "`\"driver\"` | `\"pilot\"`",
                "`\"thing.happened.v1\"` | `null`",
                "`\"position\":5` | `\"position\":\"5\"`",
                "`\"position\":5` | `\"position\":0`",
                "`\"version\":1}` | `\"version\":0}`",
                "`\"version\":1}` | `\"version\":-1}`",
                "CQAA | CRAAA",
                "`AAA\",\"position\"` | `AAB\",\"position\"`",
            })
    void every_other_spelling_and_every_other_member_is_refused(String from, String to) {
        String bent = SECOND.replace(from, to);
        assertThat(bent).isNotEqualTo(SECOND);
        assertThat(EventRecord.parse(SECOND.getBytes(UTF_8))).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> EventRecord.parse(bent.getBytes(UTF_8)));
    }

    @Test
    void only_the_first_record_of_a_subject_has_no_previous_one() {
        assertThat(record(0, 0, Optional.empty()).previous()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> record(0, 0, Optional.of(hash(9))));
        assertThatIllegalArgumentException().isThrownBy(() -> record(1, 1, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "-1, -1", "3, 2"})
    void there_are_no_places_below_zero_and_no_more_records_of_a_subject_than_records(long version, long position) {
        assertThatIllegalArgumentException().isThrownBy(() -> record(version, position, Optional.of(hash(9))));
    }

    @Test
    void times_are_whole_milliseconds() {
        var instant = Instant.parse("2026-11-23T12:00:00.123987654Z");
        var record = record(instant);
        assertThat(record.happenedAt()).isEqualTo("2026-11-23T12:00:00.123Z");
        assertThat(record.recordedAt()).isEqualTo("2026-11-23T12:00:00.123Z");
    }

    @Test
    void the_log_entry_is_the_SHA256_of_the_bytes() {
        assertThat(EventRecord.entry("abc".getBytes(UTF_8)).hex())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "gate", "dispatcher", "authority", "auditor", "operator"})
    void the_roles_are_those_of_the_token(String text) {
        assertThat(Actor.Role.parse(text).text()).isEqualTo(text);
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.Role.parse(text.toUpperCase(Locale.ROOT)));
        assertThat(Actor.Role.values()).hasSize(6);
    }

    private static Hash hash(int first) {
        byte[] bytes = new byte[Hash.LENGTH];
        bytes[0] = (byte) first;
        return Hash.of(bytes);
    }

    private static EventRecord record(long version, long position, Optional<Hash> previous) {
        return record(version, position, previous, NOON);
    }

    private static EventRecord record(Instant time) {
        return record(0, 0, Optional.empty(), time);
    }

    private static EventRecord record(long version, long position, Optional<Hash> previous, Instant time) {
        return new EventRecord(
                id(1),
                "thing.happened.v1",
                id(0),
                version,
                position,
                previous,
                time,
                time,
                person(FAST_WHEELS, Actor.Role.DRIVER),
                Optional.empty(),
                hash(7),
                Json.Obj.of().with("a", 1));
    }

    private static EventRecord anyRecord(Random random) {
        long version = random.nextBoolean() ? 0 : random.nextLong(Json.LARGEST_INTEGER);
        return new EventRecord(
                Uuid7.next(() -> anyInstant(random), random),
                "thing.happened.v" + random.nextInt(),
                Uuid7.next(() -> anyInstant(random), random),
                version,
                random.nextLong(version, Json.LARGEST_INTEGER + 1),
                version == 0 ? Optional.empty() : Optional.of(anyHash(random)),
                anyInstant(random),
                anyInstant(random),
                new Actor(
                        new OrganisationId(new UUID(random.nextLong(), random.nextLong())),
                        List.of(Actor.Role.values()).get(random.nextInt(6)),
                        random.nextBoolean() ? Optional.of(anyHash(random)) : Optional.empty()),
                random.nextBoolean() ? Optional.of(anyHash(random)) : Optional.empty(),
                anyHash(random),
                Json.Obj.of().with("ä\u0000" + random.nextInt(), random.nextInt()));
    }

    private static Hash anyHash(Random random) {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    private static Instant anyInstant(Random random) {
        return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextLong(1_000_000_000L));
    }
}
