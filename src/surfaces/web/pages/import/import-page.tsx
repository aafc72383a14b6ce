// Bringing a list in: choose or drop its file, see what it would do, then write it.

import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { Link } from "wouter";
import type { Imported } from "../../../inputs/ledger.ts";
import { listName } from "../../../words/en-codes.ts";
import { importing as words } from "../../../words/en-review.ts";
import { keeping, query } from "../../address.ts";
import { forgetAll } from "../../answers.ts";
import { addressOf, Failed, send, type Fault, type SourcesAnswer } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import { Page } from "../../shell/page.tsx";
import { useAddress } from "../../use-address.ts";
import { useCase } from "../../use-case.ts";
import { useData } from "../../use-data.ts";
import { Buckets } from "./buckets.tsx";

type Asked = { file: File; source: string };
type Step =
  | { at: "choose" }
  | { at: "working"; asked: Asked; writing: boolean }
  | { at: "failed"; asked: Asked; writing: boolean; fault: Fault }
  | { at: "seen"; asked: Asked; found: Imported };

export function ImportPage(): ReactNode {
  const inView = useCase();
  const [step, setStep] = useState<Step>({ at: "choose" });
  const heading = useRef<HTMLOutputElement>(null);
  const go = async (asked: Asked, writing: boolean): Promise<void> => {
    setStep({ at: "working", asked, writing });
    const { file, source } = asked;
    try {
      const found = await send(`/api/import${query({ source, file: file.name, preview: writing ? null : "1" })}`, file);
      setStep({ at: "seen", asked, found: found as Imported });
      if (writing) forgetAll();
      heading.current?.focus();
    } catch (error) {
      const fault: Fault = error instanceof Failed ? error.fault : { kind: "inside", detail: String(error) };
      setStep({ at: "failed", asked, writing, fault });
    }
  };
  const working = step.at === "working";
  return (
    <Page title={words.question} inView={inView} busy={working}>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      <Choose caseId={inView.id} disabled={working} choose={(asked) => void go(asked, false)} />
      <output className="import-status" ref={heading} tabIndex={-1}>
        {step.at === "working" &&
          (step.writing ? words.writing(step.asked.file.name) : words.reading(step.asked.file.name))}
        {step.at === "seen" && summaryOf(step.found)}
      </output>
      {working && <progress className="import-progress" aria-label={words.reading(step.asked.file.name)} />}
      {step.at === "failed" && <FaultNote fault={step.fault} retry={() => void go(step.asked, step.writing)} />}
      {step.at === "seen" && (
        <Seen found={step.found} commit={() => void go({ ...step.asked, source: step.found.source }, true)} />
      )}
    </Page>
  );
}

function summaryOf({ file, source, rows, accepted, rejections }: Imported): string {
  return words.read(file, listName(source), rows, accepted, rejections.length);
}

function Choose({
  caseId,
  disabled,
  choose,
}: {
  caseId: string | null;
  disabled: boolean;
  choose: (asked: Asked) => void;
}): ReactNode {
  const { data } = useData<SourcesAnswer>(caseId === null ? null : addressOf.sources(caseId));
  const [source, setSource] = useState("");
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined): void => {
    if (file && !disabled) choose({ file, source });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    // Dropping is a second way in: the button inside does the same for hands and voices that do not drag.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={`drop${over ? " drop-over" : ""}`}
      aria-label={words.choose}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label className="drop-list">
        <span className="field-name">{words.list}</span>
        <select value={source} onChange={(event) => setSource(event.target.value)} disabled={disabled}>
          <option value="">{words.guess}</option>
          {data?.lists.map(({ name, title }) => (
            <option key={name} value={name}>
              {title === name ? name : `${title} (${name})`}
            </option>
          ))}
        </select>
      </label>
      <p className="drop-file">
        <button type="button" className="button" disabled={disabled} onClick={() => input.current?.click()}>
          {words.choose}
        </button>{" "}
        <span className="quiet">{over ? words.dropNow : words.drop}</span>
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={words.choose}
          disabled={disabled}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file may be chosen again after it was changed.
            event.target.value = "";
          }}
        />
      </p>
    </section>
  );
}

function Seen({ found, commit }: { found: Imported; commit: () => void }): ReactNode {
  const { view } = useAddress();
  const { added, changed, withdrawn, unchanged, statements, committed, attached, writes } = found;
  const idle = writes === 0;
  const counts = [added.length, changed.length, withdrawn.length] as const;
  const nothing = statements === 0 ? words.nothingBesides : words.nothing(unchanged);
  return (
    <>
      {found.newer !== null && <p>{words.newer(found.newer)}</p>}
      <p className="answer">{idle ? nothing : committed ? words.did(...counts) : words.would(...counts)}</p>
      {attached
        .filter(({ linked }) => linked > 0)
        .map(({ case: name, linked, made }) => (
          <p key={name}>{words.attached(name, linked, made)}</p>
        ))}
      <p className="actions">
        {committed ? (
          <>
            <Link href={keeping("/queue", view)}>{words.toQueue}</Link>
            <Link href={keeping("/incidents", view)}>{words.toIncidents}</Link>
          </>
        ) : (
          !idle && (
            <button type="button" className="button primary" onClick={commit}>
              {words.commit}
            </button>
          )
        )}
      </p>
      <Buckets found={found} />
    </>
  );
}
