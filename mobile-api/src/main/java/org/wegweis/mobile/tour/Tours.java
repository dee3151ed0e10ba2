package org.wegweis.mobile.tour;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.OrganisationId;

/** Which consignments are on whose tour. Drivers are named here and nowhere in a record. */
@Repository
public class Tours {
    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    Tours(JdbcClient database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Puts it on that driver's tour, and takes it from whoever had it only by assignment. */
    void assign(ConsignmentId consignment, OrganisationId organisation, String driver, Instant since) {
        transactions.executeWithoutResult(_ -> {
            database.sql("delete from tour where consignment = ? and organisation = ? and assigned and driver <> ?")
                    .params(consignment.value(), organisation.value(), driver)
                    .update();
            enter(Set.of(consignment), organisation, driver, true, since);
        });
    }

    /** Keeps what a driver stated something about on the own tour. */
    public void stated(Set<ConsignmentId> consignments, OrganisationId organisation, String driver, Instant since) {
        enter(consignments, organisation, driver, false, since);
    }

    /** In one statement: a batch is a whole day's work, and each would wait for the disk. */
    private void enter(
            Set<ConsignmentId> consignments,
            OrganisationId organisation,
            String driver,
            boolean assigned,
            Instant since) {
        database.sql("insert into tour (consignment, organisation, driver, assigned, since)"
                        + " select consignment, ?, ?, ?, ? from unnest(?) consignment"
                        + " on conflict (consignment, organisation, driver)"
                        + " do update set assigned = false where tour.assigned and not excluded.assigned")
                .params(organisation.value(), driver, assigned, Timestamp.from(since))
                .param(new SqlArrayValue(
                        "uuid",
                        consignments.stream().map(ConsignmentId::value).sorted().toArray()))
                .update();
    }

    /** Newest first, at most {@value #LONGEST}. */
    List<ConsignmentId> of(OrganisationId organisation, String driver) {
        return database
                .sql("select consignment from tour where organisation = ? and driver = ? order by since desc limit "
                        + LONGEST)
                .params(organisation.value(), driver)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConsignmentId::new)
                .toList();
    }
}
