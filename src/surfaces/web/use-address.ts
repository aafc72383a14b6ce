// Reads the address and changes it. A change that a reader may want to take back is a step in the history.

import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { query, viewOf, type View } from "./address.ts";

export type Address = {
  path: string;
  params: URLSearchParams;
  view: View;
  /** Sets parameters; null removes one. With `replace`, without a step in the history. */
  set: (changes: Record<string, string | null>, options?: { replace?: boolean; state?: unknown }) => void;
  go: (address: string) => void;
};

export function useAddress(): Address {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const view = useMemo(() => viewOf(params), [params]);
  const set = useCallback<Address["set"]>(
    (changes, options = {}) => {
      // Read afresh: several changes may be made before the page is drawn again.
      const now = new URLSearchParams(window.location.search);
      // The tilde: the address as it stands, wherever the pages are.
      navigate(`~${window.location.pathname}${query({ ...Object.fromEntries(now), ...changes })}`, options);
    },
    [navigate],
  );
  return { path, params, view, set, go: navigate };
}
