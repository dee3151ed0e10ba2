package org.wegweis.ledgerbridge.monitor;

import java.util.Optional;
import org.wegweis.evidence.note.Note;
import org.wegweis.kernel.json.Fields;
import org.wegweis.kernel.json.Json;

/**
 * What a monitor remembers from one look to the next.
 *
 * @param newest checkpoint that the log has shown
 * @param compared size of the largest sealed head that was found in the log; 0 for none
 * @param unsealed what the log has shown and the ledger has not sealed
 * @param unshown what the ledger has sealed and the log has not shown
 */
record Seen(Optional<Note> newest, long compared, Optional<Waiting> unsealed, Optional<Waiting> unshown) {
    static final Seen NOTHING = new Seen(Optional.empty(), 0, Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if it is not what {@link #json} gives */
    static Seen parse(byte[] json) {
        var fields = Fields.of(Json.parse(json));
        var seen = new Seen(
                fields.optionalParsed("newest", Note::parse),
                fields.integer("compared"),
                fields.optionalObject("unsealed").map(Waiting::parse),
                fields.optionalObject("unshown").map(Waiting::parse));
        fields.noMore();
        return seen;
    }

    Json.Obj json() {
        var json = Json.Obj.of().with("compared", compared);
        if (newest.isPresent()) json = json.with("newest", newest.get().toString());
        if (unsealed.isPresent()) json = json.with("unsealed", unsealed.get().json());
        return unshown.isPresent() ? json.with("unshown", unshown.get().json()) : json;
    }
}
