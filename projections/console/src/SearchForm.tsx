import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { STATES } from "./consignment";
import { Icon } from "./parts";
import { type Field, FIELDS, readSearch, type Search } from "./search";
import type { Words } from "./words";

type Errors = Partial<Record<Field | "state", string>>;

/** The fields keep what is typed until they are submitted; then the address says what is looked for. */
export function SearchForm({ search, errors, submit, words }: { search: Search; errors: Errors; submit: (search: Search) => void; words: Words }) {
  const form = useRef<HTMLFormElement>(null);
  const wrong = Object.keys(errors)[0];
  useEffect(() => {
    if (wrong !== undefined) form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  }, [wrong]);

  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    submit(readSearch(new URLSearchParams(entries).toString()));
  };

  return (
    <form ref={form} class="weg-search" role="search" noValidate onSubmit={send}>
      {FIELDS.map((field) => (
        <Input key={field} field={field} value={search[field] ?? ""} error={errors[field]} words={words} />
      ))}
      <div class="kern-form-input">
        <label class="kern-label" for="state">
          {words.fields.state}
        </label>
        <div class="kern-form-input__select-wrapper">
          <select class="kern-form-input__select" id="state" name="state">
            <option value="" selected={search.state === undefined}>
              {words.anyState}
            </option>
            {STATES.map((state) => (
              <option key={state} value={state} selected={search.state === state}>
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
        <button type="button" class="kern-btn kern-btn--tertiary" onClick={() => submit({})}>
          <span class="kern-label">{words.clear}</span>
        </button>
      </div>
    </form>
  );
}

function Input({ field, value, error, words }: { field: Field; value: string; error: string | undefined; words: Words }) {
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
        defaultValue={value}
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
