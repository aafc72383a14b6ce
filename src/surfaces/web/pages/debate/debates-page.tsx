// The debates that are here, and the box for a claim.

import type { ReactNode } from "react";
import { Link } from "wouter";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import type { ListedDebate } from "./answers.ts";
import { PasteClaim } from "./paste-claim.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

export function DebatesPage(): ReactNode {
  const inView = useCase();
  const { data, fault, retry, late } = useData<ListedDebate[]>("/api/debates");
  return (
    <Page title={words.nav} inView={inView} busy={late}>
      {fault && <FaultNote fault={fault} retry={retry} />}
      {!data && !fault && <Waiting question={words.question} />}
      {data && (
        <>
          <h1>{words.question}</h1>
          <p className="lead">{words.listLead}</p>
          <InWorkbench>
            <h2>{words.paste}</h2>
            <PasteClaim caseId={inView.id ?? "us-cn"} />
          </InWorkbench>
          <h2>{words.thread}</h2>
          {data.length === 0 && (
            <section className="refusal">
              <p>{words.none}</p>
              <p>{words.noneDo}</p>
            </section>
          )}
          <ul className="debate-list">
            {data.map(({ id, title, author, published, comments, note }) => (
              <li key={id}>
                <Link href={`/debate/${encodeURIComponent(id)}`}>{title}</Link>
                <p className="small">
                  {[author, published, words.comments(comments)].filter((part) => part !== null).join(" · ")}
                </p>
                {note !== null && <p className="small">{note}</p>}
              </li>
            ))}
          </ul>
          <p>
            <Link href="/moderation">{words.moderation}</Link>
          </p>
        </>
      )}
    </Page>
  );
}
