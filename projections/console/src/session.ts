import * as oauth from "oauth4webapi";
import { type Caller, callerOf } from "./caller";
import type { Settings } from "./settings";

/** A signed-in person's tokens. They live in this tab's session storage: gone with the tab. */
export type Session = { accessToken: string; idToken?: string; expiresAt: number; caller: Caller };

/** What must survive the way to the sign-in page and back. */
type Pending = { verifier: string; state: string; nonce: string; returnTo: string };

const SESSION = "wegweis.session";
const PENDING = "wegweis.sign-in";

export function currentSession(now: number): Session | undefined {
  const kept = sessionStorage.getItem(SESSION);
  if (kept === null) return undefined;
  const session = JSON.parse(kept) as Omit<Session, "caller">;
  if (session.expiresAt > now) return { ...session, caller: callerOf(session.accessToken) };
  forgetSession();
  return undefined;
}

export function forgetSession(): void {
  sessionStorage.removeItem(SESSION);
}

/** Leaves for the sign-in page (authorization code with PKCE); `returnTo` is the address to come back to. */
export async function beginSignIn(settings: Settings, returnTo: string): Promise<void> {
  const server = await discover(settings);
  if (server.authorization_endpoint === undefined) throw new Error("issuer has no authorization endpoint");
  const pending: Pending = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    returnTo,
  };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const address = new URL(server.authorization_endpoint);
  for (const [name, value] of Object.entries({
    response_type: "code",
    client_id: settings.clientId,
    redirect_uri: redirectUri(),
    scope: "openid",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
  }))
    address.searchParams.set(name, value);
  location.assign(address);
}

/** Whether this address is the way back from the sign-in page; `state` alone is also a search. */
export function isReturn(query: string): boolean {
  const parameters = new URLSearchParams(query);
  return sessionStorage.getItem(PENDING) !== null && parameters.has("state") && (parameters.has("code") || parameters.has("error"));
}

/** Turns the code in the address into tokens; answers the address to go back to. */
export async function completeSignIn(settings: Settings, now: number): Promise<string> {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null") as Pending | null;
  sessionStorage.removeItem(PENDING);
  if (pending === null) throw new Error("no sign-in was begun in this tab");
  const server = await discover(settings);
  const client: oauth.Client = { client_id: settings.clientId };
  const answer = oauth.validateAuthResponse(server, client, new URL(location.href), pending.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    redirectUri(),
    pending.verifier,
    insecureOnLoopback(settings),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: pending.nonce,
    requireIdToken: true,
  });
  const session: Omit<Session, "caller"> = {
    accessToken: tokens.access_token,
    ...(tokens.id_token === undefined ? {} : { idToken: tokens.id_token }),
    expiresAt: now + (tokens.expires_in ?? 300) * 1000,
  };
  sessionStorage.setItem(SESSION, JSON.stringify(session));
  return pending.returnTo;
}

/** Forgets the tokens and ends the session at the issuer too, where the issuer offers that. */
export async function signOut(settings: Settings, session: Session): Promise<void> {
  forgetSession();
  const server = await discover(settings).catch(() => undefined);
  if (server?.end_session_endpoint === undefined) {
    location.assign("/");
    return;
  }
  const address = new URL(server.end_session_endpoint);
  address.searchParams.set("client_id", settings.clientId);
  address.searchParams.set("post_logout_redirect_uri", redirectUri());
  if (session.idToken !== undefined) address.searchParams.set("id_token_hint", session.idToken);
  location.assign(address);
}

async function discover(settings: Settings): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(settings.issuer);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecureOnLoopback(settings)));
}

function redirectUri(): string {
  return `${location.origin}/`;
}

/** Tokens travel without TLS only where they never leave the machine. */
function insecureOnLoopback(settings: Settings): { [oauth.allowInsecureRequests]?: boolean } {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(settings.issuer).hostname) ? { [oauth.allowInsecureRequests]: true } : {};
}
