import { findingsAddress, routeAddress } from "./address";
import { party, Waste } from "./cells";
import type { Filter } from "./filter";
import { FilteredList } from "./FilteredList";
import type { FieldSpec } from "./FilterForm";
import { FINDING_FIELDS, type FindingCount, type FindingField, type FindingItem, type Findings } from "./findings";
import { type Language, moment } from "./format";
import type { Column } from "./Listing";
import { Link } from "./navigation";
import { Badge } from "./parts";
import { present } from "./route";
import type { Session } from "./session";
import { useTitle } from "./use";
import type { Words } from "./words";

type Props = { filter: Filter<FindingField>; session: Session; words: Words; language: Language; ended: () => void };

/** What is odd or overdue about all consignments that exist for the caller. */
export function FindingsScreen({ filter, session, words, language, ended }: Props) {
  const { findingList } = words;
  useTitle(`${findingList.title} – ${words.title}`);
  const authority = session.caller.roles.includes("authority");
  const fields: FieldSpec<FindingField>[] = (["wasteCode", "from", "to"] as const).map((name) => ({
    name,
    label: findingList.fields[name],
    hint: findingList.hints[name],
    ...(name === "from" || name === "to" ? { type: "date" as const } : {}),
  }));
  const columns: Column<FindingItem>[] = [
    {
      name: words.columns.number,
      cell: (item) => (
        <Link to={routeAddress(item.consignment)} class="kern-link kern-link--small kern-link--no-visited-state weg-number">
          {item.noteNumber ?? `${words.withoutNumber} (…${item.consignment.slice(-6)})`}
        </Link>
      ),
    },
    { name: findingList.finding, cell: (item) => <Said item={item} authority={authority} words={words} language={language} /> },
    { name: findingList.paragraph, cell: (item) => (item.paragraph === "" ? words.implausible : item.paragraph) },
    { name: findingList.since, nowrap: true, cell: (item) => moment(item.since, language) },
    { name: words.columns.waste, cell: (item) => <Waste of={item} /> },
    { name: words.columns.from, cell: (item) => party(item.generator, words) },
    { name: words.columns.plant, cell: (item) => party(item.plant, words) },
  ];
  return (
    <>
      <h1 class="kern-heading-large" tabIndex={-1}>
        {findingList.title}
      </h1>
      <p class="kern-body">{authority ? findingList.introAuthority : findingList.intro}</p>
      <FilteredList<FindingField, FindingItem, Findings>
        path="/hinweise"
        api="/api/findings"
        names={FINDING_FIELDS}
        fields={fields}
        filter={filter}
        columns={columns}
        name={findingList.table}
        keyOf={(item) => `${item.consignment} ${item.code} ${item.step ?? ""} ${item.since}`}
        beside={(first) => <Counts counts={first.counts} filter={filter} words={words} language={language} />}
        session={session}
        words={words}
        ended={ended}
      />
    </>
  );
}

function Said({ item, authority, words, language }: { item: FindingItem; authority: boolean; words: Words; language: Language }) {
  return (
    <>
      {language === "de" ? item.german : item.english}
      {!authority && !item.toAuthorities && (
        <>
          {" "}
          <Badge tone="info">{words.findingList.partiesOnly}</Badge>
        </>
      )}
    </>
  );
}

/** How many there are of each kind; each kind is a link that shows it alone. */
function Counts({
  counts,
  filter,
  words,
  language,
}: {
  counts: FindingCount[];
  filter: Filter<FindingField>;
  words: Words;
  language: Language;
}) {
  if (counts.length === 0) return null;
  const { code: chosen, ...others } = filter;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" class="kern-heading-medium">
        {words.findingList.counts}
      </h2>
      <ul class="weg-counts">
        <Count to={findingsAddress(others)} count={all} here={!present(chosen)} name={words.findingList.anyCode} />
        {counts.map((kind) => (
          <Count
            key={kind.code}
            to={findingsAddress({ ...others, code: kind.code })}
            count={kind.count}
            here={chosen === kind.code}
            name={language === "de" ? kind.german : kind.english}
          />
        ))}
      </ul>
    </section>
  );
}

function Count({ to, count, here, name }: { to: string; count: number; here: boolean; name: string }) {
  return (
    <li class={here ? "weg-counts__here" : ""}>
      <span class="weg-counts__number">{count}</span>
      <Link to={to} {...(here ? { current: "true" as const } : {})}>
        {name}
      </Link>
    </li>
  );
}
