package org.wegweis.projections.permit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.finding.Findings.Found;
import org.wegweis.kernel.finding.Findings.Told;
import org.wegweis.kernel.finding.PaperFindings;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.permit.Permits;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.projections.feed.ReadRecord;
import org.wegweis.projections.finding.FindingSource;

/** What the papers of carriers and plants let find. */
@Component
final class OfPapers implements FindingSource {
    private static final String LATER_AT_THE_SAME_SITE = """
            select distinct later.id from consignment weighed join consignment later
                   on later.plant_site = weighed.plant_site and later.accepted_at >= weighed.accepted_at
                  and later.accepted_at < (date_trunc('year', weighed.accepted_at at time zone 'Europe/Berlin')
                      + interval '1 year') at time zone 'Europe/Berlin' and later.id <> weighed.id
            where weighed.id = any (?)""";

    @Override
    public Map<UUID, List<Found>> find(JdbcOperations database, Map<UUID, List<ReadRecord>> consignments, Instant now) {
        var hands = consignments.values().stream()
                .flatMap(List::stream)
                .flatMap(record -> hands(record.event(Event.class)))
                .map(OrganisationId::value)
                .distinct()
                .toArray();
        var permits =
                new Permits(PaperTables.papers(database, "p.organisation = any (?)", new SqlArrayValue("uuid", hands))
                        .values());
        var found = new HashMap<UUID, List<Found>>();
        consignments.forEach((id, records) -> {
            var told = records.stream()
                    .map(record -> new Told(record.event(Event.class), record.recordedAt()))
                    .toList();
            found.put(
                    id, PaperFindings.of(told, permits, (site, from, until) -> accepted(database, site, from, until)));
        });
        return found;
    }

    /** Who may have carried or taken it. */
    private static Stream<OrganisationId> hands(Event event) {
        return switch (event) {
            case Event.Opened(var _, var opening) ->
                Stream.of(opening.carrier(), opening.plant().organisation());
            case Event.HandedOver(var _, var to, var _) -> Stream.of(to);
            default -> Stream.of(event.statement().by().organisation());
        };
    }

    private static Mass accepted(JdbcOperations database, SiteNumber site, LocalDate from, Instant until) {
        var grams = database.queryForObject(
                "select coalesce(sum(accepted_grams), 0)::bigint from consignment"
                        + " where plant_site = ? and accepted_at >= ? and accepted_at <= ?",
                Long.class,
                site.toString(),
                BerlinDay.start(from).atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC));
        return new Mass(grams == null ? 0 : grams);
    }

    /** A paper touches whatever its holder had a hand in; what a plant took, what the same site took later that year. */
    @Override
    public Set<UUID> touched(JdbcOperations database, List<ReadRecord> taken) {
        var touched = new HashSet<UUID>();
        var weighed = new ArrayList<UUID>();
        for (var record : taken) {
            switch (record.event()) {
                case org.wegweis.kernel.permit.Event _ ->
                    touched.addAll(ids(
                            database,
                            "select other.consignment from consignment_party other where other.organisation ="
                                    + " (select (data -> 'holder' ->> 'organisation')::uuid from record"
                                    + " where subject = ? and version = 0)",
                            record.subject()));
                case Event.Accepted _, Event.PartlyAccepted _, Event.Corrected _, Event.CorrectionAgreed _ ->
                    weighed.add(record.subject());
                default -> {} // changes neither
            }
        }
        if (!weighed.isEmpty()) {
            touched.addAll(ids(database, LATER_AT_THE_SAME_SITE, new SqlArrayValue("uuid", weighed.toArray())));
        }
        return touched;
    }

    private static Set<UUID> ids(JdbcOperations database, String sql, Object... parameters) {
        return new HashSet<>(database.queryForList(sql, UUID.class, parameters));
    }
}
