// How often do the intervals hold the truth? 1,000 populations are drawn from known parameters; an interval of level 0.9
// must hold the true total in about 90% (85 to 95) of them. The bound must lie below the truth where cases are unequal.

import { describe, expect, test } from "vitest";
import { stream } from "../../math/philox.ts";
import { drawBeta, drawMultinomial, drawPoisson } from "../../math/sampling.ts";
import { parity } from "../parity.ts";
import { chao } from "../chao.ts";
import { average, fitAll, type Criterion } from "./averaging.ts";
import { replicates, intervalOfReplicates } from "./bootstrap.ts";
import { chapman } from "./chapman.ts";
import { decomposable } from "./decomposable.ts";
import { LogLinear } from "./log-linear.ts";
import { profileOfModel } from "./profile.ts";
import { refusalOf } from "./screening.ts";
import { cellsFrom, frequenciesOf, type Cells } from "./table.ts";
import type { Interval } from "../../values/estimate.ts";

type World = { total: number; chances: number[]; dependence: [first: number, second: number, logOdds: number][] };

/** Shares of all cells when lists reach cases with these chances and pairs depend by log odds ratios. */
function sharesOf({ chances, dependence }: World): Float64Array {
  return Float64Array.from({ length: 2 ** chances.length }, (_, cell) => {
    const on = (list: number): boolean => (cell & (1 << list)) !== 0;
    const alone = chances.reduce((sum, p, list) => sum + (on(list) ? Math.log(p / (1 - p)) : 0), 0);
    return Math.exp(dependence.reduce((sum, [a, b, odds]) => sum + (on(a) && on(b) ? odds : 0), alone));
  });
}

/** The share of populations whose interval holds the truth, and how many gave one. */
function coverage(
  world: World,
  draws: number,
  intervalOf: (cells: Cells, draw: number) => Interval | null,
): { held: number; given: number } {
  const shares = sharesOf(world);
  const names = world.chances.map((_, list) => `list ${list}`);
  let [held, given] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const counts = new Float64Array(shares.length);
    drawMultinomial(stream(2016, draw), world.total, shares, counts);
    counts[0] = 0;
    const cells = cellsFrom(names, counts);
    const interval = refusalOf(cells) ? null : intervalOf(cells, draw);
    if (!interval) continue;
    given++;
    if (interval.lower <= world.total && world.total <= interval.upper) held++;
  }
  return { held: held / given, given };
}

const threeAlone: World = { total: 400, chances: [0.3, 0.25, 0.35], dependence: [] };
const threeTied: World = { ...threeAlone, dependence: [[0, 1, 1]] };
const fourTied: World = {
  total: 600,
  chances: [0.2, 0.25, 0.3, 0.2],
  dependence: [
    [0, 1, 1],
    [2, 3, 0.7],
  ],
};

const averagedBy =
  (criterion: Criterion) =>
  (cells: Cells): Interval | null => {
    const outcome = average(fitAll(cells, cells.t - 1), cells.observed, criterion, 0.9);
    return outcome.ok ? outcome.value.interval : null;
  };

describe("intervals of level 0.9 hold the truth in 85 to 95 of 100 populations", () => {
  test.each([
    ["three independent lists", threeAlone],
    ["three lists, two of them tied", threeTied],
    ["four lists, two ties", fourTied],
  ])("averaged by BIC: %s", (_, world) => {
    const { held, given } = coverage(world, 1000, averagedBy("bic"));
    expect(given).toBeGreaterThan(980);
    expect(held).toBeGreaterThan(0.85);
    expect(held).toBeLessThan(0.95);
  });
  test("averaged by AIC is wider than it says: 92 to 98 (the page says so)", () => {
    const { held } = coverage(threeTied, 1000, averagedBy("aic"));
    expect(held).toBeGreaterThan(0.92);
    expect(held).toBeLessThan(0.98);
  });
  test("profile likelihood of the true model", () => {
    const { held } = coverage(threeTied, 1000, (cells) => {
      const fit = new LogLinear(cells).fit([3]);
      return profileOfModel(cells, [3], fit.abundance - cells.observed, 0.9)?.interval ?? null;
    });
    expect(held).toBeGreaterThan(0.87);
    expect(held).toBeLessThan(0.93);
  });
  test("decomposable graphs", () => {
    const { held } = coverage(threeTied, 1000, (cells) => {
      const outcome = decomposable(cells, 0.9, 1000);
      return outcome.ok ? outcome.value.interval : null;
    });
    expect(held).toBeGreaterThan(0.85);
    expect(held).toBeLessThan(0.95);
  });
  test("Chapman's, log-normal above the observed", () => {
    const { held } = coverage({ total: 300, chances: [0.3, 0.4], dependence: [] }, 1000, ({ counts }) => {
      const [, a = 0, b = 0, both = 0] = counts;
      const outcome = chapman.estimate({ first: a + both, second: b + both, both, level: 0.9 });
      return outcome.ok ? outcome.value.interval : null;
    });
    expect(held).toBeGreaterThan(0.85);
    expect(held).toBeLessThan(0.95);
  });
  test("bootstrap of the averaged estimate: 1,000 populations of 40 resamplings", () => {
    const { held } = coverage(threeAlone, 1000, (cells, draw) => {
      const candidates = fitAll(cells, 2);
      const outcome = average(candidates, cells.observed, "bic", 0.9);
      if (!outcome.ok) return null;
      const { value } = outcome.value;
      const drawn = replicates(cells, 0, 40, { value, candidates, criterion: "bic", seed: draw, level: 0.9 });
      const ends = intervalOfReplicates(drawn, value, cells.observed, 0.9);
      return ends.ok ? ends.value : null;
    });
    expect(held).toBeGreaterThan(0.85);
    expect(held).toBeLessThan(0.97);
  });
  test("the exact ratio of two counts: never less than it says", () => {
    let held = 0;
    for (let draw = 0; draw < 1000; draw++) {
      const chance = stream(77, draw);
      const outcome = parity.estimate({ first: drawPoisson(chance, 60), second: drawPoisson(chance, 20), level: 0.9 });
      if (outcome.ok && outcome.value.interval.lower <= 3 && outcome.value.interval.upper >= 3) held++;
    }
    expect(held).toBeGreaterThan(890);
    expect(held).toBeLessThan(960);
  });
});

test("Chao's bound for its lists lies below the truth on average where cases are unequal", () => {
  const total = 500;
  let sum = 0;
  for (let draw = 0; draw < 1000; draw++) {
    const chance = stream(88, draw);
    const counts = new Float64Array(16);
    for (let unit = 0; unit < total; unit++) {
      const reach = drawBeta(chance, 1, 3);
      let cell = 0;
      for (let list = 0; list < 4; list++) if (chance() < reach) cell += 2 ** list;
      counts[cell]! += 1;
    }
    counts[0] = 0;
    const cells = cellsFrom(["a", "b", "c", "d"], counts);
    const outcome = chao.estimate({ frequencies: frequenciesOf(cells), lists: 4 });
    sum += outcome.ok ? outcome.value.value : 0;
  }
  expect(sum / 1000).toBeLessThan(total);
  expect(sum / 1000).toBeGreaterThan(0.7 * total);
});
