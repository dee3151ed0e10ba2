import { useEffect, useState } from "preact/hooks";

const NARROW = "(max-width: 767px)";

/** Whether there is too little room for a table. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const media = matchMedia(NARROW);
    const look = () => setNarrow(media.matches);
    media.addEventListener("change", look);
    return () => media.removeEventListener("change", look);
  }, []);
  return narrow;
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Runs `again` every `milliseconds` while `wanted` and while somebody can see the page. */
export function usePolling(wanted: boolean, milliseconds: number, again: () => void): void {
  useEffect(() => {
    if (!wanted) return undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = () => {
      clearInterval(timer);
      timer = undefined;
      if (document.visibilityState === "visible") timer = setInterval(again, milliseconds);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", follow);
    };
  }, [wanted, milliseconds, again]);
}
