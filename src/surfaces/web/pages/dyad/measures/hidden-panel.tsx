// How many incidents stand on no list, over models, over what is doubtful in the links, and over ways of counting.

import { useMemo, type ReactNode } from "react";
import type { CaseHidden, HiddenOfDirection } from "../../../../inputs/case-hidden.ts";
import { hiddenChoicesChart, hiddenModelsChart } from "../../../../charts/hidden.ts";
import { about } from "../../../../words/en.ts";
import { panelWords as words } from "../../../../words/en-measures.ts";
import { hiddenSentences } from "../../../../words/en-hidden.ts";
import { dyad as dyadWords } from "../../../../words/en-pages.ts";
import type { Known } from "../../../facts/brief-facts.ts";
import { numbersIn } from "../../../facts/numbers-in.ts";
import { ChartFigure } from "../../../parts/chart-figure.tsx";
import { Arrow } from "../../../parts/party.tsx";
import { footFacts } from "../foot-facts.ts";
import { factOfEstimate, MeasuredNumber } from "./measured-number.tsx";
import { MeasurePanel } from "./measure-panel.tsx";
import { commandOf, incidentsHref, inOrder, listNamesOf, namesOf } from "./names.ts";

const LEVEL_TITLE = 2;

export function HiddenPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  return (
    <MeasurePanel<CaseHidden>
      name="hidden"
      title={words.hidden}
      level={LEVEL_TITLE}
      caseId={brief.case}
      view={view}
      command={commandOf("hidden", brief.case, view)}
      rests={({ directions }) => [
        ...directions.flatMap(({ estimate }) => ("refused" in estimate ? [] : estimate.assumptions)),
        ...directions.flatMap(({ asLinked }) => asLinked?.cautions ?? []),
      ]}
    >
      {({ directions }) =>
        inOrder(brief, directions).map((direction) => (
          <OneDirection key={direction.from} direction={direction} known={known} />
        ))
      }
    </MeasurePanel>
  );
}

function OneDirection({ direction, known }: { direction: HiddenOfDirection; known: Known }): ReactNode {
  const { brief, view } = known;
  const names = useMemo(() => namesOf(brief, direction), [brief, direction]);
  const { tone } = names;
  const { estimate } = direction;
  const charts = useMemo(() => {
    const input = { direction, arrow: names.arrow, tone: names.tone, names: listNamesOf(direction.overlap.lists) };
    const id = `${direction.from}-${direction.to}`;
    return [
      hiddenModelsChart({ ...input, id: `hidden-models-${id}` }),
      hiddenChoicesChart({ ...input, id: `hidden-choices-${id}` }),
    ] as const;
  }, [direction, names]);
  const fact = useMemo(
    () =>
      factOfEstimate({
        answer: direction.estimate,
        shown: (value) => ("refused" in direction.estimate ? "" : about(value, direction.estimate.interval)),
        title: words.hiddenFact(names.arrow),
        meaning: words.hiddenMeaning,
        formula: words.hiddenFormula,
        sources: Object.values(listNamesOf(direction.overlap.lists)),
        command: commandOf("hidden", brief.case, view),
        list: incidentsHref(direction, view),
      }),
    [direction, names, brief, view],
  );
  const name = `hidden:${direction.from}-${direction.to}`;
  const [base = "", ...others] = hiddenSentences(names.sentence, direction);
  return (
    <div className="measured">
      <h3>
        <Arrow
          from={{ tone, name: names.from }}
          to={{ tone: namesOf(brief, turned(direction)).tone, name: names.to }}
        />
      </h3>
      {"refused" in estimate ? (
        <p className="refusal">
          <strong>
            <MeasuredNumber name={name} fact={fact}>
              {dyadWords.noEstimate}
            </MeasuredNumber>
          </strong>{" "}
          {base} {others.join(" ")}
        </p>
      ) : (
        <>
          <p className="answer">
            {base}{" "}
            {numbersIn(others.join(" "), [{ text: about(estimate.value, estimate.interval), key: name }]).map(
              ({ text, key, at }) =>
                key === null ? (
                  text
                ) : (
                  <MeasuredNumber key={at} name={name} fact={fact}>
                    {text}
                  </MeasuredNumber>
                ),
            )}
          </p>
          <Shares shares={estimate.shares} />
          <ChartFigure chart={charts[0]} facts={footFacts(brief)} />
          <details className="folded-chart">
            <summary>{words.hiddenChoices}</summary>
            <ChartFigure chart={charts[1]} facts={footFacts(brief)} />
          </details>
        </>
      )}
    </div>
  );
}

function turned({ from, to }: { from: string; to: string }): { from: string; to: string } {
  return { from: to, to: from };
}

/** Where the doubt comes from, as parts of one bar. */
function Shares({ shares }: { shares: { sampling: number; models: number; linkage: number } }): ReactNode {
  const parts = [
    { name: words.shares.sampling, share: shares.sampling },
    { name: words.shares.models, share: shares.models },
    { name: words.shares.linkage, share: shares.linkage },
  ];
  return (
    <dl className="shares">
      {parts.map(({ name, share }) => (
        <div key={name} style={{ flexGrow: Math.max(share, 0.12) }}>
          <dt>{name}</dt>
          <dd>{Math.round(100 * share)}%</dd>
        </div>
      ))}
    </dl>
  );
}
