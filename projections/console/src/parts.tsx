import type { ComponentChildren } from "preact";
import type { State } from "./consignment";
import type { Problem } from "./problem";
import type { Tone } from "./proof";
import type { Words } from "./words";

/** A KERN icon; the word beside it says the same, so it is hidden from screen readers. */
export function Icon({ name, size = "default" }: { name: string; size?: "small" | "default" | "large" }) {
  return <span class={`kern-icon kern-icon--${name} kern-icon--${size}`} aria-hidden="true" />;
}

export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <span class={`kern-badge kern-badge--small kern-badge--${tone}`}>
      <Icon name={tone} size="small" />
      <span class="kern-label kern-label--small">{children}</span>
    </span>
  );
}

const STATE_TONES: Record<State, Tone> = {
  opened: "info",
  "on-the-road": "info",
  "at-the-plant": "info",
  accepted: "success",
  "partly-accepted": "warning",
  rejected: "danger",
  cancelled: "warning",
};

export function StateBadge({ state, words }: { state: State; words: Words }) {
  return <Badge tone={STATE_TONES[state]}>{words.states[state]}</Badge>;
}

/** `role` alert for what needs reading at once; without it, the alert is plain content. */
export function Alert({
  tone,
  title,
  role,
  children,
}: {
  tone: Tone;
  title: string;
  role?: "alert" | "status";
  children?: ComponentChildren;
}) {
  return (
    <div class={`kern-alert kern-alert--${tone}`} {...(role === undefined ? {} : { role })}>
      <div class="kern-alert__header">
        <Icon name={tone} size="large" />
        <span class="kern-title">{title}</span>
      </div>
      {children !== undefined && <div class="kern-alert__body">{children}</div>}
    </div>
  );
}

export function Loading({ words }: { words: Words }) {
  return (
    <div class="weg-loading" role="status">
      <span class="kern-loader kern-loader--visible" aria-hidden="true" />
      <span class="kern-body">{words.loading}</span>
    </div>
  );
}

/** What went wrong, and a button where trying again can help. */
export function Failure({
  failure,
  retry,
  words,
}: {
  failure: { kind: "problem"; problem: Problem } | { kind: "unreachable" };
  retry: () => void;
  words: Words;
}) {
  const text =
    failure.kind === "unreachable"
      ? words.unreachable
      : failure.problem.status === 403
        ? words.forbidden
        : (failure.problem.detail ?? failure.problem.title ?? words.unreachable);
  const hopeful = failure.kind === "unreachable" || failure.problem.status >= 500;
  return (
    <Alert tone="danger" title={words.problem} role="alert">
      <p class="kern-body">{text}</p>
      {hopeful && (
        <button type="button" class="kern-btn kern-btn--secondary" onClick={retry}>
          <span class="kern-label">{words.tryAgain}</span>
        </button>
      )}
    </Alert>
  );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="kern-description-list-item">
      <dt class="kern-description-list-item__key">{name}</dt>
      <dd class="kern-description-list-item__value">{children}</dd>
    </div>
  );
}
