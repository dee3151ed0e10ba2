package org.wegweis.projections.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.kernel.finding.Finding;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.access.Sight;
import org.wegweis.projections.neighbour.Tracking;
import org.wegweis.projections.parameter.Parameters;
import org.wegweis.projections.search.Cursor;

/** All findings that a caller is shown, newest first, and how many there are of each kind. */
@RestController
class FindingController {
    private static final Set<String> KNOWN = Set.of("code", "from", "to", "wasteCode", "after", "limit");
    private static final String FROM = " from finding f join consignment c on c.id = f.consignment where ";

    private final JdbcClient database;
    private final Tracking tracking;
    private final Looks looks;

    FindingController(JdbcClient database, Tracking tracking, Looks looks) {
        this.database = database;
        this.tracking = tracking;
        this.looks = looks;
    }

    /** An organisation at one of its sites. */
    record End(@Nullable String name, String site, @Nullable String place) {}

    /**
     * One finding.
     *
     * @param paragraph empty where it is only implausible
     * @param step the statement that it is about, if it is about one
     * @param toAuthorities whether authorities are shown it too
     */
    record Item(
            UUID consignment,
            @Nullable String noteNumber,
            String wasteCode,
            @Nullable String wasteTitle,
            String state,
            End generator,
            End plant,
            String code,
            String paragraph,
            String german,
            String english,
            Instant since,
            @Nullable UUID step,
            boolean toAuthorities) {}

    /** How many there are of a kind, among all that the other filters leave. */
    record Count(String code, String paragraph, String german, String english, long count) {}

    /**
     * A page.
     *
     * @param next what {@code after} gets the next page with; null on the last
     */
    record Page(List<Item> items, @Nullable String next, List<Count> counts) {}

    @GetMapping(path = "/api/findings", produces = MediaType.APPLICATION_JSON_VALUE)
    Page findings(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        var asked = Parameters.of(query, KNOWN);
        var code = asked.parsed("code", Finding::parse);
        var after = asked.parsed("after", FindingCursor::parse).orElse(FindingCursor.START);
        int limit = asked.limit();
        var sight = Sight.of(caller);
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        conditions.add(Sight.audience(caller) == Audience.AUTHORITIES ? "f.to_authorities" : "f.to_parties");
        asked.from("from").ifPresent(from -> {
            conditions.add("f.since >= ?");
            parameters.add(from);
        });
        asked.to("to").ifPresent(to -> {
            conditions.add("f.since < ?");
            parameters.add(to);
        });
        asked.wastePrefix("wasteCode").ifPresent(prefix -> {
            conditions.add("c.waste_code like ?");
            parameters.add(prefix + "%");
        });
        conditions.add(sight.condition());
        parameters.addAll(sight.parameters());
        var counts = counts(conditions, parameters);
        code.ifPresent(wanted -> {
            conditions.add("f.code = ?");
            parameters.add(wanted.code());
        });
        conditions.add("(f.since, f.consignment, f.place) < (?, ?, ?)");
        parameters.add(after.behind().openedAt().atOffset(ZoneOffset.UTC));
        parameters.add(after.behind().id());
        parameters.add(after.place());
        parameters.add(limit + 1); // one more tells whether there is a next page
        var directory = tracking.directory(caller);
        var found = database.sql("select f.*, c.note_number, c.waste_code, c.hazardous, c.state, c.opened_at,"
                        + " c.generator_organisation, c.generator_site, c.plant_organisation, c.plant_site"
                        + FROM + String.join(" and ", conditions)
                        + " order by f.since desc, f.consignment desc, f.place desc limit ?")
                .params(parameters)
                .query((row, _) -> new Found(item(row, directory), row.getInt("place")))
                .list();
        var page = found.size() > limit ? found.subList(0, limit) : found;
        looks.search(caller, "findings " + asked, page.size());
        return new Page(
                page.stream().map(Found::item).toList(),
                found.size() > limit ? page.getLast().cursor().toString() : null,
                counts);
    }

    private record Found(Item item, int place) {
        FindingCursor cursor() {
            return new FindingCursor(new Cursor(item.since(), item.consignment()), place);
        }
    }

    private List<Count> counts(List<String> conditions, List<Object> parameters) {
        return database.sql("select f.code, count(*)" + FROM + String.join(" and ", conditions)
                        + " group by f.code order by 2 desc, 1")
                .params(parameters)
                .query((row, _) -> {
                    var finding = Finding.parse(row.getString(1));
                    return new Count(
                            finding.code(), finding.paragraph(), finding.german(), finding.english(), row.getLong(2));
                })
                .list();
    }

    private static Item item(ResultSet row, Tracking.Directory directory) throws SQLException {
        var finding = Finding.parse(row.getString("code"));
        var waste = new WasteCode(row.getString("waste_code"), row.getBoolean("hazardous"));
        var opened = row.getObject("opened_at", OffsetDateTime.class).toInstant();
        return new Item(
                row.getObject("consignment", UUID.class),
                row.getString("note_number"),
                waste.toString(),
                WasteList.EUROPEAN
                        .find(waste.digits(), BerlinDay.of(opened))
                        .map(WasteCatalogue.Entry::title)
                        .orElse(null),
                row.getString("state"),
                end(row, "generator", directory),
                end(row, "plant", directory),
                finding.code(),
                finding.paragraph(),
                finding.german(),
                finding.english(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("statement", UUID.class),
                row.getBoolean("to_authorities"));
    }

    private static End end(ResultSet row, String party, Tracking.Directory directory) throws SQLException {
        String number = row.getString(party + "_site");
        var site = directory.sites().get(number);
        return new End(
                directory.names().get(row.getObject(party + "_organisation", UUID.class)),
                number,
                site == null ? null : site.place());
    }
}
