import { useState } from "preact/hooks";
import * as api from "./api";
import { Icon } from "./parts";
import { saveFile } from "./save";
import type { Session } from "./session";
import type { Settings } from "./settings";
import type { Words } from "./words";

type Progress = { kind: "idle" } | { kind: "fetching" } | { kind: "saved"; file: string } | { kind: "failed"; why: string };

export function EvidenceButton({
  kind,
  id,
  settings,
  session,
  words,
  ended,
}: {
  kind: "consignments" | "certificates";
  id: string;
  settings: Settings;
  session: Session;
  words: Words;
  ended: () => void;
}) {
  const [progress, setProgress] = useState<Progress>({ kind: "idle" });

  const download = async () => {
    if (progress.kind === "fetching") return;
    setProgress({ kind: "fetching" });
    const answer = await api.evidence(settings, session.accessToken, kind, id);
    switch (answer.kind) {
      case "ok":
        return setProgress({ kind: "saved", file: saveFile(answer.value, `wegweis-${id}.asice`) });
      case "signed-out":
        return ended();
      case "problem":
        return setProgress({ kind: "failed", why: answer.problem.detail ?? answer.problem.title ?? words.unreachable });
      case "unreachable":
        return setProgress({ kind: "failed", why: words.unreachable });
    }
  };

  return (
    <div class="weg-evidence">
      <button type="button" class="kern-btn kern-btn--primary" aria-disabled={progress.kind === "fetching"} onClick={() => void download()}>
        <Icon name="download" />
        <span class="kern-label">{progress.kind === "fetching" ? words.downloading : words.download}</span>
      </button>
      <div role="status">{progress.kind === "saved" && <p class="kern-body">{words.downloaded(progress.file)}</p>}</div>
      {progress.kind === "failed" && (
        <p class="kern-error" role="alert">
          <Icon name="danger" />
          <span class="kern-body">
            {words.downloadFailed}: {progress.why}
          </span>
        </p>
      )}
    </div>
  );
}
