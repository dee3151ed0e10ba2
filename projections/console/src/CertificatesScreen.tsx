import { certificateAddress } from "./address";
import { CertificateBadge, Due } from "./CertificateScreen";
import { CERTIFICATE_FIELDS, CERTIFICATE_STATES, type CertificateField, type CertificateItem, type CertificatePage } from "./certificate";
import { party, Waste } from "./cells";
import type { Filter } from "./filter";
import { FilteredList } from "./FilteredList";
import { type Language, mass } from "./format";
import type { Column } from "./Listing";
import { Link } from "./navigation";
import type { Session } from "./session";
import { useTitle } from "./use";
import type { Words } from "./words";

type Props = { filter: Filter<CertificateField>; session: Session; words: Words; language: Language; ended: () => void };

/** Finds certificates. */
export function CertificatesScreen({ filter, session, words, language, ended }: Props) {
  const { certificates } = words;
  useTitle(`${certificates.title} – ${words.title}`);
  const columns: Column<CertificateItem>[] = [
    {
      name: certificates.fields.number,
      cell: (item) => (
        <Link to={certificateAddress(item.id)} class="kern-link kern-link--small kern-link--no-visited-state weg-number">
          {item.number ?? `${words.withoutNumber} (…${item.id.slice(-6)})`}
        </Link>
      ),
    },
    { name: certificates.fields.state, cell: (item) => <CertificateBadge state={item.state} words={words} /> },
    { name: words.columns.waste, cell: (item) => <Waste of={item} /> },
    { name: certificates.fields.applicant, cell: (item) => party(item.applicant, words) },
    { name: certificates.fields.plant, cell: (item) => party(item.plant, words) },
    { name: certificates.quantity, numeric: true, cell: (item) => mass(item.quantityGrams, language) },
    { name: certificates.left, numeric: true, cell: (item) => mass(item.leftGrams, language) },
    { name: certificates.due, cell: (item) => <Due day={item.due} words={words} language={language} /> },
  ];
  return (
    <>
      <h1 class="kern-heading-large" tabIndex={-1}>
        {certificates.title}
      </h1>
      <p class="kern-body">{certificates.intro}</p>
      <FilteredList<CertificateField, CertificateItem, CertificatePage>
        path="/nachweise"
        api="/api/certificates"
        names={CERTIFICATE_FIELDS}
        fields={CERTIFICATE_FIELDS.map((name) => ({
          name,
          label: certificates.fields[name],
          hint: certificates.hints[name],
          ...(name === "dueBefore" ? { type: "date" as const } : {}),
          ...(name === "state"
            ? { any: words.anyState, choices: CERTIFICATE_STATES.map((state) => ({ value: state, label: certificates.states[state] })) }
            : {}),
        }))}
        filter={filter}
        columns={columns}
        name={certificates.table}
        keyOf={(item) => item.id}
        session={session}
        words={words}
        ended={ended}
      />
    </>
  );
}
