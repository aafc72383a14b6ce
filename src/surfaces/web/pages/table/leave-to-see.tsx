// Leave that a party gives others to see what it wants, and takes back.

import { useState, type ReactNode } from "react";
import type { Confidant, Party } from "../../../../agreements/table/event.ts";
import type { View } from "../../../../agreements/table/projection.ts";
import { leave as words, roles } from "../../../words/en-table.ts";
import type { MakeMove } from "./use-table.ts";

type Props = { view: View; party: Party; move: MakeMove };

export function LeaveToSee({ view, party, move }: Props): ReactNode {
  return (
    <section aria-labelledby="leave">
      <h2 id="leave">{words.title}</h2>
      <Leave view={view} move={move} to="mediator" label={words.mediator} hint={words.mediatorHint} />
      <Leave
        view={view}
        move={move}
        to="other"
        label={words.other(roles[party === "a" ? "b" : "a"])}
        hint={words.otherHint}
      />
    </section>
  );
}

function Leave({
  view,
  move,
  to,
  label,
  hint,
}: Omit<Props, "party"> & { to: Confidant; label: string; hint: string }): ReactNode {
  /** What was chosen, until the server has answered; then what stands is shown, whatever it is. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const choose = async (given: boolean): Promise<void> => {
    setChosen(given);
    await move({ kind: "leave", to, given });
    setChosen(null);
  };
  return (
    <p>
      <label className="check">
        <input
          type="checkbox"
          checked={chosen ?? view.leave?.[to] ?? false}
          disabled={view.phase !== "open"}
          aria-describedby={`leave-${to}`}
          onChange={(event) => void choose(event.target.checked)}
        />
        {label}
      </label>
      <span className="hint" id={`leave-${to}`}>
        {hint}
      </span>
    </p>
  );
}
