import { useState } from "preact/hooks";
import { routeAddress } from "./address";
import * as api from "./api";
import { type Language, mass, wasteCode } from "./format";
import { type Branch, branches, type Lineage as Graph, type LineageNode } from "./lineage";
import { Link } from "./navigation";
import { useDocument } from "./pages";
import { Alert, Badge, Failure, Loading } from "./parts";
import { present } from "./route";
import type { Session } from "./session";
import { wordFor, type Words } from "./words";

type Props = { id: string; session: Session; words: Words; language: Language; ended: () => void };

/** Where a load came from and where it went, across consignments. Where nothing is known of that, nothing is shown. */
export function Lineage({ id, session, words, language, ended }: Props) {
  const [attempt, setAttempt] = useState(0);
  const address = `/api/consignments/${encodeURIComponent(id)}/lineage`;
  const asked = useDocument<Graph>(
    `${session.accessToken} ${address}`,
    attempt,
    (signal) => api.read(session.accessToken, address, signal),
    ended,
  );
  if (asked.kind === "problem" && asked.problem.status === 404) return null;
  const { lineage } = words;
  return (
    <section aria-labelledby="lineage">
      <h2 id="lineage" class="kern-heading-medium">
        {lineage.title}
      </h2>
      {asked.kind === "loading" && <Loading words={words} />}
      {(asked.kind === "problem" || asked.kind === "unreachable") && (
        <Failure failure={asked} retry={() => setAttempt(attempt + 1)} words={words} />
      )}
      {asked.kind === "document" && <Both graph={asked.value} words={words} language={language} />}
    </section>
  );
}

function Both({ graph, words, language }: { graph: Graph; words: Words; language: Language }) {
  const { lineage } = words;
  return (
    <>
      {!graph.complete && <Alert tone="warning" title={lineage.cutOff} role="status" />}
      <div class="weg-lineage">
        {(["sources", "sinks"] as const).map((way) => {
          const tree = branches(graph, way);
          return (
            <div key={way}>
              <h3 class="kern-title">{lineage[way]}</h3>
              {tree.length === 0 ? (
                <p class="kern-body">{lineage.none[way]}</p>
              ) : (
                <Tree tree={tree} words={words} language={language} />
              )}
            </div>
          );
        })}
      </div>
    </>
  );
}

function Tree({ tree, words, language }: { tree: Branch[]; words: Words; language: Language }) {
  return (
    <ul class="weg-tree">
      {tree.map((branch, index) => (
        <li key={`${branch.node.node} ${index}`}>
          <Node branch={branch} words={words} language={language} />
          {branch.next.length > 0 && <Tree tree={branch.next} words={words} language={language} />}
        </li>
      ))}
    </ul>
  );
}

function Node({ branch: { node, massGrams, shownAbove }, words, language }: { branch: Branch; words: Words; language: Language }) {
  const { lineage } = words;
  const what = present(node.wasteCode) ? wasteCode(node.wasteCode) : undefined;
  const where = [node.site?.name, present(node.site?.site) ? words.site(node.site.site) : undefined, node.land].filter(present).join(", ");
  const more = ([["held", node.heldGrams], ["gained", node.gainedGrams], ["lost", node.lostGrams]] as const).flatMap(([what, grams]) =>
    present(grams) && grams > 0 ? [lineage[what](mass(grams, language))] : [],
  );
  return (
    <p class="kern-body">
      <strong>{mass(massGrams, language)}</strong> <Kind node={node} words={words} />
      {[node.operation, what, where, ...more].filter((text) => present(text) && text !== "").map((text) => ` · ${text}`)}
      {node.hidden && (
        <>
          {" "}
          <Badge tone="info">{lineage.hidden}</Badge>
        </>
      )}
      {shownAbove && ` (${lineage.shownAbove})`}
    </p>
  );
}

function Kind({ node, words }: { node: LineageNode; words: Words }) {
  const word = wordFor(words.lineage.kinds, node.kind);
  if (node.hidden || node.kind !== "consignment" || !present(node.id)) return <>{word}</>;
  return <Link to={routeAddress(node.id)}>{`${word} (…${node.id.slice(-6)})`}</Link>;
}
