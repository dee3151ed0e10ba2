package org.wegweis.projections.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.door.Caller;
import org.wegweis.kernel.certificate.Certificate;
import org.wegweis.kernel.certificate.Event.Drawn;
import org.wegweis.kernel.certificate.Event.Settled;
import org.wegweis.kernel.certificate.Flag;
import org.wegweis.kernel.certificate.LoadId;
import org.wegweis.kernel.certificate.Privilege;
import org.wegweis.kernel.certificate.State;
import org.wegweis.kernel.event.Words;
import org.wegweis.kernel.law.BerlinDay;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.waste.WasteCatalogue;
import org.wegweis.kernel.waste.WasteList;
import org.wegweis.projections.access.Sight;
import org.wegweis.projections.feed.ReadRecord;
import org.wegweis.projections.neighbour.Tracking;

/** Reads certificates. */
@Component
class Certificates {
    /** A page that nobody scrolls to its end; the balance counts all. */
    private static final int LOADS = 500;

    private final JdbcOperations tables;
    private final JdbcClient database;
    /** One statement sees what the others see. */
    private final TransactionTemplate moment;

    private final Tracking tracking;
    private final WasteList german;

    /** @param german the AVV, which follows the European list on a day that is a setting */
    Certificates(JdbcOperations tables, PlatformTransactionManager transactions, Tracking tracking, WasteList german) {
        this.tables = tables;
        this.database = JdbcClient.create(tables);
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setReadOnly(true);
        this.tracking = tracking;
        this.german = german;
    }

    /** A consignment that uses a certificate and exists for the caller. */
    private record User(UUID consignment, @Nullable String noteNumber) {}

    private record Known(UUID id, List<ReadRecord> records, Map<UUID, User> users) {}

    /** The certificate, if it exists for the caller. */
    Optional<CertificateView> find(UUID id, Caller caller) {
        // The directory is asked when the connection is back in its pool.
        return moment.execute(_ -> known(id, caller)).map(known -> view(known, tracking.directory(caller)));
    }

    private Optional<Known> known(UUID id, Caller caller) {
        var sight = Sight.ofCertificates(caller);
        boolean exists = database.sql("select c.id from certificate c where c.id = ? and " + sight.condition())
                .param(id)
                .params(sight.parameters())
                .query(UUID.class)
                .optional()
                .isPresent();
        return exists ? Optional.of(new Known(id, ReadRecord.of(tables, id), users(id, caller))) : Optional.empty();
    }

    /** By load: the consignment itself, or the one in which the transfer note was entered. */
    private Map<UUID, User> users(UUID certificate, Caller caller) {
        var sight = Sight.of(caller);
        var users = new HashMap<UUID, User>();
        database.sql("""
                        with load as (select distinct coalesce(data ->> 'transferNote', data ->> 'consignment') as id from record
                               where subject = ? and type = 'certificate.drawn.v1'),
                        used as (
                               select id::uuid as load, id::uuid as consignment from load
                               union
                               select load.id::uuid, r.subject from load join record r on r.data ->> 'transferNote' = load.id
                                      and r.type = 'consignment.transfer-note-entered.v1')
                        select used.load, c.id, c.note_number from used join consignment c on c.id = used.consignment
                        where\s""" + sight.condition())
                .param(certificate)
                .params(sight.parameters())
                .query(row -> {
                    users.put(
                            row.getObject("load", UUID.class),
                            new User(row.getObject("id", UUID.class), row.getString("note_number")));
                });
        return users;
    }

    private CertificateView view(Known known, Tracking.Directory directory) {
        var state = CertificateTable.fold(known.records());
        var file = state.file();
        var declaration = file.declaration();
        var waste = declaration.waste();
        var balance = file.balance();
        var codeUntil = WasteList.EUROPEAN.validity(waste.digits()).flatMap(WasteList.Validity::until);
        var germanCodeUntil = german.validity(waste.digits()).flatMap(WasteList.Validity::until);
        var loads = loads(known);
        return new CertificateView(
                known.id(),
                file.number().map(CertificateNumber::toString).orElse(null),
                declaration.kind().letters(),
                CertificateState.of(state).text(),
                waste.toString(),
                WasteList.EUROPEAN
                        .find(
                                waste.digits(),
                                BerlinDay.of(known.records().getFirst().happenedAt()))
                        .map(WasteCatalogue.Entry::title)
                        .orElse(null),
                waste.hazardous(),
                declaration.operation().code(),
                place(declaration.applicant(), directory),
                place(declaration.plant(), directory),
                until(state).orElse(null),
                state instanceof State.Valid valid
                        ? valid.privilege().map(Privilege::text).orElse(null)
                        : null,
                declaration.quantity().grams(),
                balance.onTheRoad().grams(),
                balance.accepted().grams(),
                declaration.quantity().grams() - balance.used().grams(),
                codeUntil.orElse(null),
                germanCodeUntil.orElse(null),
                WasteList.successors(waste.digits()),
                Certificate.clocks(state).stream()
                        .map(clock -> new CertificateView.Clock(
                                clock.deadline().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                clock.deadline().paragraph(),
                                clock.lastDay()))
                        .toList(),
                loads.reversed().stream().limit(LOADS).toList(),
                Math.max(0, loads.size() - LOADS),
                known.records().stream()
                        .filter(record -> !(record.event() instanceof Drawn || record.event() instanceof Settled))
                        .map(record -> step(record, directory))
                        .toList());
    }

    private static Optional<LocalDate> until(State.Existing state) {
        return state instanceof State.Valid valid ? Optional.of(valid.until()) : Optional.empty();
    }

    /** What a certificate says of a load: when it was drawn, and what the plant has said since. */
    private record Said(Drawn drawn, Optional<Settled> settled) {}

    /** In the order in which they were drawn. */
    private static List<CertificateView.Load> loads(Known known) {
        var loads = new LinkedHashMap<LoadId, Said>();
        for (var record : known.records()) {
            if (record.event() instanceof Drawn drawn) loads.put(drawn.load(), new Said(drawn, Optional.empty()));
            if (record.event() instanceof Settled settled) {
                loads.computeIfPresent(settled.load(), (_, said) -> new Said(said.drawn(), Optional.of(settled)));
            }
        }
        var shown = new ArrayList<CertificateView.Load>();
        loads.forEach((id, said) ->
                shown.add(load(id, said, Optional.ofNullable(known.users().get(id.value())))));
        return shown;
    }

    private static CertificateView.Load load(LoadId id, Said said, Optional<User> user) {
        var flags = EnumSet.noneOf(Flag.class);
        flags.addAll(said.settled().map(Settled::flags).orElse(said.drawn().flags()));
        if (said.drawn().flags().contains(Flag.NOT_VALID)) flags.add(Flag.NOT_VALID);
        return new CertificateView.Load(
                id.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                user.map(User::consignment).orElse(null),
                user.map(User::noteNumber).orElse(null),
                said.drawn().site().map(SiteNumber::toString).orElse(null),
                said.settled()
                        .map(Settled::accepted)
                        .orElse(said.drawn().mass())
                        .grams(),
                said.settled().isPresent(),
                said.drawn().statement().happenedAt(),
                said.settled()
                        .<Instant>map(settled -> settled.statement().happenedAt())
                        .orElse(null),
                flags.stream().map(Flag::text).toList());
    }

    private static CertificateView.Step step(ReadRecord record, Tracking.Directory directory) {
        var organisation = record.actor().organisation().value();
        return new CertificateView.Step(
                record.id(),
                record.type(),
                Words.german(record.type()),
                record.happenedAt(),
                record.recordedAt(),
                organisation,
                directory.names().get(organisation),
                record.actor().role().text());
    }

    private static CertificateView.Place place(Party party, Tracking.Directory directory) {
        var organisation = party.organisation().value();
        var site = directory.sites().get(party.site().toString());
        return new CertificateView.Place(
                organisation,
                directory.names().get(organisation),
                party.site().toString(),
                site == null ? null : site.place(),
                party.site().land().german());
    }
}
