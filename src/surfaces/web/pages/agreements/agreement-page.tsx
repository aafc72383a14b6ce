// One agreement: its clauses, each with both readings, and what can be done with it.

import { useState, type ReactNode } from "react";
import { Link } from "wouter";
import type { AgreementCheck } from "../../../inputs/agreement-check.ts";
import { agreement as words } from "../../../words/en-agreements-page.ts";
import { bindingWords } from "../../../words/en-register.ts";
import { whenWords } from "../../../words/en-when.ts";
import { keeping } from "../../address.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Zh } from "../../parts/zh.tsx";
import { Page, Waiting } from "../../shell/page.tsx";
import { stateName } from "../../state-names.ts";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { Clause } from "./clause.tsx";
import { ClauseEditor } from "./clause-editor.tsx";
import { HoldsAlone } from "./holds-alone.tsx";
import { Signing } from "./signing.tsx";
import { Field, Sources, useName, useTelling } from "./parts.tsx";
// The style comes with the page that needs it.
// oxlint-disable-next-line import/no-unassigned-import
import "./agreements.css";
import { InWorkbench } from "../../parts/in-workbench.tsx";

export function AgreementPage({ id }: { id: string }): ReactNode {
  const inView = useCase();
  const address = inView.id === null ? null : `/api/cases/${inView.id}/agreements/${encodeURIComponent(id)}`;
  const { data, fault, retry } = useData<AgreementCheck>(address);
  if (fault)
    return (
      <Page title={id} inView={inView}>
        <h1>{id}</h1>
        <FaultNote fault={fault} retry={retry} start="/agreements" />
      </Page>
    );
  return (
    <Page title={data?.title.en ?? id} inView={inView} busy={!data}>
      {data ? <Shown agreement={data} /> : <Waiting question={id} />}
    </Page>
  );
}

function Shown({ agreement }: { agreement: AgreementCheck }): ReactNode {
  const { title, when, binding, parties, inForce, alsoBinds, clauses, id, read } = agreement;
  const { view } = useAddress();
  return (
    <>
      <h1>
        {title.en} <Zh>{title.zh}</Zh>
      </h1>
      <p className="lead">
        {words.of(whenWords(when), bindingWords[binding])}: {parties.map(stateName).join(", ")}.
      </p>
      <p className="hint">
        {inForce && `${words.inForce(inForce.from, inForce.to)}. `}
        {alsoBinds && `${words.alsoBinds}: ${alsoBinds.en} `}
        <Sources read={read} />
      </p>
      <p className="actions">
        <Link className="button" href={keeping("/table", view, { agreement: id })}>
          {words.negotiate}
        </Link>
      </p>
      {clauses.map((clause) => (
        <Clause key={clause.id} clause={clause} agreement={agreement} />
      ))}
      {binding === "draft" ? (
        <ClauseEditor agreement={agreement} clause={null} />
      ) : (
        <InWorkbench>
          <CopyAsDraft agreement={agreement} />
        </InWorkbench>
      )}
      <HoldsAlone caseId={agreement.case} agreement={id} />
      <Signing agreement={agreement} />
    </>
  );
}

function CopyAsDraft({ agreement }: { agreement: AgreementCheck }): ReactNode {
  const { go, view } = useAddress();
  const [draft, setDraft] = useState(`${agreement.id}-draft`);
  const [name, setName] = useName();
  const [said, send] = useTelling();
  const copy = async (): Promise<void> => {
    const body = { from: agreement.id, id: draft.trim(), by: name.trim() };
    if (await send(`/api/cases/${agreement.case}/drafts`, body)) go(keeping(`/a/${draft.trim()}`, view));
  };
  return (
    <details className="agreement-part">
      <summary>{words.draft}</summary>
      <div className="small-form">
        <Field label={words.draftId} value={draft} change={setDraft} />
        <Field label={words.who} value={name} change={setName} />
        <p className="actions">
          <button type="button" className="button" disabled={name.trim() === ""} onClick={() => void copy()}>
            {words.draftMake}
          </button>
          <output>{said}</output>
        </p>
      </div>
    </details>
  );
}
