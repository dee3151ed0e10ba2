package org.wegweis.projections.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.register.Part;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.access.Ours;
import org.wegweis.projections.neighbour.Tracking;
import org.wegweis.projections.parameter.Parameters;

/**
 * Registers in the order of §24 NachwV: each part by what it is filed under, then by time. An organisation reads its own, an
 * authority those of the sites in its Länder (§49(4) KrWG), and that it did is written down.
 */
@RestController
class RegisterController {
    private static final Set<String> KNOWN = Set.of("site", "role", "wasteCode", "from", "to", "after", "limit");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final String HEADER =
            "document,subject,organisation,site,role,paragraph,filedUnder,wasteCode,massGrams,"
                    + "certificate,number,consignment,day,enteredAt,dueBy,keptUntil\r\n";

    private final JdbcClient database;
    private final Tracking tracking;
    private final Looks looks;

    RegisterController(JdbcClient database, Tracking tracking, Looks looks) {
        this.database = database;
        this.tracking = tracking;
        this.looks = looks;
    }

    /**
     * One line.
     *
     * @param subject the consignment or transfer note
     * @param day when the organisation gave or took the waste, in Berlin
     * @param dueBy the last day on which it could be filed; it was at {@code enteredAt}
     */
    record Item(
            UUID id,
            String document,
            UUID subject,
            UUID organisation,
            @Nullable String name,
            @Nullable String site,
            String role,
            String paragraph,
            String filedUnder,
            String wasteCode,
            long massGrams,
            @Nullable String certificate,
            @Nullable String number,
            @Nullable UUID consignment,
            LocalDate day,
            Instant enteredAt,
            LocalDate dueBy,
            LocalDate keptUntil) {}

    /** @param next what {@code after} gets the next page with; null on the last */
    record Page(List<Item> items, @Nullable UUID next) {}

    @GetMapping(path = "/api/register", produces = MediaType.APPLICATION_JSON_VALUE)
    Page register(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        return page(query, caller);
    }

    /** The same lines as RFC 4180 has them; the next page's {@code after} is in header {@code Wegweis-Next}. */
    @GetMapping(path = "/api/register", produces = "text/csv")
    ResponseEntity<String> csv(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        var page = page(query, caller);
        var answer = ResponseEntity.ok().contentType(CSV);
        if (page.next() != null) answer.header("Wegweis-Next", page.next().toString());
        return answer.body(
                HEADER + page.items().stream().map(RegisterController::line).collect(Collectors.joining()));
    }

    private Page page(MultiValueMap<String, String> query, Caller caller) {
        var asked = Parameters.of(query, KNOWN);
        var ours = Ours.of(caller, "land", "organisation");
        var conditions = new ArrayList<>(List.of(ours.condition()));
        var parameters = new ArrayList<>(ours.parameters());
        asked.parsed("site", SiteNumber::new).ifPresent(site -> {
            conditions.add("site = ?");
            parameters.add(site.toString());
        });
        asked.parsed("role", Part::parse).ifPresent(part -> {
            conditions.add("part = ?");
            parameters.add(part.text());
        });
        asked.wastePrefix("wasteCode").ifPresent(prefix -> {
            conditions.add("waste_code like ?");
            parameters.add(prefix + "%");
        });
        asked.day("from").ifPresent(day -> {
            conditions.add("happened_at >= ?");
            parameters.add(BerlinDay.start(day).atOffset(ZoneOffset.UTC));
        });
        asked.day("to").ifPresent(day -> {
            conditions.add("happened_at < ?");
            parameters.add(BerlinDay.start(day.plusDays(1)).atOffset(ZoneOffset.UTC));
        });
        asked.after().ifPresent(after -> {
            conditions.add("(part, filed_under, happened_at, id) >"
                    + " (select part, filed_under, happened_at, id from register_entry where id = ?)");
            parameters.add(after);
        });
        parameters.add(asked.limit() + 1); // one more tells whether there is a next page
        var directory = tracking.directory(caller);
        var found = database.sql("select * from register_entry where " + String.join(" and ", conditions)
                        + " order by part, filed_under, happened_at, id limit ?")
                .params(parameters)
                .query((row, _) -> item(row, directory))
                .list();
        boolean more = found.size() > asked.limit();
        var items = more ? found.subList(0, asked.limit()) : found;
        looks.search(caller, "register " + asked, items.size());
        return new Page(List.copyOf(items), more ? items.getLast().id() : null);
    }

    private static Item item(ResultSet row, Tracking.Directory directory) throws SQLException {
        var organisation = row.getObject("organisation", UUID.class);
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("document"),
                row.getObject("subject", UUID.class),
                organisation,
                directory.names().get(organisation),
                row.getString("site"),
                row.getString("part"),
                row.getString("asked_by"),
                row.getString("filed_under"),
                new WasteCode(row.getString("waste_code"), row.getBoolean("hazardous")).toString(),
                row.getLong("mass_grams"),
                row.getString("certificate"),
                row.getString("number"),
                row.getObject("consignment", UUID.class),
                BerlinDay.of(row.getObject("happened_at", OffsetDateTime.class).toInstant()),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_by", LocalDate.class),
                row.getObject("kept_until", LocalDate.class));
    }

    /** Codes, numbers and times only: nothing that needs a quotation mark. */
    private static String line(Item item) {
        return Stream.of(
                        item.document(),
                        item.subject(),
                        item.organisation(),
                        item.site(),
                        item.role(),
                        item.paragraph(),
                        item.filedUnder(),
                        item.wasteCode(),
                        item.massGrams(),
                        item.certificate(),
                        item.number(),
                        item.consignment(),
                        item.day(),
                        item.enteredAt(),
                        item.dueBy(),
                        item.keptUntil())
                .map(value -> Objects.toString(value, ""))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
