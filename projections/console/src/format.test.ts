import { describe, expect, it } from "vitest";
import { day, mass, moment, wasteCode } from "./format";

describe("mass", () => {
  it("is in tonnes from one tonne on", () => {
    expect(mass(12_400_000, "de")).toBe("12,4\u00a0t");
    expect(mass(1_000_000, "de")).toBe("1\u00a0t");
    expect(mass(1_234_560_000, "de")).toBe("1.234,56\u00a0t");
  });
  it("is in kilograms below one tonne", () => {
    expect(mass(999_999, "de")).toBe("999,999\u00a0kg");
    expect(mass(890_000, "de")).toBe("890\u00a0kg");
    expect(mass(350, "de")).toBe("0,35\u00a0kg");
    expect(mass(0, "de")).toBe("0\u00a0kg");
  });
  it("may lack", () => expect(mass(-4_300_000, "de")).toBe("-4,3\u00a0t"));
  it("loses no gram", () => {
    expect(mass(12_345_678, "de")).toBe("12,345678\u00a0t");
    expect(mass(1, "de")).toBe("0,001\u00a0kg");
  });
  it("is written the English way in English", () => expect(mass(1_234_560_000, "en")).toBe("1,234.56\u00a0t"));
});

describe("time", () => {
  it("is Berlin's, in winter and in summer", () => {
    expect(moment("2026-11-23T07:14:00Z", "de")).toBe("23.11.2026, 08:14");
    expect(moment("2026-07-01T22:30:00Z", "de")).toBe("02.07.2026, 00:30");
    expect(day("2026-12-31T23:30:00Z", "de")).toBe("01.01.2027");
  });
  it("is left alone when it is none", () => expect(moment("gestern", "de")).toBe("gestern"));
});

describe("waste code", () => {
  it("is grouped in pairs", () => {
    expect(wasteCode("170503", true)).toBe("17\u00a005\u00a003*");
    expect(wasteCode("17 05 03*")).toBe("17\u00a005\u00a003*");
    expect(wasteCode("170504")).toBe("17\u00a005\u00a004");
  });
  it("is left alone when it is none", () => expect(wasteCode("Boden")).toBe("Boden"));
});
