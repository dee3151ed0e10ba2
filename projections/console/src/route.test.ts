import { describe, expect, it } from "vitest";
import { changes, correctionsOf, handOf, sentLate, stations } from "./route";
import { consignment, FIRST_CARRIER, GREEN_HILL, NORTH_PLANT, SECOND_CARRIER, step, wholeWay } from "./sample";

const shape = (given: Parameters<typeof stations>[0]) => stations(given).map(({ kind, since, here }) => [kind, since?.version, here]);

describe("the stations", () => {
  it("are generator, carriers in order, plant", () =>
    expect(shape(wholeWay("sealed"))).toEqual([
      ["generator", 0, false],
      ["carrier", 1, false],
      ["carrier", 2, false],
      ["plant", 3, true],
    ]));

  it("lie ahead until a step reaches them", () =>
    expect(shape(consignment([step(0, "opened", GREEN_HILL)], { holder: { organisation: GREEN_HILL } }))).toEqual([
      ["generator", 0, true],
      ["carrier", undefined, false],
      ["plant", undefined, false],
    ]));

  it("show the load at the place reached last when the generator carries it itself", () =>
    expect(
      shape(
        consignment([step(0, "opened", GREEN_HILL), step(1, "picked-up", GREEN_HILL)], {
          carriers: [{ organisation: GREEN_HILL }],
          holder: { organisation: GREEN_HILL },
        }),
      ),
    ).toEqual([
      ["generator", 0, false],
      ["carrier", 1, true],
      ["plant", undefined, false],
    ]));

  it("show the load nowhere when nobody holds it", () =>
    expect(stations(consignment([step(0, "opened", GREEN_HILL), step(1, "cancelled", GREEN_HILL)])).some(({ here }) => here)).toBe(false));
});

describe("a hand", () => {
  it("is known by what it did", () =>
    expect(wholeWay("sealed").steps.map((each) => handOf(each, wholeWay("sealed")))).toEqual([
      "generator",
      "carrier",
      "carrier",
      "carrier",
      "plant",
      "carrier",
    ]));
});

describe("a correction", () => {
  it("shows the value before and after", () => {
    const way = wholeWay("sealed");
    const [correction] = correctionsOf(way.steps[1]!, way);
    expect(changes(correction!, way)).toEqual([{ what: "mass", before: 12_400_000, after: 12_250_000 }]);
  });

  it("of a corrected step starts from the correction before", () => {
    const picked = step(1, "picked-up", FIRST_CARRIER, { massGrams: 5 });
    const second = step(3, "corrected", FIRST_CARRIER, { corrects: picked.id, massGrams: 7, noteNumber: "2" });
    const way = consignment([picked, step(2, "corrected", FIRST_CARRIER, { corrects: picked.id, massGrams: 6 }), second]);
    expect(changes(second, way)).toEqual([
      { what: "mass", before: 6, after: 7 },
      { what: "noteNumber", after: "2" },
    ]);
  });
});

describe("a statement", () => {
  it("is late after more than five minutes", () => {
    const at = (recordedAt: string) => sentLate(step(1, "delivered", SECOND_CARRIER, { happenedAt: "2026-11-23T07:00:00Z", recordedAt }));
    expect(at("2026-11-23T07:05:00Z")).toBe(false);
    expect(at("2026-11-23T07:05:01Z")).toBe(true);
    expect(sentLate(step(1, "accepted", NORTH_PLANT, { happenedAt: null }))).toBe(false);
  });
});
