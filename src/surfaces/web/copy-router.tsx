// In a published copy each page is a file in a folder of its own: a move to another page loads it, and only what stands
// behind the question mark changes within a page.

import { useCallback, type ReactNode } from "react";
import { Router } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { pageAt, type CopyHere } from "./copy.ts";

type Moves = { replace?: boolean; state?: unknown };

export function CopyRouter({ copy, children }: { copy: CopyHere; children: ReactNode }): ReactNode {
  const hook = useCallback(
    (): [string, (to: string, moves?: Moves) => void] => [
      `${copy.base}${copy.page}`,
      (to, moves) => move(copy, to, moves),
    ],
    [copy],
  );
  const hrefs = useCallback((href: string) => pageAt(href.slice(copy.base.length), copy), [copy]);
  return (
    <Router base={copy.base} hook={hook} hrefs={hrefs}>
      {children}
    </Router>
  );
}

function move(copy: CopyHere, to: string, moves: Moves = {}): void {
  const here = window.location.pathname;
  const [path = ""] = to.split(/[?#]/);
  const target = path === here ? to : pageAt(to.slice(copy.base.length), copy);
  const there = target.split(/[?#]/)[0] ?? "";
  const page = pageAt(copy.page, copy);
  // The root shows the case's page, which has an address of its own.
  if (there === here || (there === page && copy.root !== "./")) navigate(target, moves);
  else if (moves.replace) window.location.replace(target);
  else window.location.assign(target);
}
