import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import * as api from "./api";
import type { Maybe } from "./consignment";
import { backwards, type Filter, withFilter, writeFilter } from "./filter";
import { type FieldSpec, FilterForm } from "./FilterForm";
import { type Column, Listing } from "./Listing";
import { go } from "./navigation";
import { usePages } from "./pages";
import { Alert, Failure, Loading } from "./parts";
import { fieldOf } from "./problem";
import type { Session } from "./session";
import type { Words } from "./words";

/** A screen's list: fields that narrow it, what else the first page says, and the pages. The address says what is shown. */
export function FilteredList<F extends string, T, P extends { items: T[]; next?: Maybe<string> }>({
  path,
  api: from,
  names,
  fields,
  filter,
  columns,
  name,
  keyOf,
  beside,
  session,
  words,
  ended,
}: {
  path: string;
  api: string;
  names: readonly F[];
  /** Of those names, the ones that are typed; a link may set the others. */
  fields: FieldSpec<F>[];
  filter: Filter<F>;
  columns: Column<T>[];
  name: string;
  keyOf: (item: T) => string;
  beside?: (first: P) => ComponentChildren;
  session: Session;
  words: Words;
  ended: () => void;
}) {
  const [attempt, setAttempt] = useState(0);
  const [wrongPeriod, setWrongPeriod] = useState(false);
  const query = writeFilter(names, filter);
  const { listed, more } = usePages<T, P>(
    `${session.accessToken} ${query}`,
    attempt,
    (after, signal) => api.page<P>(session.accessToken, from, query, after, signal),
    ended,
  );

  const submit = (wanted: Filter<F>) => {
    const wrong = backwards(wanted as { from?: string; to?: string });
    setWrongPeriod(wrong);
    if (wrong) return;
    const to = withFilter(path, names, wanted);
    if (to === withFilter(path, names, filter)) setAttempt(attempt + 1);
    else go(to);
  };

  const wrongField = listed.kind === "problem" ? names.find((field) => field === fieldOf(listed.problem)) : undefined;
  const errors = {
    ...(listed.kind === "problem" && wrongField !== undefined ? { [wrongField]: listed.problem.detail ?? words.problem } : {}),
    ...(wrongPeriod ? { to: words.periodBackwards } : {}),
  };
  const missing = listed.kind === "problem" && listed.problem.status === 404;

  return (
    <>
      <FilterForm fields={fields} filter={filter} errors={errors} submit={submit} words={words} />
      {listed.kind === "items" && beside?.(listed.first)}
      {wrongField === undefined && (
        <section aria-labelledby="results" aria-busy={listed.kind === "loading"}>
          <h2 id="results" class="kern-heading-medium">
            {words.results}
          </h2>
          {listed.kind === "loading" && <Loading words={words} />}
          {missing && <Alert tone="info" title={words.notHere} role="status" />}
          {!missing && (listed.kind === "unreachable" || listed.kind === "problem") && (
            <Failure failure={listed} retry={() => setAttempt(attempt + 1)} words={words} />
          )}
          {listed.kind === "items" && <Listing pages={listed} more={more} columns={columns} name={name} keyOf={keyOf} words={words} />}
        </section>
      )}
    </>
  );
}
