package org.wegweis.projections.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.wegweis.door.Problem;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.projections.access.Listing;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.neighbour.Tracking;

/** Finds consignments, newest first. */
@RestController
class SearchController {
    private final JdbcClient database;
    private final Tracking tracking;
    private final Looks looks;

    SearchController(JdbcClient database, Tracking tracking, Looks looks) {
        this.database = database;
        this.tracking = tracking;
        this.looks = looks;
    }

    record End(@Nullable String name, String site, @Nullable String place) {}

    record Carrier(@Nullable String name) {}

    /** One line of what was found. */
    record Item(
            UUID id,
            @Nullable String noteNumber,
            String wasteCode,
            @Nullable String wasteTitle,
            String state,
            End generator,
            End plant,
            Carrier carrier,
            long declaredGrams,
            @Nullable Long acceptedGrams,
            Instant openedAt,
            Instant lastHappenedAt) {}

    /** @param next what {@code after} gets the next page with; null on the last */
    record Page(List<Item> items, @Nullable String next) {}

    @GetMapping(path = "/api/consignments", produces = MediaType.APPLICATION_JSON_VALUE)
    Page search(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        var request = single(query);
        var criteria = Criteria.of(request);
        var directory = tracking.directory(caller);
        var listing = Listing.of(caller);
        var conditions = new ArrayList<>(criteria.conditions());
        var parameters = new ArrayList<>(criteria.parameters());
        if (!criteria.organisation().isEmpty()) {
            conditions.add(
                    "exists (select from consignment_party o where o.consignment = c.id and o.organisation = any (?))");
            parameters.add(uuids(directory.meant(criteria.organisation())));
        }
        if (!criteria.plate().isEmpty()) {
            conditions.add("c.id = any (?)");
            parameters.add(uuids(tracking.withPlate(criteria.plate(), caller)));
        }
        conditions.add(listing.condition());
        parameters.addAll(listing.parameters());
        conditions.add("(" + listing.openedAt() + ", " + listing.consignment() + ") < (?, ?)");
        parameters.add(criteria.after().openedAt().atOffset(ZoneOffset.UTC));
        parameters.add(criteria.after().id());
        parameters.add(criteria.limit() + 1); // one more tells whether there is a next page
        var found = database.sql("select c.* from " + listing.tables() + " where " + String.join(" and ", conditions)
                        + " order by " + listing.openedAt() + " desc, " + listing.consignment() + " desc limit ?")
                .params(parameters)
                .query((row, _) -> item(row, directory))
                .list();
        boolean more = found.size() > criteria.limit();
        var items = more ? found.subList(0, criteria.limit()) : found;
        looks.search(caller, words(request), items.size());
        var last = items.isEmpty() ? null : items.getLast();
        return new Page(items, more && last != null ? new Cursor(last.openedAt(), last.id()).toString() : null);
    }

    private static Map<String, String> single(MultiValueMap<String, String> request) {
        request.forEach((name, values) -> {
            if (values.size() != 1) throw Problem.wrongField(name, "may be given once");
        });
        return request.toSingleValueMap();
    }

    /** What was asked for, without the plate itself: its hash could be guessed. */
    private static String words(Map<String, String> request) {
        var words = new TreeMap<>(request);
        words.computeIfPresent("plate", (_, _) -> "");
        return words.toString();
    }

    private static Item item(ResultSet row, Tracking.Directory directory) throws SQLException {
        var waste = new WasteCode(row.getString("waste_code"), row.getBoolean("hazardous"));
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("note_number"),
                waste.toString(),
                WasteList.EUROPEAN
                        .find(
                                waste.digits(),
                                BerlinDay.of(row.getObject("opened_at", OffsetDateTime.class)
                                        .toInstant()))
                        .map(WasteCatalogue.Entry::title)
                        .orElse(null),
                row.getString("state"),
                end(row, "generator", directory),
                end(row, "plant", directory),
                new Carrier(directory.names().get(row.getObject("carrier_organisation", UUID.class))),
                row.getLong("declared_grams"),
                row.getObject("accepted_grams", Long.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_happened_at", OffsetDateTime.class).toInstant());
    }

    private static End end(ResultSet row, String party, Tracking.Directory directory) throws SQLException {
        String number = row.getString(party + "_site");
        var site = directory.sites().get(number);
        return new End(
                directory.names().get(row.getObject(party + "_organisation", UUID.class)),
                number,
                site == null ? null : site.place());
    }

    private static SqlArrayValue uuids(List<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }
}
