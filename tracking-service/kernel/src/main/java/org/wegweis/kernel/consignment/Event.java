package org.wegweis.kernel.consignment;

import java.util.Optional;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;

/** What has happened to a consignment. */
public sealed interface Event extends Stated {
    record Opened(Statement statement, Opening opening) implements Event {}

    record PickedUp(Statement statement, Optional<Mass> loaded) implements Event {}

    record HandedOver(Statement statement, OrganisationId to) implements Event {}

    record Delivered(Statement statement) implements Event {}

    record Accepted(Statement statement, Mass accepted) implements Event {}

    record PartlyAccepted(Statement statement, Mass accepted, Mass rejected, Reason reason) implements Event {}

    record Rejected(Statement statement, Reason reason) implements Event {}

    record Corrected(Statement statement, StatementId corrects, Correction correction) implements Event {}

    record Cancelled(Statement statement) implements Event {}
}
