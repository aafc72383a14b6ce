// What was said at the table, in order, and a field to say more.

import { useState, type FormEvent, type ReactNode } from "react";
import { LONGEST_ARGUMENT } from "../../../../agreements/table/event.ts";
import type { View } from "../../../../agreements/table/projection.ts";
import { roles, said as words } from "../../../words/en-table.ts";
import type { MakeMove } from "./use-table.ts";
import { Who } from "./who.tsx";

export function Arguments({ view, move }: { view: View; move: MakeMove }): ReactNode {
  const [typed, setTyped] = useState("");
  const [about, setAbout] = useState("");
  const send = async (): Promise<void> => {
    const made = await move({ kind: "argument", text: typed, issue: about === "" ? null : Number(about) });
    if (made) setTyped("");
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <section aria-labelledby="said">
      <h2 id="said">{words.title}</h2>
      {view.arguments.length === 0 && <p className="quiet">{words.none}</p>}
      <ol className="plain-list said">
        {view.arguments.map(({ by, at, text, issue }) => (
          <li key={`${at} ${by} ${text}`}>
            <Who role={by}>{roles[by]}</Who>{" "}
            <span className="hint">
              {new Date(at).toLocaleTimeString("en-GB", { timeStyle: "short" })}
              {issue !== null && ` · ${view.issues[issue]?.name}`}
            </span>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      {view.phase === "open" && (
        <form className="argue" onSubmit={submit}>
          <label className="stacked">
            <span className="field-name">{words.field}</span>
            <textarea
              rows={3}
              required
              maxLength={LONGEST_ARGUMENT}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <p className="actions">
            <label>
              {words.about}{" "}
              <select value={about} onChange={(event) => setAbout(event.target.value)}>
                <option value="">{words.whole}</option>
                {view.issues.map(({ name }, issue) => (
                  <option key={name} value={issue}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" className="button">
              {words.send}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
