// The text clause by clause: what both have taken, what is open; once it is agreed, the text to take along.

import type { ReactNode } from "react";
import type { View } from "../../../../agreements/table/projection.ts";
import { roles, text as words } from "../../../words/en-table.ts";
import { save } from "../../parts/save.ts";
import type { MakeMove } from "./use-table.ts";

type Props = { view: View; move: MakeMove; title: string; id: string };

export function TextSoFar({ view, move, title, id }: Props): ReactNode {
  const { issues, phase, role } = view;
  const agreed = phase === "agreed";
  const terms = view.agreement ?? view.settled;
  const settled = terms.filter((option) => option !== null).length;
  const mayMove = phase === "open" && role !== "mediator";
  return (
    <section aria-labelledby="text-so-far" className={agreed ? "agreed-text" : undefined}>
      <h2 id="text-so-far">{agreed ? words.final : words.title}</h2>
      {!agreed && <p className="quiet">{words.settled(settled, issues.length)}</p>}
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{words.clause}</th>
            <th scope="col">{words.says}</th>
          </tr>
        </thead>
        <tbody>
          {issues.map(({ name, options }, issue) => {
            const option = terms[issue] ?? null;
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-column={words.says}>
                  {option === null ? <span className="quiet">{words.open}</span> : options[option]}{" "}
                  {mayMove && option !== null && (
                    <button
                      type="button"
                      className="plain"
                      aria-label={words.reopenOf(name)}
                      onClick={() => void move({ kind: "reopen-clause", issue })}
                    >
                      {words.reopen}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {agreed ? (
        <p className="actions">
          <button type="button" className="button" onClick={() => saveText(view, title, id)}>
            {words.save}
          </button>
          <button type="button" className="button" onClick={() => window.print()}>
            {words.print}
          </button>
        </p>
      ) : (
        <Confirm view={view} move={move} whole={settled === issues.length} />
      )}
    </section>
  );
}

function Confirm({ view, move, whole }: { view: View; move: MakeMove; whole: boolean }): ReactNode {
  const { role, phase, confirmedBy } = view;
  if (phase !== "open" || !whole) return null;
  return (
    <div className="actions">
      <span>{words.confirmed(confirmedBy.map((party) => roles[party]))}</span>
      {role !== "mediator" && !confirmedBy.includes(role) && (
        <button type="button" className="button primary" onClick={() => void move({ kind: "confirm" })}>
          {words.confirm}
        </button>
      )}
      <span className="hint">{words.confirmHint}</span>
    </div>
  );
}

/** The form in which `detente log sign` and `log append` take a text. */
function saveText({ issues, agreement }: View, title: string, id: string): void {
  const clauses = issues.map(({ name, options }, issue) => ({
    clause: `c${issue + 1}`,
    issue: name,
    says: options[agreement?.[issue] ?? -1],
  }));
  save(`${id}.agreement.json`, "application/json", `${JSON.stringify({ title, table: id, clauses }, null, 2)}\n`);
}
