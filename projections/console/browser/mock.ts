import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Hit } from "../src/consignment";
import { barelyKnown, certificate, FIRST_CARRIER, wholeWay } from "../src/sample";
import { CERTIFICATES, FINDINGS, findingCounts, LINEAGE, PERMITS, REGISTER } from "./mockOffice";

const BUILT = join(import.meta.dirname, "../../target/classes/console");
const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};
const PAGE = 20;

export const PERSON = { username: "disponentin", password: "grüner-hügel 7" };

export type Mock = {
  console: string;
  /** What the last search asked for. */
  searches: URLSearchParams[];
  /** How often the route was asked for. */
  routeReads: number;
  /** While true, the API answers 503. */
  away: boolean;
  /** While true, the last step stays unsealed. */
  sealing: boolean;
  /** While true, the service knows of no lineage, papers and register. */
  plain: boolean;
  /** How often a code was to be turned into tokens. */
  exchanges: number;
  close: () => Promise<void>;
};

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

/** The built console with a fixed API, an issuer that really checks PKCE, and a ledger bridge: three origins, as in life. */
export async function startMock(): Promise<Mock> {
  const tokens = new Set<string>();
  const mock: Mock = { console: "", searches: [], routeReads: 0, away: false, sealing: true, plain: false, exchanges: 0, close: () => Promise.resolve() };

  const allowed = (request: IncomingMessage) => tokens.has((request.headers.authorization ?? "").replace("Bearer ", ""));
  const issuer = await listen((request, response, url) =>
    answerIssuer(request, response, url, `http://127.0.0.1:${port(issuer)}`, tokens, mock),
  );
  const bridge = await listen((request, response) => {
    cross(response);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    if (!allowed(request)) return json(response, 401, {});
    response.writeHead(200, { "content-type": "application/vnd.etsi.asic-e+zip" }).end("PK evidence");
  });
  const site = await listen(async (request, response, url) => {
    if (url.pathname === "/console-settings.json")
      return json(response, 200, {
        issuer: `http://127.0.0.1:${port(issuer)}`,
        clientId: "console",
        ledgerBridge: `http://127.0.0.1:${port(bridge)}`,
      });
    if (url.pathname.startsWith("/api/")) {
      if (!allowed(request)) return json(response, 401, {});
      if (mock.away)
        return json(response, 503, { type: "about:blank", title: "Weg", status: 503, detail: "Die Suche wird gerade neu aufgebaut." });
      if (url.pathname === "/api/register" && request.headers.accept?.startsWith("text/csv") === true && !mock.plain)
        return answerFile(response, url);
      return answerApi(response, url, mock);
    }
    const file = extname(url.pathname) === "" ? "index.html" : normalize(url.pathname);
    const content = await readFile(join(BUILT, file)).catch(() => undefined);
    if (content === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(content);
  });

  mock.console = `http://127.0.0.1:${port(site)}`;
  mock.close = async () => {
    for (const server of [site, bridge, issuer]) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  };
  return mock;
}

function answerApi(response: ServerResponse, url: URL, mock: Mock): void {
  if (answerOffice(response, url, mock)) return;
  const id = /^\/api\/consignments\/(.+)$/.exec(url.pathname)?.[1];
  if (id !== undefined) {
    mock.routeReads++;
    const known = [wholeWay(mock.sealing ? "logged" : "sealed"), barelyKnown()].find((each) => each.id === id);
    return known !== undefined
      ? json(response, 200, known)
      : json(response, 404, { type: "https://wegweis.example/problems/not-found", title: "Nicht gefunden", status: 404 });
  }
  mock.searches.push(url.searchParams);
  const code = url.searchParams.get("wasteCode");
  if (code !== null && !/^\d{2} ?\d{2} ?\d{2}\*?$/.test(code))
    return json(response, 400, {
      type: "https://wegweis.example/problems/wrong-field",
      title: "Kein Abfallschlüssel",
      status: 400,
      detail: "Ein Abfallschlüssel hat sechs Ziffern, zum Beispiel 17 05 03.",
      field: "/wasteCode",
    });
  const found = HITS.filter((hit) => (url.searchParams.get("number") ?? hit.noteNumber) === hit.noteNumber);
  const from = Number(url.searchParams.get("after") ?? 0);
  return json(response, 200, { items: found.slice(from, from + PAGE), next: from + PAGE < found.length ? String(from + PAGE) : null });
}

/** In two pages. */
function answerFile(response: ServerResponse, url: URL): void {
  const second = url.searchParams.has("after");
  response
    .writeHead(200, { "content-type": "text/csv;charset=utf-8", ...(second ? {} : { "wegweis-next": "2" }) })
    .end(`role,massGrams\r\n${second ? "plant,11900000" : "generator,12400000"}\r\n`);
}

const ROUTE_LINEAGE = `/api/consignments/${wholeWay("sealed").id}/lineage`;

/** The lists for offices and authorities; false where the address is another's. */
function answerOffice(response: ServerResponse, url: URL, mock: Mock): boolean {
  const unknown = () => json(response, 404, { type: "https://wegweis.example/problems/not-found", title: "Nicht gefunden", status: 404 });
  const wanted = (name: string) => url.searchParams.get(name);
  const page = <T>(all: T[], more: object = {}) => {
    const from = Number(wanted("after") ?? 0);
    json(response, 200, { items: all.slice(from, from + PAGE), next: from + PAGE < all.length ? String(from + PAGE) : null, ...more });
  };
  switch (url.pathname) {
    case "/api/findings":
      if (wanted("wasteCode") === "Boden")
        json(response, 400, {
          type: "https://wegweis.example/problems/wrong-field",
          status: 400,
          detail: "Ein Abfallschlüssel hat sechs Ziffern, zum Beispiel 17 05 03.",
          field: "wasteCode",
        });
      else
        page(
          FINDINGS.filter((finding) => (wanted("code") ?? finding.code) === finding.code),
          { counts: findingCounts() },
        );
      return true;
    case "/api/certificates":
      page(CERTIFICATES.filter((found) => (wanted("state") ?? found.state) === found.state));
      return true;
    case `/api/certificates/${certificate().id}`:
      json(response, 200, certificate());
      return true;
    case "/api/register":
      if (mock.plain) unknown();
      else page(REGISTER.filter((entry) => (wanted("role") ?? entry.role) === entry.role));
      return true;
    case "/api/permits":
      if (mock.plain) unknown();
      else json(response, 200, wanted("organisation") === FIRST_CARRIER ? PERMITS : []);
      return true;
    case ROUTE_LINEAGE:
      if (mock.plain) unknown();
      else json(response, 200, LINEAGE);
      return true;
  }
  if (!/^\/api\/(certificates|consignments\/[^/]+\/lineage)/.test(url.pathname)) return false;
  unknown();
  return true;
}

const HITS: Hit[] = Array.from({ length: 25 }, (_, index) => ({
  id: index === 0 ? wholeWay("sealed").id : `01985f00-0000-7000-8000-0000000002${String(index).padStart(2, "0")}`,
  noteNumber: index === 0 ? "11681570210293-4" : index === 3 ? null : `116815702102${String(index).padStart(2, "0")}-7`,
  wasteCode: index % 2 === 0 ? "17 05 03*" : "20 03 01",
  wasteTitle: index % 2 === 0 ? "Boden und Steine, die gefährliche Stoffe enthalten" : "gemischte Siedlungsabfälle",
  state: (["partly-accepted", "on-the-road", "accepted", "rejected", "opened", "cancelled", "at-the-plant"] as const)[index % 7]!,
  generator: { name: "Bauunternehmen Grünhügel GmbH", site: "P12345678", place: "Potsdam" },
  plant: { name: "Bodenbehandlung Nord", site: "B87654321", place: "Hamburg" },
  carrier: index === 4 ? null : { name: "Spedition Havel Transporte" },
  declaredGrams: 12_400_000 + index * 130_000,
  acceptedGrams: index === 0 ? 11_900_000 : null,
  openedAt: "2026-11-23T07:10:00Z",
  lastHappenedAt: `2026-11-23T0${index % 9}:15:00Z`,
}));

const KEYS = generateKeyPairSync("rsa", { modulusLength: 2048 });
const codes = new Map<string, { challenge: string; nonce: string; redirect: string }>();

async function answerIssuer(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  issuer: string,
  tokens: Set<string>,
  mock: Mock,
): Promise<void> {
  cross(response);
  if (request.method === "OPTIONS") return void response.writeHead(204).end();
  switch (url.pathname) {
    case "/.well-known/openid-configuration":
      return json(response, 200, {
        issuer,
        authorization_endpoint: `${issuer}/oauth2/authorize`,
        token_endpoint: `${issuer}/oauth2/token`,
        end_session_endpoint: `${issuer}/connect/logout`,
        jwks_uri: `${issuer}/oauth2/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      });
    case "/oauth2/authorize": {
      if (url.searchParams.get("code_challenge_method") !== "S256" || url.searchParams.get("client_id") !== "console")
        return json(response, 400, {});
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      return void response.end(`<!doctype html><html lang="de"><title>Anmeldung</title><main><h1>Anmeldung</h1>
        <form method="post" action="/sign-in?${url.searchParams.toString().replaceAll("&", "&amp;")}">
        <label>Name <input name="username"></label><label>Kennwort <input name="password" type="password"></label>
        <button type="submit">Anmelden</button></form></main></html>`);
    }
    case "/sign-in": {
      const form = await body(request);
      if (form.get("username") !== PERSON.username || form.get("password") !== PERSON.password) return json(response, 403, {});
      const code = randomUUID();
      const redirect = url.searchParams.get("redirect_uri") ?? "";
      codes.set(code, { challenge: url.searchParams.get("code_challenge") ?? "", nonce: url.searchParams.get("nonce") ?? "", redirect });
      const back = new URL(redirect);
      back.searchParams.set("code", code);
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      return void response.writeHead(302, { location: back.href }).end();
    }
    case "/oauth2/token": {
      mock.exchanges++;
      const form = await body(request);
      const known = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      const challenge = createHash("sha256")
        .update(form.get("code_verifier") ?? "")
        .digest("base64url");
      if (known === undefined || challenge !== known.challenge || form.get("redirect_uri") !== known.redirect)
        return json(response, 400, { error: "invalid_grant" });
      const now = Math.floor(Date.now() / 1000);
      const common = { iss: issuer, sub: "person-1", iat: now, exp: now + 600 };
      const accessToken = jwt({
        ...common,
        aud: "console",
        organisation: FIRST_CARRIER,
        roles: ["dispatcher"],
        preferred_username: PERSON.username,
      });
      tokens.add(accessToken);
      return json(response, 200, {
        access_token: accessToken,
        id_token: jwt({ ...common, aud: "console", nonce: known.nonce }),
        token_type: "Bearer",
        expires_in: 600,
        scope: "openid",
      });
    }
    case "/connect/logout":
      return void response.writeHead(302, { location: url.searchParams.get("post_logout_redirect_uri") ?? "" }).end();
    default:
      return void response.writeHead(404).end();
  }
}

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "RS256", typ: "JWT", kid: "1" })}.${part(claims)}`;
  return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), KEYS.privateKey).toString("base64url")}`;
}

function cross(response: ServerResponse): void {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-headers", "authorization, accept, content-type");
}

function json(response: ServerResponse, status: number, document: object): void {
  response
    .writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" })
    .end(JSON.stringify(document));
}

async function body(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

async function listen(handler: Handler): Promise<Server> {
  const server = createServer((request, response) => {
    void (async () => {
      try {
        await handler(request, response, new URL(request.url ?? "/", "http://mock"));
      } catch (failure) {
        response.writeHead(500).end(String(failure));
      }
    })();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

function port(server: Server): number {
  return (server.address() as AddressInfo).port;
}
