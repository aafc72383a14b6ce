// The made-up case of the tests, read from its files, as a ledger would hold it: without a store.

import { readFileSync } from "node:fs";
import { incidentOf, type LinkedStatement } from "../../src/ledger/incident.ts";
import { asOf, inOrder, type LedgerView } from "../../src/ledger/view.ts";
import { hashOf } from "../../src/log/record.ts";
import { caseFileNames, readCase, type CaseContent, type CaseFileName } from "../../src/sources/case-folder.ts";
import type { Day } from "../../src/values/day.ts";

const folder = new URL("../fixtures/tiny-case/", import.meta.url);

export function tinyCaseTexts(): Record<CaseFileName, string> {
  const texts = caseFileNames.map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);
  return Object.fromEntries(texts) as Record<CaseFileName, string>;
}

/** A case's content as a view, every statement linked as its file says. */
export function viewOf({ about, incidents, statements, acts }: CaseContent): LedgerView {
  const linked = statements.map(({ incident, link, ...statement }): [string, LinkedStatement] => [
    incident,
    {
      ...statement,
      link: { statement: statement.id, incident, ...link, by: { kind: "person", name: "the test" } },
      withdrawn: false,
    },
  ]);
  const assembled = incidents.map((one) =>
    incidentOf(one, inOrder(linked.filter(([id]) => id === one.id).map(([, statement]) => statement))),
  );
  const view: LedgerView = { about, incidents: assembled, acts, hash: hashOf(null), head: { sequence: 0, hash: "" } };
  // The last day that can be written: everything is known by then, and the hash is made anew.
  return asOf(view, "9999-12-31" as Day);
}

export function tinyView(): LedgerView {
  return viewOf(readCase(tinyCaseTexts()));
}
