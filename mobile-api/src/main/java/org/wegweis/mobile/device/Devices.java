package org.wegweis.mobile.device;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Hash;

/** Every device that was ever enrolled; a revoked one stays, its statements have to be checked decades later. */
@Repository
public class Devices {
    private final JdbcClient database;

    Devices(JdbcClient database) {
        this.database = database;
    }

    public Optional<Device> find(Hash thumbprint) {
        return database.sql("select * from device where thumbprint = ?")
                .param(thumbprint.toString())
                .query(Devices::device)
                .optional();
    }

    List<Device> ofPerson(OrganisationId organisation, String subject) {
        return database.sql("select * from device where organisation = ? and subject = ? order by enrolled_at")
                .params(organisation.value(), subject)
                .query(Devices::device)
                .list();
    }

    List<Device> of(OrganisationId organisation) {
        return database.sql("select * from device where organisation = ? order by enrolled_at")
                .param(organisation.value())
                .query(Devices::device)
                .list();
    }

    /** Enrols it unless its key is known; false if it is. */
    boolean enrol(Device device) {
        return database.sql("insert into device values (?, ?, ?, ?, ?, ?, ?, null) on conflict do nothing")
                        .params(
                                device.thumbprint().toString(),
                                device.key().toJSONString(),
                                device.name(),
                                device.organisation().value(),
                                device.subject(),
                                device.signInName(),
                                Timestamp.from(device.enrolledAt()))
                        .update()
                == 1;
    }

    void revoke(Hash thumbprint, Instant now) {
        database.sql("update device set revoked_at = ? where thumbprint = ? and revoked_at is null")
                .params(Timestamp.from(now), thumbprint.toString())
                .update();
    }

    private static Device device(ResultSet row, int number) throws SQLException {
        try {
            return new Device(
                    Hash.parse(row.getString("thumbprint")),
                    ECKey.parse(row.getString("key")),
                    row.getString("name"),
                    new OrganisationId(row.getObject("organisation", UUID.class)),
                    row.getString("subject"),
                    row.getString("sign_in_name"),
                    row.getTimestamp("enrolled_at").toInstant(),
                    Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
        } catch (ParseException e) {
            throw new SQLException("a key that was enrolled is no key any more", e);
        }
    }
}
