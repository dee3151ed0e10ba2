package org.wegweis.projections.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.kernel.finding.OutageFindings;
import org.wegweis.kernel.finding.OutageFindings.Told;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.law.Deadline;
import org.wegweis.kernel.outage.Event;
import org.wegweis.kernel.outage.ReceiptNumber;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.access.Ours;
import org.wegweis.projections.neighbour.Tracking;
import org.wegweis.projections.parameter.Parameters;

/** Outages, newest first, with the paper of each and what is found about it. */
@RestController
class OutageController {
    private static final Set<String> KNOWN = Set.of("state", "after", "limit");

    private final JdbcOperations tables;
    private final JdbcClient database;
    private final Tracking tracking;
    private final Looks looks;
    private final InstantSource clock;

    OutageController(JdbcOperations tables, Tracking tracking, Looks looks, InstantSource clock) {
        this.tables = tables;
        this.database = JdbcClient.create(tables);
        this.tracking = tracking;
        this.looks = looks;
        this.clock = clock;
    }

    /** Whether it lasts still. */
    private enum Standing {
        UNDER_WAY("under-way", "ended_at is null"),
        OVER("over", "ended_at is not null");

        final String text;
        final String condition;

        Standing(String text, String condition) {
            this.text = text;
            this.condition = condition;
        }

        static Standing parse(String text) {
            for (var standing : values()) if (standing.text.equals(text)) return standing;
            throw new IllegalArgumentException("needs under-way or over");
        }
    }

    record Receipt(
            String number,
            String form,
            Instant usedAt,
            @Nullable UUID consignment,
            @Nullable Instant enteredAt) {}

    record Finding(String code, String paragraph, String german, String english, Instant since, String receipt) {}

    /** @param dueBy the last day on which what its paper says may be stated; null while it lasts */
    record Item(
            UUID outage,
            String state,
            UUID organisation,
            @Nullable String name,
            String site,
            @Nullable String siteName,
            @Nullable String place,
            String cause,
            Instant since,
            @Nullable Instant endedAt,
            @Nullable LocalDate dueBy,
            List<Receipt> receipts,
            List<Finding> findings) {}

    /** @param next what {@code after} gets the next page with; null on the last */
    record Page(List<Item> items, @Nullable UUID next) {}

    private record Row(
            UUID id,
            UUID organisation,
            String site,
            String cause,
            Instant since,
            @Nullable Instant endedAt) {
        static Row of(ResultSet row) throws SQLException {
            var ended = row.getObject("ended_at", OffsetDateTime.class);
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation", UUID.class),
                    row.getString("site"),
                    row.getString("cause"),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    ended == null ? null : ended.toInstant());
        }
    }

    @GetMapping(path = "/api/outages", produces = MediaType.APPLICATION_JSON_VALUE)
    Page outages(@RequestParam MultiValueMap<String, String> query, Caller caller) {
        var asked = Parameters.of(query, KNOWN);
        var ours = Ours.of(caller, "land", "organisation");
        var conditions = new ArrayList<>(List.of(ours.condition()));
        var parameters = new ArrayList<>(ours.parameters());
        asked.parsed("state", Standing::parse).ifPresent(standing -> conditions.add(standing.condition));
        asked.after().ifPresent(after -> {
            conditions.add("(since, id) < (select since, id from outage where id = ?)");
            parameters.add(after);
        });
        parameters.add(asked.limit() + 1); // one more tells whether there is a next page
        var found = database.sql("select * from outage where " + String.join(" and ", conditions)
                        + " order by since desc, id desc limit ?")
                .params(parameters)
                .query((row, _) -> Row.of(row))
                .list();
        boolean more = found.size() > asked.limit();
        var directory = tracking.directory(caller);
        var items = found.stream()
                .limit(asked.limit())
                .map(row -> item(row, directory))
                .toList();
        looks.search(caller, "outages " + asked, items.size());
        return new Page(items, more ? items.getLast().outage() : null);
    }

    private Item item(Row row, Tracking.Directory directory) {
        var told = Papers.told(tables, row.id());
        var site = directory.sites().get(row.site());
        var ended = row.endedAt();
        return new Item(
                row.id(),
                (ended == null ? Standing.UNDER_WAY : Standing.OVER).text,
                row.organisation(),
                directory.names().get(row.organisation()),
                row.site(),
                site == null ? null : site.name(),
                site == null ? null : site.place(),
                row.cause(),
                row.since(),
                ended,
                ended == null ? null : Deadline.SENT_AGAIN_AFTER_AN_OUTAGE.lastDay(BerlinDay.of(ended)),
                receipts(told),
                OutageFindings.of(told, clock.instant()).stream()
                        .map(found -> new Finding(
                                found.finding().code(),
                                found.finding().paragraph(),
                                found.finding().german(),
                                found.finding().english(),
                                found.since(),
                                found.receipt().toString()))
                        .toList());
    }

    private static List<Receipt> receipts(List<Told> told) {
        var receipts = new LinkedHashMap<ReceiptNumber, Receipt>();
        for (var record : told) {
            switch (record.event()) {
                case Event.ReceiptUsed(var _, var number, var form, var usedAt) ->
                    receipts.put(number, new Receipt(number.toString(), form.text(), usedAt, null, null));
                case Event.ReceiptEntered(var _, var number, var consignment) ->
                    receipts.computeIfPresent(
                            number,
                            (_, used) -> new Receipt(
                                    used.number(),
                                    used.form(),
                                    used.usedAt(),
                                    consignment.value(),
                                    record.recordedAt()));
                case Event.Reported _, Event.Ended _ -> {}
            }
        }
        return List.copyOf(receipts.values());
    }
}
