// Leave that a party gives others to see what it wants, and takes back.

import type { ReactNode } from "react";
import type { Confidant, Party } from "../../../../agreements/table/event.ts";
import type { View } from "../../../../agreements/table/projection.ts";
import { leave as words, roles } from "../../../words/en-table.ts";
import type { MakeMove } from "./use-table.ts";

export function LeaveToSee({ view, party, move }: { view: View; party: Party; move: MakeMove }): ReactNode {
  const rows: [Confidant, string, string][] = [
    ["mediator", words.mediator, words.mediatorHint],
    ["other", words.other(roles[party === "a" ? "b" : "a"]), words.otherHint],
  ];
  return (
    <section aria-labelledby="leave">
      <h2 id="leave">{words.title}</h2>
      {rows.map(([to, label, hint]) => (
        <p key={to}>
          <label className="check">
            <input
              type="checkbox"
              checked={view.leave?.[to] ?? false}
              disabled={view.phase !== "open"}
              aria-describedby={`leave-${to}`}
              onChange={(event) => void move({ kind: "leave", to, given: event.target.checked })}
            />
            {label}
          </label>
          <span className="hint" id={`leave-${to}`}>
            {hint}
          </span>
        </p>
      ))}
    </section>
  );
}
