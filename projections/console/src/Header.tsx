import type { Caller } from "./caller";
import type { Language } from "./format";
import { Link } from "./navigation";
import { Icon } from "./parts";
import { wordFor, type Words } from "./words";

/** KERN's Kopfzeile without the federal flag: whoever runs this is not thereby an authority. */
export function Header({
  words,
  language,
  switchLanguage,
  caller,
  leave,
}: {
  words: Words;
  language: Language;
  switchLanguage: () => void;
  caller?: Caller;
  leave?: () => void;
}) {
  return (
    <header>
      <div class="kern-kopfzeile">
        <div class="kern-container">
          <div class="kern-kopfzeile__content">
            <span class="kern-kopfzeile__label">{words.claim}</span>
          </div>
        </div>
      </div>
      <div class="kern-container weg-bar">
        <Link to="/" class="kern-link kern-link--no-visited-state weg-brand">
          <Mark />
          <span class="kern-title kern-title--large">{words.title}</span>
        </Link>
        {caller !== undefined && <Acting caller={caller} words={words} />}
        <div class="kern-btn-wrapper weg-bar__actions">
          <button type="button" class="kern-btn kern-btn--tertiary" lang={language === "de" ? "en" : "de"} onClick={switchLanguage}>
            <Icon name="language" />
            <span class="kern-label kern-sr-only-mobile">{words.otherLanguage}</span>
          </button>
          {leave !== undefined && (
            <button type="button" class="kern-btn kern-btn--secondary" onClick={leave}>
              <Icon name="logout" />
              <span class="kern-label kern-sr-only-mobile">{words.signOut}</span>
            </button>
          )}
        </div>
      </div>
    </header>
  );
}

function Acting({ caller, words }: { caller: Caller; words: Words }) {
  const roles = caller.roles.map((role) => wordFor(words.roles, role)).join(", ");
  return (
    <section class="weg-acting" aria-label={words.session}>
      <Icon name="account-circle" />
      <p class="kern-body kern-body--small">
        {caller.signInName !== undefined && <strong>{caller.signInName}</strong>} {words.as}{" "}
        <strong>{roles === "" ? words.noRole : roles}</strong>
        <br />
        {words.actingFor} <span class="weg-organisation">{caller.organisationName ?? caller.organisation ?? words.noOrganisation}</span>
      </p>
    </section>
  );
}

function Mark() {
  return (
    <svg class="weg-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <rect width="32" height="32" rx="6" class="weg-mark__ground" />
      <path d="M7 23V13a4 4 0 0 1 8 0v6a4 4 0 0 0 8 0V9" class="weg-mark__way" />
      <circle cx="7" cy="23" r="3" class="weg-mark__place" />
      <circle cx="23" cy="9" r="3" class="weg-mark__place" />
    </svg>
  );
}
