import { describe, expect, it } from "vitest";
import { type Branch, branches, type Lineage } from "./lineage";

const LOAD = 0;
const OTHER = 1;
const LOT = 2;
const MIX = 3;
const PRODUCT = 4;
const ONWARD = 5;
const edge = (from: number, to: number, massGrams = 1) => ({ from, to, massGrams });

/** Two loads are mixed into a lot that becomes a product and an onward load. */
const MIXED: Lineage = {
  consignment: "load",
  complete: true,
  nodes: [LOAD, OTHER, LOT, MIX, PRODUCT, ONWARD].map((node) => ({ node, kind: "lot", hidden: false, massGrams: 0 })),
  edges: [edge(LOAD, LOT, 5), edge(LOT, MIX, 5), edge(OTHER, MIX, 3), edge(MIX, PRODUCT, 2), edge(MIX, ONWARD, 6)],
};
const of = (root: number): Lineage => ({ ...MIXED, nodes: MIXED.nodes.toSorted((a) => (a.node === root ? -1 : 0)) });

const written = (tree: Branch[]): string => tree.map(({ node, massGrams, next }) => `${node.node}:${massGrams}(${written(next)})`).join(" ");

describe("lineage", () => {
  it("goes to every sink", () => expect(written(branches(MIXED, "sinks"))).toBe("2:5(3:5(4:2() 5:6()))"));
  it("goes to every source", () => expect(written(branches(of(ONWARD), "sources"))).toBe("3:6(2:5(0:5()) 1:3())"));
  it("of a load that came from nowhere is empty", () => expect(branches(MIXED, "sources")).toEqual([]));
  it("of nothing is empty", () => expect(branches({ ...MIXED, nodes: [], edges: [] }, "sinks")).toEqual([]));
  it("draws out once what is reached twice", () => {
    const edges = [edge(LOAD, LOT), edge(LOAD, OTHER), edge(LOT, MIX), edge(OTHER, MIX), edge(MIX, PRODUCT)];
    const tree = branches({ ...MIXED, edges }, "sinks");
    expect(written(tree)).toBe("2:1(3:1(4:1())) 1:1(3:1())");
    expect(tree[1]?.next[0]?.shownAbove).toBe(true);
  });
  it("comes to an end in a circle", () =>
    expect(written(branches({ ...MIXED, edges: [edge(LOAD, LOT), edge(LOT, LOAD)] }, "sinks"))).toBe("2:1(0:1())"));
});
