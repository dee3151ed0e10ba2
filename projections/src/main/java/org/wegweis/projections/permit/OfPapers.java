package org.wegweis.projections.permit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
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
    @Override
    public List<Found> find(JdbcOperations database, List<ReadRecord> consignment, Instant now) {
        var told = consignment.stream()
                .map(record -> new Told(record.event(Event.class), record.recordedAt()))
                .toList();
        var hands = told.stream()
                .flatMap(record -> hands(record.event()))
                .map(OrganisationId::value)
                .distinct()
                .toArray();
        var papers = PaperTables.papers(database, "p.organisation = any (?)", new SqlArrayValue("uuid", hands));
        return PaperFindings.of(
                told, new Permits(papers.values()), (site, from, until) -> accepted(database, site, from, until));
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
                "select coalesce(sum(grams), 0)::bigint from intake"
                        + " where site = ? and accepted_at >= ? and accepted_at <= ?",
                Long.class,
                site.toString(),
                BerlinDay.start(from).atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC));
        return new Mass(grams == null ? 0 : grams);
    }

    /** A paper touches whatever its holder had a hand in; what a plant took, what the same site took later that year. */
    @Override
    public Set<UUID> touched(JdbcOperations database, ReadRecord record) {
        return switch (record.event()) {
            case org.wegweis.kernel.permit.Event _ ->
                ids(
                        database,
                        "select other.consignment from consignment_party other where other.organisation ="
                                + " (select (data -> 'holder' ->> 'organisation')::uuid from record"
                                + " where subject = ? and version = 0)",
                        record.subject());
            case Event.Accepted _, Event.PartlyAccepted _, Event.Corrected _, Event.CorrectionAgreed _ ->
                laterAtTheSameSite(database, record.subject());
            default -> Set.of();
        };
    }

    private static Set<UUID> laterAtTheSameSite(JdbcOperations database, UUID consignment) {
        var touched = new HashSet<UUID>();
        database.query(
                "select site, accepted_at from intake where consignment = ?",
                row -> {
                    var at = at(row);
                    var year = BerlinDay.of(at).withDayOfYear(1).plusYears(1);
                    touched.addAll(ids(
                            database,
                            "select consignment from intake where site = ? and accepted_at >= ? and accepted_at < ?"
                                    + " and consignment <> ?",
                            row.getString("site"),
                            at.atOffset(ZoneOffset.UTC),
                            BerlinDay.start(year).atOffset(ZoneOffset.UTC),
                            consignment));
                },
                consignment);
        return touched;
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("accepted_at", OffsetDateTime.class).toInstant();
    }

    private static Set<UUID> ids(JdbcOperations database, String sql, Object... parameters) {
        return new HashSet<>(database.queryForList(sql, UUID.class, parameters));
    }
}
