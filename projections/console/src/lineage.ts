import type { Maybe } from "./consignment";

/** A load, a lot or a treatment. What does not exist for the caller is hidden: it has a mass and a kind, and no name. */
export type LineageNode = {
  /** Of this graph only, where the node is hidden. */
  key: string;
  kind: string;
  id?: Maybe<string>;
  wasteCode?: Maybe<string>;
  massGrams?: Maybe<number>;
  site?: Maybe<string>;
  land?: Maybe<string>;
  name?: Maybe<string>;
  hidden: boolean;
};

export type LineageEdge = { from: string; to: string; massGrams: number };

/** `GET /api/consignments/{id}/lineage`: everything that leads into a load and everything that it leads into. */
export type Lineage = { root: string; nodes: LineageNode[]; edges: LineageEdge[]; cutOff: boolean };

/** A node with what comes next; the mass is what goes over the edge to it. */
export type Branch = { node: LineageNode; massGrams: number; next: Branch[]; shownAbove: boolean };

/** As a tree from the load: to its sources, or to its sinks. What is reached twice is drawn out once. */
export function branches(lineage: Lineage, way: "sources" | "sinks"): Branch[] {
  const nodes = new Map(lineage.nodes.map((node) => [node.key, node]));
  const drawn = new Set([lineage.root]);
  const from = (key: string): Branch[] =>
    lineage.edges
      .filter((edge) => (way === "sinks" ? edge.from : edge.to) === key)
      .flatMap((edge) => {
        const reached = way === "sinks" ? edge.to : edge.from;
        const node = nodes.get(reached);
        if (node === undefined) return [];
        const shownAbove = drawn.has(reached);
        drawn.add(reached);
        return [{ node, massGrams: edge.massGrams, next: shownAbove ? [] : from(reached), shownAbove }];
      });
  return from(lineage.root);
}

/** Reads an answer, whatever else it may say. */
export function readLineage(document: unknown): Lineage {
  const said = document as { root?: string; nodes?: LineageNode[]; edges?: LineageEdge[]; cutOff?: boolean };
  return { root: said.root ?? "", nodes: said.nodes ?? [], edges: said.edges ?? [], cutOff: said.cutOff === true };
}
