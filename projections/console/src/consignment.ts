/** What `GET /api/consignments…` answers. A value that is not known, or not disclosed, is missing or null. */
export type Maybe<T> = T | null | undefined;

export const STATES = ["opened", "on-the-road", "at-the-plant", "accepted", "partly-accepted", "rejected", "cancelled"] as const;
export type State = (typeof STATES)[number];

/** How far a step has come on its way into the sealed log. */
export type StepProof = "recorded" | "logged" | "sealed" | "unknown";

/** How far a correction has come: it counts once everybody who signed has agreed. */
export type Standing = "pending" | "in-force" | "declined";

export type Organisation = { organisation: string; name?: Maybe<string>; store?: Maybe<string> };
export type Place = Organisation & { site?: Maybe<string>; place?: Maybe<string>; land?: Maybe<string>; siteName?: Maybe<string> };

export type Step = {
  version: number;
  id: string;
  type: string;
  title?: Maybe<string>;
  happenedAt?: Maybe<string>;
  recordedAt?: Maybe<string>;
  organisation: string;
  name?: Maybe<string>;
  role?: Maybe<string>;
  device?: Maybe<string>;
  massGrams?: Maybe<number>;
  rejectedGrams?: Maybe<number>;
  wasteCode?: Maybe<string>;
  noteNumber?: Maybe<string>;
  reason?: Maybe<string>;
  /** Id of the later step that corrects this one. */
  correctedBy?: Maybe<string>;
  /** Id of the earlier step that this one corrects. */
  corrects?: Maybe<string>;
  /** Of a correction. */
  standing?: Maybe<Standing>;
  /** Id of the correction on which this is a party's word. */
  correction?: Maybe<string>;
  /** Where what was rejected is to go, if not back to the generator. */
  goesTo?: Maybe<Place>;
  to?: Maybe<Organisation>;
  plate?: Maybe<string>;
  driver?: Maybe<string>;
  remark?: Maybe<string>;
  place?: Maybe<string>;
  position?: Maybe<number>;
  proof: StepProof;
};

/** What stood in for the note while electronics were down; its content is entered later. */
export type FallbackReceipt = { number: string; form?: Maybe<string>; outage?: Maybe<string>; usedAt?: Maybe<string>; enteredAt?: Maybe<string> };

/** What is odd or overdue. The paragraph is empty where it is only implausible. */
export type Finding = { code: string; paragraph: string; german: string; english: string; since: string; step?: Maybe<string>; toAuthorities?: Maybe<boolean> };

/** The log's heads: records below `signedSize` are in a signed checkpoint, below `sealedSize` in a sealed one. */
export type LedgerProof = { signedSize: number; sealedSize: number; ledger: string; independent: boolean };

export type Consignment = {
  id: string;
  noteNumber?: Maybe<string>;
  certificate?: Maybe<string>;
  wasteCode: string;
  wasteTitle?: Maybe<string>;
  hazardous: boolean;
  declaredGrams?: Maybe<number>;
  acceptedGrams?: Maybe<number>;
  rejectedGrams?: Maybe<number>;
  state: State;
  holder?: Maybe<Organisation>;
  generator?: Maybe<Place>;
  plant?: Maybe<Place>;
  carriers: Organisation[];
  steps: Step[];
  findings: Finding[];
  /** Missing where the service knows of none such. */
  fallbackReceipts?: Maybe<FallbackReceipt[]>;
  proof?: Maybe<LedgerProof>;
  personalValues: "shown" | "away";
};

export type Hit = {
  id: string;
  noteNumber?: Maybe<string>;
  wasteCode: string;
  wasteTitle?: Maybe<string>;
  state: State;
  generator?: Maybe<Partial<Place>>;
  plant?: Maybe<Partial<Place>>;
  carrier?: Maybe<Partial<Organisation>>;
  declaredGrams?: Maybe<number>;
  acceptedGrams?: Maybe<number>;
  openedAt?: Maybe<string>;
  lastHappenedAt?: Maybe<string>;
};

export type Hits = { items: Hit[]; next?: Maybe<string> };
