// Declared lines: how far incidents stay from them, what followed at them, gathering below; and watched understandings.

import type { ReactNode } from "react";
import { Link } from "wouter";
import type { WatchedUnderstanding } from "../../../../agreements/lines/watch.ts";
import type { LineSeen } from "../../../inputs/line-distances.ts";
import { list } from "../../../words/en.ts";
import { lines as words } from "../../../words/en-agreements-page.ts";
import { bunchingSentence, distanceSentence } from "../../../words/en-register.ts";
import { whenWords } from "../../../words/en-when.ts";
import { keeping } from "../../address.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Zh } from "../../parts/zh.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { Sources } from "../agreements/parts.tsx";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "../agreements/agreements.css";

type Watch = {
  id: string;
  stage: string;
  understanding: WatchedUnderstanding | null;
  flags: { incident: string; judged: { breaks: boolean } | null }[];
};
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
          {data && <Watches watches={data.watches} />}
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

function Measured({ line: { distances, crossings, bunching } }: { line: LineSeen }): ReactNode {
  const { view } = useAddress();
  const perhaps = crossings.filter(({ distance }) => distance.crossing === "possible").length;
  return (
    <>
      <p>{words.counts(crossings.length - perhaps, perhaps, distances.length)}</p>
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

function Watches({ watches }: { watches: readonly Watch[] }): ReactNode {
  const watching = watches.filter(({ stage }) => stage === "watching");
  return (
    <section className="agreement-part" aria-labelledby="watches">
      <h2 id="watches">{words.watches}</h2>
      {watching.length === 0 ? (
        <>
          <p>{words.noWatches}</p>
          <pre>{words.watchDo}</pre>
        </>
      ) : (
        watching.map(({ id, understanding, flags }) => (
          <p key={id}>
            <strong>{id}</strong>{" "}
            {understanding &&
              `${understanding.between.map(stateName).join(" – ")}: ${understanding.sector}, ${understanding.effect}, ${understanding.band}.`}{" "}
            {flags.length === 0 ? words.noFlags : words.flags(flags.length)}
          </p>
        ))
      )}
    </section>
  );
}
