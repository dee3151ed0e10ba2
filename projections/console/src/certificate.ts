import type { Maybe, Place } from "./consignment";

export const CERTIFICATE_STATES = ["declared", "agreed", "submitted", "valid", "refused", "revoked", "expired"] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

export const CERTIFICATE_FIELDS = ["number", "wasteCode", "applicant", "plant", "state", "dueBefore"] as const;
export type CertificateField = (typeof CERTIFICATE_FIELDS)[number];

export type CertificateItem = {
  id: string;
  number?: Maybe<string>;
  kind: "EN" | "SN";
  state: CertificateState;
  wasteCode: string;
  wasteTitle?: Maybe<string>;
  applicant?: Maybe<Partial<Place>>;
  plant?: Maybe<Partial<Place>>;
  quantityGrams: number;
  leftGrams: number;
  until?: Maybe<string>;
  due?: Maybe<string>;
};

export type CertificatePage = { items: CertificateItem[]; next?: Maybe<string> };

export type Clock = { code: string; paragraph: string; lastDay: string };

export type CertificateLoad = {
  kind: "consignment" | "transfer-note";
  consignment?: Maybe<string>;
  noteNumber?: Maybe<string>;
  site?: Maybe<string>;
  massGrams: number;
  settled: boolean;
  drawnAt: string;
  settledAt?: Maybe<string>;
  flags: string[];
};

/** The title is German. */
export type CertificateStep = { id: string; type: string; title?: Maybe<string>; happenedAt: string; name?: Maybe<string>; organisation: string; role: string };

export type Certificate = {
  id: string;
  number?: Maybe<string>;
  kind: "EN" | "SN";
  state: CertificateState;
  wasteCode: string;
  wasteTitle?: Maybe<string>;
  hazardous: boolean;
  operation: string;
  applicant: Place;
  plant: Place;
  until?: Maybe<string>;
  privilege?: Maybe<string>;
  quantityGrams: number;
  onTheRoadGrams: number;
  acceptedGrams: number;
  leftGrams: number;
  /** The last day of its waste code, if the code goes, and what may follow it. */
  codeUntil?: Maybe<string>;
  /** The same in the German list, whose day is a setting that nobody has confirmed. */
  germanCodeUntil?: Maybe<string>;
  successors: string[];
  clocks: Clock[];
  loads: CertificateLoad[];
  loadsLeftOut: number;
  history: CertificateStep[];
};

/** How near a clock is to its end: over, within two weeks, or neither. */
export type Urgency = "over" | "soon" | "later";

const SOON_DAYS = 14;

/** @param today ISO date in Germany */
export function urgency(lastDay: string, today: string): Urgency {
  if (lastDay < today) return "over";
  const days = (Date.parse(lastDay) - Date.parse(today)) / 86_400_000;
  return days <= SOON_DAYS ? "soon" : "later";
}

/** Today in Germany as an ISO date. */
export function today(now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

/** What a certificate is used up by, in hundredths of what it allows; more than a hundred together where it is over. */
export function shares({ quantityGrams, onTheRoadGrams, acceptedGrams }: Certificate): { accepted: number; onTheRoad: number } {
  const of = (grams: number) => (quantityGrams === 0 ? 0 : (grams / quantityGrams) * 100);
  return { accepted: of(acceptedGrams), onTheRoad: of(onTheRoadGrams) };
}
