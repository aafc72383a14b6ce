import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational } from "../math/rational.ts";
import { setInWorld, standardWorld, type Payoffs, type World } from "../world/index.ts";
import { check } from "./checker/check.ts";
import { pointIn } from "./proposition.ts";
import { flipsOf, pointOf, regimeMap, shareOf } from "./sensitivity.ts";
import { modelOf } from "./index.ts";
import { solve, type Solution } from "./model.ts";
import { argumentsInWords, propositions, shares, verdicts, type Pivotal, type VerdictRow } from "./verdict.ts";
import { solveWorld } from "./world-run.ts";

/** Worlds whose payoffs, patience and watching are drawn. */
const worlds = fc
  .record({
    delta_A: fc.integer({ min: 1, max: 99 }),
    delta_B: fc.integer({ min: 1, max: 99 }),
    q: fc.integer({ min: 31, max: 100 }),
    rho: fc.integer({ min: 1, max: 30 }),
    t: fc.integer({ min: 1, max: 99 }),
    h: fc.integer({ min: 1, max: 600 }),
    phi: fc.integer({ min: 1, max: 2000 }),
    s_c: fc.integer({ min: 30, max: 100 }),
    s_d: fc.integer({ min: 30, max: 100 }),
    persistence: fc.integer({ min: 0, max: 99 }),
    stealth: fc.integer({ min: 0, max: 99 }),
    lambda: fc.integer({ min: 0, max: 100 }),
    steps: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ steps, ...hundredths }) => {
    const [a, b, c, d, e, f] = steps as [number, number, number, number, number, number];
    const payoffs = (x: number, y: number, z: number): Payoffs => ({
      S: 0,
      P: z / 10,
      R: (y + z) / 10,
      T: (x + y + z) / 10,
    });
    const issues = standardWorld.issues.map((issue, at) =>
      at === standardWorld.chosen ? { ...issue, A: payoffs(a, b, c), B: payoffs(d, e, f) } : issue,
    );
    return Object.entries(hundredths).reduce<World>((world, [key, value]) => setInWorld(world, key, value / 100), {
      ...standardWorld,
      issues,
    });
  });

const rowOf = (world: World, id: string): VerdictRow => {
  const row = verdicts(world).find(({ proposition }) => proposition === id);
  if (!row) throw new Error(`${id} is gone`);
  return row;
};

/** What the model itself says at the world, exactly. */
function solvedIn(world: World, model: string, part: string): Solution {
  const found = modelOf(model);
  const params = found?.fromWorld(world).find((one) => one.part === part)?.params;
  const solution = found && params ? solve(found, { part, ...params }) : null;
  if (!solution?.ok) throw new Error(`${model} ${part} has no solution`);
  return solution.value;
}

describe("verdicts()", () => {
  test("gives every one of the nine arguments a verdict with its condition", () => {
    const table = verdicts(standardWorld);
    expect(new Set(table.map(({ argument }) => argument))).toStrictEqual(new Set(Object.keys(argumentsInWords)));
    expect(table.filter(({ condition, inWords }) => condition === "" || inWords === "")).toStrictEqual([]);
  });

  test("says nowhere or everywhere only with a proof, and then no point of the sample contradicts it", () => {
    const drawn = shares(2000);
    const bold = verdicts(standardWorld).filter(({ kind }) => kind !== "iff");
    expect(bold.length).toBeGreaterThanOrEqual(2);
    expect(
      bold.map(({ proof, proposition, kind }) => [
        proof !== null,
        drawn[proposition]?.holds === (kind === "everywhere" ? 1 : 0),
      ]),
    ).toStrictEqual(bold.map(() => [true, true]));
  });

  test("argument f holds at the standard issues between the linked and the separate threshold only", () => {
    const f = (delta: number): boolean =>
      rowOf(setInWorld(setInWorld(standardWorld, "delta_A", delta), "delta_B", delta), "linking-outweighs").here;
    // Linked 2/5, separate 3/4.
    expect([0.39, 0.41, 0.74, 0.76].map(f)).toStrictEqual([false, true, true, false]);
  });

  test("agree with what the models solve exactly, at any world that stands on no knife's edge", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const agree = (id: string, exactly: boolean): void => {
          const proposition = propositions.find((one) => one.id === id);
          if (!proposition) throw new Error(`${id} is gone`);
          const margin = proposition.margin(pointIn(proposition, world));
          if (Math.abs(margin) > 1e-9) expect(rowOf(world, id).here, id).toBe(exactly);
        };
        const regime = (model: string, part: string, name: string): boolean =>
          solvedIn(world, model, part).regimes.some((one) => one.name === name && one.here);
        const restraint = regime("REPEAT", "two-sides", "tacit restraint");
        agree("distrust-defeats-restraint", !restraint);
        agree("no-treaty-no-restraint", !restraint);
        agree("leaders-need-growth", !regime("REPEAT", "leader", "the leader restrains"));
        agree("distrust-forbids", solvedIn(world, "TRUST", "two-step").outcome["workable"] === null);
        const { linkedB, linkedAndTransfers } = solvedIn(world, "LINK", "pooling").outcome;
        const { delta_A: dA, delta_B: dB } = world.params;
        const above = (fraction: unknown, delta: number): boolean =>
          rational(fraction as string).isAbove(rational(String(delta)));
        agree("growth-cannot-be-linked", above(linkedB, dB.value));
        agree("they-fear-open-networks", !above(linkedB, dB.value));
        agree("cannot-retaliate", above(linkedAndTransfers, Math.min(dA.value, dB.value)));
      }),
      { numRuns: 60 },
    );
  });

  test("name the kind of source of the pivotal parameter, and whether it flips within what the ledger leaves open", () => {
    const pivotalWhenTold = (upper: number): Pivotal | null => {
      const e = {
        ...standardWorld.params.e,
        source: { kind: "data", ref: "contested-share" },
        interval: { lower: 0.05, upper, level: 0.95 },
      } as const;
      return rowOf({ ...standardWorld, params: { ...standardWorld.params, e } }, "lines-are-misread").pivotal;
    };
    // It flips at 1/4.
    expect(pivotalWhenTold(0.3)).toMatchObject({ param: "e", source: "data", leftOpen: true });
    expect(pivotalWhenTold(0.2)).toMatchObject({ param: "e", source: "data", leftOpen: false });
    expect(rowOf(standardWorld, "lines-are-misread").pivotal).toMatchObject({ source: "assumption", leftOpen: null });
  });

  test("take less than 16 ms, the time of one frame", () => {
    verdicts(standardWorld);
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      verdicts(standardWorld);
      return performance.now() - start;
    }).toSorted((a, b) => a - b);
    expect(times[4]).toBeLessThan(16);
  });
});

describe("flipsOf()", () => {
  test("lands where the verdict has just flipped", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...propositions),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (proposition, where) => {
          const point = pointOf(proposition);
          for (const { key, min, max } of proposition.axes) point[key] = min + (max - min) * where;
          const now = proposition.margin(point) >= 0;
          const flipped = flipsOf(proposition, point).filter(({ to }) => to !== null);
          expect(
            flipped.every(({ param, to }) => proposition.margin({ ...point, [param]: to as number }) >= 0 !== now),
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("an adviser's mix flips at two thirds", () => {
    const adviser = propositions.find(({ id }) => id === "sympathiser-proves-it");
    expect(adviser && flipsOf(adviser)[0]?.to).toBeCloseTo(2 / 3, 9);
  });
});

describe("shareOf() and regimeMap()", () => {
  test("the share is the same for the same seed, and its interval covers the known area of a third as often as it says", () => {
    const adviser = propositions.find(({ id }) => id === "sympathiser-proves-it");
    if (!adviser) throw new Error("The adviser's proposition is gone");
    expect(shareOf(adviser, 500, 7)).toStrictEqual(shareOf(adviser, 500, 7));
    const seeds = Array.from({ length: 200 }, (_, seed) => shareOf(adviser, 500, seed));
    // 95% intervals: of 200 about 190 cover; 180 leaves three standard deviations.
    expect(seeds.filter(({ lower, upper }) => lower < 1 / 3 && upper > 1 / 3).length).toBeGreaterThanOrEqual(180);
  });

  test("a map agrees with the margin at its points", () => {
    const first = propositions.find(({ axes }) => axes.length > 2);
    if (!first) throw new Error("No proposition turns on three parameters");
    const [x, y] = first.axes.map(({ key }) => key) as [string, string];
    const map = regimeMap(first, x, y, {}, 12);
    const here = pointOf(first);
    expect(map.holds[3]?.[5]).toBe(first.margin({ ...here, [x]: map.xs[5] as number, [y]: map.ys[3] as number }) >= 0);
  });
});

describe("solveWorld()", () => {
  test("solves all models at the standard world, with certificates that pass", () => {
    const run = solveWorld(standardWorld);
    const failing = run.filter(
      ({ solution }) =>
        !solution.ok ||
        (solution.value.certificate && !check(JSON.parse(JSON.stringify(solution.value.certificate))).valid),
    );
    expect(failing.map(({ model, part }) => `${model}/${part}`)).toStrictEqual([]);
    expect(run.length).toBeGreaterThanOrEqual(12);
  });
});
