/** For whom the console acts, read from the access token for showing only: each service checks the token itself. */
export type Caller = { organisation?: string; organisationName?: string; roles: string[]; signInName?: string };

/** The claims of a JWT; a token of another kind simply has none. */
export function callerOf(token: string): Caller {
  const claims = claimsOf(token);
  return {
    roles: Array.isArray(claims["roles"]) ? claims["roles"].filter((role) => typeof role === "string") : [],
    ...text(claims, "organisation", "organisation"),
    ...text(claims, "organisation_name", "organisationName"),
    ...text(claims, "preferred_username", "signInName"),
  };
}

function claimsOf(token: string): Record<string, unknown> {
  const payload = token.split(".")[1];
  if (payload === undefined) return {};
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === "object" && claims !== null ? (claims as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function text<K extends keyof Caller>(claims: Record<string, unknown>, claim: string, name: K): { [P in K]?: string } {
  const value = claims[claim];
  return typeof value === "string" ? ({ [name]: value } as { [P in K]?: string }) : {};
}
