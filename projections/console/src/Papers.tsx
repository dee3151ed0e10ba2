import { useState } from "preact/hooks";
import * as api from "./api";
import type { Consignment } from "./consignment";
import { day, type Language, mass, wasteCode } from "./format";
import { useDocument } from "./pages";
import { Badge } from "./parts";
import { type Permit, readPermits } from "./permit";
import { handsWithPapers, present } from "./route";
import type { Session } from "./session";
import { wordFor, type Words } from "./words";

type Shown = { session: Session; words: Words; language: Language; ended: () => void };

/** The papers that are on file of each hand on the way, as of today. Where no papers are kept, nothing is shown. */
export function Papers({ consignment, ...shown }: Shown & { consignment: Consignment }) {
  const [kept, setKept] = useState(true);
  if (!kept) return null;
  const { papers } = shown.words;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers" class="kern-heading-medium">
        {papers.title}
      </h2>
      <p class="kern-body kern-body--muted">{papers.intro}</p>
      {handsWithPapers(consignment).map(({ organisation, name }) => (
        <OfOne key={organisation} organisation={organisation} name={name ?? organisation} none={() => setKept(false)} {...shown} />
      ))}
    </section>
  );
}

function OfOne({
  organisation,
  name,
  none,
  session,
  words,
  language,
  ended,
}: Shown & { organisation: string; name: string; none: () => void }) {
  const address = `/api/permits?organisation=${encodeURIComponent(organisation)}`;
  const asked = useDocument<unknown>(
    `${session.accessToken} ${address}`,
    0,
    async (signal) => {
      const answer = await api.read<unknown>(session.accessToken, address, signal);
      if (answer.kind === "problem" && answer.problem.status === 404) none();
      return answer;
    },
    ended,
  );
  const { papers } = words;
  const permits = asked.kind === "document" ? readPermits(asked.value) : [];
  return (
    <div class="weg-papers">
      <h3 class="kern-title">{name}</h3>
      {asked.kind === "loading" && <p class="kern-body">{words.loading}</p>}
      {(asked.kind === "problem" || asked.kind === "unreachable") && <p class="kern-body">{papers.away}</p>}
      {asked.kind === "document" && permits.length === 0 && <p class="kern-body">{papers.none}</p>}
      {permits.length > 0 && (
        <ul class="weg-history">
          {permits.map((permit) => (
            <li key={permit.permit}>
              <Paper permit={permit} words={words} language={language} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Paper({ permit, words, language }: { permit: Permit; words: Words; language: Language }) {
  const { papers } = words;
  const state = permit.state ?? "in-force";
  const codes = permit.wasteCodes;
  const said = [
    present(permit.from) ? papers.from(day(permit.from, language)) : undefined,
    present(permit.until) ? papers.until(day(permit.until, language)) : papers.unlimited,
    codes === "all" ? papers.allCodes : present(codes) ? codes.map((code) => wasteCode(code)).join(", ") : undefined,
    present(permit.operations) ? permit.operations.join(", ") : undefined,
    present(permit.activities) ? permit.activities.map((activity) => wordFor(papers.activities, activity)).join(", ") : undefined,
    present(permit.mostPerDayGrams) ? papers.perDay(mass(permit.mostPerDayGrams, language)) : undefined,
    present(permit.mostPerYearGrams) ? papers.perYear(mass(permit.mostPerYearGrams, language)) : undefined,
    permit.reference,
  ];
  return (
    <>
      <span class="kern-body kern-body--bold">
        {wordFor(papers.kinds, permit.kind)}{" "}
        <Badge tone={state === "in-force" ? "success" : "danger"}>{wordFor(papers.states, state)}</Badge>
      </span>
      <span class="kern-body">{said.filter(present).join(" · ")}</span>
    </>
  );
}
