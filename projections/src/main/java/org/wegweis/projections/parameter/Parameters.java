package org.wegweis.projections.parameter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.wegweis.door.Problem;
import org.wegweis.kernel.waste.WasteCode;

/** Each is known and given once; a blank one counts as not given. */
public final class Parameters {
    private static final int USUAL = 25;
    private static final int MOST = 200;
    /** Days are German days. */
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Map<String, String> given;

    private Parameters(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Those of a request.
     *
     * @throws Problem 400 naming the parameter that is not known or stands twice
     */
    public static Parameters of(MultiValueMap<String, String> request, Set<String> known) {
        request.forEach((name, values) -> {
            if (values.size() != 1) throw Problem.wrongField(name, "may be given once");
        });
        return of(request.toSingleValueMap(), known);
    }

    public static Parameters of(Map<String, String> request, Set<String> known) {
        for (String name : request.keySet()) {
            if (!known.contains(name)) {
                throw Problem.wrongField(
                        name,
                        "is not known here; search by "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        request.forEach((name, value) -> {
            if (value.indexOf('\0') >= 0) throw Problem.wrongField(name, "must not contain U+0000");
        });
        return new Parameters(request.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip())));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** @throws Problem 400 if it is given and cannot be parsed */
    public <T> Optional<T> parsed(String name, Function<String, T> parse) {
        return text(name).map(text -> Problem.parsed(name, text, parse));
    }

    /** A German day. */
    public Optional<LocalDate> day(String name) {
        return parsed(name, Parameters::dayOf);
    }

    /** The first instant of a German day. */
    public Optional<OffsetDateTime> from(String name) {
        return day(name).map(day -> day.atStartOfDay(BERLIN).toOffsetDateTime());
    }

    /** The first instant after a German day. */
    public Optional<OffsetDateTime> to(String name) {
        return day(name).map(day -> day.plusDays(1).atStartOfDay(BERLIN).toOffsetDateTime());
    }

    /** How a code begins: a whole one with or without mark, or the two or four digits of a chapter or group. */
    public Optional<String> wastePrefix(String name) {
        return parsed(name, Parameters::prefixOfCode);
    }

    /** Of a list whose order its ids give: what the page before named as {@code next}. */
    public Optional<UUID> after() {
        return parsed("after", text -> {
            if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                throw new IllegalArgumentException("needs the value of next, as it was answered");
            }
            return UUID.fromString(text);
        });
    }

    /** How many to answer at most. */
    public int limit() {
        return parsed("limit", Parameters::limit).orElse(USUAL);
    }

    /** All that was asked for, always written in the same way. */
    @Override
    public String toString() {
        return new TreeMap<>(given).toString();
    }

    private static String prefixOfCode(String text) {
        String digits = text.replace(" ", "").replace("*", "");
        return digits.matches("[0-9]{2}([0-9]{2})?")
                ? digits
                : WasteCode.parse(text).digits();
    }

    private static LocalDate dayOf(String text) {
        try {
            if (text.length() != "2026-11-23".length()) throw new DateTimeParseException("not a day", text, 0);
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs a day such as 2026-11-23", e);
        }
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("needs 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }
}
