import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { STATES } from "./consignment";
import { Icon } from "./parts";
import { type Field, FIELDS, readSearch, type Search, writeSearch } from "./search";
import type { Words } from "./words";

type Errors = Partial<Record<Field | "state", string>>;

type Draft = Record<Field | "state", string>;

const draftOf = (search: Search): Draft => ({
  number: "",
  plate: "",
  wasteCode: "",
  organisation: "",
  from: "",
  to: "",
  state: "",
  ...search,
});

/** The fields keep what is typed until they are submitted; then the address says what is looked for, and may change them. */
export function SearchForm({
  search,
  errors,
  submit,
  words,
}: {
  search: Search;
  errors: Errors;
  submit: (search: Search) => void;
  words: Words;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => draftOf(search));
  const address = writeSearch(search);
  useEffect(() => setDraft(draftOf(search)), [address]);
  const wrong = Object.keys(errors)[0];
  useEffect(() => {
    if (wrong !== undefined) form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  }, [wrong]);

  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit(readSearch(new URLSearchParams(draft).toString()));
  };

  return (
    <form ref={form} class="weg-search" role="search" noValidate onSubmit={send}>
      {FIELDS.map((field) => (
        <Input
          key={field}
          field={field}
          value={draft[field]}
          change={(value) => setDraft({ ...draft, [field]: value })}
          error={errors[field]}
          words={words}
        />
      ))}
      <div class="kern-form-input">
        <label class="kern-label" for="state">
          {words.fields.state}
        </label>
        <div class="kern-form-input__select-wrapper">
          <select
            class="kern-form-input__select"
            id="state"
            name="state"
            value={draft.state}
            onChange={(event) => setDraft({ ...draft, state: event.currentTarget.value })}
          >
            <option value="">{words.anyState}</option>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </select>
        </div>
        <ErrorText field="state" error={errors.state} />
      </div>
      <div class="kern-btn-wrapper weg-search__actions">
        <button type="submit" class="kern-btn kern-btn--primary">
          <Icon name="search" />
          <span class="kern-label">{words.find}</span>
        </button>
        <button
          type="button"
          class="kern-btn kern-btn--tertiary"
          onClick={() => {
            setDraft(draftOf({}));
            submit({});
          }}
        >
          <span class="kern-label">{words.clear}</span>
        </button>
      </div>
    </form>
  );
}

function Input({
  field,
  value,
  change,
  error,
  words,
}: {
  field: Field;
  value: string;
  change: (value: string) => void;
  error: string | undefined;
  words: Words;
}) {
  const hint = words.hints[field];
  const described = [...(hint === undefined ? [] : [`${field}-hint`]), ...(error === undefined ? [] : [`${field}-error`])].join(" ");
  return (
    <div class={`kern-form-input${error === undefined ? "" : " kern-form-input--error"}`}>
      <label class="kern-label" for={field}>
        {words.fields[field]}
      </label>
      {hint !== undefined && (
        <div class="kern-hint" id={`${field}-hint`}>
          {hint}
        </div>
      )}
      <input
        class={`kern-form-input__input${error === undefined ? "" : " kern-form-input__input--error"}`}
        id={field}
        name={field}
        {...(field === "from" || field === "to" ? { type: "date" as const } : { type: "text" as const })}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
        autoComplete="off"
        spellcheck={false}
        {...(described === "" ? {} : { "aria-describedby": described })}
        {...(error === undefined ? {} : { "aria-invalid": true })}
      />
      <ErrorText field={field} error={error} />
    </div>
  );
}

function ErrorText({ field, error }: { field: Field | "state"; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p class="kern-error" id={`${field}-error`} role="alert">
      <Icon name="danger" />
      <span class="kern-body">{error}</span>
    </p>
  );
}
