import type { CertificateItem } from "../src/certificate";
import type { FindingCount, FindingItem } from "../src/findings";
import type { Lineage } from "../src/lineage";
import type { Permit } from "../src/permit";
import type { Entry } from "../src/register";
import { certificate, FIRST_CARRIER, NORTH_PLANT, wholeWay } from "../src/sample";

const KINDS = [
  {
    code: "over-quantity",
    paragraph: "NachwV §3(1)",
    german: "Mit dieser Ladung ist unter dem Nachweis mehr unterwegs und angenommen, als er zulässt.",
    english: "With this load, more is on the road and accepted under the certificate than it allows.",
  },
  {
    code: "mass-differs",
    paragraph: "",
    german: "Die gewogene Masse weicht um mehr als ein Zehntel von der geladenen ab.",
    english: "What the plant weighed differs from what was loaded by more than a tenth.",
  },
];
const SOIL = { wasteCode: "17 05 03*", wasteTitle: "Boden und Steine, die gefährliche Stoffe enthalten" };

export const FINDINGS: FindingItem[] = Array.from({ length: 23 }, (_, index) => ({
  consignment: index === 0 ? wholeWay("sealed").id : `01985f00-0000-7000-8000-0000000002${String(index).padStart(2, "0")}`,
  noteNumber: index === 0 ? "11681570210293-4" : index === 2 ? null : `116815702102${String(index).padStart(2, "0")}-7`,
  ...SOIL,
  state: "on-the-road",
  generator: { name: "Bauunternehmen Grünhügel GmbH", site: "P12345678", place: "Potsdam" },
  plant: { name: "Bodenbehandlung Nord", site: "B87654321", place: "Hamburg" },
  ...KINDS[index === 0 ? 0 : 1]!,
  since: "2026-11-23T07:11:00Z",
  step: null,
  toAuthorities: index !== 0,
}));

export function findingCounts(): FindingCount[] {
  return KINDS.map((kind) => ({ ...kind, count: FINDINGS.filter(({ code }) => code === kind.code).length }));
}

export const CERTIFICATES: CertificateItem[] = [
  { ...certificate(), due: "2027-12-31" },
  {
    ...certificate(),
    id: "01985f00-0000-7000-8000-000000000302",
    number: null,
    kind: "SN",
    state: "submitted",
    leftGrams: 20_000_000,
    until: null,
    due: "2020-01-31",
  },
];

export const REGISTER: Entry[] = (["generator", "carrier", "plant"] as const).map((role, index) => ({
  id: `01985f00-0000-7000-8000-00000000060${index}`,
  organisation: NORTH_PLANT,
  name: "Bodenbehandlung Nord",
  site: role === "carrier" ? null : "B87654321",
  role,
  document: index === 1 ? "transfer-note" : "consignment-note",
  subject: wholeWay("sealed").id,
  consignment: wholeWay("sealed").id,
  wasteCode: SOIL.wasteCode,
  massGrams: 11_900_000,
  certificate: "ENP12345678901",
  number: index === 1 ? null : "11681570210293-4",
  day: "2026-11-23",
  dueBy: "2026-12-03",
  keptUntil: "2029-11-23",
}));

export const PERMITS: Permit[] = [
  {
    permit: "01985f00-0000-7000-8000-000000000501",
    kind: "carrier-permit",
    holder: { organisation: FIRST_CARRIER, site: "L00000002" },
    wasteCodes: "all",
    from: "2022-03-01",
    until: null,
    reference: null,
    state: "in-force",
  },
  {
    permit: "01985f00-0000-7000-8000-000000000502",
    kind: "efb-certificate",
    wasteCodes: ["170503", "170504"],
    activities: ["collecting", "carrying"],
    from: "2025-01-01",
    until: "2026-06-30",
    state: "ended",
  },
];

const NORTH = { organisation: NORTH_PLANT, name: "Bodenbehandlung Nord", site: "B87654321", place: "Hamburg", land: "Hamburg" };

export const LINEAGE: Lineage = {
  consignment: wholeWay("sealed").id,
  complete: false,
  nodes: [
    { node: 0, kind: "consignment", hidden: false, massGrams: 12_400_000, id: wholeWay("sealed").id, wasteCode: "17 05 03*" },
    { node: 1, kind: "lot", hidden: false, massGrams: 11_900_000, wasteCode: "17 05 03*", land: "Hamburg", site: NORTH, heldGrams: 0 },
    { node: 2, kind: "treatment", hidden: false, massGrams: 11_900_000, land: "Hamburg", site: NORTH, operation: "R5", lostGrams: 120_000 },
    { node: 3, kind: "product", hidden: false, massGrams: 7_780_000, land: "Hamburg", site: NORTH, heldGrams: 780_000 },
    {
      node: 4,
      kind: "consignment",
      hidden: false,
      massGrams: 4_000_000,
      id: "01985f00-0000-7000-8000-000000000209",
      wasteCode: "17 05 04",
      land: "Hamburg",
      site: NORTH,
    },
    { node: 5, kind: "lot", hidden: true, massGrams: 4_000_000 },
    { node: 6, kind: "lot", hidden: true, massGrams: 12_400_000 },
  ],
  edges: [
    { from: 6, to: 0, massGrams: 12_400_000 },
    { from: 0, to: 1, massGrams: 11_900_000 },
    { from: 1, to: 2, massGrams: 11_900_000 },
    { from: 2, to: 3, massGrams: 7_780_000 },
    { from: 2, to: 4, massGrams: 4_000_000 },
    { from: 4, to: 5, massGrams: 4_000_000 },
  ],
};
