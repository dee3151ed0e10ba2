package org.wegweis.evidence.fabric;

/** What makes a step that holds worth less. */
public enum Caveat {
    /** Raft: one orderer signs a block, so the operator of one alone could forge it. */
    ONE_ORDERER_SIGNS
}
