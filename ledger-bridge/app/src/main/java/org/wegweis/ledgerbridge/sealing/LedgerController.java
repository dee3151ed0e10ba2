package org.wegweis.ledgerbridge.sealing;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wegweis.kernel.json.Json;

/** How the ledger stands, for the page {@code /ledger} and for programs. */
@RestController
class LedgerController {
    private final LedgerView view;

    LedgerController(LedgerView view) {
        this.view = view;
    }

    @GetMapping("/api/ledger")
    Json.Obj ledger() {
        return view.json();
    }
}
