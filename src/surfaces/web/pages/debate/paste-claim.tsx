// "Paste a claim": what a sentence comes down to, with its number, its range and what speaks against it.

import { useState, type FormEvent, type ReactNode } from "react";
import { Link } from "wouter";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import type { Fault } from "../../api.ts";
import { FaultNote } from "../../parts/fault-note.tsx";
import type { PastedAnswer } from "./answers.ts";
import { faultOf, post } from "./post.ts";
import { VerdictOf } from "./verdict.tsx";

export function PasteClaim({ caseId }: { caseId: string }): ReactNode {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<PastedAnswer | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === "") return;
    setBusy(true);
    setFault(null);
    try {
      setAnswer((await post(`/api/cases/${caseId}/claims`, { text: text.trim().slice(0, 5000) })) as PastedAnswer);
    } catch (error) {
      setFault(faultOf(error));
    }
    setBusy(false);
  };
  return (
    <section className="paste" aria-label={words.paste}>
      <form onSubmit={(event) => void ask(event)}>
        <label htmlFor="paste-claim">{words.pasteLabel}</label>
        <div className="paste-row">
          <input
            id="paste-claim"
            value={text}
            maxLength={5000}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button" disabled={busy}>
            {words.pasteDo}
          </button>
        </div>
      </form>
      {fault && <FaultNote fault={fault} retry={() => setFault(null)} />}
      <div aria-live="polite" aria-busy={busy}>
        {answer && answer.claims.length === 0 && <p className="refusal">{words.pasteNone}</p>}
        {answer?.claims.slice(0, 2).map((claim) => (
          <article key={claim.id} className="debate-claim">
            <h3>{claim.claim}</h3>
            {claim.answers.map((one) => (
              <VerdictOf key={one.verdict.address + one.verdict.inWords} answer={one} />
            ))}
            {claim.against && (
              <blockquote className="debate-against">
                <p className="small">{words.against}</p>
                <p>{claim.against.text}</p>
                <Link href={`/debate/${claim.against.debate}#${claim.against.comment}`}>{claim.against.author}</Link>
                <p className="small">{words.whyAgainst(claim.against.why)}</p>
              </blockquote>
            )}
          </article>
        ))}
      </div>
    </section>
  );
}
