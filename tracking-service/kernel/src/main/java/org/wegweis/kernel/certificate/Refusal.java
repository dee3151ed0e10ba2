package org.wegweis.kernel.certificate;

import java.time.LocalDate;
import org.wegweis.kernel.party.CertificateNumber;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** Why a command was refused. Each states a fact. */
public sealed interface Refusal {

    /** There is no such certificate. */
    record NotDeclared() implements Refusal {}

    record AlreadyDeclared() implements Refusal {}

    record NotForRole(Actor.Role role) implements Refusal {}

    /** The organisation has no part in it; on the wire it does not exist for it. */
    record NotAParty(OrganisationId organisation) implements Refusal {}

    record NotTheApplicant(OrganisationId applicant) implements Refusal {}

    record NotThePlant(OrganisationId plant) implements Refusal {}

    /** The last day that was asked for lies before the declaration. */
    record EndsBeforeItBegins(LocalDate until) implements Refusal {}

    /** A certificate for nothing. */
    record NoQuantity() implements Refusal {}

    /** The plant has not declared that it accepts (§3(3)). */
    record NotAcceptedByThePlant() implements Refusal {}

    record AlreadyAcceptedByThePlant() implements Refusal {}

    /** EN for one generator, SN for a collector (§28(2)). */
    record WrongNumber(CertificateNumber number, Kind kind) implements Refusal {}

    /** A collective certificate for waste that Anlage 2 does not name needs confirmation (§9(3) Satz 2). */
    record NotPrivileged(WasteCode waste) implements Refusal {}

    /** The plant's Efb certificates on file do not cover what it is to do with that waste there and then (§7(2)). */
    record NotCertified(WasteCode waste, Operation operation) implements Refusal {}

    /** The authority has ordered a confirmation (§8): no privilege any more. */
    record ConfirmationIsOrdered() implements Refusal {}

    record NotSubmitted() implements Refusal {}

    record AlreadySubmitted() implements Refusal {}

    record AlreadyAcknowledged(LocalDate receivedOn) implements Refusal {}

    /** It cannot have been received before it was sent or after it was acknowledged. */
    record NotReceivedThen(LocalDate earliest, LocalDate latest) implements Refusal {}

    record PapersAlreadyDemanded() implements Refusal {}

    record NoPapersDemanded() implements Refusal {}

    /** Thirty days have gone: the confirmation counts as given (§5(5)). */
    record ConfirmedBySilence(LocalDate lastDay) implements Refusal {}

    record AlreadyDecided() implements Refusal {}

    /** Longer than five years (§5(4)). */
    record TooLong(LocalDate latest) implements Refusal {}

    record MoreThanDeclared(Mass declared) implements Refusal {}

    /** It rests on a confirmation already. */
    record NotByPrivilege() implements Refusal {}

    record NotValid() implements Refusal {}

    record AlreadyEnded(State.End end) implements Refusal {}

    record NothingDue() implements Refusal {}

    record AlreadyDrawn(LoadId load) implements Refusal {}

    record NotDrawn(LoadId load) implements Refusal {}

    record AlreadySettled(LoadId load) implements Refusal {}

    /** Only collective certificates count by the sites of their loads (§9(1) Satz 1 Nr. 4). */
    record SiteOnlyIfCollective() implements Refusal {}
}
