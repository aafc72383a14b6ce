import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasTotal, fitPoisson } from "./poisson-fit.ts";
import { bitCount, cellsFrom, type Cells } from "./table.ts";
import { designOf, profileOfModel, profileOfProblem } from "./profile.ts";
import { LogLinear } from "./log-linear.ts";
import { modelName, visitModels } from "./hierarchical.ts";

/** A table of three or four lists; zeros are common. */
const tables: fc.Arbitrary<Cells> = fc
  .tuple(fc.integer({ min: 3, max: 4 }), fc.array(fc.oneof(fc.nat(3), fc.nat(60)), { minLength: 15, maxLength: 15 }))
  .map(([t, counts]) => {
    const cells = new Float64Array(2 ** t);
    for (let cell = 1; cell < cells.length; cell++) cells[cell] = counts[cell - 1]!;
    return cellsFrom(
      Array.from({ length: t }, (_, i) => `list ${i + 1}`),
      cells,
    );
  })
  .filter(({ observed }) => observed > 0);

describe("hierarchical models", () => {
  test.each([
    [3, 2, 8],
    [4, 3, 113],
    [5, 2, 1024],
    [5, 3, 6212],
    [5, 4, 6893],
  ])("%i lists up to order %i: %i models, each once", (t, maxOrder, expected) => {
    const names = new Set<string>();
    let visited = 0;
    visitModels<null>(t, maxOrder, (interactions) => {
      visited++;
      names.add(modelName(interactions, t));
      return null;
    });
    expect(visited).toBe(expected);
    expect(names.size).toBe(expected);
  });
  test("are named by their largest terms", () => {
    expect(modelName([], 3)).toBe("[1,2,3]");
    expect(modelName([3], 3)).toBe("[12,3]");
    expect(modelName([3, 5, 6, 7, 9, 12], 4)).toBe("[123,14,34]");
  });
});

describe("LogLinear", () => {
  test("agrees with the slow fit on any table and model, whether or not a finite maximum exists", () => {
    fc.assert(
      fc.property(tables, fc.nat(), (cells, draw) => {
        const models: number[][] = [];
        visitModels<null>(cells.t, cells.t - 1, (interactions) => {
          models.push([...interactions]);
          return null;
        });
        const interactions = models[draw % models.length]!;
        const fast = new LogLinear(cells).fit(interactions);
        const slow = fitPoisson(designOf(cells, interactions));
        expect(hasTotal(fast)).toBe(hasTotal(slow));
        expect(Math.abs(fast.logLikelihood - slow.logLikelihood)).toBeLessThan(
          1e-5 * (1 + Math.abs(slow.logLikelihood)),
        );
        const scale = 1 + (hasTotal(slow) ? slow.abundance : 0);
        expect(Math.abs((hasTotal(fast) ? fast.abundance : 0) - (hasTotal(slow) ? slow.abundance : 0))).toBeLessThan(
          1e-5 * scale,
        );
      }),
      { numRuns: 300 },
    );
  });
  test("meets its sufficient statistics: expected margins are the observed ones", () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const model = new LogLinear(cells);
        const fit = model.fit([3]);
        const means = model.expectedByTerm(fit);
        const gaps = [1, 2, 3, 4].map((term) => (hasTotal(fit) ? Math.abs(means[term]! - model.margin(term)) : 0));
        expect(Math.max(...gaps)).toBeLessThan(1e-5 * (1 + cells.observed));
      }),
    );
  });
  test("two lists: the total is n1 n2 / m", () => {
    const cells = cellsFrom(["a", "b"], Float64Array.from([0, 43, 61, 17]));
    expect(new LogLinear(cells).fit([]).abundance).toBeCloseTo((60 * 78) / 17, 8);
  });
});

describe("profile intervals", () => {
  test("hold the maximum, and are the same by either path", () => {
    fc.assert(
      fc.property(tables, (cells) => {
        const fit = new LogLinear(cells).fit([]);
        if (fit.state !== "ok") return;
        const near = fit.abundance - cells.observed;
        const fast = profileOfModel(cells, [], near, 0.9);
        const slow = profileOfProblem(designOf(cells, []), near, 0.9);
        expect(fast === null).toBe(slow === null);
        if (!fast || !slow) return;
        expect(fast.interval.lower).toBeGreaterThanOrEqual(cells.observed);
        expect(fast.interval.lower).toBeLessThanOrEqual(fast.value + 1e-6);
        expect(fast.interval.upper).toBeGreaterThanOrEqual(fast.value);
        expect(Math.abs(fast.interval.upper - slow.interval.upper)).toBeLessThan(1e-4 * slow.interval.upper);
      }),
      { numRuns: 60 },
    );
  });
});

test("bitCount() counts lists", () => {
  expect([0, 1, 5, 31].map(bitCount)).toEqual([0, 1, 2, 5]);
});
