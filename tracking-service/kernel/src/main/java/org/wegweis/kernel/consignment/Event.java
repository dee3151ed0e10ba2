package org.wegweis.kernel.consignment;

import java.util.Optional;
import java.util.UUID;
import org.wegweis.kernel.party.OrganisationId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.statement.StatementId;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** What has happened to a consignment. */
public sealed interface Event extends Stated {
    record Opened(Statement statement, Opening opening) implements Event {}

    record Released(Statement statement) implements Event {}

    record PickedUp(Statement statement, Optional<Mass> loaded, Agreement agreement) implements Event {
        public PickedUp(Statement statement, Optional<Mass> loaded) {
            this(statement, loaded, Agreement.NONE);
        }
    }

    record HandedOver(Statement statement, OrganisationId to, Optional<SiteNumber> store) implements Event {
        public HandedOver(Statement statement, OrganisationId to) {
            this(statement, to, Optional.empty());
        }
    }

    record TakenOver(Statement statement, Agreement agreement) implements Event {}

    record TransferNoteEntered(Statement statement, UUID transferNote, SiteNumber site, WasteCode waste, Mass mass)
            implements Event {}

    record Delivered(Statement statement) implements Event {}

    record Accepted(Statement statement, Mass accepted) implements Event {}

    record PartlyAccepted(Statement statement, Mass accepted, Mass rejected, Reason reason, Optional<Party> goesTo)
            implements Event {}

    record Rejected(Statement statement, Reason reason, Optional<Party> goesTo) implements Event {}

    record TakenBack(Statement statement, Mass mass) implements Event {}

    /** A new layer; in force once all whom it touches have agreed, at once if it touches nobody. */
    record Corrected(Statement statement, StatementId corrects, Correction correction) implements Event {}

    record CorrectionAgreed(Statement statement, StatementId correction) implements Event {}

    record CorrectionDeclined(Statement statement, StatementId correction) implements Event {}

    record Cancelled(Statement statement) implements Event {}
}
