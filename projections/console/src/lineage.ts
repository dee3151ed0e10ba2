import type { Maybe, Place } from "./consignment";

/** What waste passed through. What does not exist for the caller is hidden: its kind and mass are shown, to an authority its Land too. */
export type LineageNode = {
  /** Its number in this answer. */
  node: number;
  /** consignment, transfer-note, lot, product, disposed or treatment */
  kind: string;
  hidden: boolean;
  massGrams: number;
  id?: Maybe<string>;
  wasteCode?: Maybe<string>;
  land?: Maybe<string>;
  site?: Maybe<Place>;
  /** Of a consignment, where it goes. */
  to?: Maybe<Place>;
  operation?: Maybe<string>;
  heldGrams?: Maybe<number>;
  gainedGrams?: Maybe<number>;
  lostGrams?: Maybe<number>;
};

/** So much went from one to the other. */
export type LineageEdge = { from: number; to: number; massGrams: number };

/** `GET /api/consignments/{id}/lineage`: all that a load came of and all that became of it; the load itself is the first node. */
export type Lineage = { consignment: string; complete: boolean; nodes: LineageNode[]; edges: LineageEdge[] };

/** A node with what comes next; the mass is what goes over the edge to it. */
export type Branch = { node: LineageNode; massGrams: number; next: Branch[]; shownAbove: boolean };

/** As a tree from the load: to its sources, or to its sinks. What is reached twice is drawn out once. */
export function branches(lineage: Lineage, way: "sources" | "sinks"): Branch[] {
  const root = lineage.nodes[0];
  if (root === undefined) return [];
  const nodes = new Map(lineage.nodes.map((node) => [node.node, node]));
  const drawn = new Set([root.node]);
  const from = (here: number): Branch[] =>
    lineage.edges
      .filter((edge) => (way === "sinks" ? edge.from : edge.to) === here)
      .flatMap((edge) => {
        const reached = way === "sinks" ? edge.to : edge.from;
        const node = nodes.get(reached);
        if (node === undefined) return [];
        const shownAbove = drawn.has(reached);
        drawn.add(reached);
        return [{ node, massGrams: edge.massGrams, next: shownAbove ? [] : from(reached), shownAbove }];
      });
  return from(root.node);
}
