import type { Consignment } from "./consignment";
import { type Language, moment } from "./format";
import { Badge } from "./parts";
import { present, type Station, stations } from "./route";
import type { Words } from "./words";

/** The picture: places in a row (one below the other where it is narrow), a drawn line as far as the load came. */
export function Hands({
  consignment,
  own,
  words,
  language,
}: {
  consignment: Consignment;
  own: string | undefined;
  words: Words;
  language: Language;
}) {
  return (
    <section aria-labelledby="hands">
      <h2 id="hands" class="kern-heading-medium">
        {words.hands}
      </h2>
      <p class="kern-body kern-body--muted">{words.handsIntro}</p>
      <ol class="weg-hands">
        {stations(consignment).map((station, index) => (
          <Hand key={index} station={station} own={station.party.organisation === own} words={words} language={language} />
        ))}
      </ol>
    </section>
  );
}

function Hand({ station, own, words, language }: { station: Station; own: boolean; words: Words; language: Language }) {
  const { kind, party, since, here } = station;
  const when = since?.happenedAt ?? since?.recordedAt;
  const place = [party.place, present(party.site) ? words.site(party.site) : undefined].filter(present).join(" · ");
  return (
    <li class={`weg-hand${since === undefined ? " weg-hand--ahead" : ""}${here ? " weg-hand--here" : ""}`}>
      <span class="weg-hand__sign">
        <HandSign kind={kind} />
      </span>
      <div class="weg-hand__text">
        <span class="kern-preline kern-preline--small">{words.hand[kind]}</span>
        <span class="kern-title kern-title--small">{party.name ?? party.organisation}</span>
        {own && <span class="kern-body kern-body--small kern-body--bold">{words.yours}</span>}
        {place !== "" && <span class="kern-body kern-body--small">{place}</span>}
        <span class="kern-body kern-body--small kern-body--muted">
          {since === undefined ? words.notYet : present(when) ? words.since(moment(when, language)) : ""}
        </span>
        {here && <Badge tone="info">{words.here}</Badge>}
      </div>
    </li>
  );
}

/** A works, a lorry or a plant; the word for it always stands beside it. */
export function HandSign({ kind }: { kind: Station["kind"] }) {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" class="weg-sign">
      {kind === "generator" && <path d="M3 21V9l6 4V9l6 4V4h4v17zM7 17h2M12 17h2" />}
      {kind === "carrier" && (
        <>
          <path d="M2 6h12v10H2zM14 10h4l4 4v2h-8z" />
          <circle cx="7" cy="18" r="2" />
          <circle cx="18" cy="18" r="2" />
        </>
      )}
      {kind === "plant" && <path d="M4 21V10l8-6 8 6v11zM9 21v-6h6v6M9 10h6" />}
    </svg>
  );
}
