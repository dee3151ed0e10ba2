package org.wegweis.kernel.stock;

import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** Why a command was refused. Each states a fact. */
public sealed interface Refusal {

    /** Nothing is kept of that site yet. */
    record NotBegun() implements Refusal {}

    record AlreadyBegun() implements Refusal {}

    /** Another organisation's stock; on the wire it does not exist. */
    record NotTheSites(OrganisationId organisation) implements Refusal {}

    record NotForRole(Actor.Role role) implements Refusal {}

    record NoSuchLot(LotId lot) implements Refusal {}

    /** There is a lot of that id already. */
    record LotTaken(LotId lot) implements Refusal {}

    /** One statement names the lot twice. */
    record LotTwice(LotId lot) implements Refusal {}

    record MoreThanHeld(LotId lot, Mass held) implements Refusal {}

    /** Nothing of a lot is no part of it. */
    record NoMass(LotId lot) implements Refusal {}

    /**
     * What goes in and what comes out differ.
     *
     * @param in inputs and gains, in grams
     * @param out outputs and losses, in grams
     */
    record DoesNotAddUp(long in, long out) implements Refusal {}

    record NothingToTreat() implements Refusal {}

    record NothingToPassOn() implements Refusal {}

    /** Waste has a code. */
    record WithoutCode(LotId lot) implements Refusal {}

    /** What is no waste has none. */
    record CodeOnlyForWaste(LotId lot) implements Refusal {}

    record OtherWaste(LotId lot, WasteCode waste) implements Refusal {}

    /** Preparation and storage dispose of nothing finally (Anlagen 1, 2 KrWG). */
    record NotFinal(Operation operation) implements Refusal {}

    /** A product comes out of recovery only (§5(1) KrWG). */
    record NoProductOf(Operation operation) implements Refusal {}

    /** The consignment's generator is another site. */
    record NotFromHere(ConsignmentId consignment) implements Refusal {}

    record ConsignmentCancelled(ConsignmentId consignment) implements Refusal {}

    record AlreadyPassedOn(ConsignmentId consignment) implements Refusal {}

    record NotPassedOn(ConsignmentId consignment) implements Refusal {}

    record NothingToCorrect(LotId lot) implements Refusal {}

    /** Beyond 2^53 g in one column of the balance. */
    record TooMuch() implements Refusal {}
}
