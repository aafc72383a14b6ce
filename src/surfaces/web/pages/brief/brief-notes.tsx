// The notes: for each method its formula, what it takes for granted, and where it comes from.

import type { ReactNode } from "react";
import { cited } from "../../../../values/references.ts";
import type { Answer, Brief } from "../../../brief/compose.ts";
import { formulas } from "../../../words/en-facts.ts";
import { brief as words, dyad } from "../../../words/en-pages.ts";
import { noteNumbers } from "./note-numbers.ts";

export default function Notes({ brief }: { brief: Brief }): ReactNode {
  const notes = noteNumbers(brief);
  return (
    <section>
      <h2>{words.notes}</h2>
      <ol className="notes small">
        {Array.from({ length: notes.count }, (_, index) => index + 1).map((number) => (
          <li key={number} id={`note-${number}`}>
            <Note answer={notes.first(number)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Note({ answer }: { answer: Answer | null }): ReactNode {
  if (answer === null) return null;
  if ("refused" in answer) return words.noEstimate(answer.refused.because);
  return `${formulas[answer.method] ?? answer.method} ${dyad.provided}: ${answer.assumptions.join("; ")}. ${answer.references.map(cited).join(" ")}`;
}
