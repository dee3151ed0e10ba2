import { useState } from "preact/hooks";
import * as api from "./api";
import { routeAddress } from "./address";
import { type Certificate, type CertificateLoad, type CertificateState, shares, today, urgency } from "./certificate";
import { party } from "./cells";
import type { Maybe } from "./consignment";
import { EvidenceButton } from "./EvidenceButton";
import { day, type Language, mass, moment, wasteCode } from "./format";
import { Items } from "./Listing";
import { Link } from "./navigation";
import { useDocument } from "./pages";
import { Alert, Badge, Fact, Failure, Icon, Loading } from "./parts";
import type { Tone } from "./proof";
import { present } from "./route";
import type { Session } from "./session";
import type { Settings } from "./settings";
import { useTitle } from "./use";
import { wordFor, type Words } from "./words";

const TONES: Record<CertificateState, Tone> = {
  declared: "info",
  agreed: "info",
  submitted: "info",
  valid: "success",
  refused: "danger",
  revoked: "danger",
  expired: "warning",
};

export function CertificateBadge({ state, words }: { state: CertificateState; words: Words }) {
  return <Badge tone={TONES[state]}>{words.certificates.states[state]}</Badge>;
}

/** A last day, and whether it is near or over. */
export function Due({ day: lastDay, words, language }: { day: Maybe<string>; words: Words; language: Language }) {
  if (!present(lastDay)) return <>–</>;
  const near = urgency(lastDay, today(new Date()));
  return (
    <>
      <span class="weg-moment">{day(lastDay, language)}</span>{" "}
      {near !== "later" && <Badge tone={near === "over" ? "danger" : "warning"}>{words.certificates.urgency[near]}</Badge>}
    </>
  );
}

type Props = { id: string; back: string; settings: Settings; session: Session; words: Words; language: Language; ended: () => void };

/** One certificate: where it stands, what falls due, what is left of it, and what has used it. */
export function CertificateScreen({ id, back, settings, session, words, language, ended }: Props) {
  const { certificates } = words;
  const [attempt, setAttempt] = useState(0);
  const address = `/api/certificates/${encodeURIComponent(id)}`;
  const asked = useDocument<Certificate>(
    `${session.accessToken} ${address}`,
    attempt,
    (signal) => api.read(session.accessToken, address, signal),
    ended,
  );
  const number = asked.kind === "document" ? (asked.value.number ?? "") : "";
  useTitle(`${certificates.one} ${number} – ${words.title}`);
  return (
    <>
      <p class="weg-back">
        <Link to={back}>
          <Icon name="arrow-back" />
          {certificates.back}
        </Link>
      </p>
      <div class="kern-hgroup">
        <h1 class="kern-heading-large" tabIndex={-1}>
          {certificates.one}
        </h1>
        {number !== "" && <p class="kern-subline">{number}</p>}
      </div>
      {asked.kind === "loading" && <Loading words={words} />}
      {(asked.kind === "problem" || asked.kind === "unreachable") &&
        (asked.kind === "problem" && (asked.problem.status === 404 || asked.problem.status === 400) ? (
          <Alert tone="warning" title={certificates.noSuch} role="alert">
            <p class="kern-body">{certificates.noSuchDo}</p>
          </Alert>
        ) : (
          <Failure failure={asked} retry={() => setAttempt(attempt + 1)} words={words} />
        ))}
      {asked.kind === "document" && (
        <>
          <Facts certificate={asked.value} words={words} language={language} />
          <Clocks certificate={asked.value} words={words} language={language} />
          <Balance certificate={asked.value} words={words} language={language} />
          <Loads certificate={asked.value} words={words} language={language} />
          <History certificate={asked.value} words={words} language={language} />
          <EvidenceButton kind="certificates" id={id} settings={settings} session={session} words={words} ended={ended} />
        </>
      )}
    </>
  );
}

type Shown = { certificate: Certificate; words: Words; language: Language };

function Facts({ certificate, words, language }: Shown) {
  const { certificates } = words;
  const place = (at: Certificate["plant"]) => [party(at, words), present(at.site) ? words.site(at.site) : undefined, at.land].filter(present).join(" · ");
  return (
    <dl class="kern-description-list weg-facts">
      <Fact name={certificates.fields.state}>
        <CertificateBadge state={certificate.state} words={words} />
      </Fact>
      <Fact name={certificates.kind}>{certificates.kinds[certificate.kind]}</Fact>
      <Fact name={words.facts.waste}>
        <span class="weg-code">{wasteCode(certificate.wasteCode, certificate.hazardous)}</span> {certificate.wasteTitle}{" "}
        {certificate.hazardous && <Badge tone="warning">{words.hazardous}</Badge>}
      </Fact>
      {present(certificate.codeUntil) && (
        <Fact name={certificates.code}>
          {certificates.codeEnds(day(certificate.codeUntil, language))}
          {present(certificate.germanCodeUntil) && ` ${certificates.germanCodeEnds(day(certificate.germanCodeUntil, language))}`}
          {certificate.successors.length > 0 &&
            ` ${certificates.successors(certificate.successors.map((code) => wasteCode(code)).join(", "))} ${certificates.askAboutCode}`}
        </Fact>
      )}
      <Fact name={certificates.fields.applicant}>{place(certificate.applicant)}</Fact>
      <Fact name={certificates.fields.plant}>{place(certificate.plant)}</Fact>
      <Fact name={certificates.operation}>{certificate.operation}</Fact>
      {present(certificate.privilege) && <Fact name={certificates.privilege}>{wordFor(certificates.privileges, certificate.privilege)}</Fact>}
      {present(certificate.until) && <Fact name={certificates.until}>{day(certificate.until, language)}</Fact>}
    </dl>
  );
}

function Clocks({ certificate, words, language }: Shown) {
  const { certificates } = words;
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks" class="kern-heading-medium">
        {certificates.clocks}
      </h2>
      {certificate.clocks.length === 0 ? (
        <p class="kern-body">{certificates.noClock}</p>
      ) : (
        <dl class="kern-description-list weg-facts">
          {certificate.clocks.map((clock) => (
            <Fact key={clock.code} name={wordFor(certificates.clockNames, clock.code)}>
              <Due day={clock.lastDay} words={words} language={language} /> {clock.paragraph}
            </Fact>
          ))}
        </dl>
      )}
    </section>
  );
}

/** The picture says what the numbers beside it say. */
function Balance({ certificate, words, language }: Shown) {
  const { certificates } = words;
  const { accepted, onTheRoad } = shares(certificate);
  const over = certificate.leftGrams < 0;
  const scale = Math.max(100, accepted + onTheRoad);
  return (
    <section aria-labelledby="balance">
      <h2 id="balance" class="kern-heading-medium">
        {certificates.balance}
      </h2>
      <svg class="weg-balance" viewBox={`0 0 ${scale} 6`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="weg-balance__all" width={scale} height="6" />
        <rect class="weg-balance__accepted" width={accepted} height="6" />
        <rect class="weg-balance__road" x={accepted} width={onTheRoad} height="6" />
        {over && <rect class="weg-balance__limit" x={99.5} width="1" height="6" />}
      </svg>
      <dl class="kern-description-list weg-facts">
        <Fact name={certificates.quantity}>{mass(certificate.quantityGrams, language)}</Fact>
        <Fact name={certificates.accepted}>{mass(certificate.acceptedGrams, language)}</Fact>
        <Fact name={certificates.onTheRoad}>{mass(certificate.onTheRoadGrams, language)}</Fact>
        <Fact name={over ? certificates.over : certificates.left}>
          {mass(Math.abs(certificate.leftGrams), language)} {over && <Badge tone="danger">{certificates.overShort}</Badge>}
        </Fact>
      </dl>
    </section>
  );
}

function Loads({ certificate, words, language }: Shown) {
  const { certificates } = words;
  return (
    <section aria-labelledby="loads">
      <h2 id="loads" class="kern-heading-medium">
        {certificates.loads}
      </h2>
      {certificate.loads.length === 0 && <p class="kern-body">{certificates.noLoads}</p>}
      {certificate.loads.length > 0 && (
        <Items
          items={certificate.loads}
          name={certificates.loads}
          keyOf={(load) => `${load.drawnAt} ${load.consignment ?? ""} ${load.site ?? ""} ${load.massGrams}`}
          columns={[
            { name: words.columns.number, cell: (load) => <LoadName load={load} words={words} /> },
            { name: certificates.drawn, nowrap: true, cell: (load) => moment(load.drawnAt, language) },
            { name: words.columns.mass, numeric: true, cell: (load) => mass(load.massGrams, language) },
            { name: certificates.counts, cell: (load) => (load.settled ? certificates.settled : certificates.underWay) },
            {
              name: words.findings,
              cell: (load) =>
                load.flags.length === 0 ? "–" : load.flags.map((flag) => <Badge key={flag} tone="warning">{wordFor(certificates.flags, flag)}</Badge>),
            },
          ]}
        />
      )}
      {certificate.loadsLeftOut > 0 && <p class="kern-body kern-body--muted">{certificates.leftOut(certificate.loadsLeftOut)}</p>}
    </section>
  );
}

function LoadName({ load, words }: { load: CertificateLoad; words: Words }) {
  const name = load.noteNumber ?? (load.kind === "transfer-note" ? words.certificates.transferNote : words.withoutNumber);
  const site = present(load.site) ? ` · ${words.site(load.site)}` : "";
  if (!present(load.consignment))
    return (
      <>
        {words.certificates.hiddenLoad}
        {site}
      </>
    );
  return (
    <>
      <Link to={routeAddress(load.consignment)} class="kern-link kern-link--small kern-link--no-visited-state weg-number">
        {name === words.withoutNumber ? `${name} (…${load.consignment.slice(-6)})` : name}
      </Link>
      {site}
    </>
  );
}

function History({ certificate, words, language }: Shown) {
  const { certificates } = words;
  return (
    <section aria-labelledby="history">
      <h2 id="history" class="kern-heading-medium">
        {certificates.history}
      </h2>
      <ol class="weg-history">
        {certificate.history.map((step) => (
          <li key={step.id}>
            <span class="kern-body kern-body--bold">{language === "de" ? (step.title ?? step.type) : wordFor(certificates.steps, step.type)}</span>
            <span class="kern-body">
              {moment(step.happenedAt, language)} · {step.name ?? step.organisation} ({wordFor(words.roles, step.role)})
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
