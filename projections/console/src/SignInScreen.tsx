import { useState } from "preact/hooks";
import { Alert } from "./parts";
import { beginSignIn } from "./session";
import type { Settings } from "./settings";
import type { Words } from "./words";

export function SignInScreen({ settings, words, why }: { settings: Settings; words: Words; why?: "failed" | "ended" }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(why === "failed");

  const leave = () => {
    setBusy(true);
    setFailed(false);
    beginSignIn(settings, location.pathname + location.search).catch(() => {
      setBusy(false);
      setFailed(true);
    });
  };

  return (
    <div class="weg-sign-in">
      <h1 class="kern-heading-x-large">{words.signIn}</h1>
      <p class="kern-body kern-body--large">{words.signInIntro}</p>
      {why === "ended" && !failed && <Alert tone="info" title={words.signInEnded} role="status" />}
      {failed && (
        <Alert tone="danger" title={words.signInFailed} role="alert">
          <p class="kern-body">{words.signInFailedTo(settings.issuer)}</p>
        </Alert>
      )}
      <button type="button" class="kern-btn kern-btn--primary" disabled={busy} onClick={leave}>
        <span class="kern-label">{busy ? words.signingIn : failed ? words.tryAgain : words.signIn}</span>
      </button>
      <p class="kern-body kern-body--muted">{words.signInWhy}</p>
    </div>
  );
}
