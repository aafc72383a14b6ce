// Whether the window is of a kind, and when that changes.

import { useSyncExternalStore } from "react";

export function useMedia(condition: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(condition);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(condition).matches,
  );
}
