// One incident: who says whom, the three dates, each statement in full, and the records that made it.

import type { ReactNode } from "react";
import { Link, Redirect } from "wouter";
import type { Incident } from "../../../../ledger/incident.ts";
import { precisionWords, whenWords } from "../../../words/en-when.ts";
import { incident as words } from "../../../words/en-pages.ts";
import { provenance } from "../../../words/en-review.ts";
import { keeping, query } from "../../address.ts";
import { addressOf, type IncidentAnswer } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { FileLink } from "../../parts/file-link.tsx";
import { Zh } from "../../parts/zh.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { History } from "./history.tsx";
import { SaysMatrix } from "./says-matrix.tsx";
import { StatementCard } from "./statement-card.tsx";

export function IncidentPage({ id }: { id: string }): ReactNode {
  const inView = useCase();
  const { view, params } = useAddress();
  const { data, fault, late, retry } = useData<IncidentAnswer>(
    inView.id === null ? null : addressOf.incident(inView.id, id, view),
  );
  const failed = inView.fault ?? fault;
  return (
    <Page title={data?.incident.title.en ?? words.kicker} inView={inView}>
      <p className="kicker">
        <Link href={keeping("/incidents", view)}>← {words.back}</Link>
      </p>
      {failed?.kind === "missing" && <Missing />}
      {failed && failed.kind !== "missing" && <FaultNote fault={failed} retry={inView.fault ? inView.retry : retry} />}
      {!data && !failed && <Waiting question={words.kicker} />}
      {data && !failed && data.incident.id !== id && !late && (
        <Redirect to={keeping(`/i/${data.incident.id}`, view, { was: id })} replace />
      )}
      {params.get("was") !== null && <p className="hint">{provenance.moved(params.get("was") ?? "")}</p>}
      {data && !failed && (
        <Found data={data} inView={inView} files={query({ asof: view.asof, recorded: view.recorded })} />
      )}
    </Page>
  );
}

function Missing(): ReactNode {
  return (
    <section className="refusal">
      <h1>{words.missing}</h1>
      <p>{words.missingDo}</p>
    </section>
  );
}

function Found({
  data: { incident, history, origins },
  inView: { parties },
  files,
}: {
  data: IncidentAnswer;
  inView: ReturnType<typeof useCase>;
  files: string;
}): ReactNode {
  const { title, summary, statements } = incident;
  return (
    <article className="incident">
      <h1>{title.en}</h1>
      {title.zh !== undefined && (
        <p className="title-zh">
          <Zh>{title.zh}</Zh>
        </p>
      )}
      <p className="answer">{summary.en}</p>
      {summary.zh !== undefined && (
        <p>
          <Zh>{summary.zh}</Zh>
        </p>
      )}
      <section aria-labelledby="who">
        <h2 id="who">{words.who}</h2>
        <p className="hint">{words.whoWords}</p>
        <SaysMatrix statements={statements} parties={parties} />
      </section>
      <Dates incident={incident} />
      <section aria-labelledby="statements">
        <h2 id="statements">{words.statements}</h2>
        {statements.length === 0 ? (
          <p className="refusal">{words.none}</p>
        ) : (
          statements.map((statement) => (
            <StatementCard
              key={statement.id}
              statement={statement}
              statements={statements}
              parties={parties}
              origins={origins[statement.id] ?? []}
            />
          ))
        )}
      </section>
      <History history={history} />
      <p className="small">
        {words.downloads} <FileLink href={`/i/${incident.id}.csv${files}`}>CSV</FileLink> ·{" "}
        <FileLink href={`/i/${incident.id}.json${files}`}>JSON</FileLink>
      </p>
    </article>
  );
}

function Dates({ incident }: { incident: Incident }): ReactNode {
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{words.dates}</h2>
      <dl className="three">
        {(["happened", "disclosed", "attributed"] as const).map((kind) => {
          const when = incident[kind];
          return (
            <div key={kind}>
              <dt>{words.dateRows[kind]}</dt>
              <dd>
                {when === null ? (
                  <span className="quiet">{words.dateNone}</span>
                ) : (
                  <>
                    <span className="date">{whenWords(when)}</span>
                    <span className="small quiet">{precisionWords(when)}</span>
                  </>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
