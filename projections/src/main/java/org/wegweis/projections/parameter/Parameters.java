package org.wegweis.projections.parameter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;
import org.wegweis.door.Problem;
import org.wegweis.kernel.waste.WasteCode;

/** Each is known and given once; a blank one counts as not given. */
public final class Parameters {
    private static final int USUAL = 25;
    private static final int MOST = 200;

    private final Map<String, String> given = new TreeMap<>();

    private Parameters() {}

    /**
     * Those of a request.
     *
     * @throws Problem 400 naming the parameter that is not known or stands twice
     */
    public static Parameters of(MultiValueMap<String, String> request, Set<String> known) {
        var parameters = new Parameters();
        request.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Problem.wrongField(name, "is not known here; ask by " + String.join(", ", new TreeSet<>(known)));
            }
            if (values.size() != 1) throw Problem.wrongField(name, "may be given once");
            String value = values.getFirst() == null ? "" : values.getFirst();
            if (value.indexOf('\0') >= 0) throw Problem.wrongField(name, "must not contain U+0000");
            if (!value.isBlank()) parameters.given.put(name, value.strip());
        });
        return parameters;
    }

    /** @throws Problem 400 naming the parameter, if parse does not take it */
    public <T> Optional<T> parsed(String name, Function<String, T> parse) {
        return Optional.ofNullable(given.get(name)).map(text -> Problem.parsed(name, text, parse));
    }

    /** A German day. */
    public Optional<LocalDate> day(String name) {
        return parsed(name, Parameters::germanDay);
    }

    /** A whole waste code, with or without mark, or the two or four digits of a chapter or group. */
    public Optional<String> wastePrefix(String name) {
        return parsed(name, text -> {
            String digits = text.replace(" ", "").replace("*", "");
            return digits.matches("[0-9]{2}([0-9]{2})?")
                    ? digits
                    : WasteCode.parse(text).digits();
        });
    }

    /** What the page before named as {@code next}. */
    public Optional<UUID> after() {
        return parsed("after", text -> {
            if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                throw new IllegalArgumentException("needs the value of next, as it was answered");
            }
            return UUID.fromString(text);
        });
    }

    /** How many at most. */
    public int limit() {
        return parsed("limit", Parameters::count).orElse(USUAL);
    }

    private static LocalDate germanDay(String text) {
        try {
            if (text.length() != "2026-11-23".length()) throw new DateTimeParseException("not a day", text, 0);
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("needs a day such as 2026-11-23", e);
        }
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("needs 1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    /** As they were given, for the book of looks. */
    @Override
    public String toString() {
        return given.toString();
    }
}
