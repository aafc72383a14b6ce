// Issues as they are edited: a name, and options one a line.

import type { ReactNode } from "react";
import { setting as words } from "../../../words/en-table.ts";

export type EditedIssue = { row: number; name: string; options: string };

export function IssueEditor({
  issues,
  change,
}: {
  issues: readonly EditedIssue[];
  change: (issues: EditedIssue[]) => void;
}): ReactNode {
  const put = (row: number, changes: Partial<EditedIssue>): void =>
    change(issues.map((issue) => (issue.row === row ? { ...issue, ...changes } : issue)));
  const next = Math.max(0, ...issues.map(({ row }) => row)) + 1;
  return (
    <fieldset className="issues">
      <legend className="field-name">{words.issues}</legend>
      <ol className="plain-list issue-rows">
        {issues.map(({ row, name, options }, index) => (
          <li key={row} className="issue-row">
            <input
              type="text"
              required
              maxLength={300}
              aria-label={words.issueName(index + 1)}
              placeholder={words.issueName(index + 1)}
              value={name}
              onChange={(event) => put(row, { name: event.target.value })}
            />
            <textarea
              required
              rows={Math.min(8, Math.max(2, options.split("\n").length))}
              aria-label={words.optionsOf(index + 1)}
              placeholder={words.optionsOf(index + 1)}
              value={options}
              onChange={(event) => put(row, { options: event.target.value })}
            />
            <button
              type="button"
              className="plain"
              aria-label={words.remove(name || words.issueName(index + 1))}
              onClick={() => change(issues.filter((issue) => issue.row !== row))}
            >
              {words.removeShort}
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="plain" onClick={() => change([...issues, { row: next, name: "", options: "" }])}>
        {words.add}
      </button>
    </fieldset>
  );
}
