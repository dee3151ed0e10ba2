package org.wegweis.kernel.consignment;

import org.wegweis.kernel.party.OrganisationId;
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

    /** That statement says nothing of what the correction changes. */
    record NotStatedThere(StatementId id) implements Refusal {}
}
