import { useEffect, useRef, useState } from "preact/hooks";
import type { Answer } from "./api";
import type { Maybe } from "./consignment";
import type { Problem } from "./problem";

export type Failed = { kind: "problem"; problem: Problem } | { kind: "unreachable" };

/** Pages that have come; `failed` says why the next one did not. `first` is the first page with what stands beside its items. */
export type Pages<P, T> = { kind: "items"; items: T[]; first: P; next?: string; loadingMore: boolean; failed?: Failed };
export type Listed<P, T> = { kind: "loading" } | Pages<P, T> | Failed;

type Page<T> = { items: T[]; next?: Maybe<string> };

/** Loads a list page by page, anew whenever `address` or `attempt` changes. */
export function usePages<T, P extends Page<T>>(
  address: string,
  attempt: number,
  ask: (after: string | undefined, signal: AbortSignal) => Promise<Answer<P>>,
  ended: () => void,
): { listed: Listed<P, T>; more: () => void } {
  const [listed, setListed] = useState<Listed<P, T>>({ kind: "loading" });
  const asking = useRef<AbortController | undefined>(undefined);

  const load = (before: Pages<P, T> | undefined, signal: AbortSignal) => {
    ask(before?.next, signal)
      .then((answer) => {
        if (signal.aborted) return;
        switch (answer.kind) {
          case "ok": {
            const { items, next } = answer.value;
            return setListed({
              kind: "items",
              items: [...(before?.items ?? []), ...items],
              first: before?.first ?? answer.value,
              loadingMore: false,
              ...(next === null || next === undefined || next === "" ? {} : { next }),
            });
          }
          case "signed-out":
            return ended();
          case "problem":
          case "unreachable":
            return setListed(before === undefined ? answer : { ...before, loadingMore: false, failed: answer });
        }
      })
      .catch(() => undefined); // only an aborted request, whose answer nobody waits for
  };

  useEffect(() => {
    const question = new AbortController();
    asking.current = question;
    setListed({ kind: "loading" });
    load(undefined, question.signal);
    return () => question.abort();
  }, [address, attempt]);

  const more = () => {
    if (listed.kind !== "items" || listed.next === undefined || listed.loadingMore || asking.current === undefined) return;
    const { failed: _, ...before } = listed;
    setListed({ ...before, loadingMore: true });
    load(before, asking.current.signal);
  };
  return { listed, more };
}

/** One document, asked for once; again with another address. */
export type Asked<T> = { kind: "loading" } | { kind: "document"; value: T } | Failed;

export function useDocument<T>(
  address: string,
  attempt: number,
  ask: (signal: AbortSignal) => Promise<Answer<T>>,
  ended: () => void,
): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ kind: "loading" });
  useEffect(() => {
    const question = new AbortController();
    setAsked({ kind: "loading" });
    ask(question.signal)
      .then((answer) => {
        if (question.signal.aborted) return;
        if (answer.kind === "signed-out") ended();
        else setAsked(answer.kind === "ok" ? { kind: "document", value: answer.value } : answer);
      })
      .catch(() => undefined); // only an aborted request, whose answer nobody waits for
    return () => question.abort();
  }, [address, attempt]);
  return asked;
}
