// The brief's answers and the notes that they rest on.

import { lazy, Suspense, useState, type ReactNode } from "react";
import type { Brief } from "../../../brief/compose.ts";
import { listName } from "../../../words/en-codes.ts";
import { debateWords } from "../../../words/en-debate-pages.ts";
import { brief as words } from "../../../words/en-pages.ts";
import { DataTable } from "../../parts/data-table.tsx";
import { today } from "../../parts/today.ts";
import { noteNumbers } from "./note-numbers.ts";

/** References are long: they come after the page stands. */
const Notes = lazy(() => import("./brief-notes.tsx"));

export function BriefSections({ brief }: { brief: Brief }): ReactNode {
  const notes = noteNumbers(brief);
  return brief.sections.map(({ id, question, answer, confidence, estimates }) => (
    <section key={id}>
      <h2>{question}</h2>
      <p>
        {answer}
        {[...new Set(estimates.map(({ estimate }) => notes.of(estimate)))].map((number) => (
          <sup key={number}>
            <a href={`#note-${number}`}>{number}</a>
          </sup>
        ))}
      </p>
      <p className="confidence">{confidence}</p>
      {id === "debate" && <Arguments brief={brief} />}
    </section>
  ));
}

/** One row an argument; the debate's page has the rest of each verdict. */
function Arguments({ brief: { debate } }: { brief: Brief }): ReactNode {
  if (debate === null) return null;
  return (
    <div className="brief-arguments">
      <DataTable
        caption={debate.question}
        columns={debateWords.tableColumns}
        rows={debate.rows.map(({ text, verdict, turnsOn, sourceKind }) => [
          text,
          debateWords.verdicts[verdict],
          turnsOn && `${turnsOn}${sourceKind === null ? "" : ` (${debateWords.sourceKinds[sourceKind]})`}`,
        ])}
      />
    </div>
  );
}

export function BriefNotes({ brief }: { brief: Brief }): ReactNode {
  const [day] = useState(today);
  const used = brief.sources.map((source) =>
    source.publisher === "" ? listName(source.name) : `${source.title}, ${source.publisher}`,
  );
  return (
    <>
      <Suspense fallback={null}>
        <Notes brief={brief} />
      </Suspense>
      <section>
        <h2>{words.sources}</h2>
        <p className="small">{used.join("; ")}.</p>
      </section>
      <footer className="small sheet-foot">
        {words.version} {brief.version} · {words.printed} {day} · {words.hash} <code>{brief.inputs}</code>
      </footer>
    </>
  );
}
