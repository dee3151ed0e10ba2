package org.wegweis.chaincode.contract;

import java.util.Optional;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.kernel.json.Json;

/**
 * A log whose heads are sealed.
 *
 * @param key the one that signs its heads now; its name is the origin
 * @param kind of its records, for example {@code waste-routes}
 * @param owner the organisation that may change the rest
 * @param ownerSince number of the change that made it the owner
 * @param changes number of the last change
 * @param offer to take the log over, if one is open
 */
record RegisteredLog(
        String origin, NoteKey key, String kind, String owner, long ownerSince, long changes, Optional<Offer> offer) {

    /**
     * @param number of the change that made it
     * @param to the organisation that may accept
     */
    record Offer(long number, String to) {}

    static RegisteredLog first(NoteKey key, String kind, String owner) {
        return new RegisteredLog(key.name(), key, kind, owner, 0, 0, Optional.empty());
    }

    RegisteredLog rotatedTo(NoteKey next) {
        return new RegisteredLog(origin, next, kind, owner, ownerSince, changes + 1, offer);
    }

    RegisteredLog offeredTo(String to) {
        return new RegisteredLog(
                origin, key, kind, owner, ownerSince, changes + 1, Optional.of(new Offer(changes + 1, to)));
    }

    RegisteredLog withdrawn() {
        return new RegisteredLog(origin, key, kind, owner, ownerSince, changes + 1, Optional.empty());
    }

    RegisteredLog acceptedBy(String next) {
        return new RegisteredLog(origin, key, kind, next, changes + 1, changes + 1, Optional.empty());
    }

    static RegisteredLog parse(byte[] value) {
        var stored = Stored.parse(value);
        return new RegisteredLog(
                stored.text("origin"),
                NoteKey.parse(stored.text("vkey")),
                stored.text("kind"),
                stored.text("owner"),
                stored.number("ownerSince"),
                stored.number("changes"),
                stored.has("offer") ? Optional.of(offer(stored.object("offer"))) : Optional.empty());
    }

    private static Offer offer(Stored stored) {
        return new Offer(stored.number("number"), stored.text("to"));
    }

    Json.Obj json() {
        var json = Json.Obj.of()
                .with("origin", origin)
                .with("vkey", key.toString())
                .with("kind", kind)
                .with("owner", owner)
                .with("ownerSince", ownerSince)
                .with("changes", changes);
        return offer.map(open -> json.with(
                        "offer", Json.Obj.of().with("number", open.number()).with("to", open.to())))
                .orElse(json);
    }
}
