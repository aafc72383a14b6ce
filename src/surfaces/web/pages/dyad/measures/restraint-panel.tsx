// Tacit understandings: what each side spares this rival, by its own habits with others.

import { useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import { restraintChart } from "../../../../charts/restraint.ts";
import type { CaseRestraint } from "../../../../inputs/case-restraint.ts";
import { listName } from "../../../../words/en-codes.ts";
import { restraintPanel as words } from "../../../../words/en-measures.ts";
import { directionSentence, understandingSentence } from "../../../../words/en-restraint.ts";
import { keeping } from "../../../address.ts";
import type { Known } from "../../../facts/brief-facts.ts";
import { ChartFigure } from "../../../parts/chart-figure.tsx";
import { footFacts } from "../foot-facts.ts";
import { MeasurePanel } from "./measure-panel.tsx";
import { commandOf, inOrder, namesOf } from "./names.ts";

const FALSE_SHARE = 0.1;

export function RestraintPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  return (
    <MeasurePanel<CaseRestraint>
      name="restraint"
      title={words.title}
      level={3}
      caseId={brief.case}
      view={view}
      command={commandOf("restraint", brief.case, view)}
      rests={({ assumptions }) => assumptions}
      controls={
        <p className="small">
          {words.import} <Link href={keeping("/import", view)}>{words.importLink}</Link>
        </p>
      }
    >
      {(answer) => <Answered answer={answer} known={known} />}
    </MeasurePanel>
  );
}

function Answered({ answer, known }: { answer: CaseRestraint; known: Known }): ReactNode {
  const { brief } = known;
  const { source, directions, mutual } = answer;
  const charts = useMemo(
    () =>
      inOrder(brief, directions).map((direction) =>
        restraintChart({ id: `restraint-${direction.from}`, direction, ...namesOf(brief, direction) }),
      ),
    [brief, directions],
  );
  return (
    <>
      <p className="answer">
        {words.by(listName(source))} {mutualWords(mutual)}
      </p>
      {inOrder(brief, directions).map((direction, index) => (
        <div key={direction.from} className="measured">
          <p className={"refused" in direction ? "refusal" : "answer"}>{directionSentence(direction, FALSE_SHARE)}</p>
          {charts[index] && !("refused" in direction) && (
            <ChartFigure chart={charts[index]} facts={footFacts(brief, [source])} />
          )}
        </div>
      ))}
    </>
  );
}

function mutualWords(mutual: CaseRestraint["mutual"]): string {
  if ("refused" in mutual) return words.unsaid(mutual.refused.because);
  if (mutual.understandings.length === 0) return words.none(mutual.tested);
  return mutual.understandings
    .map(
      (found) => `${understandingSentence(found)}${found.brokenBy.length === 0 ? "" : words.against(found.brokenBy)}`,
    )
    .join(" ");
}
