package org.wegweis.kernel.stock;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wegweis.kernel.certificate.Operation;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.Party;
import org.wegweis.kernel.statement.Stated;
import org.wegweis.kernel.statement.Statement;
import org.wegweis.kernel.waste.Mass;
import org.wegweis.kernel.waste.WasteCode;

/** What has happened to a site's stock. */
public sealed interface Event extends Stated {
    record Begun(Statement statement, Party site) implements Event {}

    record TakenIn(
            Statement statement, LotId lot, Source from, WasteCode waste, Mass mass, Optional<Operation> operation)
            implements Event {}

    /**
     * What came in was corrected.
     *
     * @param mass the whole that came in
     * @param shortfall how much more than that was used of the lot before: used is used
     */
    record IntakeCorrected(Statement statement, LotId lot, Mass mass, Mass shortfall) implements Event {}

    /**
     * A lot was counted.
     *
     * @param mass the whole that is there
     * @param gain how much more that is than the balance said
     * @param loss how much less
     */
    record Counted(Statement statement, LotId lot, WasteCode waste, Mass mass, CountReason reason, Mass gain, Mass loss)
            implements Event {}

    record Treated(Statement statement, Treatment treatment, Set<Flag> flags) implements Event {
        public Treated {
            flags = Set.copyOf(flags);
        }
    }

    /** @param consignment that took it on, with this site as its generator */
    record PassedOn(Statement statement, ConsignmentId consignment, List<Part> parts) implements Event {
        public PassedOn {
            parts = List.copyOf(parts);
        }
    }

    /** @param parts what is held again */
    record PassOnUndone(Statement statement, ConsignmentId consignment, List<Part> parts) implements Event {
        public PassOnUndone {
            parts = List.copyOf(parts);
        }
    }
}
