// Do the sides answer each other? Both tests, by both kinds of date, as words and as a picture.

import { useMemo, type ReactNode } from "react";
import type { ReferenceKey } from "../../../../../values/references.ts";
import { reciprocityChart } from "../../../../charts/reciprocity.ts";
import type { CaseReciprocity, CaseSeries } from "../../../../inputs/case-reciprocity.ts";
import { reciprocityPanel as words } from "../../../../words/en-measures.ts";
import { probability } from "../../../../words/en.ts";
import type { Fact } from "../../../facts/fact.ts";
import { numbersIn } from "../../../facts/numbers-in.ts";
import { MeasuredNumber } from "./measured-number.tsx";
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
        {answer.series.map((series) => (
          <Reading key={series.heading} series={series} answer={answer} known={known} />
        ))}
      </dl>
      <ChartFigure chart={chart} facts={footFacts(known.brief)} />
    </>
  );
}

type Props = { series: CaseSeries; answer: CaseReciprocity; known: Known };

/** What both tests say; each p opens what it rests on. */
function Reading({ series, answer, known: { brief, view } }: Props): ReactNode {
  const { heading, reading } = series;
  const facts = useMemo(() => {
    if ("refused" in series || "refused" in series.permutation) return [];
    const { likelihoodRatio, permutation } = series;
    const about = {
      meaning: words.meaning,
      refused: null,
      sources: footFacts(brief).sources.slice(),
      assumptions: answer.assumptions,
      references: answer.references as readonly ReferenceKey[],
      inputs: answer.inputs,
      command: commandOf("reciprocity", brief.case, view),
      list: null,
    };
    const ratio: Fact = {
      ...about,
      title: words.ratioFact(heading),
      value: probability(likelihoodRatio.p),
      exact: String(Number(likelihoodRatio.p.toPrecision(6))),
      interval: words.spread(probability(likelihoodRatio.pLeast), probability(likelihoodRatio.pMost)),
      formula: words.ratioFormula,
    };
    const shuffled: Fact = {
      ...about,
      title: words.shuffledFact(heading),
      value: probability(permutation.p),
      exact: String(Number(permutation.p.toPrecision(6))),
      interval: null,
      formula: words.shuffledFormula,
    };
    return [ratio, shuffled];
  }, [series, heading, answer, brief, view]);
  const keys = ["ratio", "shuffled"].map((test) => `reciprocity:${series.dates}:${series.of}:${test}`);
  const expected = facts.map(({ value }, index) => ({ text: value ?? "", key: keys[index] ?? "" }));
  return (
    <div className={"refused" in series ? "refusal" : undefined}>
      <dt>{heading}</dt>
      <dd>
        {numbersIn(reading, expected).map(({ text, key, at }) => {
          const fact = key === null ? undefined : facts[keys.indexOf(key)];
          return key === null || !fact ? (
            text
          ) : (
            <MeasuredNumber key={at} name={key} fact={fact}>
              {text}
            </MeasuredNumber>
          );
        })}
      </dd>
    </div>
  );
}
