import { STATES, type State } from "./consignment";

/** The text fields of the search; each is one parameter of the address and of the API, under the same name. */
export const FIELDS = ["number", "plate", "wasteCode", "organisation", "from", "to"] as const;
export type Field = (typeof FIELDS)[number];

/** What is looked for; a missing field means: any. */
export type Search = { readonly [F in Field]?: string } & { readonly state?: State };

export function readSearch(query: string): Search {
  const parameters = new URLSearchParams(query);
  const texts = FIELDS.flatMap((field) => {
    const text = parameters.get(field)?.trim() ?? "";
    return text === "" ? [] : [[field, text] as const];
  });
  const state = STATES.find((known) => known === parameters.get("state"));
  return { ...Object.fromEntries(texts), ...(state === undefined ? {} : { state }) };
}

/** The query without `?`, in a fixed order, so that one search has one address. */
export function writeSearch(search: Search): string {
  const parameters = new URLSearchParams();
  for (const field of FIELDS) {
    const text = search[field]?.trim() ?? "";
    if (text !== "") parameters.set(field, text);
  }
  if (search.state !== undefined) parameters.set("state", search.state);
  return parameters.toString();
}

/** Before anything is sent: the first field that cannot be right, or nothing. */
export function impossible(search: Search): "period" | undefined {
  return search.from !== undefined && search.to !== undefined && search.from > search.to ? "period" : undefined;
}
