package org.wegweis.ledgerbridge.sealing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.kernel.json.Json;

/** What anybody may know of the log's state, and whom to trust when checking it. */
@RestController
class StatusController {
    private final LogStatus status;
    private final Trust trust;

    StatusController(LogStatus status, Trust trust) {
        this.status = status;
        this.trust = trust;
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
        return trust.json();
    }
}
