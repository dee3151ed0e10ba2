package org.wegweis.ledgerbridge.sealing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When heads were sealed, whatever the ledger: by this service's clock, which proves nothing to anybody else. */
public final class RecentSeals {
    private final JdbcClient sql;

    public RecentSeals(DataSource database) {
        this.sql = JdbcClient.create(database);
    }

    /** @param at when it was first known to be sealed, where that was written down */
    public record RecentSeal(long size, Optional<Instant> at) {}

    /** The newest first. */
    public List<RecentSeal> newest(int most) {
        return sql.sql("""
                        select size, max(sealed_at) from (
                          select size, sealed_at from local_seal union all select size, sealed_at from channel_seal) seal
                        group by size order by size desc limit ?
                        """)
                .param(most)
                .query((row, _) -> new RecentSeal(
                        row.getLong(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }
}
