// One actor's name: who equates it with which, who keeps them apart, each register's own cluster, and who says it where.

import type { ReactNode } from "react";
import { Link } from "wouter";
import type { ActorCluster, Equation } from "../../../../ledger/actors.ts";
import { listName, stanceVerbs } from "../../../words/en-codes.ts";
import { actors as words } from "../../../words/en-review.ts";
import { keeping } from "../../address.ts";
import { addressOf, type ActorAnswer } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { anchorOf } from "../incident/says-matrix.tsx";

export function ActorPage({ name }: { name: string }): ReactNode {
  const inView = useCase();
  const { view } = useAddress();
  const { data, fault, retry } = useData<ActorAnswer>(inView.id === null ? null : addressOf.actor(inView.id, name));
  const failed = inView.fault ?? fault;
  return (
    <Page title={data?.name ?? name} inView={inView}>
      <p className="kicker">
        <Link href={keeping("/actors", view)}>← {words.kicker}</Link>
      </p>
      {failed?.kind === "missing" && (
        <section className="refusal">
          <h1>{words.missing}</h1>
          <p>{words.emptyDo}</p>
        </section>
      )}
      {failed && failed.kind !== "missing" && <FaultNote fault={failed} retry={inView.fault ? inView.retry : retry} />}
      {!data && !failed && <Waiting question={name} />}
      {data && !failed && <Known actor={data} />}
    </Page>
  );
}

function Known({ actor }: { actor: ActorAnswer }): ReactNode {
  const { name, clusters, equations } = actor;
  const registers = new Set(clusters.map(({ register }) => register)).size;
  const disputed = equations.filter(({ disagrees }) => disagrees.length > 0).length;
  return (
    <article className="incident">
      <h1>{name}</h1>
      <p className="answer">
        {clusters.length === 0 ? words.onlyStatements : words.answer(name, registers, equations.length, disputed)}
      </p>
      <States actor={actor} />
      {equations.length > 0 && (
        <section aria-labelledby="equations">
          <h2 id="equations">{words.equations}</h2>
          <Equations equations={equations} />
        </section>
      )}
      {clusters.length > 0 && (
        <section aria-labelledby="clusters">
          <h2 id="clusters">{words.clusters}</h2>
          <p className="hint">{words.clustersWords}</p>
          <div className="clusters">
            {clusters.map((cluster) => (
              <Cluster key={`${cluster.register}|${cluster.actor}`} cluster={cluster} />
            ))}
          </div>
        </section>
      )}
      <Namings actor={actor} />
    </article>
  );
}

function Equations({ equations }: { equations: readonly Equation[] }): ReactNode {
  const { view } = useAddress();
  const [other, says, apart] = words.equationColumns;
  return (
    <table className="cards">
      <caption className="unseen">{words.equations}</caption>
      <thead>
        <tr>
          {words.equationColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {equations.map((one) => (
          <tr key={one.name}>
            <th scope="row" data-column={other}>
              <Link href={keeping(`/actors/${encodeURIComponent(one.name)}`, view)}>{one.name}</Link>
            </th>
            <td data-column={says}>{one.says.map(listName).join(", ")}</td>
            <td data-column={apart} className={one.disagrees.length === 0 ? "quiet" : "stance-denies"}>
              {one.disagrees.length === 0 ? words.nobody : one.disagrees.map(listName).join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cluster({ cluster: { register, imported, actor, names } }: { cluster: ActorCluster }): ReactNode {
  return (
    <section className="cluster" aria-label={listName(register)}>
      <h3>{listName(register)}</h3>
      <p className="small quiet">
        {words.calls(actor)}
        {!imported && ` · ${words.comesWith}`}
      </p>
      <ul className="tags">
        {names.map(({ name, saidBy }) => (
          <li key={`${name}|${saidBy}`} className="tag">
            {name}
            {saidBy !== register && imported && <span className="unseen"> {words.saidBy(saidBy)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function States({ actor: { states, namings } }: { actor: ActorAnswer }): ReactNode {
  const accused = Map.groupBy(
    namings
      .filter(({ stance }) => stance === "asserts" || stance === "supports")
      .flatMap(({ accused: codes }) => codes),
    (code) => code,
  );
  const codes = [...new Set([...states.map(({ state }) => state), ...accused.keys()])];
  return (
    <section aria-labelledby="states">
      <h2 id="states">{words.states}</h2>
      {codes.length === 0 ? (
        <p className="quiet">{words.statesNone}</p>
      ) : (
        <ul className="plain-list">
          {codes.map((code) => {
            const registers = states.find(({ state }) => state === code)?.registers.map(listName) ?? [];
            const statements = accused.get(code)?.length ?? 0;
            const told = [
              registers.length > 0 ? words.statesBy(registers.join(", ")) : "",
              statements > 0 ? words.statesAccused(statements) : "",
            ];
            return (
              <li key={code}>
                <strong>{stateName(code)}</strong> {told.filter((part) => part !== "").join("; ")}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Namings({ actor: { namings } }: { actor: ActorAnswer }): ReactNode {
  const { view } = useAddress();
  const [incident, written, who] = words.namingColumns;
  return (
    <section aria-labelledby="namings">
      <h2 id="namings">{words.namings}</h2>
      {namings.length === 0 ? (
        <p className="quiet">{words.namingsNone}</p>
      ) : (
        <table className="cards">
          <caption className="unseen">{words.namings}</caption>
          <thead>
            <tr>
              {words.namingColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {namings.map((one) => (
              <tr key={one.statement}>
                <th scope="row" data-column={incident}>
                  <Link href={`${keeping(`/i/${one.incident}`, view)}#${anchorOf(one.statement)}`}>{one.title}</Link>
                </th>
                <td data-column={written}>
                  {one.written}
                  {one.as === "alias" && <span className="small quiet"> ({words.alias})</span>}
                </td>
                <td data-column={who}>
                  {one.author} {stanceVerbs[one.stance]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
