package org.wegweis.kernel.consignment;

import java.util.Optional;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

/** What may be asked of a consignment. */
public sealed interface Command extends Stated {
    record Open(Statement statement, Opening opening) implements Command {}

    /** @param loaded if it was weighed or estimated at the generator's */
    record PickUp(Statement statement, Optional<Mass> loaded) implements Command {}

    /** The carrier who holds the load gives it to the next. */
    record HandOver(Statement statement, OrganisationId to) implements Command {}

    /** The load has arrived at the plant's gate. */
    record Deliver(Statement statement) implements Command {}

    record Accept(Statement statement, Mass accepted) implements Command {}

    record AcceptInPart(Statement statement, Mass accepted, Mass rejected, Reason reason) implements Command {}

    record Reject(Statement statement, Reason reason) implements Command {}

    record Correct(Statement statement, StatementId corrects, Correction correction) implements Command {}

    record Cancel(Statement statement) implements Command {}
}
