// What a new table begins with: the case's issues, or the clauses of an agreement that is to be negotiated.

import { MOST_ISSUES } from "../../../../agreements/table/move.ts";
import { LONGEST_ISSUE } from "../../../../agreements/register/settled.ts";
import type { TableIssue } from "../../../../agreements/table/event.ts";
import { startingOptions } from "../../../words/en-agreements-page.ts";

export type Starting = { title: string; issues: TableIssue[] };

type Clauses = { title: { en: string }; clauses: { gist: { en: string } }[] };

export function startingIssues(registered: unknown, usual: Starting): Starting {
  if (!hasClauses(registered)) return usual;
  const names = new Set<string>();
  const issues = registered.clauses.flatMap(({ gist }) => {
    const name = gist.en.slice(0, LONGEST_ISSUE);
    if (names.has(name)) return [];
    names.add(name);
    return [{ name, options: startingOptions }];
  });
  return { title: registered.title.en.slice(0, 200), issues: issues.slice(0, MOST_ISSUES) };
}

function hasClauses(value: unknown): value is Clauses {
  return typeof value === "object" && value !== null && "clauses" in value && Array.isArray(value.clauses);
}
