// What a model says at a world, in its own words: the regime, the equilibria, the results, the thresholds.

import type { ReactNode } from "react";
import type { Data, ModelOutcome, Solution, Threshold } from "../../../../models/model.ts";
import { significant } from "../../../words/en.ts";
import { results } from "../../../words/en-model-results.ts";
import { model as words } from "../../../words/en-models.ts";
import type { SolvedPart } from "./solved.ts";

export function OwnResult({ solved }: { solved: readonly SolvedPart[] }): ReactNode {
  return (
    <section aria-labelledby="here" className="own-result">
      <h2 id="here">{words.here}</h2>
      {solved.map(({ part, solution }) => (
        <div key={part} className="own-part">
          {solved.length > 1 && <h3>{part.replaceAll("-", " ")}</h3>}
          {solution.ok ? (
            <Told part={part} solution={solution.value} />
          ) : (
            <p className="refusal">
              {words.noAnswer} {solution.refusal.because}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

function Told({ part, solution }: { part: string; solution: Solution }): ReactNode {
  const { regimes, equilibria, thresholds, outcome, notes = [], params } = solution;
  const here = regimes.filter((regime) => regime.here);
  return (
    <>
      {here.map(({ name, means, condition }) => (
        <p key={name} className="answer">
          <strong>
            {words.regime}: {name}.
          </strong>{" "}
          {sentence(means)} <code>{condition}</code>
        </p>
      ))}
      {equilibria.length > 0 && (
        <ul className="equilibria" aria-label={words.equilibria}>
          {equilibria.slice(0, 6).map(({ name, inWords }) => (
            <li key={name}>{inWords}</li>
          ))}
        </ul>
      )}
      <Outcome part={part} outcome={outcome} />
      {thresholds.length > 0 && <Thresholds thresholds={thresholds} params={params} />}
      {notes.map((note) => (
        <p key={note} className="hint">
          {note}
        </p>
      ))}
    </>
  );
}

function sentence(text: string): string {
  const upper = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}

/** The common results that the model has; its own, where they are single numbers. */
function Outcome({ part, outcome }: { part: string; outcome: ModelOutcome }): ReactNode {
  const rows = Object.entries(outcome).flatMap(([key, value]): [string, string][] => {
    const shown = written(value);
    return shown === null ? [] : [[results[part]?.[key] ?? words.outcome[key] ?? key, shown]];
  });
  if (rows.length === 0) return null;
  return (
    <dl className="outcome">
      {rows.slice(0, 14).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function written(value: Data | undefined): string | null {
  if (typeof value === "number") return significant(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "string" || value.length > 40) return null;
  const fraction = /^(-?\d+)\/(\d+)$/.exec(value);
  return fraction ? significant(Number(fraction[1]) / Number(fraction[2])) : value;
}

function Thresholds({
  thresholds,
  params,
}: {
  thresholds: readonly Threshold[];
  params: Solution["params"];
}): ReactNode {
  const [, now, at, formula, means] = words.thresholdColumns;
  return (
    <table className="cards thresholds">
      <caption>{words.thresholds}</caption>
      <thead>
        <tr>
          {words.thresholdColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {thresholds.map((threshold) => (
          <tr key={`${threshold.param} ${threshold.means}`}>
            <th scope="row">
              <code>{threshold.param}</code>
            </th>
            <td className="figures" data-column={now}>
              {written(valueNow(params, threshold.param)) ?? "–"}
            </td>
            <td className="figures" data-column={at} title={threshold.exact}>
              {threshold.value === null
                ? words.never
                : `${words.direction[threshold.direction]} ${significant(threshold.value)}`}
            </td>
            <td data-column={formula}>
              <code>{threshold.formula}</code>
            </td>
            <td data-column={means}>{threshold.means}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "delta_A" stands in the parameters as A's delta. */
function valueNow(params: Solution["params"], key: string): Data | undefined {
  const [, name = "", side = ""] = /^(.+)_([AB])$/.exec(key) ?? [];
  const own = params[side];
  const isObject = typeof own === "object" && own !== null && !Array.isArray(own);
  return params[key] ?? (isObject ? (own as Record<string, Data>)[name] : undefined);
}
