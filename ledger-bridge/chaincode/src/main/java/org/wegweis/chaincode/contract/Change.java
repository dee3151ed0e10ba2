package org.wegweis.chaincode.contract;

import org.wegweis.kernel.json.Json;

/**
 * What became of a log, one change after the other; never overwritten.
 *
 * @param log as it was after the change
 */
record Change(What what, RegisteredLog log, String transaction) {

    enum What {
        REGISTERED("registered"),
        KEY_ROTATED("key-rotated"),
        OFFERED("offered"),
        OFFER_WITHDRAWN("offer-withdrawn"),
        HANDED_OVER("handed-over");

        private final String text;

        What(String text) {
            this.text = text;
        }
    }

    Json.Obj json() {
        var json = Json.Obj.of()
                .with("change", what.text)
                .with("number", log.changes())
                .with("origin", log.origin())
                .with("vkey", log.key().toString())
                .with("kind", log.kind())
                .with("owner", log.owner())
                .with("transaction", transaction);
        return log.offer().map(open -> json.with("offeredTo", open.to())).orElse(json);
    }
}
