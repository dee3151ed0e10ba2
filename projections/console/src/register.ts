import type { Maybe } from "./consignment";

export const PARTS = ["generator", "collector", "carrier", "plant"] as const;
export type Part = (typeof PARTS)[number];

export const REGISTER_FIELDS = ["site", "role", "wasteCode", "from", "to"] as const;
export type RegisterField = (typeof REGISTER_FIELDS)[number];

/** One line of `GET /api/register`. */
export type Entry = {
  id: string;
  /** A consignment note or a transfer note. */
  document: string;
  /** The consignment or transfer note. */
  subject: string;
  /** In which it is, or which it is. */
  consignment?: Maybe<string>;
  organisation: string;
  name?: Maybe<string>;
  site?: Maybe<string>;
  role: string;
  paragraph?: Maybe<string>;
  wasteCode: string;
  massGrams: number;
  certificate?: Maybe<string>;
  number?: Maybe<string>;
  day: string;
  enteredAt?: Maybe<string>;
  dueBy?: Maybe<string>;
  keptUntil?: Maybe<string>;
};

export type Register = { items: Entry[]; next?: Maybe<string> };

/** Pages of CSV as one file: the line that names the columns stands once. */
export function joined(pages: string[]): string {
  return pages.map((page, index) => (index === 0 ? page : page.slice(page.indexOf("\r\n") + 2))).join("");
}
