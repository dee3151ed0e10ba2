package org.wegweis.ledgerbridge.time;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wegweis.evidence.time.TimeStamp;

/** The time stamps of the log's heads; the table takes no change and no deletion. */
public final class TimeStamps {
    private final JdbcClient sql;

    public TimeStamps(DataSource database) {
        sql = JdbcClient.create(database);
    }

    /** That of the head of that size, over the checkpoint as the log alone has signed it. */
    public Optional<TimeStamp> at(long size) {
        return sql.sql("select token from time_stamp where size = ?")
                .param(size)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(TimeStamp::parse);
    }

    /** Sizes of larger heads that have one, by falling size, 100 at most. */
    public List<Long> above(long size) {
        return sql.sql("select size from time_stamp where size > ? order by size desc limit 100")
                .param(size)
                .query(Long.class)
                .list();
    }

    /** The size of the largest head that has one; 0 if none has. */
    public long newest() {
        return sql.sql("select coalesce(max(size), 0) from time_stamp")
                .query(Long.class)
                .single();
    }

    /** The first one stays: another node may have been quicker. */
    void add(long size, TimeStamp timeStamp) {
        sql.sql("insert into time_stamp (size, token) values (?, ?) on conflict do nothing")
                .params(size, timeStamp.der())
                .update();
    }
}
