package org.wegweis.projections.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wegweis.kernel.consignment.ConsignmentJson;
import org.wegweis.kernel.consignment.Event;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.StatementId;

/** What a row of table {@code step} holds, with the event that its data means. */
record StepRow(
        long version,
        UUID id,
        String type,
        long position,
        Instant happenedAt,
        Instant recordedAt,
        UUID organisation,
        String role,
        @Nullable String device,
        String entry,
        Event event) {

    static StepRow of(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        String type = row.getString("type");
        var happenedAt = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        var organisation = row.getObject("organisation", UUID.class);
        String role = row.getString("role");
        String device = row.getString("device_key");
        var actor = new Actor(
                new OrganisationId(organisation),
                Actor.Role.parse(role),
                Optional.ofNullable(device).map(Hash::parse));
        var event = ConsignmentJson.event(
                type,
                new StatementId(id),
                row.getObject("consignment", UUID.class),
                actor,
                happenedAt,
                Optional.empty(),
                (Json.Obj) Json.parse(row.getString("data")));
        return new StepRow(
                row.getLong("version"),
                id,
                type,
                row.getLong("position"),
                happenedAt,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                organisation,
                role,
                device,
                row.getString("entry"),
                event);
    }
}
