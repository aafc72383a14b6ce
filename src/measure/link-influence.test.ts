import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundledLedger } from "../../test/support/bundled-ledger.ts";
import { incidentOf, type Incident } from "../ledger/incident.ts";
import { chao } from "./chao.ts";
import { linkInfluence, movedBy } from "./link-influence.ts";
import { frequencies, overlap } from "./overlap.ts";

const lists = ["dcid-2.0", "eurepoc-1.1", "cfr-2023-02"];
const ledger = await bundledLedger();
const { incidents, about } = await ledger.view("us-cn");
await ledger.close();
const [a, b] = about.parties;
const directions = [
  { from: b.iso, to: a.iso },
  { from: a.iso, to: b.iso },
];
const influenceOf = linkInfluence(incidents, directions, lists);
const statements = incidents.flatMap((incident) => incident.statements.map(({ id }) => ({ id, home: incident.id })));

/** The whole ledger with the statement moved, and everything counted anew. */
function moved(statement: string, to: string | null): Incident[] {
  const own = incidents.flatMap((one) => one.statements).find(({ id }) => id === statement);
  if (!own) throw new Error("no such statement");
  const rest = incidents.map((one) =>
    incidentOf(one, [...one.statements.filter(({ id }) => id !== statement), ...(one.id === to ? [own] : [])]),
  );
  return to === null ? [...rest, incidentOf({ id: "own", title: { en: "own" }, summary: { en: "own" } }, [own])] : rest;
}

describe("linkInfluence() over the bundled case", () => {
  test("gives what counting the whole ledger anew gives, wherever a statement moves", () => {
    const anyStatement = fc.constantFrom(...statements);
    const anyTarget = fc.option(fc.constantFrom(...incidents.map(({ id }) => id)), { nil: null });
    fc.assert(
      fc.property(anyStatement, anyTarget, ({ id }, to) => {
        for (const { from, to: against, of, now, after } of influenceOf({ statement: id, to })) {
          const direction = { from, to: against };
          const counted = [incidents, moved(id, to)].map((some) => frequencies(overlap(some, direction, lists)));
          const [before, then] = counted.map((counts) => chao.estimate({ frequencies: counts }));
          if (before?.ok && then?.ok) {
            expect(of).toBe("hidden");
            expect([now, after]).toEqual([before.value.value, then.value.value]);
          } else {
            expect(of).toBe("observed");
            expect([now, after]).toEqual(counted.map((counts) => counts.reduce((total, count) => total + count, 0)));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a statement moved to where it stands moves nothing", () => {
    for (const { id, home } of statements.slice(0, 40))
      expect(movedBy(influenceOf({ statement: id, to: home }))).toBe(0);
  });

  test("setting a list's row apart from an incident on several lists raises the bound", () => {
    const shared = incidents.find((one) => {
      const [cell] = overlap([one], directions[0]!, lists).cells;
      return cell?.lists.length === 2 && one.statements.filter(({ author }) => author.kind === "dataset").length === 2;
    });
    const row = shared?.statements.find(({ author }) => author.kind === "dataset");
    const [towardA] = influenceOf({ statement: row!.id, to: null });
    expect(towardA!.of).toBe("hidden");
    expect(towardA!.after).toBeGreaterThan(towardA!.now);
  });

  test("refuses a statement or an incident that is not there", () => {
    expect(() => influenceOf({ statement: "nowhere", to: null })).toThrow("Cannot move nowhere");
    expect(() => influenceOf({ statement: statements[0]!.id, to: "nowhere" })).toThrow("to nowhere");
  });
});
