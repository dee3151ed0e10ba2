import { describe, expect, it } from "vitest";
import { readAddress } from "./address";
import { backwards, readFilter, withFilter, writeFilter } from "./filter";
import { FINDING_FIELDS } from "./findings";

describe("a filter and an address", () => {
  it("say the same", () => {
    const filter = { code: "over-quantity", wasteCode: "17 05 03*", from: "2026-11-01", to: "2026-11-23" };
    expect(readFilter(FINDING_FIELDS, writeFilter(FINDING_FIELDS, filter))).toEqual(filter);
  });
  it("leave out what is empty or unknown", () => {
    expect(readFilter(FINDING_FIELDS, "code=&from=%20&plate=X&to=2026-11-23")).toEqual({ to: "2026-11-23" });
    expect(withFilter("/hinweise", FINDING_FIELDS, { code: " " })).toBe("/hinweise");
  });
  it("are written in one way", () =>
    expect(withFilter("/hinweise", FINDING_FIELDS, readFilter(FINDING_FIELDS, "to=2026-02-01&code=x"))).toBe(
      "/hinweise?code=x&to=2026-02-01",
    ));
});

describe("a period", () => {
  it("does not end before it begins", () => {
    expect(backwards({ from: "2026-11-23", to: "2026-11-01" })).toBe(true);
    expect(backwards({ from: "2026-11-01", to: "2026-11-01" })).toBe(false);
    expect(backwards({ to: "2026-11-01" })).toBe(false);
  });
});

describe("the address names", () => {
  it("the findings", () => expect(readAddress("/hinweise", "?code=x")).toEqual({ screen: "findings", filter: { code: "x" } }));
  it("the certificates", () =>
    expect(readAddress("/nachweise", "?state=valid")).toEqual({ screen: "certificates", filter: { state: "valid" } }));
  it("one certificate", () => expect(readAddress("/nachweise/0198", "")).toEqual({ screen: "certificate", id: "0198" }));
  it("the register", () => expect(readAddress("/register", "?role=plant")).toEqual({ screen: "register", filter: { role: "plant" } }));
});
