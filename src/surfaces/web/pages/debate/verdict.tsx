// One answer to a claim: whether it holds, in words, what it turns on, what would change it, where to see it.

import type { ReactNode } from "react";
import { Link } from "wouter";
import type { ReadClaim } from "../../../../debate/read-debate.ts";
import { debateWords as words } from "../../../words/en-debate-pages.ts";

export function VerdictOf({ answer: { binding, verdict } }: { answer: ReadClaim["answers"][number] }): ReactNode {
  const by = binding.kind === "model" ? binding.model : binding.name;
  return (
    <div className="debate-verdict">
      <p>
        <strong className={`verdict-word verdict-${verdict.verdict}`}>{words.verdicts[verdict.verdict]}</strong>{" "}
        <span className="small">{by}</span> {verdict.inWords}
      </p>
      <dl className="debate-facts">
        {verdict.condition !== null && <Fact name={words.condition}>{verdict.condition}</Fact>}
        {verdict.turnsOn !== null && (
          <Fact name={words.turnsOn}>
            {verdict.turnsOn}
            {verdict.sourceKind !== null && ` (${words.sourceKinds[verdict.sourceKind]})`}
          </Fact>
        )}
        {verdict.speaksAgainst !== null && <Fact name={words.speaksAgainst}>{verdict.speaksAgainst}</Fact>}
        {verdict.wouldChange !== null && <Fact name={words.wouldChange}>{verdict.wouldChange}</Fact>}
      </dl>
      <Link href={verdict.address}>{words.see}</Link>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
