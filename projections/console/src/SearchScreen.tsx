import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "./api";
import { searchAddress } from "./address";
import type { Hit } from "./consignment";
import type { Language } from "./format";
import { HitCards, HitTable } from "./HitList";
import { go } from "./navigation";
import { Alert, Failure, Loading } from "./parts";
import { fieldOf, type Problem } from "./problem";
import { FIELDS, impossible, type Search } from "./search";
import { SearchForm } from "./SearchForm";
import type { Session } from "./session";
import { useNarrow, useTitle } from "./use";
import type { Words } from "./words";

type Failed = { kind: "problem"; problem: Problem } | { kind: "unreachable" };
/** `failed` says why the next page did not come; what came before stays. */
type Found = { kind: "loading" } | { kind: "hits"; hits: Hit[]; next?: string; loadingMore: boolean; failed?: Failed } | Failed;

export function SearchScreen({
  search,
  session,
  words,
  language,
  ended,
}: {
  search: Search;
  session: Session;
  words: Words;
  language: Language;
  ended: () => void;
}) {
  const [found, setFound] = useState<Found>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  const [backwards, setBackwards] = useState(false);
  const pages = useRef<AbortController | undefined>(undefined);
  const address = searchAddress(search);
  useTitle(`${words.search} – ${words.title}`);

  useEffect(() => {
    const page = new AbortController();
    pages.current = page;
    setFound({ kind: "loading" });
    load(undefined, [], page.signal);
    return () => page.abort();
  }, [address, session.accessToken, attempt]);

  const load = (after: string | undefined, before: Hit[], signal: AbortSignal) => {
    api
      .search(session.accessToken, search, after, signal)
      .then((answer) => {
        if (signal.aborted) return;
        switch (answer.kind) {
          case "ok":
            return setFound({ kind: "hits", hits: [...before, ...answer.value.items], loadingMore: false, ...next(answer.value.next) });
          case "signed-out":
            return ended();
          case "problem":
          case "unreachable":
            return setFound(
              after === undefined ? answer : { kind: "hits", hits: before, next: after, loadingMore: false, failed: answer },
            );
        }
      })
      .catch(() => undefined); // only an aborted request, whose answer nobody waits for
  };

  const submit = (wanted: Search) => {
    setBackwards(impossible(wanted) === "period");
    if (impossible(wanted) !== undefined) return;
    const to = searchAddress(wanted);
    if (to === address) setAttempt(attempt + 1);
    else go(to);
  };

  const more = () => {
    if (found.kind !== "hits" || found.next === undefined || found.loadingMore || pages.current === undefined) return;
    setFound({ kind: "hits", hits: found.hits, next: found.next, loadingMore: true });
    load(found.next, found.hits, pages.current.signal);
  };

  const wrongField = found.kind === "problem" ? [...FIELDS, "state" as const].find((field) => field === fieldOf(found.problem)) : undefined;
  const errors = {
    ...(found.kind === "problem" && wrongField !== undefined
      ? { [wrongField]: found.problem.detail ?? found.problem.title ?? words.problem }
      : {}),
    ...(backwards ? { to: words.periodBackwards } : {}),
  };

  return (
    <>
      <h1 class="kern-heading-large" tabIndex={-1}>
        {words.search}
      </h1>
      <p class="kern-body">{words.searchIntro}</p>
      <SearchForm search={search} errors={errors} submit={submit} words={words} />
      {wrongField === undefined && (
        <section aria-labelledby="results" aria-busy={found.kind === "loading"}>
          <h2 id="results" class="kern-heading-medium">
            {words.results}
          </h2>
          {found.kind === "loading" && <Loading words={words} />}
          {(found.kind === "unreachable" || found.kind === "problem") && (
            <Failure failure={found} retry={() => setAttempt(attempt + 1)} words={words} />
          )}
          {found.kind === "hits" && <Hits found={found} more={more} words={words} language={language} />}
        </section>
      )}
    </>
  );
}

function Hits({
  found,
  more,
  words,
  language,
}: {
  found: Extract<Found, { kind: "hits" }>;
  more: () => void;
  words: Words;
  language: Language;
}) {
  const narrow = useNarrow();
  const firstNew = useRef(0);
  const list = useRef<HTMLDivElement>(null);

  // After "load more" the keyboard goes on at the first of the new ones; the button may be gone.
  useEffect(() => {
    if (firstNew.current > 0) list.current?.querySelectorAll<HTMLAnchorElement>("a")[firstNew.current]?.focus();
  }, [found.hits.length]);

  if (found.hits.length === 0)
    return (
      <Alert tone="info" title={words.nothingFound} role="status">
        <p class="kern-body">{words.nothingFoundDo}</p>
      </Alert>
    );
  const loadMore = () => {
    firstNew.current = found.hits.length;
    more();
  };
  return (
    <div ref={list}>
      <p class="kern-body" role="status">
        {words.resultCount(found.hits.length, found.next !== undefined)}
      </p>
      {narrow ? (
        <HitCards hits={found.hits} words={words} language={language} />
      ) : (
        <HitTable hits={found.hits} words={words} language={language} />
      )}
      {found.failed !== undefined && <Failure failure={found.failed} retry={loadMore} words={words} />}
      {found.next !== undefined && found.failed === undefined && (
        <button type="button" class="kern-btn kern-btn--secondary weg-more" aria-disabled={found.loadingMore} onClick={loadMore}>
          <span class="kern-label">{found.loadingMore ? words.loading : words.loadMore}</span>
        </button>
      )}
    </div>
  );
}

function next(cursor: string | null | undefined): { next?: string } {
  return cursor === null || cursor === undefined || cursor === "" ? {} : { next: cursor };
}
