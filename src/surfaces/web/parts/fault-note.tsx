// What happened, what to do, and that nothing was lost.

import type { ReactNode } from "react";
import { Link } from "wouter";
import { faults } from "../../words/en-pages.ts";
import { published } from "../../words/en-published.ts";
import type { Fault } from "../api.ts";

export function FaultNote({ fault, retry, start }: { fault: Fault; retry: () => void; start?: string }): ReactNode {
  const told = wordsOf(fault);
  return (
    <section className="fault" role="alert">
      <h2>{told.title}</h2>
      <p>{told.what}</p>
      <p>{told.todo}</p>
      <p className="actions">
        {fault.kind !== "unpublished" && (
          <button type="button" className="button" onClick={retry}>
            {faults.retry}
          </button>
        )}
        {start !== undefined && <Link href={start}>{faults.start}</Link>}
      </p>
    </section>
  );
}

function wordsOf({ kind, detail }: Fault): { title: string; what: string; todo: string } {
  if (kind === "unpublished" && detail === "")
    return { title: published.only, what: published.onlyWhat, todo: `${published.onlyDo} ${published.start}` };
  if (kind === "unpublished")
    return { title: published.lacking, what: published.lackingWhat, todo: published.lackingDo(detail) };
  if (kind === "gone") return { title: faults.gone, what: faults.goneWhat, todo: faults.goneDo };
  if (kind === "input" || kind === "missing")
    return { title: faults.refusedInput, what: detail, todo: faults.refusedInputDo };
  return { title: faults.inside, what: detail, todo: faults.insideDo };
}
