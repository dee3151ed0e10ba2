import { STATES } from "./consignment";
import type { Filter } from "./filter";
import { type FieldSpec, FilterForm } from "./FilterForm";
import { type Field, FIELDS, readSearch, type Search } from "./search";
import type { Words } from "./words";

/** What consignments are searched by. */
export function SearchForm({
  search,
  errors,
  submit,
  words,
}: {
  search: Search;
  errors: Partial<Record<Field | "state", string>>;
  submit: (search: Search) => void;
  words: Words;
}) {
  const fields: FieldSpec<Field | "state">[] = [
    ...FIELDS.map((name) => ({ name, label: words.fields[name], hint: words.hints[name], ...(name === "from" || name === "to" ? { type: "date" as const } : {}) })),
    {
      name: "state",
      label: words.fields.state,
      any: words.anyState,
      choices: STATES.map((state) => ({ value: state, label: words.states[state] })),
    },
  ];
  const send = (filter: Filter<Field | "state">) => submit(readSearch(new URLSearchParams(filter as Record<string, string>).toString()));
  return <FilterForm fields={fields} filter={search} errors={errors} submit={send} find={words.find} words={words} />;
}
