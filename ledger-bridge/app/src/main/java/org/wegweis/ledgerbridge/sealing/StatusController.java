package org.wegweis.ledgerbridge.sealing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.kernel.json.Json;

/** What anybody may know of the log's state, and whom to trust when checking it. */
@RestController
class StatusController {
    private final LogStatus status;
    private final Keys keys;

    StatusController(LogStatus status, Keys keys) {
        this.status = status;
        this.keys = keys;
    }

    record StatusJson(long records, long signedSize, long sealedSize, String ledger, boolean independent) {}

    @GetMapping("/api/status")
    StatusJson status() {
        // the ledger is asked first: it never seems to be ahead of the log
        long sealed = status.sealedSize();
        long signed = status.signedSize();
        return new StatusJson(status.records(), signed, sealed, "local", false);
    }

    @GetMapping("/trust")
    Json.Obj trust() {
        return keys.trust().json();
    }
}
