// One made-up statement with what a test wants of it, and the incident of a few such statements.

import { incidentOf, type Incident, type LinkedStatement } from "../../src/ledger/incident.ts";
import type { StateCode } from "../../src/values/state.ts";

export const NZL: StateCode = "NZL" as StateCode;
export const ISL: StateCode = "ISL" as StateCode;
export const FRA: StateCode = "FRA" as StateCode;

/** Iceland is said to have acted against New Zealand, by a third party. */
export function madeUpStatement(more: Partial<LinkedStatement> = {}): LinkedStatement {
  return {
    id: "made-up",
    about: "incident",
    author: { name: { en: "Test author" }, kind: "firm", side: "third" },
    said: null,
    stance: "asserts",
    accused: { states: [ISL], actors: [] },
    victims: { states: [NZL], names: [] },
    what: { effects: ["espionage"], sectors: ["government"] },
    happened: null,
    disclosed: null,
    basis: "political",
    grade: { source: "F", claim: 6 },
    summary: { en: "Made up for the test." },
    read: [],
    checked: "page-read",
    listedBy: [],
    link: {
      statement: "made-up",
      incident: "made-up",
      kind: "same",
      because: "made up",
      by: { kind: "person", name: "the test" },
    },
    withdrawn: false,
    ...more,
  };
}

/** A row of a list, which is a statement by that list. */
export function madeUpRow(source: string, more: Partial<LinkedStatement> = {}): LinkedStatement {
  const author = { name: { en: source }, kind: "dataset" as const, side: "third" as const };
  return madeUpStatement({ author, listedBy: [{ source, id: "1" }], ...more });
}

export function madeUpIncident(statements: Partial<LinkedStatement>[], id = "made-up"): Incident {
  return incidentOf(
    { id, title: { en: `Made-up incident ${id}` }, summary: { en: "Made up." } },
    statements.map((one) => madeUpStatement(one)),
  );
}
