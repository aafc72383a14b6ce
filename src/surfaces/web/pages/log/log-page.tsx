// The log for people: check a proof, see who has not cosigned and since when, read the entries.

import { useState, type ReactNode } from "react";
import type { ShownEntry, ShownLog } from "../../../inputs/log-shown.ts";
import { counted, number } from "../../../words/en.ts";
import { logPage as words } from "../../../words/en-log-page.ts";
import { fileAt } from "../../copy.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page } from "../../shell/page.tsx";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { VerifyPanel } from "./verify-panel.tsx";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./log.css";

const now = (): Date => new Date();
const AT_ONCE = 25;

type LogAnswer = { folder: string | null; log: ShownLog | null };

export function LogPage(): ReactNode {
  const inView = useCase();
  const { data, fault, retry } = useData<LogAnswer>("/api/log");
  return (
    <Page title={words.question} inView={inView}>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      <section className="log-part" aria-labelledby="check">
        <h2 id="check">{words.check}</h2>
        <p className="hint">
          {words.offline}{" "}
          <a href={fileAt("/verify.html")} download="detente-verify.html">
            {words.download}
          </a>
        </p>
        <VerifyPanel now={now} />
      </section>
      {fault && <FaultNote fault={fault} retry={retry} />}
      {data && (data.log ? <Kept log={data.log} /> : <NoLog folder={data.folder ?? "log"} />)}
    </Page>
  );
}

function NoLog({ folder }: { folder: string }): ReactNode {
  return (
    <section className="refusal">
      <h2>{words.none}</h2>
      <p>{words.noneDo}</p>
      <pre>{`detente log init --dir ${folder} --origin example.org/understanding --from us-cn`}</pre>
      <p>{words.noneThen}</p>
      <pre>{`detente log keygen usa.example/witness --witness --out usa.key\ndetente log cosign --dir ${folder} --key usa.key`}</pre>
    </section>
  );
}

function Kept({ log }: { log: ShownLog }): ReactNode {
  return (
    <>
      <section className="log-part" aria-labelledby="cosigned">
        <h2 id="cosigned">{words.who}</h2>
        <p>{words.status(log.origin, log.size, log.waiting)}</p>
        <Witnesses log={log} />
        <details>
          <summary>{words.keys}</summary>
          <dl className="verdict-rows">
            <div>
              <dt>{words.root}</dt>
              <dd>{log.root}</dd>
            </div>
            {log.keys.map((key) => (
              <div key={key}>
                <dt>{words.key}</dt>
                <dd>{key}</dd>
              </div>
            ))}
          </dl>
        </details>
      </section>
      <Entries total={log.size + log.waiting} />
    </>
  );
}

function Witnesses({ log }: { log: ShownLog }): ReactNode {
  if (log.witnesses.length === 0) return <p className="refusal">{words.nobody}</p>;
  return (
    <table className="cards">
      <thead>
        <tr>
          {words.witnessColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {log.witnesses.map(({ witness, key, size, at, behind, since }) => (
          <tr key={key}>
            <th scope="row">{witness}</th>
            <td data-column={words.witnessColumns[1]}>{counted(size, "entry", "entries")}</td>
            <td data-column={words.witnessColumns[2]}>{at === "" ? words.noTime : at}</td>
            <td data-column={words.witnessColumns[3]}>{behind === 0 ? words.upToDate : words.behind(behind, since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entries({ total }: { total: number }): ReactNode {
  const last = Math.max(0, total - AT_ONCE);
  const [from, setFrom] = useState(last);
  const { data } = useData<{ from: number; entries: ShownEntry[] }>(`/api/log/entries?from=${from}&count=${AT_ONCE}`);
  const entries = data?.entries.toReversed() ?? [];
  return (
    <section className="log-part" aria-labelledby="entries">
      <h2 id="entries">{words.entries}</h2>
      <p className="actions">
        <button
          type="button"
          className="button"
          disabled={from >= last}
          onClick={() => setFrom(Math.min(last, from + AT_ONCE))}
        >
          {words.newer}
        </button>
        <button
          type="button"
          className="button"
          disabled={from === 0}
          onClick={() => setFrom(Math.max(0, from - AT_ONCE))}
        >
          {words.older}
        </button>
        <span className="quiet">{words.range(from, Math.min(total, from + AT_ONCE) - 1, total)}</span>
      </p>
      <ol className="plain-list log-entries">
        {entries.map((entry) => (
          <Entry key={entry.index} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry: { index, proved, leaf, bytes, at, kind, subject, text } }: { entry: ShownEntry }): ReactNode {
  return (
    <li>
      <details>
        <summary>
          <span className="figures">{number(index)}</span>{" "}
          {[at?.slice(0, 10), kind, subject].filter(Boolean).join(" · ") || (text?.slice(0, 90) ?? words.plainEntry)}
        </summary>
        <p className="hint">
          {counted(bytes, "byte")} · {words.leaf} <code>{leaf}</code>
        </p>
        {text !== null && <pre>{text}</pre>}
        {proved ? (
          <a href={fileAt(`/api/log/proofs/${index}`)} download={`entry-${index}.tlog-proof`}>
            {words.proof(index)}
          </a>
        ) : (
          <p>{words.waits}</p>
        )}
      </details>
    </li>
  );
}
