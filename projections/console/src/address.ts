import { readSearch, type Search, writeSearch } from "./search";

/** What the address bar names: one screen with all it needs to be drawn again. */
export type Address = { screen: "search"; search: Search } | { screen: "route"; id: string } | { screen: "nowhere" };

export function readAddress(pathname: string, query: string): Address {
  if (pathname === "/") return { screen: "search", search: readSearch(query) };
  const id = /^\/vorgang\/([^/]+)\/?$/.exec(pathname)?.[1];
  return id === undefined ? { screen: "nowhere" } : { screen: "route", id };
}

export function searchAddress(search: Search): string {
  const query = writeSearch(search);
  return query === "" ? "/" : `/?${query}`;
}

export function routeAddress(id: string): string {
  return `/vorgang/${encodeURIComponent(id)}`;
}
