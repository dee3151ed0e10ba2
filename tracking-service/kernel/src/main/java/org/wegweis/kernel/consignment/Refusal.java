package org.wegweis.kernel.consignment;

import java.util.UUID;
import org.wegweis.kernel.party.Land;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.permit.Shortfall;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.WasteCode;

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

    /**
     * A collective certificate goes with the number that stands for a Land's generators, and that with none other
     * (§13(1) Satz 2).
     */
    record NotTheNumberOfACollection(SiteNumber site) implements Refusal {}

    /** Whoever collects is entered as the carrier and does the generator's duties (§9(3), §13(1) Satz 1). */
    record NotTheCollector(OrganisationId carrier) implements Refusal {}

    /** Only a collective load has transfer notes. */
    record NotCollective() implements Refusal {}

    /** One note for each kind of waste (§10(2) Satz 1). */
    record OtherWaste(WasteCode waste) implements Refusal {}

    /** One note for each Land in which waste is collected (§13(2)). */
    record OtherLand(Land land) implements Refusal {}

    record TransferNoteAlreadyEntered(UUID transferNote) implements Refusal {}

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

    /** The plant's permits on file do not cover that waste there and then. */
    record PlantWithoutPermit(Party plant, Shortfall why) implements Refusal {}

    /** The carrier's notification or permit on file does not count (§53(1) KrWG). */
    record CarrierNotNotified(OrganisationId carrier, Shortfall why) implements Refusal {}

    /** The waste is hazardous, and the carrier's permits and Efb certificates on file do not cover it (§54(1), (3) KrWG). */
    record CarrierWithoutPermit(OrganisationId carrier, Shortfall why) implements Refusal {}
}
