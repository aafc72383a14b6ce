// The tension index, with the reader's own weights and half-life: they stand in the address.

import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { TensionAnswer } from "../../../../inputs/case-tension.ts";
import { tensionChart } from "../../../../charts/tension.ts";
import { tensionPanel as words } from "../../../../words/en-measures.ts";
import { whenWords } from "../../../../words/en-when.ts";
import type { Known } from "../../../facts/brief-facts.ts";
import { ChartFigure } from "../../../parts/chart-figure.tsx";
import { useAddress } from "../../../use-address.ts";
import { footFacts } from "../foot-facts.ts";
import { factOfEstimate, MeasuredNumber } from "./measured-number.tsx";
import { MeasurePanel } from "./measure-panel.tsx";
import { commandOf, inOrder, namesOf } from "./names.ts";
import type { When } from "../../../../../values/when.ts";

const HALF_LIFE = "half-life";
const WEIGHT = "weight";
const USUAL_HALF_LIFE = 180;
const MOST_SHOWN = 6;
/** While a slider moves, the server is asked only when it rests. */
const REST_MS = 120;

export function TensionPanel({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  const { params } = useAddress();
  const [halfLife, weight] = [params.get(HALF_LIFE), params.get(WEIGHT)];
  const flags = [
    halfLife === null ? "" : ` --half-life ${halfLife}`,
    ...(weight ?? "")
      .split(",")
      .filter((pair) => pair !== "")
      .map((pair) => ` --weight ${pair.replace(":", "=")}`),
  ].join("");
  return (
    <MeasurePanel<TensionAnswer>
      name="tension"
      title={words.title}
      level={3}
      caseId={brief.case}
      view={view}
      settings={{ date: view.date === "first" ? null : view.date, [HALF_LIFE]: halfLife, [WEIGHT]: weight }}
      command={commandOf("tension", brief.case, view, flags)}
      rests={({ formula, cautions, joint }) => [formula, ...cautions, ...joint.assumptions]}
      controls={<HalfLife asked={halfLife} />}
    >
      {(answer) => <Answered answer={answer} known={known} command={commandOf("tension", brief.case, view, flags)} />}
    </MeasurePanel>
  );
}

type Answer = { answer: TensionAnswer; known: Known; command: string };

function Answered({ answer, known, command }: Answer): ReactNode {
  const { brief } = known;
  const { joint, months, directions, contributions } = answer;
  const chart = useMemo(
    () =>
      tensionChart({
        id: "tension",
        answer: { months, joint },
        rules: [{ date: brief.agreement.date, label: brief.agreement.title.en }],
      }),
    [months, joint, brief.agreement],
  );
  const fact = useMemo(
    () =>
      factOfEstimate({
        answer: joint,
        shown: (value) => value.toFixed(0),
        title: words.fact,
        meaning: words.meaning,
        formula: answer.formula,
        sources: words.sources,
        command,
      }),
    [joint, answer.formula, command],
  );
  const [before, after] = words.told(months.at(-1)?.month ?? "");
  const { lower, upper } = joint.interval;
  return (
    <>
      <p className="answer">
        {before}{" "}
        <MeasuredNumber name="tension" fact={fact}>
          {joint.value.toFixed(0)}
        </MeasuredNumber>{" "}
        {words.band(joint.interval).replace(/\.$/, ",")} {after}.{" "}
        {words.compared(lower > 100 ? true : upper < 100 ? false : null)}{" "}
        {inOrder(brief, directions)
          .map(({ estimate, ...ends }) =>
            words.direction(namesOf(brief, ends).arrow, estimate.value.toFixed(0), estimate.interval),
          )
          .join(" ")}
      </p>
      <ChartFigure chart={chart} facts={footFacts(brief)} />
      <Contributions rows={contributions.slice(0, MOST_SHOWN)} />
      <Weights answer={answer} />
    </>
  );
}

function Contributions({ rows }: { rows: TensionAnswer["contributions"] }): ReactNode {
  return (
    <table className="cards">
      <caption>{words.contributions}</caption>
      <thead>
        <tr>
          {words.heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, when, kind, points }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td data-column={words.heads[1]}>{whenWords(when as When)}</td>
            <td data-column={words.heads[2]}>{kind === "INCIDENT" ? words.operation : kind.toLowerCase()}</td>
            <td data-column={words.heads[3]} className="figures">
              {points > 0 ? "+" : "−"}
              {Math.abs(points).toFixed(1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HalfLife({ asked }: { asked: string | null }): ReactNode {
  const { set } = useAddress();
  const given = Number(asked ?? USUAL_HALF_LIFE);
  const [days, setDays] = useRested(Number.isFinite(given) ? given : USUAL_HALF_LIFE, (value) =>
    set({ [HALF_LIFE]: value === USUAL_HALF_LIFE ? null : String(value) }, { replace: true }),
  );
  return (
    <div className="settings">
      <label>
        <span>{words.halfLife}</span>
        <input
          type="range"
          min={30}
          max={1080}
          step={30}
          value={days}
          aria-valuetext={words.days(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
      </label>
      <output>{words.days(days)}</output>
    </div>
  );
}

/** A value that shows at once, and is handed on when it has stood still. */
function useRested(given: number, hand: (value: number) => void): [number, (value: number) => void] {
  const [value, setValue] = useState(given);
  const [last, setLast] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (last !== given) {
    setLast(given);
    setValue(given);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  return [
    value,
    (next) => {
      setValue(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => hand(next), REST_MS);
    },
  ];
}

function Weights({ answer: { weights } }: { answer: TensionAnswer }): ReactNode {
  const { params, set } = useAddress();
  const own = new Map(
    (params.get(WEIGHT) ?? "")
      .split(",")
      .filter((pair) => pair.includes(":"))
      .map((pair) => pair.split(":") as [string, string]),
  );
  const change = (kind: string, value: number): void => {
    own.set(kind, String(value));
    set({ [WEIGHT]: [...own].map((pair) => pair.join(":")).join(",") }, { replace: true });
  };
  return (
    <details className="weights" open={own.size > 0}>
      <summary>{words.weights}</summary>
      <p className="small">{words.hint}</p>
      <div className="weight-grid">
        {Object.entries(weights).map(([kind, value]) => (
          <Weight key={kind} kind={kind} value={value} change={change} />
        ))}
      </div>
      <button
        type="button"
        className="button"
        onClick={() => set({ [WEIGHT]: null, [HALF_LIFE]: null }, { replace: true })}
      >
        {words.reset}
      </button>
    </details>
  );
}

type WeightProps = { kind: string; value: number; change: (kind: string, value: number) => void };

function Weight({ kind, value, change }: WeightProps): ReactNode {
  const [shown, setShown] = useRested(value, (next) => change(kind, next));
  return (
    <label>
      <span>{kind === "INCIDENT" ? words.operation : kind.toLowerCase()}</span>
      <input
        type="number"
        min={-10}
        max={10}
        step={0.5}
        value={shown}
        aria-label={words.weight(kind === "INCIDENT" ? words.operation : kind.toLowerCase())}
        onChange={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isFinite(next)) setShown(next);
        }}
      />
    </label>
  );
}
