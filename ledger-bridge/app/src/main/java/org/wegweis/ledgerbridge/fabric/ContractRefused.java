package org.wegweis.ledgerbridge.fabric;

import java.util.Optional;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** The contract says no, in a peer's words. */
final class ContractRefused extends RuntimeException {
    static final String LOG_NOT_REGISTERED = "LOG_NOT_REGISTERED";

    private final String fault;

    private ContractRefused(String fault, String says) {
        super(fault + ": " + says);
        this.fault = fault;
    }

    /** Finds the refusal in what a gateway says of a failed call, which frames it. */
    static Optional<ContractRefused> in(String message) {
        int from = message.indexOf("{\"");
        int to = message.lastIndexOf('}');
        if (from < 0 || to < from) return Optional.empty();
        try {
            var fields = Fields.of(Json.parse(message.substring(from, to + 1)));
            return Optional.of(new ContractRefused(fields.text("error"), fields.text("says")));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // braces of somebody else
        }
    }

    String fault() {
        return fault;
    }
}
