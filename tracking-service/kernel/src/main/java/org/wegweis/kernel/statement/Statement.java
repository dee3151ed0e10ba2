package org.wegweis.kernel.statement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.record.Hash;

/**
 * Who states when about what; every command and every event carries one.
 *
 * @param subject the consignment, certificate… that it is about, a UUIDv7
 * @param happenedAt the clock of whoever states it, whole milliseconds as in the record
 * @param digests salted digests of the personal values
 * @param commitment salted digest of the signed statement, if it was signed
 */
public record Statement(
        StatementId id,
        UUID subject,
        Actor by,
        Instant happenedAt,
        SortedMap<PersonalValue, Hash> digests,
        Optional<Hash> commitment) {
    public Statement {
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MILLIS);
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }
}
