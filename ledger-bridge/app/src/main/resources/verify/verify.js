// Draws what POST /verify answers. Every text is there in both languages; the style sheet shows one.
import { at, both, element, speakBoth } from "/verify/page.js";

const LARGEST = 16 * 1024 * 1024;

const RESULTS = {
  holds: ["✓", "hält", "holds"],
  "does-not-hold": ["✗", "hält nicht", "does not hold"],
  "not-checked": ["○", "offen", "open"],
};

const OUTCOMES = {
  holds: ["Hält gegen die Schlüssel dieses Dienstes.", "Holds against the keys of this service."],
  "does-not-hold": ["Hält nicht.", "Does not hold."],
};

/** Where a step stands; what is not named here stands at the end. */
const GROUPS = [
  ["Die Datei", "The file", ["container-readable", "parts-complete", "container-signature", "seal-certificate", "evidence-record"]],
  ["Die Einträge", "The records", ["records-canonical", "records-chained", "disclosures-match"]],
  [
    "Was unterschrieben wurde",
    "What was signed",
    ["statements-committed", "statements-signed", "statements-agree", "devices-enrolled"],
  ],
  ["Das Protokoll", "The log", ["records-in-log", "checkpoint-signed", "witnesses-cosigned"]],
  ["Zeit", "Time", ["time-stamped"]],
  [
    "Das Siegel des Ledgers",
    "The ledger's seal",
    [
      "ledger-sealed",
      "ledger-genesis",
      "ledger-configs",
      "ledger-block",
      "ledger-transaction",
      "ledger-definition",
      "ledger-endorsed",
      "ledger-valid",
      "ledger-value",
      "independently-sealed",
    ],
  ],
];

const form = at("form");
const input = at("file");
const drop = at("drop");
const error = at("error");
const status = at("status");
const result = at("result");

speakBoth("Beweispaket prüfen – Wegweis", "Check an evidence package – Wegweis");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  check(input.files[0]);
});
input.addEventListener("change", clear);
for (const name of ["dragenter", "dragover"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
// A file that misses the field must not open in place of the page.
for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
drop.addEventListener("drop", (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  input.files = event.dataTransfer.files;
  check(file);
});

function clear() {
  error.replaceChildren();
  status.replaceChildren();
  result.hidden = true;
  result.replaceChildren();
}

function fail(german, english) {
  error.replaceChildren(...both(german, english));
  input.focus();
}

async function check(file) {
  clear();
  if (!file) return fail("Bitte zuerst eine Datei auswählen.", "Please choose a file first.");
  if (file.size > LARGEST) {
    return fail(
      `Die Datei „${file.name}“ ist größer als 16 MB; kein Beweispaket dieses Dienstes ist so groß. Der Befehl unten prüft auch größere.`,
      `The file “${file.name}” is larger than 16 MB; no evidence package of this service is. The command below checks larger ones too.`,
    );
  }
  at("check").disabled = true;
  status.replaceChildren(...both("Wird geprüft …", "Checking …"));
  try {
    const bytes = await file.arrayBuffer();
    const answer = await fetch("/verify", {
      method: "POST",
      headers: { "Content-Type": "application/vnd.etsi.asic-e+zip", Accept: "application/json, application/problem+json" },
      body: bytes,
      credentials: "omit",
    });
    if (answer.ok) draw(await answer.json(), file, await fingerprint(bytes));
    else fail(...refused(answer.status, answer.headers.get("Retry-After"), await answer.json().catch(() => ({}))));
  } catch {
    fail(
      "Der Dienst ist nicht erreichbar, oder die Datei lässt sich nicht mehr lesen. Es wurde nichts geprüft.",
      "The service cannot be reached, or the file cannot be read any more. Nothing was checked.",
    );
  } finally {
    at("check").disabled = false;
    if (result.hidden) status.replaceChildren();
  }
}

function refused(code, retryAfter, problem) {
  if (code === 413) return ["Die Datei ist dem Dienst zu groß (höchstens 16 MB).", "The file is too large for the service (16 MB at most)."];
  if (code === 503) {
    const seconds = Number(retryAfter) || 5;
    return [
      `Der Dienst prüft gerade andere Pakete. Bitte in ${seconds} Sekunden noch einmal.`,
      `The service is checking other packages. Please try again in ${seconds} seconds.`,
    ];
  }
  if (code === 400 && problem.detail) {
    return [`Nichts zu prüfen: ${problem.detailGerman ?? problem.detail}`, `Nothing to check: ${problem.detail}`];
  }
  return [
    `Der Dienst konnte nicht prüfen (HTTP ${code}). Das sagt nichts über die Datei.`,
    `The service could not check (HTTP ${code}). That says nothing about the file.`,
  ];
}

/** Empty where the browser has no such function: pages without TLS from another machine. */
async function fingerprint(bytes) {
  if (!globalThis.crypto?.subtle) return "";
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function draw(report, file, print) {
  const heading = element("h2", { id: "outcome", tabindex: "-1", class: report.outcome }, ...outcome(report));
  const printing = element("button", { type: "button", id: "print" }, ...both("Ergebnis drucken", "Print the result"));
  printing.addEventListener("click", () => window.print());
  result.replaceChildren(heading, counts(report.steps), facts(file, print), ...groups(report.steps), ...trusted(report), printing);
  result.hidden = false;
  status.replaceChildren(...both("Geprüft.", "Checked."), " ", ...outcome(report));
  heading.focus();
}

function outcome(report) {
  const [mark] = RESULTS[report.outcome] ?? RESULTS["not-checked"];
  const [german, english] = OUTCOMES[report.outcome] ?? [report.outcome, report.outcome];
  return [`${mark} `, ...both(german, english)];
}

function counts(steps) {
  const of = (wanted) => steps.filter((step) => step.result === wanted);
  const [good, bad, open] = [of("holds"), of("does-not-hold"), of("not-checked")];
  const named = (language) => (bad.length === 0 ? "" : ` (${bad.map((step) => step.what[language]).join(", ")})`);
  return element(
    "p",
    {},
    ...both(
      `${steps.length} Schritte: halten ${good.length}, halten nicht ${bad.length}${named("german")}, offen ${open.length}.`,
      `${steps.length} steps: ${good.length} hold, ${bad.length} do not hold${named("english")}, ${open.length} open.`,
    ),
  );
}

function facts(file, print) {
  const now = new Date();
  const list = element("dl");
  const add = (german, english, ...value) => list.append(element("dt", {}, ...both(german, english)), element("dd", {}, ...value));
  add("Datei", "File", `${file.name} (${file.size} Bytes)`);
  if (print) add("SHA-256 der Datei", "SHA-256 of the file", element("span", { class: "print" }, print));
  add("Geprüft", "Checked", ...both(now.toLocaleString("de-DE"), now.toLocaleString("en-GB")), ` · ${location.origin}`);
  return list;
}

function groups(steps) {
  const named = new Set(GROUPS.flatMap(([, , codes]) => codes));
  const rest = steps.map((step) => step.code).filter((code) => !named.has(code));
  return [...GROUPS, ["Weiteres", "Further", rest]].flatMap(([german, english, codes]) => {
    const own = steps.filter((step) => codes.includes(step.code));
    if (own.length === 0) return [];
    return [element("h3", {}, ...both(german, english)), element("ol", { class: "steps", role: "list" }, ...own.map(drawStep))];
  });
}

function drawStep(step) {
  const [mark, german, english] = RESULTS[step.result] ?? RESULTS["not-checked"];
  const text = element(
    "div",
    {},
    element("p", { class: "what" }, ...both(step.what.german, step.what.english)),
    element("p", {}, ...both(step.german, step.english)),
  );
  if (step.result === "holds") {
    const word = step.word;
    text.append(element("p", { class: "word" }, ...both(`Beruht auf ${word.german}.`, `Rests on ${word.english}.`)));
  }
  return element("li", { "data-code": step.code }, element("p", { class: `mark ${step.result}` }, `${mark} `, ...both(german, english)), text);
}

function trusted(report) {
  if (!report.anchors) return [];
  const list = element("dl");
  for (const anchor of report.anchors) {
    list.append(
      element("dt", {}, ...both(anchor.what.german, anchor.what.english), anchor.name ? ` ${anchor.name}` : ""),
      element("dd", { class: "print" }, `SHA-256 ${anchor.sha256}`),
    );
  }
  return [
    element("h3", {}, ...both("Wem hier vertraut wurde", "Who was trusted here")),
    element(
      "p",
      {},
      ...both(
        "Den eigenen Schlüsseln dieses Dienstes, nach seiner Vertrauensdatei. Ob es die richtigen sind, kann diese Seite nicht zeigen; das Programm ohne Netz lässt die Wahl.",
        "This service’s own keys, by its trust file. Whether they are the right ones this page cannot show; the program without a network leaves the choice.",
      ),
    ),
    list,
  ];
}
