// Is what was agreed being kept? Before and after, list by list: where they disagree, that is the answer.

import { useMemo, type ReactNode } from "react";
import type { AgreementRow } from "../../../brief/compose.ts";
import { keepingQuestion } from "../../../brief/keeping-sentences.ts";
import { ratiosChart } from "../../../charts/ratios.ts";
import { probability, ratio } from "../../../words/en.ts";
import { charts } from "../../../words/en-charts.ts";
import { listName } from "../../../words/en-codes.ts";
import { dyad as words, shell } from "../../../words/en-pages.ts";
import { keeping } from "../../address.ts";
import type { Known } from "../../facts/brief-facts.ts";
import { keptNumbers } from "../../facts/headline-numbers.ts";
import { sentencesOf } from "../../facts/numbers-in.ts";
import { ChartFigure } from "../../parts/chart-figure.tsx";
import { NumberButton, Told } from "../../parts/number.tsx";
import { footFacts } from "./foot-facts.ts";
import { LaterMeasures } from "./later-measures.tsx";
import { NextLink } from "./magnitude.tsx";

export function Kept({ known }: { known: Known }): ReactNode {
  const { brief, view } = known;
  const section = brief.sections.find(({ id }) => id === "kept");
  const chart = useMemo(
    () =>
      ratiosChart({
        id: "around",
        title: charts.fallTitle(brief.agreement.months),
        equal: charts.unchanged,
        ratios: brief.agreement.rows.map((row) => ({ label: rowLabel(row), tone: "ink", answer: row.fall })),
      }),
    [brief],
  );
  if (!section) return null;
  // The rows stand in the table below: the verdict comes first, then what was compared.
  const told = sentencesOf(section.answer);
  const [compared = "", verdict = ""] = [told[0], told.at(-1)];
  return (
    <section aria-labelledby="kept" className="question-part">
      <p className="kicker">{words.questionOf(3)}</p>
      <h2 id="kept" className="question">
        {section.question}
      </h2>
      <p className="lead">{verdict}</p>
      <p className="answer">
        <Told text={told.length > 1 ? [compared, ...told.slice(1, -1)].join(" ") : ""} numbers={keptNumbers(brief)} />
      </p>
      <p className="confidence">
        <span className="label">{words.confidence}</span> {section.confidence}
      </p>
      <AroundTable rows={brief.agreement.rows} />
      <ChartFigure chart={chart} facts={footFacts(brief)} />
      <details className="rests">
        <summary>{words.restsOn}</summary>
        <ul>
          {assumptionsOf(brief.agreement.rows).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <LaterMeasures part="kept" known={known} />
      <NextLink href={keeping("/models", view)}>{keepingQuestion}</NextLink>
      <NextLink href={keeping("/incidents", view)}>{words.nextIncidents}</NextLink>
      <NextLink href={keeping("/brief", view)}>{shell.brief}</NextLink>
    </section>
  );
}

function rowLabel({ list, profiles, dates }: AgreementRow): string {
  return `${listName(list)}, ${words.aroundDates[dates] ?? dates}${profiles === "without" ? `, ${words.withoutProfiles}` : ""}`;
}

function assumptionsOf(rows: readonly AgreementRow[]): string[] {
  return [...new Set(rows.flatMap(({ fall }) => ("refused" in fall ? [] : fall.assumptions)))];
}

function AroundTable({ rows }: { rows: readonly AgreementRow[] }): ReactNode {
  const [, before, after, multiple, chance] = words.aroundColumns;
  return (
    <table className="cards around">
      <caption>{words.aroundTitle}</caption>
      <thead>
        <tr>
          {words.aroundColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = `fall:${row.list}:${row.profiles}`;
          return (
            <tr key={key}>
              <th scope="row">{rowLabel(row)}</th>
              {"refused" in row.fall ? (
                <td colSpan={4} data-column={multiple}>
                  <NumberButton name={key}>{words.noEstimate}</NumberButton> {row.fall.refused.because}
                </td>
              ) : (
                <>
                  <td className="figures" data-column={before}>
                    {row.fall.before}
                  </td>
                  <td className="figures" data-column={after}>
                    {row.fall.after}
                  </td>
                  <td className="figures" data-column={multiple}>
                    <NumberButton name={key}>{`×${ratio(row.fall.value)}`}</NumberButton>{" "}
                    <span className="quiet whole">{charts.range(row.fall.interval)}</span>
                  </td>
                  <td className="figures" data-column={chance}>
                    {probability(row.fall.p)}
                  </td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
