import { describe, expect, it } from "vitest";
import { type Branch, branches, type Lineage, type LineageNode } from "./lineage";

const node = (key: string, more: Partial<LineageNode> = {}): LineageNode => ({ key, kind: "lot", hidden: false, ...more });
const edge = (from: string, to: string, massGrams = 1) => ({ from, to, massGrams });

/** Two loads are mixed into a lot that becomes a product and an onward load. */
const MIXED: Lineage = {
  root: "load",
  nodes: ["other", "load", "lot", "mix", "product", "onward"].map((key) => node(key)),
  edges: [edge("load", "lot", 5), edge("lot", "mix", 5), edge("other", "mix", 3), edge("mix", "product", 2), edge("mix", "onward", 6)],
  cutOff: false,
};

const written = (tree: Branch[]): string => tree.map(({ node, massGrams, next }) => `${node.key}:${massGrams}(${written(next)})`).join(" ");

describe("lineage", () => {
  it("goes to every sink", () => expect(written(branches(MIXED, "sinks"))).toBe("lot:5(mix:5(product:2() onward:6()))"));
  it("goes to every source", () =>
    expect(written(branches({ ...MIXED, root: "onward" }, "sources"))).toBe("mix:6(lot:5(load:5()) other:3())"));
  it("of a load that came from nowhere is empty", () => expect(branches(MIXED, "sources")).toEqual([]));
  it("draws out once what is reached twice", () => {
    const twice = { ...MIXED, edges: [edge("load", "lot"), edge("load", "other"), edge("lot", "mix"), edge("other", "mix"), edge("mix", "product")] };
    expect(written(branches(twice, "sinks"))).toBe("lot:1(mix:1(product:1())) other:1(mix:1())");
    expect(branches(twice, "sinks")[1]?.next[0]?.shownAbove).toBe(true);
  });
  it("comes to an end in a circle", () =>
    expect(written(branches({ ...MIXED, edges: [edge("load", "lot"), edge("lot", "load")] }, "sinks"))).toBe("lot:1(load:1())"));
});
