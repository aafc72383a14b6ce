// What a party wants: a weight for each issue, a value for each option, what it has without agreement; numbers or ranges.

import { useState, type FormEvent, type ReactNode } from "react";
import type { Preferences, Range } from "../../../../agreements/preferences.ts";
import type { Party, TableIssue } from "../../../../agreements/table/event.ts";
import type { View } from "../../../../agreements/table/projection.ts";
import { roles, wants as words } from "../../../words/en-table.ts";
import { readRange, writeRange } from "./ranges.ts";
import type { MakeMove } from "./use-table.ts";

type Typed = { weights: string[]; values: string[][]; walkAway: string };

export function Wants({ view, party, move }: { view: View; party: Party; move: MakeMove }): ReactNode {
  const { issues } = view;
  const [typed, setTyped] = useState<Typed>(() => typedOf(issues, view.preferences[party]));
  const [answer, setAnswer] = useState("");
  const open = view.phase === "open";
  const send = async (): Promise<void> => {
    const read = preferencesOf(roles[party], issues, typed);
    if (typeof read === "string") setAnswer(words.bad(read));
    else setAnswer((await move({ kind: "preferences", preferences: read })) ? words.kept : "");
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  const change = (changed: Partial<Typed>): void => {
    setTyped({ ...typed, ...changed });
    setAnswer("");
  };
  return (
    <section aria-labelledby="wants" className="wants">
      <h2 id="wants">{words.title}</h2>
      <p className="hint">{words.private}</p>
      <form onSubmit={submit} className="wants-form">
        {issues.map((issue, at) => (
          <IssueWants
            key={issue.name}
            issue={issue}
            open={open}
            weight={typed.weights[at] ?? ""}
            values={typed.values[at] ?? []}
            setWeight={(text) => change({ weights: typed.weights.with(at, text) })}
            setValue={(option, text) =>
              change({ values: typed.values.with(at, (typed.values[at] ?? []).with(option, text)) })
            }
          />
        ))}
        <label className="stacked">
          <span className="field-name">{words.walkAway}</span>
          <RangeField value={typed.walkAway} open={open} label="" change={(walkAway) => change({ walkAway })} />
          <span className="hint">{words.walkAwayHint}</span>
        </label>
        <p className="actions">
          <button type="submit" className="button" disabled={!open}>
            {words.save}
          </button>
          <output>{answer}</output>
        </p>
      </form>
    </section>
  );
}

function IssueWants({
  issue: { name, options },
  weight,
  values,
  open,
  setWeight,
  setValue,
}: {
  issue: TableIssue;
  weight: string;
  values: readonly string[];
  open: boolean;
  setWeight: (text: string) => void;
  setValue: (option: number, text: string) => void;
}): ReactNode {
  return (
    <fieldset className="issue-wants">
      <legend>{name}</legend>
      <label className="want">
        <span className="quiet">{words.weightShort}</span>
        <RangeField value={weight} open={open} label={words.weight(name)} change={setWeight} />
      </label>
      {options.map((option, index) => (
        <label key={option} className="want">
          <span>{option}</span>
          <RangeField
            value={values[index] ?? ""}
            open={open}
            label={words.value(option, name)}
            change={(text) => setValue(index, text)}
          />
        </label>
      ))}
    </fieldset>
  );
}

function RangeField({
  value,
  open,
  label,
  change,
}: {
  value: string;
  open: boolean;
  label: string;
  change: (text: string) => void;
}): ReactNode {
  return (
    <input
      type="text"
      inputMode="decimal"
      className="range-field"
      autoComplete="off"
      disabled={!open}
      aria-label={label === "" ? undefined : label}
      aria-invalid={readRange(value) === null ? true : undefined}
      value={value}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** Without anything on record: every issue weighs the same, the first option is best and the last worst. */
function typedOf(issues: readonly TableIssue[], kept: Preferences | undefined): Typed {
  if (kept)
    return {
      weights: kept.weights.map(writeRange),
      values: kept.values.map((row) => row.map(writeRange)),
      walkAway: writeRange(kept.walkAway),
    };
  const spread = (count: number, at: number): string =>
    String(count === 1 ? 1 : Number((1 - at / (count - 1)).toPrecision(2)));
  return {
    weights: issues.map(() => "1"),
    values: issues.map(({ options }) => options.map((_, at) => spread(options.length, at))),
    walkAway: "0",
  };
}

/** The preferences, or the name of the first field that cannot be read. */
function preferencesOf(name: string, issues: readonly TableIssue[], typed: Typed): Preferences | string {
  const fields: [string, string][] = [
    ...issues.map(({ name: issue }, at): [string, string] => [words.weight(issue), typed.weights[at] ?? ""]),
    ...issues.flatMap(({ name: issue, options }, at) =>
      options.map((option, index): [string, string] => [words.value(option, issue), typed.values[at]?.[index] ?? ""]),
    ),
    [words.walkAway, typed.walkAway],
  ];
  const bad = fields.find(([, text]) => readRange(text) === null);
  if (bad) return bad[0];
  const read = (text: string): Range => readRange(text) ?? { lower: 0, upper: 0 };
  return {
    name,
    weights: typed.weights.map(read),
    values: typed.values.map((row) => row.map(read)),
    walkAway: read(typed.walkAway),
  };
}
