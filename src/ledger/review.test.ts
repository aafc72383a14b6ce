import { expect, test } from "vitest";
import { bundledLedger } from "../../test/support/bundled-ledger.ts";
import type { Decision } from "./change.ts";
import { review, undecided } from "./review.ts";
import type { LedgerView } from "./view.ts";

const ledger = await bundledLedger();
const view = await ledger.view("us-cn");
await ledger.close();

const pairs = review(view, new Map(), []).pairs;

test("where people made every link, only pairs that stand apart are doubtful, one for two incidents, likelier than 1 in 20", () => {
  expect(pairs.length).toBeGreaterThan(20);
  const home = new Map(view.incidents.flatMap(({ id, statements }) => statements.map((one) => [one.id, id] as const)));
  for (const { now, probability, statement, incident, against } of pairs) {
    expect([now, probability > 0.05]).toEqual(["apart", true]);
    expect(home.get(against)).toBe(incident);
    expect(home.get(statement)).not.toBe(incident);
  }
  const between = pairs.map(({ statement, incident }) =>
    [home.get(statement), incident].toSorted((one, other) => ((one ?? "") < (other ?? "") ? -1 : 1)).join(),
  );
  expect(new Set(between).size).toBe(pairs.length);
});

/** The bundled case, one of its links made by a model that was so sure. */
function linkedByModel(probability: number): { changed: LedgerView; statement: string; incident: string } {
  const found = view.incidents.find(
    ({ statements }) => statements.filter(({ author }) => author.kind === "dataset").length > 1,
  )!;
  const row = found.statements.find(({ author }) => author.kind === "dataset")!;
  const link = { ...row.link, by: { kind: "model" as const, name: "linkage" }, probability };
  const statements = found.statements.map((one) => (one === row ? { ...row, link } : one));
  const incidents = view.incidents.map((one) => (one === found ? { ...found, statements } : one));
  return { changed: { ...view, incidents }, statement: row.id, incident: found.id };
}

test("a model's link is doubtful unless it was sure, and is compared with the likest statement of its incident", () => {
  const { changed, statement, incident } = linkedByModel(0.7);
  const linked = review(changed, new Map(), []).pairs.filter(({ now }) => now === "linked");
  expect(linked).toMatchObject([{ statement, incident, now: "linked" }]);
  expect(linked[0]!.against).not.toBe(statement);
  expect(review(linkedByModel(0.96).changed, new Map(), []).pairs.filter(({ now }) => now === "linked")).toEqual([]);
});

test("a pair that was judged is no longer open, whichever of its statements was judged", () => {
  const [first] = pairs;
  const home = view.incidents.find(({ statements }) => statements.some(({ id }) => id === first!.statement))!;
  const judged = (statement: string, incident: string): Decision[] => [
    { statement, incident, judgement: "unsure", because: "x", by: "y", at: "", before: null, emptied: null },
  ];
  expect(undecided(pairs, view, judged(first!.statement, first!.incident))).toEqual(pairs.slice(1));
  expect(undecided(pairs, view, judged(first!.against, home.id))).toEqual(pairs.slice(1));
  expect(undecided(pairs, view, judged("nowhere", "nowhere"))).toEqual(pairs);
});
