import { routeAddress } from "./address";
import { party, Waste } from "./cells";
import type { Hit } from "./consignment";
import { type Language, mass, moment } from "./format";
import { Link } from "./navigation";
import { Fact, StateBadge } from "./parts";
import { present } from "./route";
import type { Words } from "./words";

type Listed = { hits: Hit[]; words: Words; language: Language };

export function HitTable({ hits, words, language }: Listed) {
  const { columns } = words;
  return (
    <div class="kern-table-responsive" role="group" aria-label={words.resultsTable} tabIndex={0}>
      <table class="kern-table kern-table--small kern-table--striped weg-hits">
        <thead class="kern-table__head">
          <tr class="kern-table__row">
            {[columns.number, columns.waste, columns.state, columns.from, columns.carrier, columns.plant].map((column) => (
              <th key={column} scope="col" class="kern-table__header">
                {column}
              </th>
            ))}
            <th scope="col" class="kern-table__header kern-table__header--numeric">
              {columns.mass}
            </th>
            <th scope="col" class="kern-table__header">
              {columns.last}
            </th>
          </tr>
        </thead>
        <tbody class="kern-table__body">
          {hits.map((hit) => (
            <tr key={hit.id} class="kern-table__row">
              <th scope="row" class="kern-table__header">
                <Number hit={hit} words={words} />
              </th>
              <td class="kern-table__cell">
                <Waste of={hit} />
              </td>
              <td class="kern-table__cell">
                <StateBadge state={hit.state} words={words} />
              </td>
              <td class="kern-table__cell">{party(hit.generator, words)}</td>
              <td class="kern-table__cell">{party(hit.carrier, words)}</td>
              <td class="kern-table__cell">{party(hit.plant, words)}</td>
              <td class="kern-table__cell kern-table__cell--numeric">{massOf(hit, language)}</td>
              <td class="kern-table__cell weg-moment">{lastOf(hit, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function HitCards({ hits, words, language }: Listed) {
  const { columns } = words;
  return (
    <ul class="weg-cards">
      {hits.map((hit) => (
        <li key={hit.id} class="kern-card kern-card--hug">
          <div class="kern-card__container">
            <div class="kern-card__header">
              <h3 class="kern-title">
                <Number hit={hit} words={words} />
              </h3>
              <StateBadge state={hit.state} words={words} />
            </div>
            <dl class="kern-description-list">
              <Fact name={columns.waste}>
                <Waste of={hit} />
              </Fact>
              <Fact name={columns.from}>{party(hit.generator, words)}</Fact>
              <Fact name={columns.carrier}>{party(hit.carrier, words)}</Fact>
              <Fact name={columns.plant}>{party(hit.plant, words)}</Fact>
              <Fact name={columns.mass}>{massOf(hit, language)}</Fact>
              <Fact name={columns.last}>{lastOf(hit, language)}</Fact>
            </dl>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Without a note number the id's end tells consignments apart; the whole id is in the link. */
function Number({ hit, words }: { hit: Hit; words: Words }) {
  return (
    <Link to={routeAddress(hit.id)} class="kern-link kern-link--small kern-link--no-visited-state weg-number">
      {hit.noteNumber ?? `${words.withoutNumber} (…${hit.id.slice(-6)})`}
    </Link>
  );
}

/** What the plant accepted, or else what was declared. */
function massOf(hit: Hit, language: Language): string {
  const grams = hit.acceptedGrams ?? hit.declaredGrams;
  return present(grams) ? mass(grams, language) : "–";
}

function lastOf(hit: Hit, language: Language): string {
  const at = hit.lastHappenedAt ?? hit.openedAt;
  return present(at) ? moment(at, language) : "–";
}
