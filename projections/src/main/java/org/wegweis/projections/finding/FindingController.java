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
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.kernel.finding.Finding;
import org.wegweis.kernel.finding.Finding.Audience;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.record.Actor.Role;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.projections.access.Listing;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.access.Sight;
import org.wegweis.projections.neighbour.Tracking;
import org.wegweis.projections.parameter.Parameters;
import org.wegweis.projections.search.Cursor;

/** All findings that a caller is shown, newest first, and how many there are of each kind. */
@RestController
class FindingController {
    private static final Set<String> KNOWN = Set.of("code", "from", "to", "wasteCode", "after", "limit");
    private static final String FINDINGS = "finding f join consignment c on c.id = f.consignment";
    /** What a party is shown, read in the order of its page. */
    private static final String OF_PARTY =
            "finding_party s join finding f on f.consignment = s.consignment and f.place = s.place"
                    + " join consignment c on c.id = s.consignment";

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
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        boolean ofParty = Listing.isOfParty(caller);
        if (ofParty) {
            conditions.add("s.organisation = ?");
            parameters.add(caller.organisation().value());
        } else {
            var sight = Sight.of(caller);
            conditions.add(Sight.audience(caller) == Audience.AUTHORITIES ? "f.to_authorities" : "f.to_parties");
            conditions.add(sight.condition());
            parameters.addAll(sight.parameters());
        }
        int everything = conditions.size();
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
        String tables = ofParty ? OF_PARTY : FINDINGS;
        var counts = conditions.size() == everything && (ofParty || isAuthority(caller))
                ? counted(caller, ofParty)
                : counts(tables, conditions, parameters);
        code.ifPresent(wanted -> {
            conditions.add("f.code = ?");
            parameters.add(wanted.code());
        });
        String order = ofParty ? "s" : "f";
        conditions.add("(%1$s.since, %1$s.consignment, %1$s.place) < (?, ?, ?)".formatted(order));
        parameters.add(after.behind().openedAt().atOffset(ZoneOffset.UTC));
        parameters.add(after.behind().id());
        parameters.add(after.place());
        parameters.add(limit + 1); // one more tells whether there is a next page
        var directory = tracking.directory(caller);
        var found = database.sql("select f.*, c.note_number, c.waste_code, c.hazardous, c.state, c.opened_at,"
                        + " c.generator_organisation, c.generator_site, c.plant_organisation, c.plant_site"
                        + " from " + tables + " where " + String.join(" and ", conditions)
                        + " order by %1$s.since desc, %1$s.consignment desc, %1$s.place desc limit ?".formatted(order))
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

    private List<Count> counts(String tables, List<String> conditions, List<Object> parameters) {
        return counts(
                "select f.code, count(*) from " + tables + " where " + String.join(" and ", conditions)
                        + " group by f.code",
                parameters);
    }

    private static boolean isAuthority(Caller caller) {
        return caller.is(Role.AUTHORITY) && !Sight.isParty(caller);
    }

    /** How many there are of everything that the caller is shown: counted when they were written, not now. */
    private List<Count> counted(Caller caller, boolean ofParty) {
        if (ofParty) {
            return counts(
                    "select code, count from party_findings where organisation = ? and count > 0",
                    List.of(caller.organisation().value()));
        }
        var laender = caller.jurisdiction().stream().map(Land::name).toArray();
        return counts(
                "select code, sum(count) from laender_findings where string_to_array(laender, null) && ?"
                        + " group by code having sum(count) > 0",
                List.of(new SqlArrayValue("text", laender)));
    }

    private List<Count> counts(String sql, List<Object> parameters) {
        return database.sql(sql + " order by 2 desc, 1")
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
