package org.wegweis.kernel.outage;

import java.time.Instant;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.record.Actor;

/** Why a command was refused. Each states a fact. */
public sealed interface Refusal {
    /** There is no such outage. */
    record NotReported() implements Refusal {}

    record AlreadyReported() implements Refusal {}

    /** Another organisation is obliged; on the wire the outage does not exist for this one. */
    record NotTheObliged(OrganisationId organisation) implements Refusal {}

    record NotForRole(Actor.Role role) implements Refusal {}

    /** It is stated as having happened, and that moment has not come. */
    record NotYet(Instant at) implements Refusal {}

    record EndsBeforeItBegan(Instant since) implements Refusal {}

    record AlreadyEnded(Instant at) implements Refusal {}

    /** Paper that was used later than that says that electronics were down still. */
    record ReceiptUsedLater(ReceiptNumber number) implements Refusal {}

    /** Before it began or after it ended electronic proof was possible. */
    record OutsideTheOutage(Instant usedAt) implements Refusal {}

    record ReceiptAlreadyUsed(ReceiptNumber number) implements Refusal {}

    record NoSuchReceipt(ReceiptNumber number) implements Refusal {}

    record AlreadyEntered(ReceiptNumber number, ConsignmentId consignment) implements Refusal {}
}
