import type { TargetedSubmitEvent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Filter, writeFilter } from "./filter";
import { Icon } from "./parts";
import type { Words } from "./words";

/** A field of a filter: a text, a day, or one of some choices. */
export type FieldSpec<F extends string> = {
  name: F;
  label: string;
  hint?: string | undefined;
  type?: "date";
  any?: string;
  choices?: { value: string; label: string }[];
};

/** The fields keep what is typed until they are submitted; then the address says what is looked for, and may change them. */
export function FilterForm<F extends string>({
  fields,
  filter,
  errors,
  submit,
  words,
  find = words.show,
}: {
  fields: FieldSpec<F>[];
  filter: Filter<F>;
  errors: Partial<Record<string, string>>;
  submit: (filter: Filter<F>) => void;
  find?: string;
  words: Words;
}) {
  const form = useRef<HTMLFormElement>(null);
  const names = fields.map((field) => field.name);
  const [draft, setDraft] = useState<Filter<F>>(filter);
  const address = writeFilter(names, filter);
  useEffect(() => setDraft(filter), [address]);
  const wrong = names.find((name) => errors[name] !== undefined);
  useEffect(() => {
    if (wrong !== undefined) form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  }, [wrong]);

  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = Object.fromEntries(names.map((name) => [name, draft[name] ?? ""])) as Filter<F>;
    submit({ ...filter, ...typed }); // what a link has set stays
  };
  const change = (name: F, value: string) => setDraft({ ...draft, [name]: value });

  return (
    <form ref={form} class="weg-search" role="search" noValidate onSubmit={send}>
      {fields.map((field) =>
        field.choices === undefined ? (
          <Input
            key={field.name}
            name={field.name}
            label={field.label}
            hint={field.hint}
            type={field.type ?? "text"}
            value={draft[field.name] ?? ""}
            change={(value) => change(field.name, value)}
            error={errors[field.name]}
          />
        ) : (
          <Choice
            key={field.name}
            field={field}
            value={draft[field.name] ?? ""}
            change={(value) => change(field.name, value)}
            error={errors[field.name]}
          />
        ),
      )}
      <div class="kern-btn-wrapper weg-search__actions">
        <button type="submit" class="kern-btn kern-btn--primary">
          <Icon name="search" />
          <span class="kern-label">{find}</span>
        </button>
        <button
          type="button"
          class="kern-btn kern-btn--tertiary"
          onClick={() => {
            setDraft({});
            submit({});
          }}
        >
          <span class="kern-label">{words.clear}</span>
        </button>
      </div>
    </form>
  );
}

function Choice<F extends string>({
  field,
  value,
  change,
  error,
}: {
  field: FieldSpec<F>;
  value: string;
  change: (value: string) => void;
  error: string | undefined;
}) {
  return (
    <div class={`kern-form-input${error === undefined ? "" : " kern-form-input--error"}`}>
      <label class="kern-label" for={field.name}>
        {field.label}
      </label>
      <div class="kern-form-input__select-wrapper">
        <select
          class="kern-form-input__select"
          id={field.name}
          name={field.name}
          value={value}
          onChange={(event) => change(event.currentTarget.value)}
          {...(error === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${field.name}-error` })}
        >
          <option value="">{field.any}</option>
          {(field.choices ?? []).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      </div>
      <ErrorText field={field.name} error={error} />
    </div>
  );
}

function Input({
  name,
  label,
  hint,
  type,
  value,
  change,
  error,
}: {
  name: string;
  label: string;
  hint: string | undefined;
  type: "text" | "date";
  value: string;
  change: (value: string) => void;
  error: string | undefined;
}) {
  const described = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === undefined ? [] : [`${name}-error`])].join(" ");
  return (
    <div class={`kern-form-input${error === undefined ? "" : " kern-form-input--error"}`}>
      <label class="kern-label" for={name}>
        {label}
      </label>
      {hint !== undefined && (
        <div class="kern-hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      <input
        class={`kern-form-input__input${error === undefined ? "" : " kern-form-input__input--error"}`}
        id={name}
        name={name}
        {...(type === "date" ? { type: "date" as const } : { type: "text" as const })}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
        autoComplete="off"
        spellcheck={false}
        {...(described === "" ? {} : { "aria-describedby": described })}
        {...(error === undefined ? {} : { "aria-invalid": true })}
      />
      <ErrorText field={name} error={error} />
    </div>
  );
}

function ErrorText({ field, error }: { field: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p class="kern-error" id={`${field}-error`} role="alert">
      <Icon name="danger" />
      <span class="kern-body">{error}</span>
    </p>
  );
}
