package org.wegweis.kernel.consignment;

import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.StatementId;

/** Why a command was refused. Each states a fact. */
public sealed interface Refusal {

    /** There is no such consignment. */
    record NotOpened() implements Refusal {}

    record AlreadyOpened() implements Refusal {}

    /** The organisation has no part in the consignment; on the wire it does not exist for it. */
    record NotAParty(OrganisationId organisation) implements Refusal {}

    /** That role does not make such statements. */
    record NotForRole(Actor.Role role) implements Refusal {}

    /** Another carrier holds the load, or is to pick it up. */
    record NotTheCarrier(OrganisationId carrier) implements Refusal {}

    record NotThePlant(OrganisationId plant) implements Refusal {}

    record NotTheGenerator(OrganisationId generator) implements Refusal {}

    /** The generator's name is on the note already. */
    record AlreadyReleased() implements Refusal {}

    /** Whoever holds the load has put its name to it already. */
    record AlreadyTakenOver() implements Refusal {}

    /** Nobody hands a load over to itself. */
    record AlreadyHoldsIt(OrganisationId holder) implements Refusal {}

    /** A store passes a load on to a carrier; it does not drive to the plant. */
    record InAStore(SiteNumber store) implements Refusal {}

    /** Somebody else opened the consignment. */
    record NotTheOpener() implements Refusal {}

    record NotPickedUp() implements Refusal {}

    record AlreadyPickedUp() implements Refusal {}

    record NotDelivered() implements Refusal {}

    record AlreadyDelivered() implements Refusal {}

    record AlreadyClosed(State.Outcome outcome) implements Refusal {}

    /** A part needs something accepted and something rejected. */
    record NotAPart() implements Refusal {}

    /** Nothing of that id was stated about this consignment. */
    record NothingStated(StatementId id) implements Refusal {}

    /** Only whoever made a statement can correct it. */
    record NotYourStatement(StatementId id) implements Refusal {}

    /** There is a correction of that statement on which not everybody has spoken yet. */
    record CorrectionPending(StatementId correction) implements Refusal {}

    /** Everybody has spoken: the correction is in force, or somebody declined. */
    record CorrectionSettled(StatementId correction) implements Refusal {}

    /** The correction does not touch that organisation, or it has agreed already. */
    record NotAsked(StatementId correction) implements Refusal {}

    /** The plant took everything, or has not spoken yet. */
    record NothingRejected() implements Refusal {}

    /** What was rejected is to go to somebody else. */
    record NotWhereItGoes(OrganisationId goesTo) implements Refusal {}

    record AlreadyTakenBack() implements Refusal {}

    /** That statement says nothing of what the correction changes. */
    record NotStatedThere(StatementId id) implements Refusal {}
}
