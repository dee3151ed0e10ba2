import { describe, expect, it } from "vitest";
import { readAddress, routeAddress, searchAddress } from "./address";
import { impossible, readSearch, type Search, writeSearch } from "./search";

const EVERYTHING: Search = {
  number: "11681570210293-4",
  plate: "B-XY 123",
  wasteCode: "17 05 03*",
  organisation: "Müller & Söhne",
  from: "2026-11-01",
  to: "2026-11-23",
  state: "on-the-road",
};

describe("search and address", () => {
  it("say the same", () => expect(readSearch(writeSearch(EVERYTHING))).toEqual(EVERYTHING));
  it("leave out what is empty", () => {
    expect(writeSearch({ number: "  ", plate: "B-XY 123" })).toBe("plate=B-XY+123");
    expect(readSearch("number=&plate=%20&wasteCode=170503")).toEqual({ wasteCode: "170503" });
  });
  it("ignore states that do not exist", () => expect(readSearch("state=lost")).toEqual({}));
  it("write one search in one way", () => expect(writeSearch(readSearch("to=2026-02-01&number=1"))).toBe("number=1&to=2026-02-01"));
});

describe("a period", () => {
  it("does not end before it begins", () => {
    expect(impossible({ from: "2026-11-23", to: "2026-11-01" })).toBe("period");
    expect(impossible({ from: "2026-11-01", to: "2026-11-01" })).toBeUndefined();
    expect(impossible({ to: "2026-11-01" })).toBeUndefined();
  });
});

describe("an address", () => {
  it("names the search", () => expect(readAddress("/", "?plate=X")).toEqual({ screen: "search", search: { plate: "X" } }));
  it("names a consignment", () => expect(readAddress("/vorgang/0198", "")).toEqual({ screen: "route", id: "0198" }));
  it("may name nothing", () => expect(readAddress("/vorgang/", "")).toEqual({ screen: "nowhere" }));
  it("is written as it is read", () => {
    expect(searchAddress({})).toBe("/");
    expect(searchAddress({ plate: "X" })).toBe("/?plate=X");
    expect(readAddress(routeAddress("0198"), "")).toEqual({ screen: "route", id: "0198" });
  });
});
