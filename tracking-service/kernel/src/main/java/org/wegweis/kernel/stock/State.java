package org.wegweis.kernel.stock;

import java.util.List;
import org.wegweis.kernel.consignment.ConsignmentId;
import org.wegweis.kernel.party.Party;

/** Where a site's stock stands. Statements are not kept in it: a plant has a hundred thousand of them in some years. */
public sealed interface State {
    State INITIAL = new NotBegun();

    /** Nothing is kept of the site. */
    record NotBegun() implements State {}

    /**
     * Every lot that ever was, with what is left of it.
     *
     * @param passedOn what went on in which consignment
     */
    record Begun(Party site, Buckets<LotId, Lot> lots, Buckets<ConsignmentId, List<Part>> passedOn, Totals totals)
            implements State {}
}
