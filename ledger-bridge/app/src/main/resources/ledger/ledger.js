// Draws what GET /api/ledger answers, again and again.
import { at, both, element, speakBoth } from "/verify/page.js";

const AGAIN = 10_000;

speakBoth("Ledger – Wegweis", "Ledger – Wegweis");

function times(instant) {
  const when = new Date(instant);
  return both(when.toLocaleString("de-DE"), when.toLocaleString("en-GB"));
}

function age(instant) {
  const seconds = Math.max(0, Math.round((Date.now() - new Date(instant)) / 1000));
  if (seconds < 120) return both(`vor ${seconds} Sekunden`, `${seconds} seconds ago`);
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return both(`vor ${minutes} Minuten`, `${minutes} minutes ago`);
  const hours = Math.round(minutes / 60);
  return both(`vor ${hours} Stunden`, `${hours} hours ago`);
}

const numbers = (value) => both(value.toLocaleString("de-DE"), value.toLocaleString("en-GB"));

function facts(state) {
  const list = element("dl");
  const add = (german, english, ...value) => list.append(element("dt", {}, ...both(german, english)), element("dd", {}, ...value));
  const { ledger } = state;
  if (ledger.kind === "fabric") {
    add("Gesiegelt auf", "Sealed on", ...both(`Kanal ${ledger.channel}, Vertrag ${ledger.chaincode}`, `channel ${ledger.channel}, contract ${ledger.chaincode}`));
    add("Erster Block des Kanals", "First block of the channel", element("span", { class: "print" }, `SHA-256 ${ledger.genesis}`));
  } else {
    add("Gesiegelt auf", "Sealed on", ...both("einem Ledger des Betreibers selbst: niemand Unabhängiges hat gesiegelt", "a ledger of the operator's own: nobody independent has sealed"));
  }
  add("Protokoll", "Log", state.log);
  add("Einträge", "Records", ...numbers(state.records));
  add("davon unter einem Siegel", "of these under a seal", ...numbers(state.sealedSize));
  add("Köpfe, die warten", "Heads that wait", ...numbers(state.backlog));
  const [newest] = state.seals;
  if (newest?.at) add("Letztes Siegel", "Last seal", ...age(newest.at));
  return list;
}

function alarms(list) {
  if (list.length === 0) {
    return [element("p", { class: "calm" }, ...both("✓ Keine Meldung.", "✓ Nothing to report."))];
  }
  return [element("ul", { class: "alarms" }, ...list.map((alarm) => element("li", { "data-code": alarm.code }, "✗ ", ...both(alarm.german, alarm.english))))];
}

function table(caption, heads, rows) {
  if (rows.length === 0) return element("p", { class: "hint" }, ...both("Noch keine.", "None yet."));
  const cells = (name, values) => values.map((value) => element(name, name === "th" ? { scope: "col" } : {}, ...value));
  return element(
    "div",
    { class: "wide", role: "region", tabindex: "0", "aria-label": caption },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, ...cells("th", heads))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...cells("td", row)))),
    ),
  );
}

function seals(state) {
  const channel = state.ledger.kind === "fabric";
  const heads = [both("Einträge", "Records"), both("Gesiegelt", "Sealed")];
  if (channel) heads.push(both("Block", "Block"), both("Zugestimmt haben", "Endorsed by"));
  const rows = state.seals.map((seal) => {
    const row = [numbers(seal.size), seal.at ? times(seal.at) : ["–"]];
    if (channel) row.push(seal.block === undefined ? ["–"] : numbers(seal.block), [(seal.endorsers ?? []).join(", ") || "–"]);
    return row;
  });
  return table("Siegel / seals", heads, rows);
}

function logs(state) {
  const heads = [both("Protokoll", "Log"), both("Gehört", "Owner"), both("Art", "Kind"), both("Gesiegelte Einträge", "Sealed records"), both("Widersprüche", "Contradictions")];
  const rows = state.logs.map((log) => [[log.origin], [log.owner], [log.kind], numbers(log.sealedSize), numbers(log.equivocations)]);
  return table("Protokolle / logs", heads, rows);
}

async function look() {
  try {
    const answer = await fetch("/api/ledger", { headers: { Accept: "application/json" }, credentials: "omit" });
    if (!answer.ok) throw new Error(String(answer.status));
    const state = await answer.json();
    at("facts").replaceChildren(facts(state));
    at("alarms").replaceChildren(...alarms(state.alarms));
    at("seals").replaceChildren(seals(state));
    at("logs").replaceChildren(logs(state));
    at("neighbours").hidden = state.ledger.kind !== "fabric";
    at("error").replaceChildren();
  } catch {
    at("error").replaceChildren(...both("Der Dienst antwortet nicht; was hier steht, ist nicht neu.", "The service does not answer; what stands here is not fresh."));
  } finally {
    setTimeout(look, AGAIN);
  }
}

look();
