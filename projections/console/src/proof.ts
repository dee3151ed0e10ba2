import type { Consignment, StepProof } from "./consignment";
import type { Words } from "./words";

export type Tone = "info" | "success" | "warning" | "danger";

/** Every proof status, in the order in which a step goes through them; `unknown` stands outside. */
export const PROOFS: readonly StepProof[] = ["recorded", "logged", "sealed", "unknown"];

/** How a step's proof is shown. Only what an independent ledger sealed is shown as a success. */
export function proofBadge(
  proof: StepProof,
  consignment: Pick<Consignment, "proof">,
  words: Words,
): { tone: Tone; word: string; sentence: string } {
  const tone = proof === "unknown" ? "warning" : proof === "sealed" && consignment.proof?.independent === true ? "success" : "info";
  return { tone, word: words.proof[proof].word, sentence: words.proof[proof].sentence };
}

/** The proof of the whole consignment in plain words. */
export function proofSummary(consignment: Pick<Consignment, "proof" | "steps">, words: Words): { tone: Tone; sentences: string[] } {
  const sealed = consignment.steps.filter((step) => step.proof === "sealed").length;
  const { proof } = consignment;
  if (proof === null || proof === undefined) return { tone: "warning", sentences: [words.proofAway] };
  const count = words.sealedOf(sealed, consignment.steps.length);
  return proof.independent
    ? { tone: sealed === consignment.steps.length ? "success" : "info", sentences: [count] }
    : { tone: "info", sentences: [count, words.notIndependent] };
}

/** Whether asking again can show something new. */
export function awaitsSeal(consignment: Pick<Consignment, "steps">): boolean {
  return consignment.steps.some((step) => step.proof !== "sealed");
}
