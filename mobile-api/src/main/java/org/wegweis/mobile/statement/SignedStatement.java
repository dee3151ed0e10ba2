package org.wegweis.mobile.statement;

import java.time.Instant;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.json.Json;
import org.wegweis.kernel.record.Hash;
import org.wegweis.kernel.statement.StatementId;

/**
 * What a phone said, once its signature is checked.
 *
 * @param jws as it came, compact
 * @param key RFC 7638 thumbprint of the key that signed
 * @param type of the event that it wants to cause
 */
record SignedStatement(
        String jws,
        Hash key,
        StatementId id,
        String type,
        ConsignmentId consignment,
        Instant happenedAt,
        Json.Obj data) {}
