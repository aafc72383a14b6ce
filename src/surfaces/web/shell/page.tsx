// The frame of a page: the rail beside it, its title in the window, and where the keyboard starts after a move.

import { useEffect, useRef, type ReactNode } from "react";
import { shell } from "../../words/en-pages.ts";
import type { CaseInView } from "../use-case.ts";
import { Rail } from "./rail.tsx";

type Props = { title: string; inView: CaseInView; rail?: ReactNode; children: ReactNode; busy?: boolean };

export function Page({ title, inView, rail, children, busy = false }: Props): ReactNode {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${title} – ${shell.name}`;
  }, [title]);
  return (
    <div className="frame">
      <Rail title={inView.title} parties={inView.parties} reader={inView.reader} extra={rail} />
      <main id="content" ref={main} tabIndex={-1} aria-busy={busy}>
        {children}
      </main>
    </div>
  );
}

/** Space is kept while the first answer is on its way. */
export function Waiting({ question }: { question: string }): ReactNode {
  return (
    <div className="waiting">
      <h1>{question}</h1>
      <output>{shell.loading}</output>
    </div>
  );
}
