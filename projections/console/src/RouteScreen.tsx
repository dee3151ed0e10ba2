import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { certificatesAddress } from "./address";
import * as api from "./api";
import type { Consignment } from "./consignment";
import { EvidenceButton } from "./EvidenceButton";
import { type Language, mass, moment, wasteCode } from "./format";
import { Hands } from "./Hands";
import { Lineage } from "./Lineage";
import { Link } from "./navigation";
import { Papers } from "./Papers";
import { Alert, Badge, Fact, Failure, Icon, Loading, StateBadge } from "./parts";
import type { Problem } from "./problem";
import { awaitsSeal, PROOFS, proofBadge, proofSummary } from "./proof";
import { present } from "./route";
import type { Session } from "./session";
import type { Settings } from "./settings";
import { Steps } from "./Steps";
import { usePolling, useTitle } from "./use";
import { wordFor, type Words } from "./words";

type Shown =
  | { kind: "loading" }
  | { kind: "route"; consignment: Consignment; stale: boolean }
  | { kind: "problem"; problem: Problem }
  | { kind: "unreachable" };

const REFRESH_MILLISECONDS = 3_000;

type Props = { id: string; back: string; settings: Settings; session: Session; words: Words; language: Language; ended: () => void };

export function RouteScreen({ id, back, settings, session, words, language, ended }: Props) {
  const [shown, setShown] = useState<Shown>({ kind: "loading" });
  const asking = useRef<AbortController | undefined>(undefined);

  const load = useCallback(() => {
    asking.current?.abort();
    const question = new AbortController();
    asking.current = question;
    api
      .route(session.accessToken, id, question.signal)
      .then((answer) => {
        if (question.signal.aborted) return;
        switch (answer.kind) {
          case "ok":
            return setShown({ kind: "route", consignment: answer.value, stale: false });
          case "signed-out":
            return ended();
          case "problem":
          case "unreachable":
            // What is on the screen stays true, only older.
            return setShown((before) => (before.kind === "route" ? { ...before, stale: true } : answer));
        }
      })
      .catch(() => undefined); // only an aborted request, whose answer nobody waits for
  }, [id, session.accessToken, ended]);

  useEffect(() => {
    load();
    return () => asking.current?.abort();
  }, [load]);

  const waiting = shown.kind === "route" && (shown.stale || awaitsSeal(shown.consignment));
  usePolling(waiting, REFRESH_MILLISECONDS, load);

  const name = shown.kind === "route" ? (shown.consignment.noteNumber ?? "") : "";
  useTitle(`${words.route} ${name} – ${words.title}`);

  return (
    <>
      <p class="weg-back">
        <Link to={back}>
          <Icon name="arrow-back" />
          {words.backToSearch}
        </Link>
      </p>
      <div class="kern-hgroup">
        <h1 class="kern-heading-large" tabIndex={-1}>
          {words.route}
        </h1>
        {name !== "" && (
          <p class="kern-subline">
            {words.facts.number} {name}
          </p>
        )}
      </div>
      {shown.kind === "loading" && <Loading words={words} />}
      {shown.kind === "unreachable" && <Failure failure={shown} retry={load} words={words} />}
      {shown.kind === "problem" &&
        (shown.problem.status === 404 || shown.problem.status === 400 ? (
          <Alert tone="warning" title={words.noSuchConsignment} role="alert">
            <p class="kern-body">{words.noSuchConsignmentDo}</p>
          </Alert>
        ) : (
          <Failure failure={shown} retry={load} words={words} />
        ))}
      {shown.kind === "route" && (
        <>
          {shown.stale && <Alert tone="warning" title={words.stale} role="status" />}
          <Facts consignment={shown.consignment} words={words} language={language} />
          <Findings consignment={shown.consignment} words={words} language={language} />
          <Hands consignment={shown.consignment} own={session.caller.organisation} words={words} language={language} />
          <Receipts consignment={shown.consignment} words={words} language={language} />
          <Lineage id={id} session={session} words={words} language={language} ended={ended} />
          <Papers consignment={shown.consignment} session={session} words={words} language={language} ended={ended} />
          <section aria-labelledby="proof">
            <h2 id="proof" class="kern-heading-medium">
              {words.proofHeading}
            </h2>
            <Proof consignment={shown.consignment} words={words} />
            <EvidenceButton kind="consignments" id={id} settings={settings} session={session} words={words} ended={ended} />
          </section>
          <Steps consignment={shown.consignment} words={words} language={language} />
        </>
      )}
    </>
  );
}

function Facts({ consignment, words, language }: { consignment: Consignment; words: Words; language: Language }) {
  const { facts } = words;
  return (
    <dl class="kern-description-list weg-facts">
      <Fact name={facts.state}>
        <StateBadge state={consignment.state} words={words} />
      </Fact>
      <Fact name={facts.waste}>
        <span class="weg-code">{wasteCode(consignment.wasteCode, consignment.hazardous)}</span> {consignment.wasteTitle}{" "}
        {consignment.hazardous && <Badge tone="warning">{words.hazardous}</Badge>}
      </Fact>
      {present(consignment.certificate) && (
        <Fact name={facts.certificate}>
          <Link to={certificatesAddress({ number: consignment.certificate })}>{consignment.certificate}</Link>
        </Fact>
      )}
      {present(consignment.declaredGrams) && <Fact name={facts.declared}>{mass(consignment.declaredGrams, language)}</Fact>}
      {present(consignment.acceptedGrams) && <Fact name={facts.accepted}>{mass(consignment.acceptedGrams, language)}</Fact>}
      {present(consignment.rejectedGrams) && <Fact name={facts.rejected}>{mass(consignment.rejectedGrams, language)}</Fact>}
      {present(consignment.holder) && <Fact name={facts.holder}>{consignment.holder.name ?? consignment.holder.organisation}</Fact>}
    </dl>
  );
}

/** What is odd or overdue, as text: nothing here is a proof of anything, it is what somebody should look at. */
function Findings({ consignment, words, language }: { consignment: Consignment; words: Words; language: Language }) {
  if (consignment.findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings" class="kern-heading-medium">
        {words.findings}
      </h2>
      <ul class="weg-findings">
        {consignment.findings.map((finding) => (
          <li key={`${finding.code} ${finding.step ?? ""}`}>
            <Alert tone="warning" title={language === "de" ? finding.german : finding.english}>
              <p class="kern-body">
                {finding.paragraph === "" ? words.implausible : finding.paragraph} · {words.since(moment(finding.since, language))}
                {finding.toAuthorities === false && ` · ${words.findingList.partiesOnly}`}
              </p>
            </Alert>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stood in for the note while electronics were down. */
function Receipts({ consignment, words, language }: { consignment: Consignment; words: Words; language: Language }) {
  const receipts = consignment.fallbackReceipts ?? [];
  if (receipts.length === 0) return null;
  const { fallback } = words;
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts" class="kern-heading-medium">
        {fallback.title}
      </h2>
      <p class="kern-body kern-body--muted">{fallback.intro}</p>
      <ul class="weg-history">
        {receipts.map((receipt) => (
          <li key={receipt.number}>
            <span class="kern-body kern-body--bold">
              {present(receipt.form) ? wordFor(fallback.forms, receipt.form) : fallback.title} {receipt.number}
            </span>
            <span class="kern-body">
              {[
                present(receipt.usedAt) ? fallback.used(moment(receipt.usedAt, language)) : undefined,
                present(receipt.enteredAt) ? fallback.entered(moment(receipt.enteredAt, language)) : fallback.notEntered,
              ]
                .filter(present)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Proof({ consignment, words }: { consignment: Consignment; words: Words }) {
  const { tone, sentences } = proofSummary(consignment, words);
  const [first = "", ...others] = sentences;
  const waits = awaitsSeal(consignment);
  const shown = PROOFS.filter((proof) => consignment.steps.some((step) => step.proof === proof)).map((proof) =>
    proofBadge(proof, consignment, words),
  );
  return (
    <Alert tone={tone} title={first} role="status">
      {others.map((sentence) => (
        <p key={sentence} class="kern-body kern-body--bold">
          {sentence}
        </p>
      ))}
      <dl class="kern-description-list weg-legend" aria-label={words.proofWords}>
        {shown.map((badge) => (
          <Fact key={badge.word} name={badge.word}>
            {badge.sentence}
          </Fact>
        ))}
      </dl>
      {waits && <p class="kern-body kern-body--muted">{words.refreshing}</p>}
    </Alert>
  );
}
