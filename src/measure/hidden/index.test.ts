import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../values/errors.ts";
import { decomposableGraphs } from "./decomposable.ts";
import { fitAll, pool } from "./averaging.ts";
import { replicates } from "./bootstrap.ts";
import { hidden, hiddenOverDraws, type HiddenAnswer } from "./index.ts";
import { latentClasses, splitRhatOf } from "./latent-classes.ts";
import { cellsOf, type ListTable } from "./table.ts";

const lists = ["D", "E", "C"];
const table = (rows: [string, number][], names = lists): ListTable => ({
  lists: names,
  rows: rows.map(([seen, count]) => ({ seen: Array.from(seen, Number), count })),
});

const chinaToUs = table([
  ["100", 17],
  ["010", 28],
  ["001", 44],
  ["110", 12],
  ["101", 9],
  ["011", 24],
  ["111", 21],
]);
const usToChina = table([
  ["100", 1],
  ["010", 6],
  ["001", 4],
  ["110", 1],
]);

function answered(rows: ListTable): HiddenAnswer {
  const outcome = hidden(rows);
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

const reasonOf = (rows: ListTable): string => {
  const outcome = hidden(rows);
  return outcome.ok ? "answered" : outcome.refusal.reason;
};

describe("hidden", () => {
  test("China to the United States: at least 243 (214 for three lists), averaged inside its interval", () => {
    const { observed, lowerBound, averaged, withUnequalCases, cautions, leaveOut, estimates } = answered(chinaToUs);
    expect(observed).toBe(155);
    expect(Math.round(lowerBound!.value)).toBe(243);
    expect(lowerBound!.forTheseLists.value).toBeCloseTo(155 + ((2 / 3) * 89 ** 2) / 90, 9);
    expect(averaged!.lower).toBeLessThan(averaged!.value);
    expect(averaged!.upper).toBeGreaterThan(averaged!.value);
    expect(averaged!.shares.sampling + averaged!.shares.models).toBeCloseTo(1, 9);
    // Mth fits better here (BIC 61.2 against 64.2) and gives more: the average over both says so.
    expect(cautions.join(" ")).toContain("differ in how easily lists see them");
    expect(withUnequalCases!.value).toBeGreaterThan(averaged!.value);
    expect(withUnequalCases!.upper).toBeGreaterThan(averaged!.upper);
    expect(leaveOut.map(({ without }) => without)).toEqual(lists);
    const mhChao = estimates.find(({ model }) => model === "Mh Chao")!;
    expect("value" in mhChao && mhChao.value).toBeGreaterThan(155);
  });
  test("the United States to China: no estimate, and what would be needed", () => {
    const outcome = hidden(usToChina);
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { reason: "too-few", because: expect.stringContaining("at least 5") },
    });
  });
  test("refuses what holds no answer, each with its reason", () => {
    expect(reasonOf(table([], []))).toBe("no-cases");
    expect(reasonOf(table([["1", 9]], ["a"]))).toBe("one-list");
    expect(reasonOf(table([["10", 9]], ["a", "b"]))).toBe("one-list");
    expect(
      reasonOf(
        table(
          [
            ["10", 9],
            ["01", 9],
          ],
          ["a", "b"],
        ),
      ),
    ).toBe("no-overlap");
  });
  test("complete overlap: no average, the bound only", () => {
    const { averaged, refused, lowerBound } = answered(table([["111", 20]]));
    expect(averaged).toBeNull();
    expect(refused!.reason).toBe("no-finite-maximum");
    expect(lowerBound!.lower).toBe(20);
  });
  test("where the best models have no finite total there is no average", () => {
    const sparse = answered(
      table([
        ["100", 40],
        ["010", 30],
        ["001", 20],
        ["110", 6],
      ]),
    );
    expect(sparse.averaged).toBeNull();
    expect(sparse.refused!.reason).toBe("no-finite-maximum");
    expect(sparse.cautions.join(" ")).toContain("No case is common to D and C");
  });
  test("an empty list is named and left out; a list within another is named", () => {
    const answer = answered(
      table([
        ["110", 10],
        ["100", 9],
        ["010", 30],
      ]),
    );
    expect(answer.cautions).toContain("The list C is empty.");
    expect(answer.averaged!.method).toBe("chapman");
    const nested = answered(
      table(
        [
          ["11", 10],
          ["01", 30],
        ],
        ["a", "b"],
      ),
    );
    expect(nested.cautions[0]).toContain("Every case of a is also on b");
    expect(nested.averaged!.value).toBe(40);
    expect(nested.averaged!.upper).toBeGreaterThan(40);
  });
  test("rejects counts that are no counts, and options that are none", () => {
    for (const bad of [Number.NaN, -1, 2.5, Infinity]) {
      expect(() => hidden(table([["110", bad]]))).toThrow(InputError);
    }
    expect(() => hidden(table([["000", 5]]))).toThrow(InputError);
    expect(() => hidden(table([["12", 5]], ["a", "b"]))).toThrow(InputError);
    expect(() => hidden(chinaToUs, { level: 2 })).toThrow(InputError);
    expect(() => hidden(chinaToUs, { method: "magic" as "chao" })).toThrow(InputError);
  });
  test("answers or refuses any table, always with finite numbers inside their intervals", () => {
    const anyTable = fc
      .tuple(
        fc.integer({ min: 2, max: 4 }),
        fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(400)), { minLength: 15, maxLength: 15 }),
      )
      .map(([t, counts]): ListTable => ({
        lists: Array.from({ length: t }, (_, i) => `list ${i}`),
        rows: Array.from({ length: 2 ** t - 1 }, (_, i) => ({
          seen: Array.from({ length: t }, (_, list) => ((i + 1) >> list) & 1),
          count: counts[i]!,
        })),
      }));
    fc.assert(
      fc.property(anyTable, (rows) => {
        const outcome = hidden(rows);
        if (!outcome.ok) return;
        const numbers: number[] = [];
        JSON.stringify(outcome.value, (_, value: unknown) => (typeof value === "number" && numbers.push(value), value));
        expect(numbers.every(Number.isFinite)).toBe(true);
        for (const row of outcome.value.estimates) {
          if ("refused" in row) continue;
          expect(row.value).toBeGreaterThanOrEqual(outcome.value.observed - 1e-6);
          expect(row.lower).toBeGreaterThanOrEqual(outcome.value.observed - 1e-6);
          expect(row.upper).toBeGreaterThanOrEqual(row.lower);
        }
      }),
      { numRuns: 25 },
    );
  });
  test("does not depend on the order of the lists", () => {
    const turned = table(
      chinaToUs.rows.map(({ seen, count }) => [[...seen].reverse().join(""), count]),
      [...lists].reverse(),
    );
    expect(answered(turned).averaged!.value).toBeCloseTo(answered(chinaToUs).averaged!.value, 6);
  });
});

describe("bootstrap", () => {
  test("replicates are the same in one run and in parts", () => {
    const cells = cellsOf(chinaToUs);
    const candidates = fitAll(cells, 2);
    const pooled = pool(candidates, cells.observed, "bic", 0.95);
    if (!pooled.ok) throw new Error("refused");
    const options = { value: pooled.value.value, candidates, criterion: "bic" as const, seed: 9, level: 0.95 };
    const whole = replicates(cells, 0, 40, options);
    expect([...replicates(cells, 0, 13, options), ...replicates(cells, 13, 40, options)]).toEqual(whole);
    expect(new Set(whole).size).toBeGreaterThan(30);
  });
});

describe("decomposableGraphs", () => {
  test.each([
    [2, 2],
    [3, 8],
    [4, 61],
    [5, 822],
  ])("on %i lists there are %i", (t, count) => {
    expect(decomposableGraphs(t)).toHaveLength(count);
  });
});

describe("latent classes", () => {
  test("give the same answer from the same seed, and another from another", () => {
    const cells = cellsOf(chinaToUs);
    const options = { level: 0.9, draws: 60, thin: 2, burnIn: 100, chains: 2 };
    expect(latentClasses(cells, { ...options, seed: 1 })).toEqual(latentClasses(cells, { ...options, seed: 1 }));
    expect(latentClasses(cells, { ...options, seed: 1 })).not.toEqual(latentClasses(cells, { ...options, seed: 2 }));
  });
  test("split R-hat is near 1 for like chains and far from it for unlike ones", () => {
    const wave = (shift: number): number[] => Array.from({ length: 100 }, (_, i) => Math.sin(i * 1.7) + shift);
    expect(splitRhatOf([wave(0), wave(0)])).toBeLessThan(1.01);
    expect(splitRhatOf([wave(0), wave(3)])).toBeGreaterThan(2);
  });
});

describe("hiddenOverDraws", () => {
  const draws = [0, 2, 4, 6].map((moved) =>
    table([
      ["100", 17 + moved],
      ["010", 28 + moved],
      ["001", 44],
      ["110", 12 - moved],
      ["101", 9],
      ["011", 24],
      ["111", 21],
    ]),
  );
  test("the interval over linkages is wider than that of one, and shows the linkage's share", () => {
    const one = hiddenOverDraws([draws[0]!]);
    const four = hiddenOverDraws(draws);
    if (!one.ok || !four.ok) throw new Error("refused");
    expect(one.value.shares.linkage).toBe(0);
    expect(four.value.shares.linkage).toBeGreaterThan(0);
    const { sampling, models, linkage } = four.value.shares;
    expect(sampling + models + linkage).toBeCloseTo(1, 9);
    expect(four.value.interval.upper).toBeGreaterThan(one.value.interval.upper);
    expect(four.value.observed).toEqual({ least: 155, most: 161 });
  });
  test("refuses where the linkages leave no estimate", () => {
    expect(hiddenOverDraws([usToChina, usToChina])).toMatchObject({ ok: false });
    expect(hiddenOverDraws([])).toMatchObject({ refusal: { reason: "no-cases" } });
  });
});
