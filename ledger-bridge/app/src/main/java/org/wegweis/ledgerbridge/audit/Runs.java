package org.wegweis.ledgerbridge.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.wegweis.kernel.record.Hash;

/** Writes down that an audit was run, against which head, and what came of it. The tables take no change. */
final class Runs {
    private final Connection bridge;

    Runs(Connection bridge) {
        this.bridge = bridge;
    }

    /** @param trust who said whose signatures count: a {@code file}, or the {@code log} itself */
    void begun(UUID run, Instant at, String program, State.Bounds bounds, String trust) {
        write(
                "insert into audit_run (id, started, program, places, head_size, head_root, trust) values (?, ?, ?, ?, ?, ?, ?)",
                run,
                at.atOffset(ZoneOffset.UTC),
                program,
                bounds.places(),
                bounds.head(),
                bounds.root(),
                trust);
    }

    void ended(UUID run, Instant at, long findings, Hash report) {
        write(
                "insert into audit_report (run, ended, findings, report) values (?, ?, ?, ?)",
                run,
                at.atOffset(ZoneOffset.UTC),
                findings,
                report.bytes());
    }

    private void write(String sql, Object... values) {
        try (var statement = bridge.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new Unfinished("The run cannot be recorded in the bridge's tables: " + e.getMessage(), e);
        }
    }
}
