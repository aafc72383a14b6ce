// The records that made an incident what it is: each with its time and its hash.

import type { ReactNode } from "react";
import { recordKindNames } from "../../../words/en-codes.ts";
import { incident as words } from "../../../words/en-pages.ts";
import type { IncidentAnswer } from "../../api.ts";
import { RecordChanges } from "./record-changes.tsx";

export function History({ history }: Pick<IncidentAnswer, "history">): ReactNode {
  const [number, when, what, of, hash] = words.historyColumns;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history}</h2>
      <p className="hint">{words.historyWords}</p>
      <details>
        <summary>{words.historyShow(history.length)}</summary>
        <table className="cards records">
          <thead>
            <tr>
              {words.historyColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {history.map((record) => (
              <tr key={record.sequence}>
                <th scope="row" data-column={number} className="figures">
                  {record.sequence}
                </th>
                <td data-column={when}>
                  <time dateTime={record.at}>{record.at.replace("T", " ").slice(0, 16)}</time>
                </td>
                <td data-column={what}>{recordKindNames[record.kind] ?? record.kind}</td>
                <td data-column={of}>{record.subject}</td>
                <td data-column={hash}>
                  <code title={record.hash}>{record.hash.replace(/^sha256:/, "").slice(0, 12)}…</code>
                  <RecordChanges sequence={record.sequence} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
