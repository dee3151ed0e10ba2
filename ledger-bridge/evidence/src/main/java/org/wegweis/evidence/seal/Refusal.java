package org.wegweis.evidence.seal;

/** Why a checkpoint is not sealed. */
public enum Refusal {
    /** The note's text is no checkpoint. */
    NOT_A_CHECKPOINT,
    /** It speaks for another log than the one that this ledger seals. */
    WRONG_ORIGIN,
    /** The key of the log has not signed it. */
    UNKNOWN_LOG,
    /** It bears a signature that claims to be the log's and is not. */
    BAD_SIGNATURE,
    /** The log has no entries. */
    EMPTY_LOG,
    /** It contradicts the latest sealed head, is older, or the proof does not show that it extends it. */
    DOES_NOT_EXTEND
}
