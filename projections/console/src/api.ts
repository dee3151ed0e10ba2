import type { Consignment, Hits } from "./consignment";
import { type Problem, readProblem } from "./problem";
import { joined } from "./register";
import { type Search, writeSearch } from "./search";
import type { Settings } from "./settings";

export type Answer<T> = { kind: "ok"; value: T } | { kind: "problem"; problem: Problem } | { kind: "signed-out" } | { kind: "unreachable" };

/** One page of results; `after` is the `next` of the page before. */
export function search(token: string, wanted: Search, after: string | undefined, signal: AbortSignal): Promise<Answer<Hits>> {
  const query = new URLSearchParams(writeSearch(wanted));
  if (after !== undefined) query.set("after", after);
  const text = query.toString();
  return ask(
    `/api/consignments${text === "" ? "" : `?${text}`}`,
    token,
    "application/json",
    signal,
    (response) => response.json() as Promise<Hits>,
  );
}

export function route(token: string, id: string, signal: AbortSignal): Promise<Answer<Consignment>> {
  return ask(
    `/api/consignments/${encodeURIComponent(id)}`,
    token,
    "application/json",
    signal,
    (response) => response.json() as Promise<Consignment>,
  );
}

/** One page of findings, certificates or register entries; `query` is what narrows them. */
export function page<T>(token: string, path: string, query: string, after: string | undefined, signal: AbortSignal): Promise<Answer<T>> {
  const parameters = new URLSearchParams(query);
  if (after !== undefined) parameters.set("after", after);
  const text = parameters.toString();
  return read(token, text === "" ? path : `${path}?${text}`, signal);
}

/** Whatever document an address of the API answers. */
export function read<T>(token: string, address: string, signal: AbortSignal): Promise<Answer<T>> {
  return ask(address, token, "application/json", signal, (response) => response.json() as Promise<T>);
}

const MOST = "200";

/** The whole register, page by page, as one file for spreadsheets. */
export async function registerFile(token: string, query: string): Promise<Answer<string>> {
  const pages: string[] = [];
  const parameters = new URLSearchParams(query);
  parameters.set("limit", MOST);
  for (;;) {
    const answer = await ask(`/api/register?${parameters.toString()}`, token, "text/csv, application/problem+json", undefined, async (response) => ({
      text: await response.text(),
      next: response.headers.get("wegweis-next"),
    }));
    if (answer.kind !== "ok") return answer;
    pages.push(answer.value.text);
    if (answer.value.next === null) return { kind: "ok", value: joined(pages) };
    parameters.set("after", answer.value.next);
  }
}

/** The evidence package, an ASiC-E file, from the ledger bridge. */
export function evidence(settings: Settings, token: string, kind: "consignments" | "certificates", id: string): Promise<Answer<Blob>> {
  const address = `${settings.ledgerBridge}/api/${kind}/${encodeURIComponent(id)}/evidence`;
  return ask(address, token, "application/vnd.etsi.asic-e+zip, application/problem+json", undefined, (response) => response.blob());
}

async function ask<T>(
  address: string,
  token: string,
  accept: string,
  signal: AbortSignal | undefined,
  read: (response: Response) => Promise<T>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(address, {
      headers: { accept, authorization: `Bearer ${token}` },
      cache: "no-store",
      ...(signal === undefined ? {} : { signal }),
    });
    if (response.ok) return { kind: "ok", value: await read(response) };
    if (response.status === 401) return { kind: "signed-out" };
    const document: unknown = await response.json().catch(() => undefined);
    return { kind: "problem", problem: readProblem(response.status, document) };
  } catch (failure) {
    if (signal?.aborted === true) throw failure;
    return { kind: "unreachable" };
  }
}
