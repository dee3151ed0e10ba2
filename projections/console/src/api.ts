import type { Consignment, Hits } from "./consignment";
import { type Problem, readProblem } from "./problem";
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

/** The evidence package, an ASiC-E file, from the ledger bridge. */
export function evidence(settings: Settings, token: string, id: string): Promise<Answer<Blob>> {
  const address = `${settings.ledgerBridge}/api/consignments/${encodeURIComponent(id)}/evidence`;
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
