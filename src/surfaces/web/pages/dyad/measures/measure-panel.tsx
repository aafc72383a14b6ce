// The frame of a measure's panel: its question, the answer when it has come, what it rests on, and the command for it.

import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Refusal } from "../../../../../values/outcome.ts";
import { drawer } from "../../../../words/en-facts.ts";
import { panelWords as words } from "../../../../words/en-measures.ts";
import { dyad as dyadWords, shell } from "../../../../words/en-pages.ts";
import { keeping, type View } from "../../../address.ts";
import { addressOf } from "../../../api.ts";
import { CopyButton } from "../../../parts/copy-button.tsx";
import { FaultNote } from "../../../parts/fault-note.tsx";
import { useData } from "../../../use-data.ts";

type Props<Answer> = {
  /** The measure's name, also that of its page. */
  name: string;
  title: string;
  level: 2 | 3;
  caseId: string;
  view: View;
  /** Settings beside the view's, as the address has them. */
  settings?: Record<string, string | number | null>;
  command: string;
  rests?: (answer: Answer) => readonly string[];
  /** Above the answer: what may be set. */
  controls?: ReactNode;
  children: (answer: Answer) => ReactNode;
};

export function MeasurePanel<Answer extends object>(props: Props<Answer>): ReactNode {
  const { name, title, level, caseId, view, settings = {}, controls, children } = props;
  const { data, fault, late, retry } = useData<Answer | { refused: Refusal }>(
    addressOf.measure(caseId, name, view, { ...settings, refusal: "answer" }),
  );
  const Heading = `h${level}` as const;
  return (
    <section
      className={`measure measure-${name}`}
      aria-labelledby={`measure-${name}`}
      aria-busy={late && fault === null}
    >
      <Heading id={`measure-${name}`}>{title}</Heading>
      {controls}
      {fault && <FaultNote fault={fault} retry={retry} />}
      {!data && !fault && <output className="small">{shell.loading}</output>}
      {data && isRefused(data) && (
        <p className="refusal">
          <strong>{dyadWords.noEstimate}</strong> {data.refused.because}
        </p>
      )}
      {data && !isRefused(data) && children(data)}
      <Rests {...props} answer={data && !isRefused(data) ? data : null} />
    </section>
  );
}

function isRefused(data: object): data is { refused: Refusal } {
  return "refused" in data && !("case" in data); // an answer names its case
}

function Rests<Answer>({
  answer,
  rests,
  name,
  view,
  command,
}: Pick<Props<Answer>, "rests" | "name" | "view" | "command"> & { answer: Answer | null }): ReactNode {
  const lines = answer === null || !rests ? [] : [...new Set(rests(answer))];
  return (
    <details className="rests">
      <summary>{dyadWords.restsOn}</summary>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="small measure-foot">
        <Link href={keeping(`/methods/methods/${name}`, view)}>{words.method}</Link>
        {" · "}
        {words.command} <code>{command}</code> <CopyButton text={command} label={drawer.copy} done={drawer.copied} />
      </p>
    </details>
  );
}
