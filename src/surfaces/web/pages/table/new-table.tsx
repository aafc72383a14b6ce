// A new table: what is negotiated, by when. Afterwards its three links, once.

import { useState, type FormEvent, type ReactNode } from "react";
import type { TableIssue } from "../../../../agreements/table/event.ts";
import type { TableMade } from "../../../inputs/tables.ts";
import { setting as words } from "../../../words/en-table.ts";
import { Failed, type Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { makeTable } from "./client.ts";
import { DomainFile } from "./domain-file.tsx";
import { IssueEditor, type EditedIssue } from "./issue-editor.tsx";
import { Links } from "./links.tsx";
import { startingIssues, type Starting } from "./starting-issues.ts";

type WorldAnswer = { world: { issues: { title: { en: string } }[] } };

export function NewTable(): ReactNode {
  const inView = useCase();
  const { params } = useAddress();
  const agreement = params.get("agreement");
  const [made, setMade] = useState<TableMade | null>(null);
  const start = useStart(inView.id, agreement);
  return (
    <Page title={words.question} inView={inView} busy={start === null}>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      {made ? (
        <Links made={made} />
      ) : (
        start && <Form key={start.title} start={start} done={setMade} caseIssues={start.ofCase} />
      )}
    </Page>
  );
}

type Start = Starting & { ofCase: TableIssue[] };

/** The issues that the form begins with; null while they are on their way. */
function useStart(caseId: string | null, agreement: string | null): Start | null {
  const { data, fault } = useData<WorldAnswer>(caseId === null ? null : `/api/cases/${caseId}/world`);
  const address =
    caseId === null || agreement === null ? null : `/api/cases/${caseId}/agreements/${encodeURIComponent(agreement)}`;
  const { data: registered, fault: unknown } = useData(address);
  if (!data && !fault) return null;
  if (address !== null && !registered && !unknown) return null;
  const ofCase = (data?.world.issues ?? []).map(({ title }) => ({
    name: title.en,
    options: words.caseOptions,
  }));
  return { ...startingIssues(registered, { title: words.usualTitle, issues: ofCase }), ofCase };
}

function Form({
  start,
  caseIssues,
  done,
}: {
  start: Starting;
  caseIssues: TableIssue[];
  done: (made: TableMade) => void;
}): ReactNode {
  const [title, setTitle] = useState(start.title);
  const [issues, setIssues] = useState<EditedIssue[]>(() => start.issues.map(edited));
  const [deadline, setDeadline] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const send = async (): Promise<void> => {
    setFault(null);
    try {
      const moment = deadline === "" ? null : new Date(deadline).toISOString();
      done(await makeTable({ title: title.trim(), issues: issues.map(plain), deadline: moment }));
    } catch (error) {
      setFault(error instanceof Failed ? error.fault : { kind: "inside", detail: String(error) });
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="table-form" onSubmit={submit}>
      <p className="stacked">
        <label className="field-name" htmlFor="table-title">
          {words.title}
        </label>
        <input
          id="table-title"
          type="text"
          required
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          aria-describedby="table-title-hint"
        />
        <span className="hint" id="table-title-hint">
          {words.titleHint}
        </span>
      </p>
      <IssueEditor issues={issues} change={setIssues} />
      <DomainFile
        take={(read) => {
          setIssues(read.issues.map(edited));
          if (read.title !== "") setTitle(read.title);
        }}
        caseIssues={() => setIssues(caseIssues.map(edited))}
      />
      <p className="stacked">
        <label className="field-name" htmlFor="table-deadline">
          {words.deadline}
        </label>
        <input
          id="table-deadline"
          type="datetime-local"
          value={deadline}
          onChange={(event) => setDeadline(event.target.value)}
          aria-describedby="table-deadline-hint"
        />
        <span className="hint" id="table-deadline-hint">
          {words.deadlineHint}
        </span>
      </p>
      {fault && <FaultNote fault={fault} retry={() => void send()} />}
      <p>
        <button type="submit" className="button primary">
          {words.set}
        </button>
      </p>
    </form>
  );
}

let count = 0;

/** Rows need names of their own while they are edited. */
function edited({ name, options }: TableIssue): EditedIssue {
  count += 1;
  return { row: count, name, options: options.join("\n") };
}

function plain({ name, options }: EditedIssue): TableIssue {
  const lines = options.split("\n").map((line) => line.trim());
  return { name: name.trim(), options: lines.filter((line) => line !== "") };
}
