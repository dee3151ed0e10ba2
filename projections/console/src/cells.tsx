import type { Maybe } from "./consignment";
import { wasteCode } from "./format";
import { present } from "./route";
import type { Words } from "./words";

/** A waste code with what it says. */
export function Waste({ of }: { of: { wasteCode: string; wasteTitle?: Maybe<string> } }) {
  return (
    <>
      <span class="weg-code">{wasteCode(of.wasteCode)}</span> {of.wasteTitle}
    </>
  );
}

/** A party's name, or else its site, and its place. */
export function party(found: Maybe<{ name?: Maybe<string>; site?: Maybe<string>; place?: Maybe<string> }>, words: Words): string {
  const parts = [found?.name ?? found?.site, found?.place].filter(present);
  return parts.length === 0 ? words.unknown : parts.join(", ");
}
