package org.wegweis.kernel.transfernote;

import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;

/** Why a command was refused. Each states a fact. */
public sealed interface Refusal {
    /** There is no such transfer note. */
    record NotIssued() implements Refusal {}

    record AlreadyIssued() implements Refusal {}

    /** The organisation has no part in it; on the wire it does not exist for it. */
    record NotAParty(OrganisationId organisation) implements Refusal {}

    record NotForRole(Actor.Role role) implements Refusal {}

    /** Somebody else takes the waste over. */
    record NotTheTaker(OrganisationId taker) implements Refusal {}

    record NotTheGenerator(OrganisationId generator) implements Refusal {}

    /** A transfer note is about some waste. */
    record NoMass() implements Refusal {}

    /** It is collected under a collective certificate or under none. */
    record NotCollective(CertificateNumber certificate) implements Refusal {}

    record AlreadySigned() implements Refusal {}

    /** Each transfer note is in exactly one consignment note (§13(1)). */
    record AlreadyEntered(ConsignmentId consignment) implements Refusal {}

    record NotEntered() implements Refusal {}

    /** A small amount is the plant's already and in no collective load (§16). */
    record SmallAmount() implements Refusal {}

    record AlreadyCancelled() implements Refusal {}
}
