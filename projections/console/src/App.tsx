import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type Address, certificatesAddress, searchAddress } from "./address";
import { CertificateScreen } from "./CertificateScreen";
import { CertificatesScreen } from "./CertificatesScreen";
import { FindingsScreen } from "./FindingsScreen";
import type { Language } from "./format";
import { Header } from "./Header";
import { Link, useAddress } from "./navigation";
import { Alert, Loading } from "./parts";
import { RegisterScreen } from "./RegisterScreen";
import { Rooms } from "./Rooms";
import { RouteScreen } from "./RouteScreen";
import { SearchScreen } from "./SearchScreen";
import { completeSignIn, currentSession, forgetSession, isReturn, type Session, signOut } from "./session";
import { loadSettings, type Settings } from "./settings";
import { SignInScreen } from "./SignInScreen";
import { WORDS, type Words } from "./words";

const LANGUAGE = "wegweis.language";

type Stage =
  | { kind: "starting" }
  | { kind: "no-settings" }
  | { kind: "signed-out"; settings: Settings; why?: "failed" | "ended" }
  | { kind: "signed-in"; settings: Settings; session: Session };

export function App() {
  const address = useAddress();
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(LANGUAGE) === "en" ? "en" : "de"));
  const [stage, setStage] = useState<Stage>({ kind: "starting" });
  const words = WORDS[language];

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    void start().then(setStage);
  }, []);

  const switchLanguage = () => {
    const other = language === "de" ? "en" : "de";
    localStorage.setItem(LANGUAGE, other);
    setLanguage(other);
  };

  const ended = useCallback(() => {
    forgetSession();
    setStage((before) => (before.kind === "signed-in" ? { kind: "signed-out", settings: before.settings, why: "ended" } : before));
  }, []);

  return (
    <>
      <a class="kern-link weg-skip" href="#content">
        {words.skip}
      </a>
      <Header
        words={words}
        language={language}
        switchLanguage={switchLanguage}
        {...(stage.kind === "signed-in" ? { caller: stage.session.caller, leave: () => void signOut(stage.settings, stage.session) } : {})}
      />
      {stage.kind === "signed-in" && <Rooms screen={address.screen} words={words} />}
      <main id="content" class="kern-container weg-main" tabIndex={-1}>
        <Content address={address} stage={stage} words={words} language={language} ended={ended} />
      </main>
    </>
  );
}

async function start(): Promise<Stage> {
  let settings: Settings;
  try {
    settings = await loadSettings();
  } catch {
    return { kind: "no-settings" };
  }
  if (isReturn(location.search)) {
    try {
      const returnTo = await completeSignIn(settings, Date.now());
      history.replaceState(null, "", returnTo);
      dispatchEvent(new Event("popstate"));
    } catch {
      history.replaceState(null, "", "/");
      dispatchEvent(new Event("popstate"));
      return { kind: "signed-out", settings, why: "failed" };
    }
  }
  const session = currentSession(Date.now());
  return session === undefined ? { kind: "signed-out", settings } : { kind: "signed-in", settings, session };
}

function Content({
  address,
  stage,
  words,
  language,
  ended,
}: {
  address: Address;
  stage: Stage;
  words: Words;
  language: Language;
  ended: () => void;
}) {
  const lastSearch = useRef("/");
  const lastCertificates = useRef("/nachweise");
  if (address.screen === "search") lastSearch.current = searchAddress(address.search);
  if (address.screen === "certificates") lastCertificates.current = certificatesAddress(address.filter);
  useHeadingFocus(address, stage.kind);

  switch (stage.kind) {
    case "starting":
      return <Loading words={words} />;
    case "no-settings":
      return (
        <>
          <h1 class="kern-heading-large">{words.title}</h1>
          <Alert tone="danger" title={words.problem} role="alert">
            <p class="kern-body">{words.settingsMissing}</p>
          </Alert>
        </>
      );
    case "signed-out":
      return <SignInScreen settings={stage.settings} words={words} {...(stage.why === undefined ? {} : { why: stage.why })} />;
    case "signed-in":
      switch (address.screen) {
        case "search":
          return <SearchScreen search={address.search} session={stage.session} words={words} language={language} ended={ended} />;
        case "route":
          return (
            <RouteScreen
              key={address.id}
              id={address.id}
              back={lastSearch.current}
              settings={stage.settings}
              session={stage.session}
              words={words}
              language={language}
              ended={ended}
            />
          );
        case "findings":
          return <FindingsScreen filter={address.filter} session={stage.session} words={words} language={language} ended={ended} />;
        case "certificates":
          return <CertificatesScreen filter={address.filter} session={stage.session} words={words} language={language} ended={ended} />;
        case "certificate":
          return (
            <CertificateScreen
              key={address.id}
              id={address.id}
              back={lastCertificates.current}
              settings={stage.settings}
              session={stage.session}
              words={words}
              language={language}
              ended={ended}
            />
          );
        case "register":
          return <RegisterScreen filter={address.filter} session={stage.session} words={words} language={language} ended={ended} />;
        case "nowhere":
          return (
            <>
              <h1 class="kern-heading-large" tabIndex={-1}>
                {words.noSuchPage}
              </h1>
              <Link to="/">{words.backToSearch}</Link>
            </>
          );
      }
  }
}

/** After a change of screen the keyboard continues at its heading; the first screen leaves the focus alone. */
function useHeadingFocus(address: Address, stage: Stage["kind"]): void {
  const place = address.screen === "route" || address.screen === "certificate" ? address.id : address.screen;
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (stage !== "signed-in") return;
    if (before.current !== undefined && before.current !== place) {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>("h1")?.focus();
    }
    before.current = place;
  }, [place, stage]);
}
