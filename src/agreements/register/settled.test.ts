import { expect, test } from "vitest";
import type { Clause } from "./clause.ts";
import { asItStands, leftOut, settledChanges } from "./settled.ts";

const clause = (number: number, text: string): Clause => ({
  id: `d#c${number}`,
  kind: "restraint",
  gist: { en: text, zh: "文" },
  readings: [],
  verifiability: { assessment: "own", seen: { en: "s" }, by: ["public"], soon: "days", certainty: "low" },
  status: [],
  read: [],
  checked: "not-checked",
});

test("settledChanges() leaves, changes and strikes clauses as the table agreed, and names what is no clause", () => {
  const long = "x".repeat(400);
  const clauses = [clause(1, "One."), clause(2, "Two."), clause(3, long)];
  const settled = [
    { issue: "One.", says: asItStands },
    { issue: "Two.", says: "Within three days" },
    { issue: long.slice(0, 300), says: leftOut },
    { issue: "Elsewhere.", says: leftOut },
  ];
  const { changes, unmatched } = settledChanges({ clauses }, settled, "me", "agreed");
  expect(changes).toEqual([
    {
      kind: "clause-set",
      by: "me",
      because: "agreed",
      clause: { ...clauses[1], gist: { en: "Two. Within three days." } },
    },
    { kind: "clause-struck", by: "me", because: "agreed", clause: "d#c3" },
  ]);
  expect(unmatched).toEqual(["Elsewhere."]);
});
