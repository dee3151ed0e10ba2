import type { Maybe, Place, State } from "./consignment";

export const FINDING_FIELDS = ["code", "from", "to", "wasteCode"] as const;
export type FindingField = (typeof FINDING_FIELDS)[number];

/** One line of `GET /api/findings`. */
export type FindingItem = {
  consignment: string;
  noteNumber?: Maybe<string>;
  wasteCode: string;
  wasteTitle?: Maybe<string>;
  state: State;
  generator?: Maybe<Partial<Place>>;
  plant?: Maybe<Partial<Place>>;
  code: string;
  /** Empty where it is only implausible. */
  paragraph: string;
  german: string;
  english: string;
  since: string;
  step?: Maybe<string>;
  /** Whether authorities are shown it too. */
  toAuthorities: boolean;
};

/** How many there are of a kind, whatever kind is chosen. */
export type FindingCount = { code: string; paragraph: string; german: string; english: string; count: number };

export type Findings = { items: FindingItem[]; next?: Maybe<string>; counts: FindingCount[] };
