// What a published copy says in place of what needs the program.

import type { ReactNode } from "react";
import { published as words } from "../../words/en-published.ts";

export function WorkbenchOnly({ level = 2 }: { level?: 1 | 2 }): ReactNode {
  const Title = level === 1 ? "h1" : "h2";
  return (
    <section className="refusal">
      <Title>{words.only}</Title>
      <p>{words.onlyWhat}</p>
      <p>{words.onlyDo}</p>
      <pre>{words.start}</pre>
    </section>
  );
}
