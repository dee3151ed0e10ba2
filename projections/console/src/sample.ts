import type { Certificate } from "./certificate";
import type { Consignment, Step, StepProof } from "./consignment";

/** Organisations and one consignment with a carrier change and a correction, for tests. */
export const GREEN_HILL = "01985f00-0000-7000-8000-00000000000a";
export const FIRST_CARRIER = "01985f00-0000-7000-8000-00000000000b";
export const SECOND_CARRIER = "01985f00-0000-7000-8000-00000000000c";
export const NORTH_PLANT = "01985f00-0000-7000-8000-00000000000d";

const NAMES: Record<string, string> = {
  [GREEN_HILL]: "Bauunternehmen Grünhügel GmbH",
  [FIRST_CARRIER]: "Spedition Havel Transporte",
  [SECOND_CARRIER]: "Elbe Entsorgungslogistik",
  [NORTH_PLANT]: "Bodenbehandlung Nord",
};

export function step(version: number, type: string, organisation: string, more: Partial<Step> = {}): Step {
  const minute = String(10 + version).padStart(2, "0");
  return {
    version,
    id: `01985f00-0000-7000-8000-0000000001${String(version).padStart(2, "0")}`,
    type: `consignment.${type}.v1`,
    title: type,
    happenedAt: `2026-11-23T07:${minute}:00Z`,
    recordedAt: `2026-11-23T07:${minute}:02Z`,
    organisation,
    name: NAMES[organisation] ?? null,
    role: "driver",
    device: null,
    proof: "sealed",
    position: version,
    ...more,
  };
}

export function consignment(steps: Step[], more: Partial<Consignment> = {}): Consignment {
  return {
    id: "01985f00-0000-7000-8000-000000000001",
    noteNumber: "11681570210293-4",
    certificate: "ENP123456789012",
    wasteCode: "17 05 03*",
    wasteTitle: "Boden und Steine, die gefährliche Stoffe enthalten",
    hazardous: true,
    declaredGrams: 12_400_000,
    state: "on-the-road",
    holder: null,
    generator: { organisation: GREEN_HILL, name: "Bauunternehmen Grünhügel GmbH", site: "P12345678", place: "Potsdam", land: "P" },
    plant: { organisation: NORTH_PLANT, name: "Bodenbehandlung Nord", site: "B87654321", place: "Hamburg", land: "B" },
    carriers: [{ organisation: FIRST_CARRIER, name: "Spedition Havel Transporte" }],
    steps,
    findings: [],
    proof: { signedSize: 100, sealedSize: 100, ledger: "local", independent: false },
    personalValues: "shown",
    ...more,
  };
}

/** Just opened, with all that may be missing: no names, no log, no vault. */
export function barelyKnown(): Consignment {
  return consignment([step(0, "opened", GREEN_HILL, { name: null, massGrams: null, proof: "unknown" })], {
    id: "01985f00-0000-7000-8000-000000000002",
    noteNumber: null,
    certificate: null,
    wasteTitle: null,
    state: "opened",
    holder: { organisation: GREEN_HILL, name: null },
    generator: { organisation: GREEN_HILL, name: null, site: "P12345678", place: null },
    plant: { organisation: NORTH_PLANT, name: null, site: "B87654321" },
    carriers: [{ organisation: FIRST_CARRIER, name: null }],
    proof: null,
    personalValues: "away",
  });
}

/** The whole way: opened, picked up, handed over, delivered, accepted, and the loaded mass corrected afterwards. */
export function wholeWay(lastProof: StepProof): Consignment {
  const pickedUp = step(1, "picked-up", FIRST_CARRIER, {
    massGrams: 12_400_000,
    plate: "P-HT 4711",
    driver: "Jana Kowalski",
    recordedAt: "2026-11-23T09:40:00Z",
    correctedBy: "01985f00-0000-7000-8000-000000000105",
  });
  return consignment(
    [
      step(0, "opened", GREEN_HILL, { massGrams: 12_400_000, role: "dispatcher" }),
      pickedUp,
      step(2, "handed-over", FIRST_CARRIER, {
        to: { organisation: SECOND_CARRIER, name: "Elbe Entsorgungslogistik" },
        place: "Autohof Wittenburg",
      }),
      step(3, "delivered", SECOND_CARRIER),
      step(4, "partly-accepted", NORTH_PLANT, { massGrams: 11_900_000, rejectedGrams: 350_000, reason: "contaminated", role: "gate" }),
      step(5, "corrected", FIRST_CARRIER, { corrects: pickedUp.id, massGrams: 12_250_000, role: "dispatcher", proof: lastProof }),
    ],
    {
      state: "partly-accepted",
      fallbackReceipts: [
        { number: "Q-2026-0017", form: "fallback-receipt", outage: "01985f00-0000-7000-8000-000000000401", usedAt: "2026-11-23T07:11:00Z", enteredAt: null },
      ],
      findings: [
        {
          code: "generator-has-not-signed",
          paragraph: "NachwV §11(1) Satz 1 Nr. 1",
          german: "Die Ladung ist unterwegs, die Unterschrift des Erzeugers fehlt.",
          english: "The load is on its way and the generator's name is not on the note.",
          since: "2026-11-23T07:10:00Z",
        },
      ],
      holder: { organisation: NORTH_PLANT, name: "Bodenbehandlung Nord" },
      acceptedGrams: 11_900_000,
      rejectedGrams: 350_000,
      carriers: [
        { organisation: FIRST_CARRIER, name: "Spedition Havel Transporte" },
        { organisation: SECOND_CARRIER, name: "Elbe Entsorgungslogistik" },
      ],
    },
  );
}

/** A certificate of which more is used than it allows, and whose waste code goes. */
export function certificate(): Certificate {
  return {
    id: "01985f00-0000-7000-8000-000000000301",
    number: "ENP12345678901",
    kind: "EN",
    state: "valid",
    wasteCode: "17 05 03*",
    wasteTitle: "Boden und Steine, die gefährliche Stoffe enthalten",
    hazardous: true,
    operation: "R5",
    applicant: { organisation: GREEN_HILL, name: "Bauunternehmen Grünhügel GmbH", site: "P12345678", place: "Potsdam", land: "Brandenburg" },
    plant: { organisation: NORTH_PLANT, name: "Bodenbehandlung Nord", site: "B87654321", place: "Hamburg", land: "Hamburg" },
    until: "2027-12-31",
    privilege: "efb",
    quantityGrams: 20_000_000,
    onTheRoadGrams: 12_400_000,
    acceptedGrams: 11_900_000,
    leftGrams: -4_300_000,
    codeUntil: "2026-12-08",
    germanCodeUntil: "2026-12-08",
    successors: ["170507", "170508"],
    clocks: [{ code: "declarations-valid", paragraph: "NachwV §7(4)", lastDay: "2027-12-31" }],
    loads: [
      {
        kind: "consignment",
        consignment: "01985f00-0000-7000-8000-000000000001",
        noteNumber: "11681570210293-4",
        massGrams: 12_400_000,
        settled: false,
        drawnAt: "2026-11-23T07:11:00Z",
        flags: ["over-quantity"],
      },
      { kind: "consignment", massGrams: 11_900_000, settled: true, drawnAt: "2026-11-20T07:11:00Z", settledAt: "2026-11-21T07:11:00Z", flags: [] },
    ],
    loadsLeftOut: 0,
    history: [
      { id: "1", type: "certificate.declared.v1", title: "Verantwortliche Erklärung", happenedAt: "2026-10-01T08:00:00Z", organisation: GREEN_HILL, name: "Bauunternehmen Grünhügel GmbH", role: "dispatcher" },
      { id: "2", type: "certificate.declaration-accepted.v1", title: "Annahmeerklärung", happenedAt: "2026-10-02T08:00:00Z", organisation: NORTH_PLANT, name: "Bodenbehandlung Nord", role: "dispatcher" },
      { id: "3", type: "certificate.privileged.v1", title: "Übersendung ohne Bestätigungspflicht", happenedAt: "2026-10-03T08:00:00Z", organisation: NORTH_PLANT, name: "Bodenbehandlung Nord", role: "dispatcher" },
    ],
  };
}
