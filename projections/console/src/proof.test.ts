import { describe, expect, it } from "vitest";
import { de } from "./de";
import { awaitsSeal, proofBadge, proofSummary } from "./proof";
import { wholeWay } from "./sample";

const INDEPENDENT = { proof: { signedSize: 9, sealedSize: 9, ledger: "fabric", independent: true } };

describe("a step's proof", () => {
  it("is said in plain words", () => {
    const word = (proof: Parameters<typeof proofBadge>[0]) => proofBadge(proof, wholeWay("sealed"), de).word;
    expect([word("recorded"), word("logged"), word("sealed"), word("unknown")]).toEqual([
      "aufgezeichnet",
      "im Protokoll",
      "versiegelt",
      "unbekannt",
    ]);
  });
  it("is a success only when an independent party sealed it", () => {
    expect(proofBadge("sealed", wholeWay("sealed"), de).tone).toBe("info");
    expect(proofBadge("sealed", INDEPENDENT, de).tone).toBe("success");
    expect(proofBadge("logged", INDEPENDENT, de).tone).toBe("info");
    expect(proofBadge("unknown", INDEPENDENT, de).tone).toBe("warning");
  });
});

describe("the proof of a consignment", () => {
  it("says that no independent party sealed it when only the local ledger did", () =>
    expect(proofSummary(wholeWay("sealed"), de)).toEqual({
      tone: "info",
      sentences: ["Alle 6 Schritte sind versiegelt.", "Keine unabhängige Stelle hat dies versiegelt."],
    }));
  it("counts what is still open", () =>
    expect(proofSummary({ ...wholeWay("logged"), ...INDEPENDENT }, de)).toEqual({
      tone: "info",
      sentences: ["5 von 6 Schritten sind versiegelt."],
    }));
  it("claims nothing while the log is away", () =>
    expect(proofSummary({ ...wholeWay("unknown"), proof: null }, de)).toEqual({ tone: "warning", sentences: [de.proofAway] }));
  it("is asked for again until every step is sealed", () => {
    expect(awaitsSeal(wholeWay("recorded"))).toBe(true);
    expect(awaitsSeal(wholeWay("unknown"))).toBe(true);
    expect(awaitsSeal(wholeWay("sealed"))).toBe(false);
  });
});
