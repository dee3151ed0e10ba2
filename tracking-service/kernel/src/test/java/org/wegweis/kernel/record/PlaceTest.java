package org.wegweis.kernel.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wegweis.kernel.PlacesAndPeople.FAST_WHEELS;
import static org.wegweis.kernel.PlacesAndPeople.person;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;

/** The quick reader beside the parser, which is its slow and obvious twin. */
class PlaceTest {
    private static final String PLAIN = new String(
            new EventRecord(
                            Uuid7.parse("019ab3c1-2c00-7abc-8def-0123456789ab"),
                            "thing.happened.v1",
                            Uuid7.parse("019ab3c1-2c00-7abc-8def-0123456789ac"),
                            1,
                            5,
                            Optional.of(Hash.of(new byte[32])),
                            Instant.parse("2026-11-23T12:00:00Z"),
                            Instant.parse("2026-11-23T12:00:00.125Z"),
                            person(FAST_WHEELS, Actor.Role.DRIVER),
                            Optional.of(Hash.of(new byte[32])),
                            Hash.of(new byte[32]),
                            Json.Obj.of().with("a", 1).with("b", Json.Obj.of()))
                    .encode(),
            UTF_8);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.wegweis.kernel.PlacesAndPeople#seeds")
    void records_as_we_write_them_are_read_quickly(long seed) {
        var record = anyRecord(new Random(seed));
        var place = new Place(record.subject(), record.version(), record.position(), record.previous());
        assertThat(new PlaceReader(record.encode()).read()).contains(place);
        assertThat(Place.of(record.encode())).isEqualTo(place);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void every_single_changed_byte_is_judged_as_the_parser_judges_it(long seed) {
        var random = new Random(seed);
        byte[] genuine = anyRecord(random).encode();
        for (int i = 0; i < genuine.length; i++) {
            for (byte other : "\"\\{}[],:-.0123459aAfzTZ_ \u0000\u001f\u007fä".getBytes(UTF_8)) {
                byte[] bent = genuine.clone();
                bent[i] = other;
                assertSameAsParser(bent);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void every_cut_doubled_and_misplaced_piece_is_judged_as_the_parser_judges_it(long seed) {
        var random = new Random(seed);
        byte[] genuine = anyRecord(random).encode();
        for (int i = 0; i < 1000; i++) {
            int from = random.nextInt(genuine.length);
            int to = Math.min(genuine.length, from + 1 + random.nextInt(40));
            int at = random.nextInt(genuine.length + 1);
            byte[] piece = Arrays.copyOfRange(genuine, from, to);
            assertSameAsParser(spliced(genuine, from, to, new byte[0]));
            assertSameAsParser(spliced(genuine, to, to, piece));
            assertSameAsParser(spliced(genuine, at, at, piece));
        }
        for (int length = 0; length < genuine.length; length++) {
            assertSameAsParser(Arrays.copyOf(genuine, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-1",
                "01",
                "1.0",
                "1.5",
                "1e2",
                "1e21",
                "999999999999999",
                "1000000000000000",
                "9007199254740992",
                "9007199254740993",
                "-9007199254740993",
                "true",
                "false",
                "null",
                "tru",
                "nul",
                "[]",
                "[1,2]",
                "[1,]",
                "[,1]",
                "[",
                "{}",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"ab\":2}",
                "{\"ab\":1,\"a\":2}",
                "{\"\":1,\"a\":2}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{1:2}",
                "\"\"",
                "\"\\n\"",
                "\"\\u0000\"",
                "\"\\u0061\"",
                "\"ä\"",
                "\"\u007f\"",
                "\"\uD83D\uDE00\"",
                "\"\t\"",
                "\"",
                "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
                "",
                " 1",
                "1 ",
                "+1",
                "--1",
                "-",
                "-x",
                "NaN"
            })
    void every_value_is_judged_as_the_parser_judges_it(String value) {
        assertSameAsParser(PLAIN.replace("{\"a\":1,", "{\"a\":" + value + ",").getBytes(UTF_8));
        assertSameAsParser(PLAIN.replace("{\"a\":1,\"b\":{}}", value).getBytes(UTF_8));
        assertSameAsParser(
                PLAIN.replace("\"position\":5", "\"position\":" + value).getBytes(UTF_8));
        assertSameAsParser(
                PLAIN.replace("\"version\":1", "\"version\":" + value).getBytes(UTF_8));
        assertSameAsParser(PLAIN.replace("\"thing.happened.v1\"", value).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-31T12:00:00Z",
                "2026-02-28T12:00:00Z",
                "2026-02-29T12:00:00Z",
                "2024-02-29T12:00:00Z",
                "2026-12-31T23:59:59.999Z",
                "2026-00-01T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-11-00T12:00:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T12:60:00Z",
                "2026-11-23T12:00:60Z",
                "2026-11-23T12:00Z",
                "2026-11-23T12:00:00.000Z",
                "2026-11-23T12:00:00.1Z",
                "2026-11-23T12:00:00.001Z",
                "2026-11-23T12:00:00.000001Z",
                "2026-11-23t12:00:00Z",
                "2026-11-23T12:00:00z",
                "2026-11-23T12:00:00+00:00",
                "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+12026-01-01T00:00:00Z"
            })
    void every_time_is_judged_as_the_parser_judges_it(String time) {
        assertSameAsParser(PLAIN.replace("2026-11-23T12:00:00Z", time).getBytes(UTF_8));
        assertSameAsParser(PLAIN.replace("2026-11-23T12:00:00.125Z", time).getBytes(UTF_8));
    }

    @Test
    void what_is_seldom_is_left_to_the_parser() {
        byte[] seldom = PLAIN.replace("{\"a\":1,", "{\"a\":\"Übergabe\",").getBytes(UTF_8);
        assertThat(new PlaceReader(seldom).read()).isEmpty();
        assertThat(Place.of(seldom)).isEqualTo(Place.of(PLAIN.getBytes(UTF_8)));
    }

    private static void assertSameAsParser(byte[] bytes) {
        var quick = quick(bytes);
        var slow = slow(bytes);
        if (!quick.equals(slow)) assertThat(quick).as(new String(bytes, UTF_8)).isEqualTo(slow);
    }

    private static Optional<Place> quick(byte[] bytes) {
        try {
            return Optional.of(Place.of(bytes));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Place> slow(byte[] bytes) {
        try {
            var record = EventRecord.parse(bytes);
            return Optional.of(new Place(record.subject(), record.version(), record.position(), record.previous()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] out = Arrays.copyOf(bytes, from + instead.length + bytes.length - to);
        System.arraycopy(instead, 0, out, from, instead.length);
        System.arraycopy(bytes, to, out, from + instead.length, bytes.length - to);
        return out;
    }

    private static EventRecord anyRecord(Random random) {
        long version = random.nextInt(3);
        return new EventRecord(
                Uuid7.next(() -> anyTime(random), random),
                "thing.happened.v" + random.nextInt(1, 9),
                Uuid7.next(() -> anyTime(random), random),
                version,
                version + random.nextLong(1L << random.nextInt(1, 49)),
                version == 0 ? Optional.empty() : Optional.of(anyHash(random)),
                anyTime(random),
                anyTime(random),
                new Actor(
                        new OrganisationId(new UUID(random.nextLong(), random.nextLong())),
                        List.of(Actor.Role.values()).get(random.nextInt(6)),
                        random.nextBoolean() ? Optional.of(anyHash(random)) : Optional.empty()),
                random.nextBoolean() ? Optional.of(anyHash(random)) : Optional.empty(),
                anyHash(random),
                Json.Obj.of()
                        .with("massGrams", random.nextInt(50_000_000))
                        .with("correction", -random.nextInt(1, 1000))
                        .with("wasteCode", "170503")
                        .with("open", random.nextBoolean())
                        .with("site", Json.Obj.of().with("number", "P12345678"))
                        .with("many", new Json.Arr(List.of(new Json.Null(), new Json.Text(""), Json.Num.of(0)))));
    }

    private static Hash anyHash(Random random) {
        byte[] bytes = new byte[Hash.LENGTH];
        random.nextBytes(bytes);
        return Hash.of(bytes);
    }

    /** On the first 28 days of a month: the last ones are left to the parser. */
    private static Instant anyTime(Random random) {
        return Instant.parse("2026-%02d-01T00:00:00Z".formatted(random.nextInt(1, 13)))
                .plus(random.nextLong(28L * 24 * 3600 * 1000), ChronoUnit.MILLIS);
    }
}
