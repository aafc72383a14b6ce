// Actors by name: which registers and which statements give each.

import { useDeferredValue, type ReactNode } from "react";
import { Link } from "wouter";
import { listName } from "../../../words/en-codes.ts";
import { actors as words } from "../../../words/en-review.ts";
import { keeping } from "../../address.ts";
import { addressOf, type ActorsAnswer } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";

export function ActorsPage(): ReactNode {
  const inView = useCase();
  const { params, set } = useAddress();
  const text = params.get("q") ?? "";
  const asked = useDeferredValue(text);
  const { data, fault, retry } = useData<ActorsAnswer>(inView.id === null ? null : addressOf.actors(inView.id, asked));
  const failed = inView.fault ?? fault;
  return (
    <Page title={words.question} inView={inView}>
      {failed && <FaultNote fault={failed} retry={inView.fault ? inView.retry : retry} />}
      {!data && !failed && <Waiting question={words.question} />}
      {data && (
        <>
          <h1>{words.question}</h1>
          <p className="lead">{words.lead(data.total, data.registers.length)}</p>
          <label className="list-search">
            <span className="field-name">{words.search}</span>
            <input
              type="search"
              value={text}
              autoComplete="off"
              onChange={(event) => set({ q: event.target.value }, { replace: true })}
            />
          </label>
          <Rows data={data} />
        </>
      )}
    </Page>
  );
}

function Rows({ data: { total, actors } }: { data: ActorsAnswer }): ReactNode {
  const { view } = useAddress();
  const [actor, named, names, states, registers] = words.columns;
  if (actors.length === 0)
    return (
      <section className="refusal">
        <h2>{words.emptyTitle}</h2>
        <p>{words.emptyDo}</p>
        <Link href={keeping("/import", view)}>Import</Link>
      </section>
    );
  return (
    <>
      <table className="cards actors">
        <caption className="unseen">{words.question}</caption>
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
          {actors.map((row) => (
            <tr key={row.name}>
              <th scope="row" data-column={actor}>
                <Link href={keeping(`/actors/${encodeURIComponent(row.name)}`, view)}>{row.name}</Link>
              </th>
              <td data-column={named} className={row.named === 0 ? "quiet" : undefined}>
                {words.namedBy(row.named)}
              </td>
              <td data-column={names} className="figures">
                {row.aliases}
              </td>
              <td data-column={states}>{row.states.map(stateName).join(", ")}</td>
              <td data-column={registers}>{row.registers.map(listName).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {actors.length < total && <p className="hint">{words.shown(actors.length, total)}</p>}
    </>
  );
}
