// Each claim of the debate with its live verdict, what it turns on, and who presses it.

import type { ReactNode } from "react";
import { debateWords as words } from "../../../words/en-debate-pages.ts";
import { useData } from "../../use-data.ts";
import type { Pressed, Refusing } from "./answers.ts";
import { VerdictOf } from "./verdict.tsx";

export function Arguments({ id, set, version }: { id: string; set: string | null; version: number }): ReactNode {
  const query = set === null ? "" : `&set=${encodeURIComponent(set)}`;
  const { data } = useData<Pressed[] | Refusing>(`/api/debates/${encodeURIComponent(id)}/claims?v=${version}${query}`);
  if (!data) return <output>{words.loading}</output>;
  if (!Array.isArray(data)) return <p className="refusal">{data.refused.because}</p>;
  return (
    <div className="debate-claims">
      {data.map((one) => (
        <Claim key={one.id} claim={one} />
      ))}
    </div>
  );
}

function Claim({ claim: { id, claim, arguments: letters, answers, comments } }: { claim: Pressed }): ReactNode {
  return (
    <article id={`claim-${id}`} className="debate-claim" tabIndex={-1}>
      <h3>
        {letters.map((letter) => `(${letter}) `).join("")}
        {claim}
      </h3>
      {answers.map((one) => (
        <VerdictOf key={one.verdict.address + one.verdict.inWords} answer={one} />
      ))}
      <details>
        <summary>{words.pressedBy(comments.length)}</summary>
        <ul>
          {comments.map((one) => (
            <li key={one.id}>
              “{one.quote}” <a href={`#${one.id}`}>{one.author}</a>{" "}
              <span className="small">{one.confirmed === true ? words.confirmed : words.suggested(one.score)}</span>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}
