package org.wegweis.chaincode.contract;

import java.util.Optional;
import org.wegweis.evidence.note.NoteKey;
import org.wegweis.kernel.json.Json;

/**
 * Which logs there are, and whose. The key of a log's record demands the endorsement of its owner's peer; every change
 * also writes a key that demands nothing of its own, so that the channel's majority must endorse it too.
 */
record Registry(WritableState state, Submission by) {

    Answer register(String origin, NoteKey key, String kind) {
        String owner = submitter();
        var known = find(state.get(Keys.log(origin)));
        if (known.isPresent()) {
            var first = new Change(Change.What.REGISTERED, RegisteredLog.first(key, kind, owner), "");
            var stored = change(origin, 0);
            if (first.json().with("transaction", stored.text("transaction")).equals(stored.json()))
                return given(stored);
            throw new Refused(
                    Fault.ORIGIN_TAKEN, "a log of this origin is registered, with another key, kind or owner");
        }
        return write(
                Change.What.REGISTERED, RegisteredLog.first(key, kind, owner), Optional.of(key), Optional.of(owner));
    }

    Answer rotateKey(String origin, NoteKey next) {
        var log = owned(origin);
        var used = state.get(Keys.key(next)).map(Stored::parse);
        if (next.equals(log.key()))
            return given(change(origin, used.orElseThrow().number("since")));
        if (used.isPresent()) {
            throw new Refused(Fault.KEY_USED_BEFORE, "newVkey", "a key that was replaced does not come back");
        }
        return write(Change.What.KEY_ROTATED, log.rotatedTo(next), Optional.of(next), Optional.empty());
    }

    Answer handOver(String origin, String next) {
        var log = owned(origin);
        if (next.equals(log.owner())) {
            if (log.offer().isEmpty()) throw new Refused(Fault.ALREADY_OWNER, "newOwnerMsp", "it owns the log");
            return write(Change.What.OFFER_WITHDRAWN, log.withdrawn(), Optional.empty(), Optional.empty());
        }
        var open = log.offer().filter(offer -> offer.to().equals(next));
        if (open.isPresent()) return given(change(origin, open.get().number()));
        var offered = log.offeredTo(next);
        String offer = Keys.offer(origin, offered.changes());
        state.put(offer, Json.Obj.of().with("accepted", false).with("to", next).canonicalBytes());
        state.demandEndorsement(offer, next);
        return write(Change.What.OFFERED, offered, Optional.empty(), Optional.empty());
    }

    Answer acceptOwnership(String origin) {
        String next = submitter();
        var log = log(origin);
        if (log.owner().equals(next) && log.ownerSince() > 0) return given(change(origin, log.ownerSince()));
        var offer = log.offer()
                .filter(open -> open.to().equals(next))
                .orElseThrow(() -> new Refused(Fault.NO_OFFER, "the log is not offered to " + next));
        state.put(
                Keys.offer(origin, offer.number()),
                Json.Obj.of().with("accepted", true).with("to", next).canonicalBytes());
        return write(Change.What.HANDED_OVER, log.acceptedBy(next), Optional.empty(), Optional.of(next));
    }

    /**
     * @param key that the log has from now on
     * @param owner whose peer must endorse the next change
     */
    private Answer write(Change.What what, RegisteredLog log, Optional<NoteKey> key, Optional<String> owner) {
        String origin = log.origin();
        var change = new Change(what, log, by.transaction());
        state.put(Keys.log(origin), log.json().canonicalBytes());
        owner.ifPresent(msp -> state.demandEndorsement(Keys.log(origin), msp));
        key.ifPresent(next -> state.put(
                Keys.key(next),
                Json.Obj.of()
                        .with("vkey", next.toString())
                        .with("since", log.changes())
                        .canonicalBytes()));
        state.put(Keys.change(origin, log.changes()), change.json().canonicalBytes());
        return given(new Stored(change.json()));
    }

    private RegisteredLog owned(String origin) {
        String submitter = submitter();
        var log = log(origin);
        if (!log.owner().equals(submitter)) {
            throw new Refused(Fault.NOT_THE_OWNER, "the log's owner is " + log.owner() + ", not " + submitter);
        }
        return log;
    }

    private RegisteredLog log(String origin) {
        return require(state.get(Keys.log(origin)));
    }

    static RegisteredLog require(Optional<byte[]> value) {
        return find(value)
                .orElseThrow(() -> new Refused(Fault.LOG_NOT_REGISTERED, "no log of this origin is registered"));
    }

    private static Optional<RegisteredLog> find(Optional<byte[]> value) {
        return value.map(RegisteredLog::parse);
    }

    private Stored change(String origin, long number) {
        return state.get(Keys.change(origin, number))
                .map(Stored::parse)
                .orElseThrow(() -> new IllegalStateException("change " + number + " is missing"));
    }

    private String submitter() {
        if (Argument.isMsp(by.msp())) return by.msp();
        throw new Refused(Fault.UNKNOWN_SUBMITTER, "the peer names no organisation that this contract knows by name");
    }

    private static Answer given(Stored change) {
        return new Answer.Given(Json.Obj.of().with("answer", "changed").with("change", change.json()));
    }
}
