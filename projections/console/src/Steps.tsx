import type { Consignment, Step } from "./consignment";
import { type Language, mass, moment, wasteCode } from "./format";
import { HandSign } from "./Hands";
import { Alert, Badge, Fact } from "./parts";
import { proofBadge } from "./proof";
import { type Change, changes, correctionsOf, handOf, present, sentLate, stepById } from "./route";
import { wordFor, type Words } from "./words";

type Shown = { consignment: Consignment; words: Words; language: Language };

/** Every step in the order in which it was recorded. */
export function Steps({ consignment, words, language }: Shown) {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" class="kern-heading-medium">
        {words.steps}
      </h2>
      {consignment.personalValues === "away" && <Alert tone="warning" title={words.personalAway} role="status" />}
      <ol class="weg-steps">
        {consignment.steps.map((step) => (
          <OneStep key={step.id} step={step} consignment={consignment} words={words} language={language} />
        ))}
      </ol>
    </section>
  );
}

function OneStep({ step, consignment, words, language }: Shown & { step: Step }) {
  const { labels } = words;
  const badge = proofBadge(step.proof, consignment, words);
  const corrected = stepById(step.corrects, consignment);
  const spokenOf = stepById(step.correction, consignment);
  return (
    <li class="weg-step" id={anchor(step)}>
      <span class="weg-step__sign">
        <HandSign kind={handOf(step, consignment)} />
      </span>
      <div class="weg-step__body">
        <div class="weg-step__head">
          <h3 class="kern-title">
            {step.version + 1}. {titleOf(step, words)}
          </h3>
          <Badge tone={badge.tone}>{badge.word}</Badge>
        </div>
        <dl class="kern-description-list">
          <Fact name={labels.time}>
            <Times step={step} words={words} language={language} />
          </Fact>
          <Fact name={labels.who}>
            {step.name ?? step.organisation}
            {present(step.role) && ` (${wordFor(words.roles, step.role)})`}
          </Fact>
          {present(step.to) && (
            <Fact name={labels.to}>
              {step.to.name ?? step.to.organisation}
              {present(step.to.store) && ` (${words.inStore(step.to.store)})`}
            </Fact>
          )}
          {present(step.goesTo) && (
            <Fact name={labels.goesTo}>
              {step.goesTo.name ?? step.goesTo.organisation}
              {present(step.goesTo.site) && `, ${words.site(step.goesTo.site)}`}
            </Fact>
          )}
          {present(step.standing) && <Fact name={labels.standing}>{words.standings[step.standing]}</Fact>}
          {spokenOf !== undefined && (
            <Fact name={labels.correction}>
              <a class="kern-link kern-link--no-visited-state" href={`#${anchor(spokenOf)}`}>
                {words.onCorrection(spokenOf.version + 1)}
              </a>
            </Fact>
          )}
          {corrected === undefined ? (
            <Statements step={step} consignment={consignment} words={words} language={language} />
          ) : (
            <Fact name={labels.correction}>
              <a class="kern-link kern-link--no-visited-state" href={`#${anchor(corrected)}`}>
                {words.corrects(corrected.version + 1, titleOf(corrected, words))}
              </a>
              <ul class="weg-changes">
                {changes(step, consignment).map((change) => (
                  <li key={change.what}>
                    {labels[change.what]}:{" "}
                    {change.before !== undefined && <del>{`${words.before} ${written(change, change.before, language)}`}</del>}{" "}
                    <ins>{`${words.after} ${written(change, change.after, language)}`}</ins>
                  </li>
                ))}
              </ul>
            </Fact>
          )}
          {present(step.reason) && <Fact name={labels.reason}>{wordFor(words.reasons, step.reason)}</Fact>}
          {present(step.plate) && <Fact name={labels.plate}>{step.plate}</Fact>}
          {present(step.driver) && <Fact name={labels.driver}>{step.driver}</Fact>}
          {present(step.place) && <Fact name={labels.place}>{step.place}</Fact>}
          {present(step.remark) && <Fact name={labels.remark}>{step.remark}</Fact>}
        </dl>
      </div>
    </li>
  );
}

/** What the step said about the load; where it was corrected later, both values with the way to the correction. */
function Statements({ step, consignment, words, language }: Shown & { step: Step }) {
  const { labels } = words;
  const corrections = correctionsOf(step, consignment);
  const later = corrections.flatMap((correction) => changes(correction, consignment).map((change) => ({ change, correction })));
  const stated: { what: Change["what"]; value: string | number }[] = [
    ...(present(step.massGrams) ? [{ what: "mass" as const, value: step.massGrams }] : []),
    ...(present(step.wasteCode) ? [{ what: "wasteCode" as const, value: step.wasteCode }] : []),
    ...(present(step.noteNumber) ? [{ what: "noteNumber" as const, value: step.noteNumber }] : []),
    ...later
      .filter(({ change }) => !present({ mass: step.massGrams, wasteCode: step.wasteCode, noteNumber: step.noteNumber }[change.what]))
      .map(({ change }) => ({ what: change.what, value: "" })),
  ];
  return (
    <>
      {stated.map(({ what, value }) => {
        const corrected = later.filter(({ change }) => change.what === what);
        const format = (content: string | number) => written({ what }, content, language);
        return (
          <Fact key={what} name={labels[what]}>
            {corrected.length === 0 ? format(value) : value !== "" && <del>{format(value)}</del>}
            {corrected.map(({ change, correction }) => (
              <span key={correction.id}>
                {" "}
                <ins>{format(change.after)}</ins>{" "}
                <a class="kern-link kern-link--small kern-link--no-visited-state" href={`#${anchor(correction)}`}>
                  {words.correctedIn(correction.version + 1)}
                </a>
              </span>
            ))}
          </Fact>
        );
      })}
      {present(step.rejectedGrams) && <Fact name={labels.rejectedMass}>{mass(step.rejectedGrams, language)}</Fact>}
    </>
  );
}

function Times({ step, words, language }: { step: Step; words: Words; language: Language }) {
  const main = step.happenedAt ?? step.recordedAt;
  return (
    <>
      {present(main) && <time dateTime={main}>{moment(main, language)}</time>}{" "}
      {present(step.happenedAt) && present(step.recordedAt) && sentLate(step) && (
        <span class="weg-late">
          {words.late}, <time dateTime={step.recordedAt}>{words.recordedAt(moment(step.recordedAt, language))}</time>
        </span>
      )}
    </>
  );
}

function titleOf(step: Step, words: Words): string {
  return words.stepTypes[step.type] ?? step.title ?? step.type;
}

function written(change: Pick<Change, "what">, value: string | number, language: Language): string {
  if (typeof value === "number") return mass(value, language);
  return change.what === "wasteCode" ? wasteCode(value) : value;
}

function anchor(step: Step): string {
  return `schritt-${step.version + 1}`;
}
