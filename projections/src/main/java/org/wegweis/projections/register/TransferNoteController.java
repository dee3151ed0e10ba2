package org.wegweis.projections.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.door.Caller;
import org.wegweis.door.Problem;
import org.wegweis.kernel.finding.SmallAmounts;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.NoteNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.transfernote.Content;
import org.wegweis.kernel.transfernote.TransferNoteId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;
import org.wegweis.projections.access.Looks;
import org.wegweis.projections.access.Ours;
import org.wegweis.projections.neighbour.Tracking;

/** One transfer note, for its two parties and the authority of the generator's Land. */
@RestController
class TransferNoteController {
    /**
     * Everything hazardous of a generator's site within some time. Collections stand under a number of their own, so nothing
     * is counted twice; of a consignment the plant's weight counts, or what was declared until there is one.
     */
    private static final String ARISEN = """
            select coalesce(sum(grams), 0)::bigint from (
                select mass_grams as grams from transfer_note
                where generator_site = ? and hazardous and not cancelled and issued_at >= ? and issued_at < ?
                union all
                select coalesce(accepted_grams, declared_grams) from consignment
                where generator_site = ? and hazardous and state not in ('opened', 'cancelled', 'rejected')
                  and opened_at >= ? and opened_at < ?) arisen""";

    private final JdbcClient database;
    private final Tracking tracking;
    private final Looks looks;

    TransferNoteController(JdbcClient database, Tracking tracking, Looks looks) {
        this.database = database;
        this.tracking = tracking;
        this.looks = looks;
    }

    record Hand(
            UUID organisation,
            @Nullable String name,
            @Nullable String site) {}

    record Finding(String code, String paragraph, String german, String english) {}

    /**
     * A transfer note.
     *
     * @param yearGrams hazardous waste that arose at the generator's site in the note's calendar year
     */
    record Note(
            UUID id,
            @Nullable String number,
            @Nullable String certificate,
            String wasteCode,
            long massGrams,
            Hand generator,
            Hand taker,
            Instant issuedAt,
            boolean signed,
            boolean cancelled,
            @Nullable UUID consignment,
            long yearGrams,
            List<Finding> findings) {}

    private record Row(
            Content content,
            Instant issuedAt,
            boolean signed,
            boolean cancelled,
            @Nullable UUID consignment) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new Content(
                            Optional.ofNullable(row.getString("number")).map(NoteNumber::new),
                            Optional.ofNullable(row.getString("certificate")).map(CertificateNumber::new),
                            new WasteCode(row.getString("waste_code"), row.getBoolean("hazardous")),
                            new Mass(row.getLong("mass_grams")),
                            new Party(
                                    new OrganisationId(row.getObject("generator_organisation", UUID.class)),
                                    new SiteNumber(row.getString("generator_site"))),
                            new OrganisationId(row.getObject("taker", UUID.class))),
                    row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("signed"),
                    row.getBoolean("cancelled"),
                    row.getObject("consignment", UUID.class));
        }
    }

    @GetMapping(path = "/api/transfer-notes/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Note transferNote(@PathVariable String id, Caller caller) {
        var note = Problem.parsed("id", id, TransferNoteId::parse).value();
        var ours = Ours.of(caller, "generator_land", "generator_organisation", "taker");
        var found = database.sql("select * from transfer_note where id = ? and " + ours.condition())
                .param(note)
                .params(ours.parameters())
                .query((row, _) -> Row.of(row))
                .optional();
        looks.search(caller, "transfer-note " + note, found.isPresent() ? 1 : 0);
        return found.map(row -> note(note, row, tracking.directory(caller)))
                .orElseThrow(() -> new Problem(
                        HttpStatus.NOT_FOUND,
                        "no-such-transfer-note",
                        "There is no such transfer note for your organisation."));
    }

    private Note note(UUID id, Row row, Tracking.Directory directory) {
        var content = row.content();
        var generator = content.generator();
        var arisen = arisen(generator.site(), row.issuedAt());
        return new Note(
                id,
                content.number().map(NoteNumber::toString).orElse(null),
                content.certificate().map(CertificateNumber::toString).orElse(null),
                content.waste().toString(),
                content.mass().grams(),
                hand(generator.organisation(), generator.site().toString(), directory),
                hand(content.taker(), null, directory),
                row.issuedAt(),
                row.signed(),
                row.cancelled(),
                row.consignment(),
                arisen.grams(),
                row.cancelled()
                        ? List.of()
                        : SmallAmounts.of(content, arisen).stream()
                                .map(found ->
                                        new Finding(found.code(), found.paragraph(), found.german(), found.english()))
                                .toList());
    }

    private static Hand hand(OrganisationId who, @Nullable String site, Tracking.Directory directory) {
        return new Hand(who.value(), directory.names().get(who.value()), site);
    }

    /** In the calendar year of that moment. */
    private Mass arisen(SiteNumber site, Instant at) {
        var first = LocalDate.of(BerlinDay.of(at).getYear(), 1, 1);
        var from = BerlinDay.start(first).atOffset(ZoneOffset.UTC);
        var to = BerlinDay.start(first.plusYears(1)).atOffset(ZoneOffset.UTC);
        return new Mass(database.sql(ARISEN)
                .params(site.toString(), from, to, site.toString(), from, to)
                .query(Long.class)
                .single());
    }
}
