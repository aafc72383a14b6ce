// What changed at a date: the agreement's, or any that the reader picks. It stands in the address.

import { useMemo, type ReactNode } from "react";
import { curveChart, isAnswered, placeboChart } from "../../../../charts/effect.ts";
import { ratiosChart } from "../../../../charts/ratios.ts";
import type { Curve } from "../../../../../measure/effect/specification-curve.ts";
import type { Outcome } from "../../../../../values/outcome.ts";
import type { CaseEffectAnswer, EffectOfList } from "../../../../inputs/case-effect.ts";
import { ratio } from "../../../../words/en.ts";
import { listName } from "../../../../words/en-codes.ts";
import { curveSentences } from "../../../../words/en-effect.ts";
import { effectPanel as words, effectWords } from "../../../../words/en-measures.ts";
import { agreementOf, type Saying } from "../../../../words/en-likelihood.ts";
import { whenWords } from "../../../../words/en-when.ts";
import { dyad as dyadWords } from "../../../../words/en-pages.ts";
import type { Known } from "../../../facts/brief-facts.ts";
import { ChartFigure } from "../../../parts/chart-figure.tsx";
import { useAddress } from "../../../use-address.ts";
import { footFacts } from "../foot-facts.ts";
import { factOfEstimate, MeasuredNumber } from "./measured-number.tsx";
import { MeasurePanel } from "./measure-panel.tsx";
import { commandOf, namesOf } from "./names.ts";

const DATE = "agreed";
const MONTHS = "months";
const USUAL_MONTHS = 24;
const UNUSUAL = 0.05;

export function EffectPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  const { params } = useAddress();
  const [date, months] = [params.get(DATE), params.get(MONTHS)];
  const flags = `${date === null ? "" : ` --date ${date}`}${months === null ? "" : ` --months ${months}`}`;
  const command = commandOf("effect", brief.case, view, flags);
  return (
    <MeasurePanel<CaseEffectAnswer>
      name="effect"
      title={words.title}
      level={3}
      caseId={brief.case}
      view={view}
      settings={{ from: brief.agreement.direction.from, date, months }}
      command={command}
      rests={({ lists }) =>
        lists.flatMap((row) => (isAnswered(row) ? [...row.ratio.assumptions] : [row.refused.because]))
      }
      controls={<Picked known={known} date={date} months={months} />}
    >
      {(answer) => <Answered answer={answer} known={known} command={command} />}
    </MeasurePanel>
  );
}

type PickedProps = { known: Known; date: string | null; months: string | null };

function Picked({ known: { brief }, date, months }: PickedProps): ReactNode {
  const { set } = useAddress();
  return (
    <div className="settings">
      <label>
        <span>{words.date}</span>
        <input
          type="date"
          required
          value={date ?? brief.agreement.date}
          onChange={({ currentTarget: { value } }) => {
            if (value !== "") set({ [DATE]: value === brief.agreement.date ? null : value }, { replace: true });
          }}
        />
      </label>
      <label>
        <span>{words.months}</span>
        <input
          type="number"
          min={3}
          max={120}
          value={months ?? USUAL_MONTHS}
          onChange={({ currentTarget: { valueAsNumber: value } }) => {
            if (Number.isInteger(value) && value >= 1 && value <= 1200)
              set({ [MONTHS]: value === USUAL_MONTHS ? null : String(value) }, { replace: true });
          }}
        />
      </label>
      {date !== null && (
        <button type="button" className="plain" onClick={() => set({ [DATE]: null }, { replace: true })}>
          {words.agreement(brief.agreement.title.en)}
        </button>
      )}
    </div>
  );
}

type Props = { answer: CaseEffectAnswer; known: Known; command: string };

function Answered({ answer, known, command }: Props): ReactNode {
  const { brief } = known;
  const { lists, pooled, curve, date, months, direction } = answer;
  const shown = useMemo(() => [...lists, ...pooled.filter(({ dates }) => dates === "first")], [lists, pooled]);
  const strip = lists.findLast(isAnswered);
  const charts = useMemo(
    () => ({
      lists: ratiosChart({
        id: "effect-lists",
        title: effectWords.lists(months, whenWords(date)),
        equal: effectWords.unchanged,
        ratios: shown.map((row) => ({
          label: rowName(row),
          tone: row.list === "pooled" ? "third" : "ink",
          answer: isAnswered(row) ? row.ratio : row,
        })),
      }),
      strips: lists.filter(isAnswered).map((row, index) => placeboChart(`effect-dates-${index}`, rowName(row), row)),
      curve: "variants" in curve ? curveChart("effect-curve", curve) : null,
    }),
    [lists, shown, curve, date, months],
  );
  const found: Outcome<Curve> =
    "variants" in curve ? { ok: true, value: curve } : { ok: false, refusal: curve.refused };
  const sayings = lists.filter(({ profiles }) => profiles === "with").map(sayingOf);
  const facts = footFacts(brief);
  return (
    <>
      <p className="answer">
        {words.around(namesOf(brief, direction).sentence, months, whenWords(date))} {agreementOf(sayings)}{" "}
        {shown.map((row, index) => (
          <span key={rowName(row)}>
            {index > 0 && " · "}
            <Multiple row={row} months={months} known={known} command={command} />
          </span>
        ))}
      </p>
      <ChartFigure chart={charts.lists} facts={facts} />
      <h4>{words.placebos}</h4>
      {strip && (
        <p className="answer">
          {lists
            .filter(isAnswered)
            .map((row) => `${rowName(row)}: ${effectWords.placeboTold(row.placebo.rank, row.placebo.of)}`)
            .join(" ")}
        </p>
      )}
      {charts.strips.length === 0 ? (
        <p className="refusal">{dyadWords.noEstimate}</p>
      ) : (
        charts.strips.slice(-1).map((chart) => <ChartFigure key={chart.id} chart={chart} facts={facts} />)
      )}
      {charts.strips.length > 1 && (
        <details className="folded-chart">
          <summary>{words.otherStrips}</summary>
          {charts.strips.slice(0, -1).map((chart) => (
            <ChartFigure key={chart.id} chart={chart} facts={facts} />
          ))}
        </details>
      )}
      <h4>{words.curve}</h4>
      <p className={found.ok ? "answer" : "refusal"}>{curveSentences(found).join(" ")}</p>
      {charts.curve && <ChartFigure chart={charts.curve} facts={facts} />}
    </>
  );
}

function Multiple({
  row,
  months,
  known,
  command,
}: { row: EffectOfList; months: number } & Omit<Props, "answer">): ReactNode {
  const answered = isAnswered(row) ? row : null;
  const title = words.fact(rowName(row));
  const fact = useMemo(
    () =>
      factOfEstimate({
        answer: isAnswered(row) ? row.ratio : row,
        shown: (value) => `×${ratio(value)}`,
        title,
        meaning: answered ? words.meaning(answered.before, answered.after, months) : "",
        formula: words.formula,
        sources: row.list === "pooled" ? footFacts(known.brief).sources.slice() : [listName(row.list)],
        command,
      }),
    [answered, row, title, months, known.brief, command],
  );
  return (
    <>
      {rowName(row)}:{" "}
      <MeasuredNumber name={`effect:${row.list}:${row.profiles}:${row.dates}`} fact={fact}>
        {answered ? `×${ratio(answered.ratio.value)}` : dyadWords.refusedCell}
      </MeasuredNumber>
    </>
  );
}

function rowName({ list, profiles, dates }: EffectOfList): string {
  return words.row(list === "pooled" ? words.pooled : listName(list), dates, profiles);
}

/** A list says what chance alone would hardly bring about. */
function sayingOf(row: EffectOfList): Saying {
  if (!isAnswered(row)) return "cannot tell";
  if (row.exact.p <= UNUSUAL && row.ratio.value < 1) return "fewer";
  return row.ratio.interval.lower > 1 ? "more" : "cannot tell";
}
