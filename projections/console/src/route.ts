import type { Consignment, Organisation, Place, Step } from "./consignment";

/** One hand on the way: who has the load there, since which step, and whether it is there now. */
export type Station = {
  kind: "generator" | "carrier" | "plant";
  party: Place;
  /** The step by which the load came here; missing while it has not. */
  since?: Step;
  here: boolean;
};

/** Generator site, carriers in their order, plant. */
export function stations(consignment: Consignment): Station[] {
  const last = (type: string, fits: (step: Step) => boolean) =>
    consignment.steps.findLast((step) => step.type === `consignment.${type}.v1` && fits(step));
  const route = [
    ...known(
      "generator",
      consignment.generator,
      last("opened", () => true),
    ),
    ...consignment.carriers.flatMap((carrier) =>
      known(
        "carrier",
        carrier,
        last("handed-over", (step) => step.to?.organisation === carrier.organisation) ??
          last("picked-up", (step) => step.organisation === carrier.organisation),
      ),
    ),
    ...known(
      "plant",
      consignment.plant,
      last("delivered", () => true),
    ),
  ];
  // One organisation may appear twice, so the last place reached that the holder has is where the load is.
  const here = route.findLastIndex(
    (station) => station.since !== undefined && station.party.organisation === consignment.holder?.organisation,
  );
  return route.map((station, index) => ({ ...station, here: index === here }));
}

function known(kind: Station["kind"], party: Organisation | Place | null | undefined, since: Step | undefined): Omit<Station, "here">[] {
  return party === null || party === undefined ? [] : [{ kind, party, ...(since === undefined ? {} : { since }) }];
}

/** Which hand stated a step. A party of two roles counts as the one that takes such steps. */
export function handOf(step: Step, consignment: Consignment): Station["kind"] {
  const carries = consignment.carriers.some((carrier) => carrier.organisation === step.organisation);
  const receives = consignment.plant?.organisation === step.organisation;
  switch (step.type) {
    case "consignment.picked-up.v1":
    case "consignment.handed-over.v1":
    case "consignment.taken-over.v1":
    case "consignment.delivered.v1":
      return "carrier";
    case "consignment.accepted.v1":
    case "consignment.partly-accepted.v1":
    case "consignment.rejected.v1":
      return "plant";
    default:
      if (consignment.generator?.organisation === step.organisation) return "generator";
      return receives && !carries ? "plant" : carries ? "carrier" : "generator";
  }
}

/** What a correction changed: each pair is a value before and after it. */
export type Change =
  { what: "mass"; before?: number; after: number } | { what: "wasteCode" | "noteNumber"; before?: string; after: string };

/** The changes that `correction` made to the step it corrects, as the corrected step stated it. */
export function changes(correction: Step, consignment: Consignment): Change[] {
  const earlier = valuesBefore(correction, consignment);
  return [
    ...(present(correction.massGrams) ? [{ what: "mass" as const, ...before(earlier.massGrams), after: correction.massGrams }] : []),
    ...(present(correction.wasteCode) ? [{ what: "wasteCode" as const, ...before(earlier.wasteCode), after: correction.wasteCode }] : []),
    ...(present(correction.noteNumber)
      ? [{ what: "noteNumber" as const, ...before(earlier.noteNumber), after: correction.noteNumber }]
      : []),
  ];
}

/** Values of the corrected step, as left by the corrections before this one. */
function valuesBefore(correction: Step, consignment: Consignment): Pick<Step, "massGrams" | "wasteCode" | "noteNumber"> {
  const values: Pick<Step, "massGrams" | "wasteCode" | "noteNumber"> = {};
  const stated = consignment.steps.filter(
    (step) =>
      step.version < correction.version &&
      (step.id === correction.corrects || (step.corrects === correction.corrects && inForce(step))),
  );
  for (const step of stated) {
    if (present(step.massGrams)) values.massGrams = step.massGrams;
    if (present(step.wasteCode)) values.wasteCode = step.wasteCode;
    if (present(step.noteNumber)) values.noteNumber = step.noteNumber;
  }
  return values;
}

/** The corrections in force that change what the step said. */
export function correctionsOf(step: Step, consignment: Consignment): Step[] {
  return consignment.steps.filter((later) => later.corrects === step.id && inForce(later));
}

function inForce(correction: Step): boolean {
  return !present(correction.standing) || correction.standing === "in-force";
}

export function stepById(id: string | null | undefined, consignment: Consignment): Step | undefined {
  return consignment.steps.find((step) => step.id === id);
}

/** Longer than five minutes between happening and recording: the statement was sent late. */
export function sentLate(step: Step): boolean {
  if (!present(step.happenedAt) || !present(step.recordedAt)) return false;
  return new Date(step.recordedAt).getTime() - new Date(step.happenedAt).getTime() > 5 * 60 * 1000;
}

export function present<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function before<T>(value: T | null | undefined): { before?: T } {
  return present(value) ? { before: value } : {};
}

/** The hands of which papers are looked at: carriers in their order and the plant, each organisation once. */
export function handsWithPapers(consignment: Consignment): Organisation[] {
  const hands = [...consignment.carriers, consignment.plant].filter(present);
  return hands.filter((hand, index) => hands.findIndex((other) => other.organisation === hand.organisation) === index);
}
