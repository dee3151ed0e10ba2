import type { ComponentChildren, TargetedMouseEvent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Address, readAddress } from "./address";

const MOVED = "wegweis:moved";

/** Goes to another address of the console without loading the page anew. */
export function go(address: string): void {
  history.pushState(null, "", address);
  dispatchEvent(new Event(MOVED));
}

export function useAddress(): Address {
  const [address, setAddress] = useState(() => readAddress(location.pathname, location.search));
  useEffect(() => {
    const read = () => setAddress(readAddress(location.pathname, location.search));
    addEventListener("popstate", read);
    addEventListener(MOVED, read);
    return () => {
      removeEventListener("popstate", read);
      removeEventListener(MOVED, read);
    };
  }, []);
  return address;
}

/** A real link, so that it can be copied or opened in a new tab; a plain click stays in the page. */
export function Link({
  to,
  class: style = "kern-link kern-link--no-visited-state",
  current,
  children,
}: {
  to: string;
  class?: string;
  current?: "page" | "true";
  children: ComponentChildren;
}) {
  const follow = (event: TargetedMouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} class={style} onClick={follow} {...(current === undefined ? {} : { "aria-current": current })}>
      {children}
    </a>
  );
}
