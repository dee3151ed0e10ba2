package org.wegweis.chaincode.contract;

import org.wegweis.evidence.seal.Refusal;

/** Why the contract says no. The names are on the wire and never change; those of {@link Refusal} mean the same here. */
public enum Fault {
    /** No function of this name. */
    UNKNOWN_FUNCTION,
    /** An argument is missing, too many, too long, or not what it must be. */
    MALFORMED_ARGUMENT,
    /** The peer named no organisation of the submitter, or one whose name this contract does not take. */
    UNKNOWN_SUBMITTER,
    /** No log of this origin is registered. */
    LOG_NOT_REGISTERED,
    /** A log of this origin is registered with another key, of another kind, or by another organisation. */
    ORIGIN_TAKEN,
    /** The submitter's organisation does not own the log. */
    NOT_THE_OWNER,
    /** The submitter's organisation was not offered the log. */
    NO_OFFER,
    /** The log is handed to the one who has it. */
    ALREADY_OWNER,
    /** A key that was replaced does not come back. */
    KEY_USED_BEFORE,
    /** The note is longer than a note of a head needs to be. */
    NOTE_TOO_LONG,
    /** The proof has more hashes than any two sizes need. */
    PROOF_TOO_LONG,
    /** The head is larger than the latest sealed one, and nothing shows that it extends it. */
    PROOF_TOO_SHORT,
    /** More entries than a JSON number can count. */
    SIZE_TOO_LARGE,
    NOT_A_CHECKPOINT,
    WRONG_ORIGIN,
    UNKNOWN_LOG,
    BAD_SIGNATURE,
    EMPTY_LOG,
    DOES_NOT_EXTEND;

    static Fault of(Refusal refusal) {
        return switch (refusal) {
            case NOT_A_CHECKPOINT -> NOT_A_CHECKPOINT;
            case WRONG_ORIGIN -> WRONG_ORIGIN;
            case UNKNOWN_LOG -> UNKNOWN_LOG;
            case BAD_SIGNATURE -> BAD_SIGNATURE;
            case EMPTY_LOG -> EMPTY_LOG;
            case DOES_NOT_EXTEND -> DOES_NOT_EXTEND;
        };
    }
}
