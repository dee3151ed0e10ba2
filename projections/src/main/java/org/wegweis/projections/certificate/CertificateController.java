package org.wegweis.projections.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.certificate.CertificateId;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.access.Sight;
import org.wegweis.projections.neighbour.Tracking;
import org.wegweis.projections.parameter.Parameters;
import org.wegweis.projections.search.Cursor;

/** Finds certificates, the last declared first, and shows one. */
@RestController
class CertificateController {
    private static final Set<String> KNOWN =
            Set.of("number", "wasteCode", "applicant", "plant", "state", "dueBefore", "after", "limit");

    private final JdbcClient database;
    private final Certificates certificates;
    private final Tracking tracking;
    private final Looks looks;

    CertificateController(JdbcClient database, Certificates certificates, Tracking tracking, Looks looks) {
        this.database = database;
        this.certificates = certificates;
        this.tracking = tracking;
        this.looks = looks;
    }

    /** An organisation at one of its sites. */
    record End(@Nullable String name, String site, @Nullable String place) {}

    /**
     * One line of what was found.
     *
     * @param leftGrams negative where more is used than was allowed
     * @param due the last day of the clock that runs out first; null while none runs
     */
    record Item(
            UUID id,
            @Nullable String number,
            String kind,
            String state,
            String wasteCode,
            @Nullable String wasteTitle,
            End applicant,
            End plant,
            long quantityGrams,
            long leftGrams,
            @Nullable LocalDate until,
            @Nullable LocalDate due,
            Instant declaredAt) {}

    /** @param next what {@code after} gets the next page with; null on the last */
    record Page(List<Item> items, @Nullable String next) {}

    @GetMapping(path = "/api/certificates", produces = MediaType.APPLICATION_JSON_VALUE)
    Page search(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        var asked = Parameters.of(query, KNOWN);
        var directory = tracking.directory(caller);
        var sight = Sight.ofCertificates(caller);
        var conditions = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        asked.text("number").ifPresent(number -> {
            conditions.add("(c.number = ? or c.id::text = ?)");
            parameters.addAll(List.of(number, number));
        });
        asked.wastePrefix("wasteCode").ifPresent(prefix -> {
            conditions.add("c.waste_code like ?");
            parameters.add(prefix + "%");
        });
        for (String party : List.of("applicant", "plant")) {
            asked.text(party).ifPresent(name -> {
                conditions.add("c." + party + "_organisation = any (?)");
                parameters.add(new SqlArrayValue("uuid", directory.meant(name).toArray()));
            });
        }
        asked.parsed("state", CertificateState::parse).ifPresent(state -> {
            conditions.add("c.state = ?");
            parameters.add(state.text());
        });
        asked.day("dueBefore").ifPresent(day -> {
            conditions.add("c.due < ?");
            parameters.add(day);
        });
        var after = asked.parsed("after", Cursor::parse).orElse(Cursor.START);
        int limit = asked.limit();
        conditions.add(sight.condition());
        parameters.addAll(sight.parameters());
        conditions.add("(c.declared_at, c.id) < (?, ?)");
        parameters.add(after.openedAt().atOffset(ZoneOffset.UTC));
        parameters.add(after.id());
        parameters.add(limit + 1); // one more tells whether there is a next page
        var found = database.sql("select c.* from certificate c where " + String.join(" and ", conditions)
                        + " order by c.declared_at desc, c.id desc limit ?")
                .params(parameters)
                .query((row, _) -> item(row, directory))
                .list();
        boolean more = found.size() > limit;
        var items = more ? found.subList(0, limit) : found;
        looks.search(caller, "certificates " + asked, items.size());
        return new Page(
                items,
                more ? new Cursor(items.getLast().declaredAt(), items.getLast().id()).toString() : null);
    }

    @GetMapping(path = "/api/certificates/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    CertificateView certificate(@PathVariable String id, Caller caller) {
        var certificate = Problem.parsed("id", id, CertificateId::parse).value();
        var view = certificates.find(certificate, caller);
        looks.atCertificate(caller, certificate, view.isPresent());
        return view.orElseThrow(() -> new Problem(
                HttpStatus.NOT_FOUND, "no-such-certificate", "There is no such certificate for your organisation."));
    }

    private static Item item(ResultSet row, Tracking.Directory directory) throws SQLException {
        var waste = new WasteCode(row.getString("waste_code"), row.getBoolean("hazardous"));
        var declared = row.getObject("declared_at", OffsetDateTime.class).toInstant();
        long quantity = row.getLong("quantity_grams");
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("kind"),
                row.getString("state"),
                waste.toString(),
                WasteList.EUROPEAN
                        .find(waste.digits(), BerlinDay.of(declared))
                        .map(WasteCatalogue.Entry::title)
                        .orElse(null),
                end(row, "applicant", directory),
                end(row, "plant", directory),
                quantity,
                quantity - row.getLong("on_the_road_grams") - row.getLong("accepted_grams"),
                row.getObject("until", LocalDate.class),
                row.getObject("due", LocalDate.class),
                declared);
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
