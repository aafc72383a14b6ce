// From one page of a list to the next.

import type { ReactNode } from "react";
import { incidents as words } from "../../../words/en-pages.ts";

export function Pages({ page, pages, turn }: { page: number; pages: number; turn: (to: number) => void }): ReactNode {
  return (
    <nav className="turn" aria-label={words.pagination}>
      <button type="button" className="button" disabled={page <= 1} onClick={() => turn(page - 1)}>
        ← {words.previous}
      </button>
      <span>{words.page(page, pages)}</span>
      <button type="button" className="button" disabled={page >= pages} onClick={() => turn(page + 1)}>
        {words.next} →
      </button>
    </nav>
  );
}
