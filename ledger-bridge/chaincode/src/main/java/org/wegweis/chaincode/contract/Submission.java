package org.wegweis.chaincode.contract;

/**
 * Who calls, and in which transaction: what the peer has verified before it asks the contract.
 *
 * @param msp the organisation of the submitter's certificate; empty if the peer named none
 * @param transaction its id
 */
public record Submission(String msp, String transaction) {}
