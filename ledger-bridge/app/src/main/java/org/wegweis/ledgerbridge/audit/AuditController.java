package org.wegweis.ledgerbridge.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which audits were run, the newest first. What they found is in their reports, which stay with whoever ran them. */
@RestController
class AuditController {
    private final JdbcClient sql;

    AuditController(DataSource database) {
        sql = JdbcClient.create(database);
    }

    /**
     * One run.
     *
     * @param ended absent if it was never finished, as is what follows
     * @param report SHA-256 of the report, base64url
     */
    record RunJson(
            UUID id,
            Instant started,
            String program,
            long places,
            long headSize,
            String headRoot,
            String trust,
            @Nullable Instant ended,
            @Nullable Long findings,
            @Nullable String report) {}

    @GetMapping("/api/audits")
    List<RunJson> audits() {
        return sql.sql("select * from audit_run left join audit_report on run = id order by started desc limit 100")
                .query((row, _) -> {
                    var ended = row.getObject("ended", OffsetDateTime.class);
                    byte[] report = row.getBytes("report");
                    return new RunJson(
                            row.getObject("id", UUID.class),
                            row.getObject("started", OffsetDateTime.class).toInstant(),
                            row.getString("program"),
                            row.getLong("places"),
                            row.getLong("head_size"),
                            row.getString("head_root"),
                            row.getString("trust"),
                            ended == null ? null : ended.toInstant(),
                            row.getObject("findings", Long.class),
                            report == null
                                    ? null
                                    : Base64.getUrlEncoder().withoutPadding().encodeToString(report));
                })
                .list();
    }
}
