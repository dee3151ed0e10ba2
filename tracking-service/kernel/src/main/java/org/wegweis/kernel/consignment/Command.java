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

/** What may be asked of a consignment. */
public sealed interface Command extends Stated {
    record Open(Statement statement, Opening opening) implements Command {}

    /** The generator puts its name to the note (§11(1) Satz 1 Nr. 1 NachwV). */
    record Release(Statement statement) implements Command {}

    /**
     * The carrier named takes the load over.
     *
     * @param loaded if it was weighed or estimated at the generator's
     * @param agreement what allows it to be stated later than it happened
     */
    record PickUp(Statement statement, Optional<Mass> loaded, Agreement agreement) implements Command {
        public PickUp(Statement statement, Optional<Mass> loaded) {
            this(statement, loaded, Agreement.NONE);
        }
    }

    /**
     * The one who holds the load gives it to the next.
     *
     * @param store where {@code to} keeps it for a short while, if it is no carrier but a store or a place of transshipment
     */
    record HandOver(Statement statement, OrganisationId to, Optional<SiteNumber> store) implements Command {
        public HandOver(Statement statement, OrganisationId to) {
            this(statement, to, Optional.empty());
        }
    }

    /** The next carrier, or the store, puts its name to what it was handed (§11(1) Satz 1 Nr. 2, 3 NachwV). */
    record TakeOver(Statement statement, Agreement agreement) implements Command {}

    /**
     * A transfer note joins the collective load (§13(1) Satz 4 NachwV).
     *
     * @param site of the generator that has it
     */
    record EnterTransferNote(Statement statement, UUID transferNote, SiteNumber site, WasteCode waste, Mass mass)
            implements Command {}

    /** The load has arrived at the plant's gate. */
    record Deliver(Statement statement) implements Command {}

    record Accept(Statement statement, Mass accepted) implements Command {}

    /** @param goesTo where the rejected part goes: back to the generator, or on to another site */
    record AcceptInPart(Statement statement, Mass accepted, Mass rejected, Reason reason, Optional<Party> goesTo)
            implements Command {}

    /** @param goesTo where the load goes: back to the generator, or on to another site */
    record Reject(Statement statement, Reason reason, Optional<Party> goesTo) implements Command {}

    /** What was rejected has arrived where it was to go. */
    record TakeBack(Statement statement, Mass mass) implements Command {}

    record Correct(Statement statement, StatementId corrects, Correction correction) implements Command {}

    /** A party that the correction touches agrees. */
    record AgreeTo(Statement statement, StatementId correction) implements Command {}

    /** A party that the correction touches does not agree, or whoever proposed it takes it back. */
    record Decline(Statement statement, StatementId correction) implements Command {}

    record Cancel(Statement statement) implements Command {}
}
