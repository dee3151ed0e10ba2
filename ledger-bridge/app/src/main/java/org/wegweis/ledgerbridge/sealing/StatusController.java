package org.wegweis.ledgerbridge.sealing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.evidence.time.TimeStampAuthority;
import org.wegweis.evidence.verification.Trust;
import org.wegweis.kernel.json.Json;
import org.wegweis.ledgerbridge.time.TimeStamps;

/** What anybody may know of the log's state, and whom to trust when checking it. */
@RestController
class StatusController {
    private final LogStatus status;
    private final LedgerView ledger;
    private final Trust trust;
    private final TimeStamps timeStamps;
    private final TimeStampAuthority authority;

    StatusController(
            LogStatus status, LedgerView ledger, Trust trust, TimeStamps timeStamps, TimeStampAuthority authority) {
        this.status = status;
        this.ledger = ledger;
        this.trust = trust;
        this.timeStamps = timeStamps;
        this.authority = authority;
    }

    record StatusJson(
            long records,
            long signedSize,
            long sealedSize,
            String ledger,
            boolean independent,
            TimeStampsJson timeStamps) {}

    /** @param independent whether somebody else than the operator runs the authority */
    record TimeStampsJson(String authority, boolean independent, long stampedSize) {}

    @GetMapping("/api/status")
    StatusJson status() {
        // the ledger is asked first: it never seems to be ahead of the log
        long sealed = status.sealedSize();
        long signed = status.signedSize();
        var stamped = new TimeStampsJson(authority.name(), authority.independent(), timeStamps.newest());
        return new StatusJson(status.records(), signed, sealed, trust.ledger().kind(), ledger.isIndependent(), stamped);
    }

    @GetMapping("/trust")
    Json.Obj trust() {
        return trust.json();
    }
}
