// Declared lines: how far incidents stay from them, what followed at them, gathering below; and watched understandings.

import { useMemo, type ReactNode } from "react";
import { Link } from "wouter";
import { lineDistancesChart } from "../../../charts/line-distances.ts";
import type { LineSeen } from "../../../inputs/line-distances.ts";
import { list } from "../../../words/en.ts";
import { lines as words } from "../../../words/en-agreements-page.ts";
import { bunchingSentence, distanceSentence } from "../../../words/en-register.ts";
import { whenWords } from "../../../words/en-when.ts";
import { keeping } from "../../address.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { ChartFigure } from "../../parts/chart-figure.tsx";
import { Zh } from "../../parts/zh.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { Watches, type Watch } from "./watches.tsx";
import { Sources } from "../agreements/parts.tsx";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "../agreements/agreements.css";

type Answer = { lines: LineSeen[]; watches: Watch[] };

const MOST_SHOWN = 12;

export function LinesPage(): ReactNode {
  const inView = useCase();
  const { data, fault, retry } = useData<Answer>(inView.id === null ? null : `/api/cases/${inView.id}/lines`);
  return (
    <Page title={words.question} inView={inView} busy={!data}>
      {!data && !fault ? (
        <Waiting question={words.question} />
      ) : (
        <>
          <h1>{words.question}</h1>
          {fault && <FaultNote fault={fault} retry={retry} />}
          <p className="lead">{words.lead(data?.lines.length ?? 0)}</p>
          {data?.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
          {data && inView.id && inView.parties && (
            <Watches
              caseId={inView.id}
              parties={[inView.parties[0].iso, inView.parties[1].iso]}
              watches={data.watches}
            />
          )}
        </>
      )}
    </Page>
  );
}

function Line({ line }: { line: LineSeen }): ReactNode {
  const { id, by, toward, when, form, gist, consequence, threshold, read } = line;
  return (
    <article className="clause" aria-labelledby={id}>
      <h2 id={id}>{gist.en}</h2>
      <p>
        <Zh>{gist.zh}</Zh> {whenWords(when)} · {stateName(by)}
        {toward !== null && ` → ${stateName(toward)}`} · {form.replaceAll("-", " ")} <Sources read={read} />
      </p>
      {consequence && (
        <p>
          {words.follows} {consequence.en}
        </p>
      )}
      {threshold === null ? (
        <p className="refusal">{words.unmeasured}</p>
      ) : (
        <>
          <p className="small">
            {words.threshold} {list(threshold.effects)}
            {threshold.sectors.length > 0 && `; ${list(threshold.sectors)}`}
            {threshold.severity !== null && `; DCID severity ${threshold.severity} or more`}
          </p>
          <Measured line={line} />
        </>
      )}
    </article>
  );
}

function Measured({ line }: { line: LineSeen }): ReactNode {
  const { distances, crossings, bunching } = line;
  const { view } = useAddress();
  const inView = useCase();
  const chart = useMemo(() => lineDistancesChart(line), [line]);
  const facts = {
    sources: words.chartSources,
    asof: null,
    caseTitle: inView.title.en,
    version: "",
  };
  const perhaps = crossings.filter(({ distance }) => distance.crossing === "possible").length;
  return (
    <>
      <p>{words.counts(crossings.length - perhaps, perhaps, distances.length)}</p>
      {chart && <ChartFigure chart={chart} facts={facts} />}
      {distances.length > 0 && (
        <details>
          <summary>{words.near}</summary>
          <table className="cards">
            <thead>
              <tr>
                {words.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {distances.slice(0, MOST_SHOWN).map(({ incident, ...distance }) => {
                const crossing = crossings.find((one) => one.incident === incident);
                return (
                  <tr key={incident}>
                    <th scope="row">
                      <Link href={keeping(`/i/${incident}`, view)}>{incident}</Link>
                    </th>
                    <td data-column={words.columns[1]}>{distanceSentence(distance)}</td>
                    <td data-column={words.columns[2]}>
                      {crossing &&
                        (crossing.followed.length === 0
                          ? words.followed(0)
                          : crossing.followed.map(({ act, after }) => `${act} ${words.days(after)}`).join("; "))}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </details>
      )}
      <h3>{words.bunching}</h3>
      {"refused" in bunching ? (
        <p className="refusal">
          {words.refused} {bunching.refused.because}
        </p>
      ) : (
        <p>{bunchingSentence(bunching)}</p>
      )}
    </>
  );
}
