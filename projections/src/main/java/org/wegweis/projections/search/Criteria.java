package org.wegweis.projections.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wegweis.door.Problem;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.route.RouteState;

/**
 * What is searched for, read from the parameters of a request: each narrows, none finds all.
 *
 * @param conditions SQL over table {@code consignment} under the name {@code c}, all of which hold
 * @param parameters of the conditions, in order
 * @param plate asked of the vault's keeper; empty where nobody asked
 * @param organisation an id or a part of a name, which the directory knows; empty where nobody asked
 */
record Criteria(
        List<String> conditions, List<Object> parameters, String plate, String organisation, Cursor after, int limit) {
    private static final Set<String> KNOWN =
            Set.of("number", "plate", "wasteCode", "organisation", "from", "to", "state", "after", "limit");
    private static final int USUAL = 25;
    private static final int MOST = 200;
    /** Days are German days. */
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** @throws Problem 400 naming the parameter that is wrong or not known */
    static Criteria of(Map<String, String> request) {
        for (String name : request.keySet()) {
            if (!KNOWN.contains(name)) {
                throw Problem.wrongField(
                        name,
                        "is not known here; search by "
                                + String.join(", ", KNOWN.stream().sorted().toList()));
            }
        }
        request.forEach((name, value) -> {
            if (value.indexOf('\0') >= 0) throw Problem.wrongField(name, "must not contain U+0000");
        });
        var given = request.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip()));
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        if (given.containsKey("number")) {
            String number = given.get("number");
            conditions.add("(c.note_number = ? or c.certificate = ? or c.id::text = ?)");
            parameters.addAll(List.of(number, number, number));
        }
        if (given.containsKey("wasteCode")) {
            conditions.add("c.waste_code like ?");
            parameters.add(parse(given, "wasteCode", Criteria::wastePrefix) + "%");
        }
        if (given.containsKey("state")) {
            conditions.add("c.state = ?");
            parameters.add(parse(given, "state", RouteState::parse).text());
        }
        if (given.containsKey("from")) {
            conditions.add("c.opened_at >= ?");
            parameters.add(
                    parse(given, "from", Criteria::day).atStartOfDay(BERLIN).toOffsetDateTime());
        }
        if (given.containsKey("to")) {
            conditions.add("c.opened_at < ?");
            parameters.add(parse(given, "to", Criteria::day)
                    .plusDays(1)
                    .atStartOfDay(BERLIN)
                    .toOffsetDateTime());
        }
        var after = given.containsKey("after") ? parse(given, "after", Cursor::parse) : Cursor.START;
        int limit = given.containsKey("limit") ? parse(given, "limit", Criteria::limit) : USUAL;
        return new Criteria(
                conditions,
                parameters,
                given.getOrDefault("plate", ""),
                given.getOrDefault("organisation", ""),
                after,
                limit);
    }

    private static <T> T parse(Map<String, String> given, String name, Function<String, T> parse) {
        return Problem.parsed(name, given.getOrDefault(name, ""), parse);
    }

    /** A whole code with or without mark, or the two or four digits of a chapter or group. */
    private static String wastePrefix(String text) {
        String digits = text.replace(" ", "").replace("*", "");
        return digits.matches("[0-9]{2}([0-9]{2})?")
                ? digits
                : WasteCode.parse(text).digits();
    }

    private static LocalDate day(String text) {
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
