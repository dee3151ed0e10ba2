package org.wegweis.chaincode.contract;

import java.util.List;
import org.wegweis.evidence.note.Note;
import org.wegweis.evidence.note.NoteKey;

/** The contract's functions. Whatever it is called with, there is an answer. */
public final class SealContract {
    private SealContract() {}

    /**
     * Calls a function.
     *
     * @param call the function's name, then its arguments, as bytes of UTF-8
     * @param reading the state, for functions that only look
     * @param writing the same state, for functions that may change it
     */
    public static Answer answer(List<byte[]> call, Submission by, ReadableState reading, WritableState writing) {
        try {
            return answer(new Call(call), new Registry(writing, by), new Seals(writing, by), new Reading(reading));
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private static Answer answer(Call call, Registry registry, Seals seals, Reading ledger) {
        return switch (call.function()) {
            case "register" -> register(registry, call.takes(3, "origin", "vkey", "kind"));
            case "rotateKey" -> rotateKey(registry, call.takes(2, "origin", "newVkey"));
            case "handOver" -> handOver(registry, call.takes(2, "origin", "newOwnerMsp"));
            case "acceptOwnership" ->
                registry.acceptOwnership(call.takes(1, "origin").origin());
            case "seal" -> seal(seals, call.takes(2, "checkpointNote", "consistencyProof"));
            case "get" -> get(ledger, call.takes(2, "origin", "size"));
            case "latest" -> ledger.latest(call.takes(1, "origin").origin());
            case "history" -> history(ledger, call.takes(3, "origin", "above", "most"));
            case "log" -> ledger.log(call.takes(1, "origin").origin());
            case "logs" -> logs(ledger, call.takes(0, "after", "most"));
            case "changes" -> changes(ledger, call.takes(1, "origin", "from", "most"));
            case "equivocations" -> equivocations(ledger, call.takes(1, "origin", "above", "most"));
            default ->
                throw new Refused(
                        Fault.UNKNOWN_FUNCTION,
                        "there are register, rotateKey, handOver, acceptOwnership, seal, get, latest, history, log,"
                                + " logs, changes and equivocations");
        };
    }

    private static Answer register(Registry registry, Call.Arguments given) {
        String origin = given.origin();
        NoteKey key = given.at(1).keyOf(origin);
        return registry.register(origin, key, given.at(2).kind());
    }

    private static Answer rotateKey(Registry registry, Call.Arguments given) {
        String origin = given.origin();
        return registry.rotateKey(origin, given.at(1).keyOf(origin));
    }

    private static Answer handOver(Registry registry, Call.Arguments given) {
        return registry.handOver(given.origin(), given.at(1).msp());
    }

    private static Answer seal(Seals seals, Call.Arguments given) {
        Note note = given.at(0).note();
        return seals.seal(note, given.at(1).proof());
    }

    private static Answer get(Reading ledger, Call.Arguments given) {
        return ledger.get(given.origin(), given.at(1).number());
    }

    private static Answer history(Reading ledger, Call.Arguments given) {
        return ledger.history(given.origin(), given.at(1).number(), given.at(2).most());
    }

    private static Answer logs(Reading ledger, Call.Arguments given) {
        return ledger.logs(given.originOrNone(), given.mostOrAll(1));
    }

    private static Answer changes(Reading ledger, Call.Arguments given) {
        return ledger.changes(given.origin(), given.numberOr(1, 0), given.mostOrAll(2));
    }

    private static Answer equivocations(Reading ledger, Call.Arguments given) {
        return ledger.equivocations(given.origin(), given.numberOr(1, 0), given.mostOrAll(2));
    }
}
