import { CERTIFICATE_FIELDS, type CertificateField } from "./certificate";
import { type Filter, readFilter, withFilter } from "./filter";
import { FINDING_FIELDS, type FindingField } from "./findings";
import { REGISTER_FIELDS, type RegisterField } from "./register";
import { readSearch, type Search, writeSearch } from "./search";

/** What the address bar names: one screen with all it needs to be drawn again. */
export type Address =
  | { screen: "search"; search: Search }
  | { screen: "route"; id: string }
  | { screen: "findings"; filter: Filter<FindingField> }
  | { screen: "certificates"; filter: Filter<CertificateField> }
  | { screen: "certificate"; id: string }
  | { screen: "register"; filter: Filter<RegisterField> }
  | { screen: "nowhere" };

export function readAddress(pathname: string, query: string): Address {
  switch (pathname) {
    case "/":
      return { screen: "search", search: readSearch(query) };
    case "/hinweise":
      return { screen: "findings", filter: readFilter(FINDING_FIELDS, query) };
    case "/nachweise":
      return { screen: "certificates", filter: readFilter(CERTIFICATE_FIELDS, query) };
    case "/register":
      return { screen: "register", filter: readFilter(REGISTER_FIELDS, query) };
  }
  const [, screen, id] = /^\/(vorgang|nachweise)\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (id === undefined) return { screen: "nowhere" };
  return { screen: screen === "vorgang" ? "route" : "certificate", id };
}

export function searchAddress(search: Search): string {
  const query = writeSearch(search);
  return query === "" ? "/" : `/?${query}`;
}

export function routeAddress(id: string): string {
  return `/vorgang/${encodeURIComponent(id)}`;
}

export function findingsAddress(filter: Filter<FindingField>): string {
  return withFilter("/hinweise", FINDING_FIELDS, filter);
}

export function certificatesAddress(filter: Filter<CertificateField>): string {
  return withFilter("/nachweise", CERTIFICATE_FIELDS, filter);
}

export function certificateAddress(id: string): string {
  return `/nachweise/${encodeURIComponent(id)}`;
}

export function registerAddress(filter: Filter<RegisterField>): string {
  return withFilter("/register", REGISTER_FIELDS, filter);
}
