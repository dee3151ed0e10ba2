import type { Maybe } from "./consignment";

/** One of `GET /api/permits?organisation=`. */
export type Permit = {
  permit: string;
  kind: string;
  holder?: Maybe<{ organisation: string; site?: Maybe<string> }>;
  wasteCodes?: Maybe<string[] | "all">;
  operations?: Maybe<string[]>;
  activities?: Maybe<string[]>;
  mostPerDayGrams?: Maybe<number>;
  mostPerYearGrams?: Maybe<number>;
  from?: Maybe<string>;
  until?: Maybe<string>;
  reference?: Maybe<string>;
  state?: Maybe<string>;
};

/** Reads an answer: a list, or a page of one. */
export function readPermits(document: unknown): Permit[] {
  if (Array.isArray(document)) return document as Permit[];
  return (document as { items?: Permit[] } | null)?.items ?? [];
}
