package org.wegweis.projections.lineage;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a load came of and all that became of it.
 *
 * @param complete whether every source and sink is shown; there are too many otherwise
 * @param nodes the load itself first
 * @param sources the nodes at which nothing was brought from elsewhere
 * @param sinks the nodes from which nothing went on, or of which some is held
 */
record Lineage(
        UUID consignment,
        boolean complete,
        List<Node> nodes,
        List<Edge> edges,
        List<Integer> sources,
        List<Integer> sinks) {

    /**
     * Something that waste passed through. What does not exist for the caller is hidden: its kind and mass alone are shown,
     * to an authority its Land and code too.
     *
     * @param node its number in this answer
     * @param kind consignment, transfer-note, lot, product, disposed or treatment
     * @param massGrams the whole that there was of it
     * @param wasteCode as the list prints it, for example {@code 17 05 03*}
     * @param site of a consignment or transfer note, its generator's
     * @param to of a consignment, where it goes
     */
    record Node(
            int node,
            String kind,
            boolean hidden,
            long massGrams,
            @Nullable UUID id,
            @Nullable String wasteCode,
            @Nullable String land,
            @Nullable Place site,
            @Nullable Place to,
            @Nullable String operation,
            @Nullable Long heldGrams,
            @Nullable Long gainedGrams,
            @Nullable Long lostGrams) {}

    /** An organisation at one of its sites. */
    record Place(
            UUID organisation,
            @Nullable String name,
            String site,
            @Nullable String place,
            String land) {}

    /** So much went from one to the other. */
    record Edge(int from, int to, long massGrams) {}
}
