package org.wegweis.mobile.tour;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.OrganisationId;

/** Which consignments are on whose tour. Drivers are named here and nowhere in a record. */
@Repository
public class Tours {
    private static final int LONGEST = 200;

    private final JdbcClient database;

    Tours(JdbcClient database) {
        this.database = database;
    }

    /** Puts it on that driver's tour; to do it again changes nothing. */
    public void assign(ConsignmentId consignment, OrganisationId organisation, String driver, Instant since) {
        database.sql("insert into tour values (?, ?, ?, ?) on conflict do nothing")
                .params(consignment.value(), organisation.value(), driver, Timestamp.from(since))
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
