package org.wegweis.kernel.statement;

import java.util.UUID;
import org.wegweis.kernel.record.Uuid7;

/** Names one statement, and with it the event that it causes; made on the phone, so that sending twice is harmless. A UUIDv7. */
public record StatementId(UUID value) {
    public StatementId {
        Uuid7.require(value);
    }

    public static StatementId parse(String text) {
        return new StatementId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
