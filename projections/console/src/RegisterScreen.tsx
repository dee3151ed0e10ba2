import { useState } from "preact/hooks";
import { routeAddress } from "./address";
import * as api from "./api";
import { Waste } from "./cells";
import { type Filter, writeFilter } from "./filter";
import { FilteredList } from "./FilteredList";
import { day, type Language, mass } from "./format";
import type { Column } from "./Listing";
import { Link } from "./navigation";
import { Alert, Icon } from "./parts";
import { type Entry, PARTS, REGISTER_FIELDS, type Register, type RegisterField } from "./register";
import { present } from "./route";
import { saveFile } from "./save";
import type { Session } from "./session";
import { useTitle } from "./use";
import { wordFor, type Words } from "./words";

type Props = { filter: Filter<RegisterField>; session: Session; words: Words; language: Language; ended: () => void };

/** The register of §24 NachwV, in the order that the law wants. */
export function RegisterScreen({ filter, session, words, language, ended }: Props) {
  const { register } = words;
  useTitle(`${register.title} – ${words.title}`);
  const columns: Column<Entry>[] = [
    { name: register.columns.document, cell: (entry) => <Document entry={entry} words={words} /> },
    { name: register.columns.certificate, cell: (entry) => entry.certificate ?? "–" },
    { name: register.columns.role, cell: (entry) => wordFor(register.parts, entry.role) },
    { name: register.columns.site, cell: (entry) => [entry.name, entry.site].filter(present).join(", ") || "–" },
    { name: words.columns.waste, cell: (entry) => <Waste of={entry} /> },
    { name: words.columns.mass, numeric: true, cell: (entry) => mass(entry.massGrams, language) },
    { name: register.columns.day, nowrap: true, cell: (entry) => day(entry.day, language) },
    { name: register.columns.dueBy, nowrap: true, cell: (entry) => (present(entry.dueBy) ? day(entry.dueBy, language) : "–") },
    { name: register.columns.keptUntil, nowrap: true, cell: (entry) => (present(entry.keptUntil) ? day(entry.keptUntil, language) : "–") },
  ];
  return (
    <>
      <h1 class="kern-heading-large" tabIndex={-1}>
        {register.title}
      </h1>
      <p class="kern-body">{register.intro}</p>
      <FilteredList<RegisterField, Entry, Register>
        path="/register"
        api="/api/register"
        names={REGISTER_FIELDS}
        fields={REGISTER_FIELDS.map((name) => ({
          name,
          label: register.fields[name],
          hint: register.hints[name],
          ...(name === "from" || name === "to" ? { type: "date" as const } : {}),
          ...(name === "role" ? { any: register.anyRole, choices: PARTS.map((part) => ({ value: part, label: register.parts[part] })) } : {}),
        }))}
        filter={filter}
        columns={columns}
        name={register.table}
        keyOf={(entry) => entry.id}
        beside={() => <Download filter={filter} session={session} words={words} ended={ended} />}
        session={session}
        words={words}
        ended={ended}
      />
    </>
  );
}

function Document({ entry, words }: { entry: Entry; words: Words }) {
  const name = entry.number ?? wordFor(words.register.documents, entry.document);
  const { consignment } = entry;
  if (!present(consignment)) return <>{name}</>;
  return (
    <Link to={routeAddress(consignment)} class="kern-link kern-link--small kern-link--no-visited-state weg-number">
      {name}
    </Link>
  );
}

type Saving = { kind: "idle" | "fetching" } | { kind: "saved"; file: string } | { kind: "failed" };

function Download({ filter, session, words, ended }: { filter: Filter<RegisterField>; session: Session; words: Words; ended: () => void }) {
  const [saving, setSaving] = useState<Saving>({ kind: "idle" });
  const file = "register.csv";
  const save = async () => {
    setSaving({ kind: "fetching" });
    const answer = await api.registerFile(session.accessToken, writeFilter(REGISTER_FIELDS, filter));
    if (answer.kind === "signed-out") return ended();
    if (answer.kind !== "ok") return setSaving({ kind: "failed" });
    saveFile(new Blob([answer.value], { type: "text/csv" }), file);
    setSaving({ kind: "saved", file });
  };
  return (
    <div class="weg-more">
      <button
        type="button"
        class="kern-btn kern-btn--secondary"
        aria-disabled={saving.kind === "fetching"}
        onClick={() => saving.kind !== "fetching" && void save()}
      >
        <Icon name="download" />
        <span class="kern-label">{words.register.download}</span>
      </button>
      <div role="status">
        {saving.kind === "saved" && <p class="kern-body">{words.register.saved(saving.file)}</p>}
        {saving.kind === "failed" && <Alert tone="danger" title={words.register.failed} />}
      </div>
    </div>
  );
}
