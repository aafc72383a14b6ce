import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../models/checker/check.ts";
import { effects, sectors, type Effect, type Sector } from "../values/statement.ts";
import { standardWorld } from "../world/standard.ts";
import type { Issue, World } from "../world/world.ts";
import { agreementAlone, issuesOf } from "./agreement-alone.ts";
import { clausesOf, holdsAlone } from "./holds-alone.ts";

const counted: Record<string, Issue["counted"]> = {
  "commercial-theft": { effects: ["data-theft"], sectors: ["commerce"] },
  "critical-infrastructure": { effects: ["destruction"], sectors: [] },
};
const world: World = {
  ...standardWorld,
  issues: standardWorld.issues.map((issue) => ({ ...issue, counted: counted[issue.id] })),
};
const [first, second] = Object.keys(counted) as [string, string];
const scoped = (id: string, forbidden: Effect[], touched: Sector[]) => ({
  id,
  scope: { effects: forbidden, sectors: touched },
});

describe("agreementAlone()", () => {
  test("ties a clause to the issues that count its effects in its sectors, or to the one that it names", () => {
    const ids = (clause: Parameters<typeof issuesOf>[0]): string[] => issuesOf(clause, world).map(({ id }) => id);
    expect(ids(scoped("a#c1", ["data-theft", "espionage"], ["commerce", "energy"]))).toEqual([first]);
    expect(ids(scoped("a#c1", ["data-theft"], ["energy"]))).toEqual([]);
    expect(ids(scoped("a#c1", ["data-theft", "destruction"], []))).toEqual([first, second]);
    expect(ids({ ...scoped("a#c1", ["data-theft"], []), issue: second })).toEqual([second]);
    expect(ids({ id: "a#c1" })).toEqual([]);
    expect(ids({ id: "a#c1", issue: "no-such-issue" })).toEqual([]);
  });

  test("says of a clause what its issue says, of several their sum, and takes each once into the package", () => {
    const found = agreementAlone(
      [
        scoped("a#c1", ["data-theft"], []),
        scoped("a#c2", ["data-theft"], ["commerce"]),
        { id: "a#c3", issue: second },
        { id: "a#c4" },
      ],
      world,
    );
    const { clauses, terms } = clausesOf({ ...world, issues: world.issues.filter(({ id }) => counted[id]) });
    const by = holdsAlone(clauses, terms);
    const unnamed = found.clauses.map(({ holding }) => holding && { ...holding, name: "" });
    const [theft, infrastructure] = by.clauses.map((one) => ({ ...one, name: "" }));
    expect(unnamed).toEqual([theft, theft, infrastructure, null]);
    expect(found.package?.holding).toEqual(by.package);
    expect(found.package?.issues.map(({ id }) => id)).toEqual([first, second]);
    expect(agreementAlone([{ id: "a#c4" }], world).package).toBeNull();
  });

  test("carries certificates that the checker accepts, of every clause and of the package", () => {
    const clause = fc.record({
      forbidden: fc.uniqueArray(fc.constantFrom<Effect>(...effects), { minLength: 1, maxLength: 4 }),
      touched: fc.uniqueArray(fc.constantFrom<Sector>(...sectors), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 3 }), (some) => {
        const found = agreementAlone(
          some.map(({ forbidden, touched }, at) => scoped(`a#c${at + 1}`, forbidden, touched)),
          world,
        );
        const holdings = [...found.clauses.map(({ holding }) => holding), found.package?.holding ?? null];
        for (const certificate of holdings.flatMap((one) => Object.values(one?.certificates ?? {})))
          if (certificate) expect(check(certificate).valid).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
