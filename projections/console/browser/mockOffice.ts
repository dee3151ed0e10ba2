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

export const LINEAGE: Lineage = {
  root: "load",
  nodes: [
    { key: "load", kind: "consignment", id: wholeWay("sealed").id, wasteCode: "170503", hidden: false },
    { key: "lot", kind: "lot", wasteCode: "170503", site: "B87654321", name: "Bodenbehandlung Nord", land: "Hamburg", hidden: false },
    { key: "mix", kind: "treatment", site: "B87654321", name: "Bodenbehandlung Nord", land: "Hamburg", hidden: false },
    { key: "product", kind: "product", hidden: false },
    { key: "onward", kind: "consignment", id: "01985f00-0000-7000-8000-000000000209", wasteCode: "170504", land: "Hamburg", hidden: false },
    { key: "far", kind: "lot", massGrams: 4_000_000, hidden: true },
    { key: "before", kind: "lot", massGrams: 12_400_000, hidden: true },
  ],
  edges: [
    { from: "before", to: "load", massGrams: 12_400_000 },
    { from: "load", to: "lot", massGrams: 11_900_000 },
    { from: "lot", to: "mix", massGrams: 11_900_000 },
    { from: "mix", to: "product", massGrams: 7_900_000 },
    { from: "mix", to: "onward", massGrams: 4_000_000 },
    { from: "onward", to: "far", massGrams: 4_000_000 },
  ],
  cutOff: true,
};
