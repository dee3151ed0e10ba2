import { describe, expect, it } from "vitest";
import { shares, today, urgency } from "./certificate";
import { certificate } from "./sample";

describe("a clock", () => {
  it("is over after its last day", () => expect(urgency("2026-11-22", "2026-11-23")).toBe("over"));
  it("is near its end for two weeks", () => {
    expect(urgency("2026-11-23", "2026-11-23")).toBe("soon");
    expect(urgency("2026-12-07", "2026-11-23")).toBe("soon");
    expect(urgency("2026-12-08", "2026-11-23")).toBe("later");
  });
  it("runs in Germany", () => {
    expect(today(new Date("2026-11-23T23:30:00Z"))).toBe("2026-11-24");
    expect(today(new Date("2026-07-01T21:59:00Z"))).toBe("2026-07-01");
  });
});

describe("a balance", () => {
  it("is shown in hundredths of what is allowed", () =>
    expect(shares({ ...certificate(), quantityGrams: 200, acceptedGrams: 50, onTheRoadGrams: 20 })).toEqual({ accepted: 25, onTheRoad: 10 }));
  it("may be over", () =>
    expect(shares({ ...certificate(), quantityGrams: 100, acceptedGrams: 90, onTheRoadGrams: 20 })).toEqual({ accepted: 90, onTheRoad: 20 }));
  it("of nothing is nothing", () => expect(shares({ ...certificate(), quantityGrams: 0 })).toEqual({ accepted: 0, onTheRoad: 0 }));
});
