import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setInWorld, standardWorld } from "../world/index.ts";
import { check } from "./checker/check.ts";
import { flipsOf, pointOf, regimeMap, shareOf } from "./sensitivity.ts";
import { argumentsInWords, propositions, verdicts } from "./verdict.ts";
import { solveWorld } from "./world-run.ts";

describe("verdicts()", () => {
  test("gives every one of the nine arguments a verdict with its condition", () => {
    const table = verdicts(standardWorld, 500);
    expect(new Set(table.map(({ argument }) => argument))).toStrictEqual(new Set(Object.keys(argumentsInWords)));
    expect(table.filter(({ condition, inWords }) => condition === "" || inWords === "")).toStrictEqual([]);
  });

  test("says nowhere only with a proof, and then no point of the sample contradicts it", () => {
    const bold = verdicts(standardWorld, 2000).filter(({ kind }) => kind === "nowhere" || kind === "everywhere");
    expect(
      bold.map(({ proof, share, kind }) => [proof !== null, share.holds === (kind === "everywhere" ? 1 : 0)]),
    ).toStrictEqual(bold.map(() => [true, true]));
  });

  test("argument f holds at the standard issues between the linked and the separate threshold only", () => {
    const f = (delta: number) =>
      verdicts(setInWorld(setInWorld(standardWorld, "delta_A", delta), "delta_B", delta), 10).find(
        ({ argument }) => argument === "f",
      )?.here;
    // Linked 2/5, separate 3/4.
    expect([0.39, 0.41, 0.74, 0.76].map(f)).toStrictEqual([false, true, true, false]);
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
