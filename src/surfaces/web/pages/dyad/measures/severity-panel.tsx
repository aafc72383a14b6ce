// How severe each direction is, list by list and scale by scale; and whether the lists call the directions equal.

import { useMemo, type ReactNode } from "react";
import type { CaseParity } from "../../../../brief/case-parity.ts";
import type { CaseSeverity, ListSeverity } from "../../../../brief/case-severity.ts";
import { ratiosChart } from "../../../../charts/ratios.ts";
import { severityChart } from "../../../../charts/severity.ts";
import { charts as chartWords } from "../../../../words/en-charts.ts";
import { listName } from "../../../../words/en-codes.ts";
import { panelWords as words } from "../../../../words/en-measures.ts";
import { ratioWords } from "../../../../words/en-ratio.ts";
import type { Known } from "../../../facts/brief-facts.ts";
import { ChartFigure } from "../../../parts/chart-figure.tsx";
import { footFacts } from "../foot-facts.ts";
import { factOfEstimate, MeasuredNumber } from "./measured-number.tsx";
import { MeasurePanel } from "./measure-panel.tsx";
import { commandOf, listNamesOf, namesOf } from "./names.ts";

export function ParityPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  return (
    <MeasurePanel<CaseParity>
      name="parity"
      title={words.parity}
      level={2}
      caseId={brief.case}
      view={view}
      command={commandOf("parity", brief.case, view)}
      rests={({ bySource }) => bySource.flatMap(({ ratio }) => ("refused" in ratio ? [] : ratio.assumptions))}
    >
      {(answer) => <ByList answer={answer} known={known} />}
    </MeasurePanel>
  );
}

function ByList({ answer, known: { brief } }: { answer: CaseParity; known: Known }): ReactNode {
  const [first] = answer.directions;
  const { from, to } = namesOf(brief, first ?? { from: "", to: "" });
  const chart = useMemo(
    () =>
      ratiosChart({
        id: "parity-lists",
        title: words.parityTitle(from, to),
        equal: chartWords.equal,
        ratios: [
          ...answer.bySource.map(({ source, ratio }) => ({
            label: listName(source),
            tone: "ink" as const,
            answer: ratio,
          })),
          ...answer.severity
            .filter(({ ratio }) => !("refused" in ratio))
            .map(({ list, unit, ratio }) => ({
              label: words.bySeverity(listName(list), unit),
              tone: "third" as const,
              answer: ratio,
            })),
        ],
      }),
    [answer, from, to],
  );
  const answered = answer.bySource.filter(({ ratio }) => !("refused" in ratio)).length;
  return (
    <>
      <p className="answer">{words.parityAnswer(answered, answer.bySource.length)}</p>
      <ChartFigure chart={chart} facts={footFacts(brief)} />
    </>
  );
}

export function SeverityPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  return (
    <MeasurePanel<CaseSeverity>
      name="severity"
      title={words.severity}
      level={2}
      caseId={brief.case}
      view={view}
      command={commandOf("severity", brief.case, view)}
      rests={({ scales }) =>
        scales.flatMap(({ directions }) =>
          directions.flatMap(({ mean }) => ("refused" in mean ? [] : mean.assumptions)),
        )
      }
    >
      {({ scales }) =>
        [...Map.groupBy(scales, ({ scale }) => scale)].map(([scale, lists]) => (
          <OneScale key={scale} scale={scale} lists={lists} known={known} />
        ))
      }
    </MeasurePanel>
  );
}

function OneScale({ scale, lists, known }: { scale: string; lists: ListSeverity[]; known: Known }): ReactNode {
  const { brief } = known;
  const chart = useMemo(
    () =>
      severityChart({
        id: `severity-${scale}`,
        lists,
        names: listNamesOf(lists.map(({ list }) => list)),
        directionOf: (from, to) => namesOf(brief, { from, to }),
      }),
    [scale, lists, brief],
  );
  return (
    <>
      <p className="answer">
        {words.severityOn(lists[0]?.unit ?? "")}{" "}
        {lists.flatMap((list) =>
          list.directions
            .filter(({ incidents }) => incidents > 0)
            .map((direction) => (
              <Mean key={`${list.list}${direction.from}`} list={list} direction={direction} known={known} />
            )),
        )}
        {lists
          .filter(({ ratio }) => !("refused" in ratio))
          .map(({ list, ratio }) => words.severityRatio(listName(list), ratioWords(ratio)))
          .join(" ")}
      </p>
      <ChartFigure
        chart={chart}
        facts={footFacts(
          brief,
          lists.map(({ list }) => list),
        )}
      />
    </>
  );
}

type MeanProps = { list: ListSeverity; direction: ListSeverity["directions"][number]; known: Known };

function Mean({ list, direction, known: { brief, view } }: MeanProps): ReactNode {
  const names = useMemo(() => namesOf(brief, direction), [brief, direction]);
  const { sentence } = names;
  const { mean } = direction;
  const fact = useMemo(
    () =>
      factOfEstimate({
        answer: direction.mean,
        shown: (value) => value.toFixed(2),
        title: words.severityFact(listName(list.list), names.arrow),
        meaning: words.severityMeaning(direction.incidents),
        formula: words.severityFormula,
        sources: [listName(list.list)],
        command: commandOf("severity", brief.case, view),
      }),
    [direction, list, names, brief, view],
  );
  if ("refused" in mean) return `${words.severityNone(listName(list.list), sentence, mean.refused.because)} `;
  return (
    <>
      {words.severityMean(listName(list.list), sentence)}{" "}
      <MeasuredNumber name={`severity:${list.list}:${list.scale}:${direction.from}-${direction.to}`} fact={fact}>
        {mean.value.toFixed(2)}
      </MeasuredNumber>
      {". "}
    </>
  );
}
