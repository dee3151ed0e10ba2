package org.wegweis.kernel.permit;

import java.time.LocalDate;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;

/** Why a command was refused. Each states a fact. */
public sealed interface Refusal {
    /** There is no such paper. */
    record NotFiled() implements Refusal {}

    record AlreadyFiled() implements Refusal {}

    record NotForRole(Actor.Role role) implements Refusal {}

    /** It is another organisation's; on the wire it does not exist for it. */
    record NotAParty(OrganisationId organisation) implements Refusal {}

    /** Nobody files for somebody else. */
    record NotTheHolder(OrganisationId holder) implements Refusal {}

    /** Its last day lies before its first. */
    record EndsBeforeItBegins(LocalDate until) implements Refusal {}

    /** An Efb certificate has a last day (§56(3) Satz 3 KrWG). */
    record Unlimited() implements Refusal {}

    /** Longer than eighteen months (§56(3) Satz 4 KrWG). */
    record TooLong(LocalDate latest) implements Refusal {}

    record AlreadyAcknowledged() implements Refusal {}

    record AlreadyWithdrawn(LocalDate from) implements Refusal {}

    record AlreadyGivenUp(LocalDate from) implements Refusal {}

    /** What was done under it stays done under it. */
    record GivenUpInThePast(LocalDate earliest) implements Refusal {}
}
