// Findings on a clause, and the form that moves one on: who, how good the evidence, how probable, why.

import { useState, type ReactNode } from "react";
import type { AgreementCheck, ClauseCheck, FindingShown } from "../../../inputs/agreement-check.ts";
import { agreement as words } from "../../../words/en-agreements-page.ts";
import { assessmentSentence, findingSentence, judgementWords } from "../../../words/en-register.ts";
import { Choice, Field, useName, useTelling } from "./parts.tsx";
import { InWorkbench } from "../../parts/in-workbench.tsx";

type Props = { clause: ClauseCheck; agreement: AgreementCheck };

const after: Record<FindingShown["stage"], readonly string[]> = {
  none: ["alleged"],
  alleged: ["consulted", "extended", "closed"],
  consulted: ["assessed", "extended", "closed"],
  assessed: ["assessed", "dissented", "disputed", "closed", "extended"],
  disputed: ["assessed", "dissented", "closed"],
  closed: [],
};
const closings = ["remedied", "acknowledged", "not-substantiated", "withdrawn"] as const;

export function Findings({ clause, agreement }: Props): ReactNode {
  return (
    <section className="findings">
      {clause.findings.length > 0 && <h3>{words.findings}</h3>}
      {clause.findings.map((finding) => (
        <div key={finding.id} className="finding">
          <p>{findingSentence(finding.id, finding, finding.overdue)}</p>
          {finding.assessments.map((assessment) => (
            <p key={`${assessment.at} ${assessment.by}`} className="small">
              {assessmentSentence(assessment)}
            </p>
          ))}
          {finding.dissents.map(({ by, name, because, at }) => (
            <p key={`${at} ${by}`} className="small">
              {by} ({name}) dissents: {because}
            </p>
          ))}
          {finding.stage !== "closed" && (
            <InWorkbench>
              <details>
                <summary>{words.move}</summary>
                <StepForm key={finding.stage} clause={clause} agreement={agreement} finding={finding} />
              </details>
            </InWorkbench>
          )}
        </div>
      ))}
      <InWorkbench>
        <details>
          <summary>{words.begin}</summary>
          <StepForm key="new" clause={clause} agreement={agreement} finding={null} />
        </details>
      </InWorkbench>
    </section>
  );
}

type Typed = Record<
  "by" | "words" | "incidents" | "source" | "claim" | "judgement" | "probability" | "confidence" | "how" | "due",
  string
>;

function StepForm({ clause, agreement, finding }: Props & { finding: FindingShown | null }): ReactNode {
  const steps = after[finding?.stage ?? "none"];
  const [kind, setKind] = useState(steps[0] ?? "alleged");
  const [name, setName] = useName();
  const confirmed = clause.candidates.filter((one) => one.confirmed === "concerns").map(({ incident }) => incident);
  const [typed, setTyped] = useState<Typed>({
    by: agreement.parties[0] ?? "third",
    words: "",
    incidents: confirmed.join(", "),
    source: "B",
    claim: "2",
    judgement: "undetermined",
    probability: "0.3-0.7",
    confidence: "low",
    how: "not-substantiated",
    due: "",
  });
  const [said, send] = useTelling();
  const set = (changes: Partial<Typed>): void => setTyped({ ...typed, ...changes });
  const record = (): void => {
    const event = eventOf(kind, typed, name.trim(), clause.id);
    void send(`/api/cases/${agreement.case}/findings`, { finding: finding?.id ?? null, event });
  };
  const sides = [...agreement.parties.slice(0, 60), "third"].map((side): [string, string] => [side, side]);
  const graded = kind === "alleged" || kind === "assessed";
  return (
    <div className="small-form">
      {steps.length > 1 && (
        <Choice
          label={words.step}
          value={kind}
          change={setKind}
          options={steps.map((one) => [one, words.steps[one] ?? one])}
        />
      )}
      <Choice label={words.side} value={typed.by} change={(by) => set({ by })} options={sides} />
      {kind === "alleged" && (
        <Field label={words.incidents} value={typed.incidents} change={(incidents) => set({ incidents })} />
      )}
      {graded && <Grade typed={typed} set={set} />}
      {kind === "assessed" && <Judgement typed={typed} set={set} />}
      {kind === "extended" && <Field label={words.due} value={typed.due} change={(due) => set({ due })} />}
      {kind === "closed" && (
        <Choice
          label={words.how}
          value={typed.how}
          change={(how) => set({ how })}
          options={closings.map((one) => [one, one.replaceAll("-", " ")])}
        />
      )}
      <Field
        long
        label={kind === "alleged" ? words.claim : kind === "consulted" ? words.answer : words.why}
        value={typed.words}
        change={(text) => set({ words: text })}
      />
      <Field label={words.who} value={name} change={setName} />
      <p className="actions">
        <button type="button" className="button" disabled={name.trim() === ""} onClick={record}>
          {words.record}
        </button>
        <output>{said}</output>
      </p>
    </div>
  );
}

type Part = { typed: Typed; set: (changes: Partial<Typed>) => void };

function Grade({ typed, set }: Part): ReactNode {
  const letters = (values: string): [string, string][] => values.split("").map((one) => [one, one]);
  return (
    <div className="actions">
      <Choice
        label={words.grade}
        value={typed.source}
        change={(source) => set({ source })}
        options={letters("ABCDEF")}
      />
      <Choice label="1–6" value={typed.claim} change={(claim) => set({ claim })} options={letters("123456")} />
    </div>
  );
}

function Judgement({ typed, set }: Part): ReactNode {
  return (
    <>
      <Choice
        label={words.judgement}
        value={typed.judgement}
        change={(judgement) => set({ judgement })}
        options={Object.entries(judgementWords)}
      />
      <Field label={words.probability} value={typed.probability} change={(probability) => set({ probability })} />
      <Choice
        label={words.confidence}
        value={typed.confidence}
        change={(confidence) => set({ confidence })}
        options={["low", "moderate", "high"].map((one): [string, string] => [one, one])}
      />
    </>
  );
}

/** What the rules take; who and when belong to the record, and what they refuse is said in their own words. */
function eventOf(kind: string, typed: Typed, name: string, clause: string): Record<string, unknown> {
  const { by, words: text } = typed;
  const grade = { source: typed.source, claim: Number(typed.claim) };
  const [lower = Number.NaN, upper = lower] = typed.probability.split(/[-–]/).map(Number);
  switch (kind) {
    case "alleged": {
      const incidents = typed.incidents.split(/[\s,]+/).filter((id) => id !== "");
      return { kind, by, clause, incidents, claim: text, grade };
    }
    case "consulted":
      return { kind, by, answer: text.trim() === "" ? null : text };
    case "assessed":
      return {
        kind,
        by,
        name,
        judgement: typed.judgement,
        probability: { lower, upper },
        confidence: typed.confidence,
        grade,
        because: text,
      };
    case "dissented":
      return { kind, by, name, because: text };
    case "extended":
      return { kind, by, due: `${typed.due}T23:59:59Z`, because: text };
    case "closed":
      return { kind, by, how: typed.how, because: text };
    default:
      return { kind, by, because: text };
  }
}
