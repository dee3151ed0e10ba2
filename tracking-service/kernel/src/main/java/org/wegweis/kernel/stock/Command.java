package org.wegweis.kernel.stock;

import java.util.List;
import java.util.Optional;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.party.SiteNumber;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** What may be asked of a site's stock. */
public sealed interface Command extends Stated {
    record Begin(Statement statement, Party site) implements Command {}

    record TakeIn(
            Statement statement, LotId lot, Source from, WasteCode waste, Mass mass, Optional<Operation> operation)
            implements Command {}

    /** @param mass the whole that came in */
    record CorrectIntake(Statement statement, LotId lot, Mass mass) implements Command {}

    /**
     * Enters a lot that is there, or weighs one anew.
     *
     * @param waste may be left out where the lot is known
     * @param mass the whole that is there
     */
    record Count(Statement statement, LotId lot, Optional<WasteCode> waste, Mass mass, CountReason reason)
            implements Command {}

    record Treat(Statement statement, Treatment treatment) implements Command {}

    record PassOn(Statement statement, Onward onward, List<Part> parts) implements Command {
        public PassOn {
            parts = List.copyOf(parts);
        }
    }

    record UndoPassOn(Statement statement, ConsignmentId consignment) implements Command {}

    /**
     * The consignment that takes it on.
     *
     * @param from its generator's site
     */
    record Onward(ConsignmentId consignment, SiteNumber from, boolean cancelled) {}
}
