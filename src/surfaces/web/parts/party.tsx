// A state with the mark and colour of its part in the case: never colour alone.

import type { ReactNode } from "react";
import { marks, type Tone } from "../../charts/chart.ts";

export function PartyName({ tone, children }: { tone: Tone; children: string }): ReactNode {
  return (
    <span className={`party party-${tone}`}>
      {marks[tone] !== null && <span aria-hidden="true" className={`mark mark-${marks[tone]}`} />}
      {children}
    </span>
  );
}

export function Arrow({
  from,
  to,
}: {
  from: { tone: Tone; name: string };
  to: { tone: Tone; name: string };
}): ReactNode {
  return (
    <span className="arrow">
      <PartyName tone={from.tone}>{from.name}</PartyName>
      <span aria-hidden="true"> → </span>
      <span className="unseen"> against </span>
      <PartyName tone={to.tone}>{to.name}</PartyName>
    </span>
  );
}
