// A new offer: an option of every issue, or nothing yet.

import { useState, type FormEvent, type ReactNode } from "react";
import type { Terms } from "../../../../agreements/table/event.ts";
import type { View } from "../../../../agreements/table/projection.ts";
import { offers as words } from "../../../words/en-table.ts";
import type { MakeMove } from "./use-table.ts";

export function OfferForm({ view, move }: { view: View; move: MakeMove }): ReactNode {
  const { issues, settled, role } = view;
  const [chosen, setChosen] = useState<Record<number, number | null>>({});
  const terms: Terms = issues.map((_, issue) => chosen[issue] ?? (issue in chosen ? null : (settled[issue] ?? null)));
  const send = async (): Promise<void> => {
    if (await move({ kind: "offer", terms })) setChosen({});
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="offer-form" onSubmit={submit} aria-labelledby="offer-form">
      <h3 id="offer-form">{role === "mediator" ? words.mediator : words.make}</h3>
      <p className="hint">{words.replaces}</p>
      <div className="offer-fields">
        {issues.map(({ name, options }, issue) => (
          <label key={name} className="stacked">
            <span>{name}</span>
            <select
              value={terms[issue] ?? ""}
              onChange={(event) =>
                setChosen({ ...chosen, [issue]: event.target.value === "" ? null : Number(event.target.value) })
              }
            >
              <option value="">{words.leaveOpen}</option>
              {options.map((option, index) => (
                <option key={option} value={index}>
                  {option}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p>
        <button type="submit" className="button primary" disabled={terms.every((option) => option === null)}>
          {words.send}
        </button>
      </p>
    </form>
  );
}
