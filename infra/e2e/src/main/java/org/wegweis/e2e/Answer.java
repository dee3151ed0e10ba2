package org.wegweis.e2e;

import java.nio.charset.StandardCharsets;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/** What a door answered. */
public record Answer(int status, byte[] body, long retryAfterSeconds) {

    public Json json() {
        return Json.parse(body);
    }

    public Fields fields() {
        return Fields.of(json());
    }

    /** The last part of the problem's type, for example {@code not-picked-up}. */
    public String problem() {
        String type = fields().text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** @throws IllegalStateException unless the status is one of these */
    public Answer require(int... allowed) {
        for (int one : allowed) if (status == one) return this;
        throw new IllegalStateException("answered " + status + ": " + new String(body, StandardCharsets.UTF_8));
    }
}
