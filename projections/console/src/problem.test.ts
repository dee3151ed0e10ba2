import { describe, expect, it } from "vitest";
import { fieldOf, readProblem } from "./problem";

describe("a problem", () => {
  it("points at its field", () => {
    expect(fieldOf(readProblem(400, { detail: "Sechs Ziffern.", field: "/wasteCode" }))).toBe("wasteCode");
    expect(fieldOf({ status: 400, field: "from" })).toBe("from");
    expect(fieldOf({ status: 400 })).toBeUndefined();
  });
  it("keeps its status when the document says nothing", () => {
    expect(readProblem(502, "<html>")).toEqual({ status: 502 });
    expect(readProblem(503, { detail: 5 })).toEqual({ status: 503 });
  });
});
