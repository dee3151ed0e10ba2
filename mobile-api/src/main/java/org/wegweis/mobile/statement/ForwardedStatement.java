package org.wegweis.mobile.statement;

import org.wegweis.kernel.json.Json;

/** A statement as tracking-service takes it, field by field. */
record ForwardedStatement(
        String jws,
        String organisation,
        String role,
        String key,
        String id,
        String type,
        String consignment,
        String happenedAt,
        Json.Obj data) {

    Json.Obj json() {
        return Json.Obj.of()
                .with("jws", jws)
                .with("organisation", organisation)
                .with("role", role)
                .with("key", key)
                .with("id", id)
                .with("type", type)
                .with("consignment", consignment)
                .with("happenedAt", happenedAt)
                .with("data", data);
    }
}
