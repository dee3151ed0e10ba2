package org.wegweis.evidence.seal;

/** A ledger's answer to a checkpoint. */
public sealed interface Sealing {
    record Sealed(Seal seal) implements Sealing {}

    record Refused(Refusal reason) implements Sealing {}
}
