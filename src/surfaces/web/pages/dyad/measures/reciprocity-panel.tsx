// Do the sides answer each other? Both tests, by both kinds of date, as words and as a picture.

import { useMemo, type ReactNode } from "react";
import { reciprocityChart } from "../../../../charts/reciprocity.ts";
import type { CaseReciprocity } from "../../../../inputs/case-reciprocity.ts";
import { reciprocityPanel as words } from "../../../../words/en-measures.ts";
import type { Known } from "../../../facts/brief-facts.ts";
import { ChartFigure } from "../../../parts/chart-figure.tsx";
import { footFacts } from "../foot-facts.ts";
import { MeasurePanel } from "./measure-panel.tsx";
import { commandOf } from "./names.ts";

export function ReciprocityPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  return (
    <MeasurePanel<CaseReciprocity>
      name="reciprocity"
      title={words.title}
      level={3}
      caseId={brief.case}
      view={view}
      command={commandOf("reciprocity", brief.case, view)}
      rests={({ cautions, assumptions }) => [...cautions, ...assumptions]}
    >
      {(answer) => <Answered answer={answer} known={known} />}
    </MeasurePanel>
  );
}

function Answered({ answer, known }: { answer: CaseReciprocity; known: Known }): ReactNode {
  const chart = useMemo(() => reciprocityChart("reciprocity", answer), [answer]);
  return (
    <>
      <dl className="readings">
        {answer.series.map(({ heading, reading, ...series }) => (
          <div key={heading} className={"refused" in series ? "refusal" : undefined}>
            <dt>{heading}</dt>
            <dd>{reading}</dd>
          </div>
        ))}
      </dl>
      <ChartFigure chart={chart} facts={footFacts(known.brief)} />
    </>
  );
}
