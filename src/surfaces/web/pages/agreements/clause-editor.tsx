// A draft's clause: added, changed, struck. The agreement it was copied from is never touched.

import { useState, type ReactNode } from "react";
import { clauseKinds } from "../../../../agreements/register/clause.ts";
import type { IssueNamed } from "../../../../agreements/agreement-alone.ts";
import type { AgreementCheck, ClauseCheck } from "../../../inputs/agreement-check.ts";
import { agreement as words } from "../../../words/en-agreements-page.ts";
import { useData } from "../../use-data.ts";
import { Choice, Field, useName, useTelling } from "./parts.tsx";

export function ClauseEditor({
  agreement,
  clause,
}: {
  agreement: AgreementCheck;
  clause: ClauseCheck | null;
}): ReactNode {
  const [kind, setKind] = useState<string>(clause?.kind ?? "restraint");
  const [gist, setGist] = useState(clause?.gist.en ?? "");
  const [seen, setSeen] = useState(clause?.verifiability.seen.en ?? "");
  const [issue, setIssue] = useState(clause?.issue ?? "");
  const { data: issues } = useData<IssueNamed[]>(`/api/cases/${agreement.case}/issues`);
  const [because, setBecause] = useState("");
  const [name, setName] = useName();
  const [said, send] = useTelling();
  const ready = name.trim() !== "" && because.trim() !== "" && gist.trim() !== "";
  const keep = async (strike: boolean): Promise<void> => {
    const body = {
      clause: clause?.id ?? null,
      strike,
      kind,
      gist: gist.trim(),
      seen,
      issue: issue || null,
      by: name.trim(),
      because,
    };
    const kept = await send(`/api/cases/${agreement.case}/drafts/${agreement.id}/clauses`, body);
    if (kept && clause === null) setGist("");
  };
  return (
    <details className="agreement-part" open={clause === null || undefined}>
      <summary>{clause === null ? words.add : words.edit}</summary>
      <div className="small-form">
        <Field long label={words.gist} value={gist} change={setGist} />
        <Choice
          label={words.kind}
          value={kind}
          change={setKind}
          options={clauseKinds.map((one) => [one, one.replaceAll("-", " ")])}
        />
        <Choice
          label={words.issue}
          value={issue}
          change={setIssue}
          options={[["", words.noIssue], ...(issues ?? []).map(({ id, title }) => [id, title.en] as const)]}
        />
        <Field long label={words.seenField} value={seen} change={setSeen} />
        <Field label={words.because} value={because} change={setBecause} />
        <Field label={words.who} value={name} change={setName} />
        <p className="actions">
          <button type="button" className="button" disabled={!ready} onClick={() => void keep(false)}>
            {clause === null ? words.add : words.save}
          </button>
          {clause !== null && (
            <button type="button" className="plain" disabled={!ready} onClick={() => void keep(true)}>
              {words.strike}
            </button>
          )}
          <output>{said || (ready ? "" : words.needName)}</output>
        </p>
      </div>
    </details>
  );
}
