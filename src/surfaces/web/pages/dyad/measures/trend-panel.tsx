// Better or worse: the trend of each direction in ICD 203 words, with what is still to become known allowed for.

import { useMemo, type ReactNode } from "react";
import type { SeriesAnswer, TrendAnswer } from "../../../../inputs/case-trend.ts";
import { trendChart } from "../../../../charts/trend.ts";
import { likely } from "../../../../words/en-likelihood.ts";
import { listName } from "../../../../words/en-codes.ts";
import { trendPanel as words, trendWords } from "../../../../words/en-measures.ts";
import { delaySentence, nowcastSentence } from "../../../../words/en-trend.ts";
import { dyad as dyadWords } from "../../../../words/en-pages.ts";
import type { Known } from "../../../facts/brief-facts.ts";
import { ChartFigure } from "../../../parts/chart-figure.tsx";
import { useAddress } from "../../../use-address.ts";
import { footFacts } from "../foot-facts.ts";
import { factOfEstimate, MeasuredNumber } from "./measured-number.tsx";
import { MeasurePanel } from "./measure-panel.tsx";
import { commandOf, inOrder, namesOf } from "./names.ts";

const PARAMETER = "trend";

export function TrendPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  return (
    <MeasurePanel<TrendAnswer>
      name="trend"
      title={words.title}
      level={3}
      caseId={brief.case}
      view={view}
      settings={{ date: view.date === "first" ? null : view.date }}
      command={commandOf("trend", brief.case, view, view.asof === null ? "" : ` --asof ${view.asof}`)}
      rests={({ delay, directions }) => [
        delaySentence("months", delay.months),
        ...directions.flatMap(({ pooled: { recent, changePoints } }) =>
          [recent, changePoints].flatMap((one) => ("refused" in one ? [] : one.assumptions)),
        ),
      ]}
    >
      {(answer) => <Answered answer={answer} known={known} />}
    </MeasurePanel>
  );
}

function Answered({ answer, known }: { answer: TrendAnswer; known: Known }): ReactNode {
  const { params, set } = useAddress();
  const asked = params.get(PARAMETER);
  const lists = (answer.directions[0]?.lists ?? []).map(({ list }) => list);
  const chosen = lists.find((list) => list === asked) ?? null;
  return (
    <>
      <fieldset className="segments lists">
        <legend className="unseen">{words.choose}</legend>
        {[null, ...lists].map((list) => (
          <button
            key={list}
            type="button"
            aria-pressed={chosen === list}
            onClick={() => set({ [PARAMETER]: list }, { replace: true })}
          >
            {list === null ? trendWords.allLists : listName(list)}
          </button>
        ))}
      </fieldset>
      {inOrder(known.brief, answer.directions).map((direction) => {
        const series = chosen === null ? direction.pooled : direction.lists.find(({ list }) => list === chosen);
        return series ? <OneDirection key={direction.from} ends={direction} series={series} known={known} /> : null;
      })}
    </>
  );
}

type Props = { ends: { from: string; to: string }; series: SeriesAnswer; known: Known };

function OneDirection({ ends, series, known }: Props): ReactNode {
  const { brief, view } = known;
  const names = useMemo(() => namesOf(brief, ends), [brief, ends]);
  const { arrow, sentence } = names;
  const { recent, changePoints: changes, nowcast } = series;
  const list = series.list === null ? trendWords.allLists : listName(series.list);
  const chart = useMemo(
    () => trendChart({ id: `trend-${ends.from}`, series, arrow: names.arrow, list, tone: names.tone }),
    [ends, series, names, list],
  );
  const fact = useMemo(
    () =>
      factOfEstimate({
        answer: series.recent,
        shown: words.times,
        title: words.fact(names.arrow, list, series.recent.years),
        meaning: words.meaning,
        formula: words.formula,
        sources: footFacts(brief).sources.slice(),
        command: commandOf("trend", brief.case, view),
      }),
    [series, names, list, brief, view],
  );
  const name = `trend:${ends.from}:${series.list ?? "all"}`;
  const [first, last] = [series.series[0]?.year ?? 0, series.series.at(-1)?.year ?? 0];
  return (
    <div className="measured">
      {"refused" in recent ? (
        <p className="refusal">
          <strong>
            <MeasuredNumber name={name} fact={fact}>
              {dyadWords.noEstimate}
            </MeasuredNumber>
          </strong>{" "}
          {arrow}, {list}. {recent.refused.because}
        </p>
      ) : (
        <p className="answer">
          {likely(
            Math.max(recent.probabilityOfRise, 1 - recent.probabilityOfRise),
            words.rise(sentence, list, recent.years, recent.probabilityOfRise >= 0.5),
          )}{" "}
          {words.slope}{" "}
          <MeasuredNumber name={name} fact={fact}>
            {words.times(recent.value)}
          </MeasuredNumber>{" "}
          {words.asMany(recent.interval)}{" "}
          {"refused" in changes ? "" : `${likely(changes.probabilityOfNone, words.none)} `}
          {"refused" in nowcast || nowcast.value < 0.5 ? "" : `${nowcastSentence(nowcast)} `}
          {words.turn(recent.wouldTurn)} {words.years(first, last)}
        </p>
      )}
      {series.series.some(({ count }) => count > 0) && <ChartFigure chart={chart} facts={footFacts(brief)} />}
    </div>
  );
}
