package org.wegweis.ledgerbridge.gathering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wegweis.kernel.json.Fields;

/**
 * All that a load came of and all that became of it, as projections knows it, which may be a moment behind.
 *
 * @param complete whether every source and sink is shown; there are too many otherwise
 * @param nodes the load itself first
 */
public record Lineage(boolean complete, List<Node> nodes, List<Edge> edges) {
    public Lineage {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * Something that waste passed through.
     *
     * @param kind consignment, transfer-note, lot, product, disposed or treatment
     * @param hidden whether it does not exist for the caller
     * @param subject whose records tell of it; none if it is hidden
     */
    public record Node(
            String kind, boolean hidden, long grams, Optional<Subject> subject, Optional<String> wasteCode) {}

    /** So much went from one to the other, by their places among the nodes. */
    public record Edge(int from, int to, long grams) {}

    /** @throws IllegalArgumentException if it is no lineage */
    static Lineage of(Fields fields) {
        var nodes = new ArrayList<Node>();
        for (Fields node : Answers.objects(fields, "nodes")) nodes.add(node(node));
        var edges = new ArrayList<Edge>();
        for (Fields edge : Answers.objects(fields, "edges")) {
            edges.add(new Edge(number(edge, "from", nodes), number(edge, "to", nodes), edge.integer("massGrams")));
        }
        return new Lineage(fields.bool("complete"), nodes, edges);
    }

    private static Node node(Fields node) {
        String kind = node.text("kind");
        boolean hidden = node.bool("hidden");
        Optional<Subject> subject = hidden
                ? Optional.empty()
                : Optional.of(
                        switch (kind) {
                            case "consignment", "transfer-note" -> new Subject(kind + "s", node.text("id"));
                            default ->
                                new Subject(Subject.STOCKS, node.object("site").text("site"));
                        });
        return new Node(kind, hidden, node.integer("massGrams"), subject, node.optionalText("wasteCode"));
    }

    private static int number(Fields edge, String end, List<Node> nodes) {
        long number = edge.integer(end);
        if (number < 0 || number >= nodes.size()) throw new IllegalArgumentException("an edge from or to nothing");
        return (int) number;
    }
}
