// Other programs' answers on the person-record files beside the project (../shared/oracles/linkage), compared with ours.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { epilinkWeight, personLink, type PersonOptions } from "../../src/ledger/linkage/index.ts";

const folder = join(import.meta.dirname, "../../../shared/oracles/linkage");
type Person = Record<string, string>;
const csv = (file: string): Person[] => parse(readFileSync(join(folder, file), "utf8"), { columns: true });
const oracle = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));

type Pattern = [(number | null)[], number, number];
type FastLink = { output: { patterns: { rows: Pattern[] } } };
type Epilink = {
  output: {
    columns: string[];
    averageFrequency: Record<string, number>;
    epilink: { sample: { rows: [number, number, (number | null)[], number, number][] } };
  };
};
const exact = { kind: "exact" } as const;
const alike = (atLeast: number) => ({ kind: "jaro-winkler" as const, atLeast });

const fastLinkColumns: PersonOptions["comparisons"] = [
  { column: "given_name", levels: [alike(0.94), alike(0.88)] },
  { column: "surname", levels: [alike(0.94), alike(0.88)] },
  ...["date_of_birth", "soc_sec_id", "street_number", "postcode"].map((column) => ({ column, levels: [exact] })),
];

const isTrue = (one: Person | undefined, other: Person | undefined): boolean =>
  one?.["rec_id"]?.split("-")[1] === other?.["rec_id"]?.split("-")[1];

describe.skipIf(!existsSync(folder))("fastLink on shared FEBRL data", () => {
  const [left, right] = existsSync(folder) ? [csv("data/febrl4-a.csv"), csv("data/febrl4-b.csv")] : [[], []];
  const linked = existsSync(folder)
    ? personLink(left, right, { comparisons: fastLinkColumns, estimateU: true, oneToOne: true })
    : null;

  test("counts the same pairs by pattern; fastLink's own counts leave out 5 of the 25 million pairs, in 2 patterns", () => {
    const theirs = (oracle("fastlink-febrl4-5000.json") as FastLink).output.patterns.rows;
    // fastLink writes 2 for agreement on a column of two levels.
    const ours = new Map(
      linked?.patterns.map(({ gammas, count }) => [
        JSON.stringify(gammas.map((g, i) => (g < 0 ? null : i > 1 ? 2 * g : g))),
        count,
      ]),
    );
    expect(theirs.reduce((sum, [, count]) => sum + count, 0)).toBe(24_999_995);
    expect(linked?.statistics.compared).toBe(25_000_000);
    const different = theirs
      .filter(([gammas, count]) => ours.get(JSON.stringify(gammas)) !== count)
      .map(([gammas, count]) => [gammas, count, ours.get(JSON.stringify(gammas))]);
    expect(different).toEqual([
      [[2, 2, 0, 0, 2, 0], 1, 5],
      [[2, 2, 0, 0, 0, 2], 1, 2],
    ]);
  });

  test("finds at least the 4,987 true links that fastLink finds, with none false", () => {
    const found = linked?.pairs.filter((pair) => isTrue(left[pair.left], right[pair.right])).length ?? 0;
    expect(found).toBeGreaterThanOrEqual(4987);
    expect((linked?.pairs.length ?? 0) - found).toBe(0);
  });
});

type SplinkLevel = { label: string; gamma: number; m: number; u: number; termFrequencyAdjustment?: unknown };
type Splink = {
  input: { records: string | string[] };
  output: {
    model: { priorProbability: number; blocking: string[]; comparisons: { column: string; levels: SplinkLevel[] }[] };
    pairsScored: number;
    accuracy: { threshold_weight: number; tp: number; fp: number }[];
    patterns: { rows: [number[], number, number][] };
    sample: { rows: [string | number, string | number, number[], number][] };
    withTermFrequencies?: { pair: [number, number]; weight: number }[];
  };
};

function splinkOptions({ output: { model } }: Splink): PersonOptions {
  const strongestFirst = (levels: SplinkLevel[]): SplinkLevel[] =>
    levels.filter(({ gamma }) => gamma > 0).toSorted((a, b) => b.gamma - a.gamma);
  const bound = (label: string): number => Number(/[\d.]+$/.exec(label)?.[0]);
  return {
    comparisons: model.comparisons.map(({ column, levels }) => ({
      column,
      termFrequency: levels.some((level) => level.termFrequencyAdjustment !== undefined),
      levels: strongestFirst(levels).map(({ label }) => {
        if (label.startsWith("Exact")) return exact;
        if (label.startsWith("Jaro")) return { kind: "jaro-winkler" as const, atLeast: bound(label), dropHalves: true };
        return { kind: "levenshtein" as const, atMost: bound(label) as 1 | 2 };
      }),
    })),
    model: {
      prior: model.priorProbability,
      columns: model.comparisons.map(({ levels }) => {
        const rising = levels.filter(({ gamma }) => gamma >= 0).toSorted((a, b) => a.gamma - b.gamma);
        return { m: rising.map(({ m }) => m), u: rising.map(({ u }) => u) };
      }),
    },
    blocking: model.blocking.map((rule) => [...rule.matchAll(/l\."(\w+)"/g)].map(([, column]) => column ?? "")),
    atLeast: -100,
  };
}

describe.skipIf(!existsSync(folder))("Splink on shared data, given its printed m and u", () => {
  test.each(["splink-febrl4.json", "splink-fake-1000.json"])(
    "%s: the same pairs, patterns and weights, term frequencies included",
    (file) => {
      const theirs = oracle(file) as Splink;
      const files = [theirs.input.records].flat();
      const [left = [], right = null] = files.map((name) => csv(name));
      const { pairs, patterns } = personLink(left, right, splinkOptions(theirs));
      const nameOf = (row: Person | undefined): string => row?.["rec_id"] ?? row?.["unique_id"] ?? "";
      expect(pairs.length).toBe(theirs.output.pairsScored);
      const count = new Map(patterns.map((each) => [each.gammas.join(), each.count]));
      for (const [gammas, number] of theirs.output.patterns.rows) expect(count.get(gammas.join())).toBe(number);
      const bits = new Map(
        pairs.map((pair) => [`${nameOf(left[pair.left])} ${nameOf((right ?? left)[pair.right])}`, pair.bits]),
      );
      const weight = (a: string | number, b: string | number): number =>
        bits.get(`${a} ${b}`) ?? bits.get(`${b} ${a}`) ?? Number.NaN;
      // Weights of the sample are printed to six digits.
      for (const [a, b, , printed] of theirs.output.sample.rows)
        expect(Math.abs(weight(a, b) - printed)).toBeLessThan(1e-6);
      for (const {
        pair: [a, b],
        weight: printed,
      } of theirs.output.withTermFrequencies ?? [])
        expect(Math.abs(weight(a, b) - printed)).toBeLessThan(1e-6);
    },
  );

  test("febrl4, with m and u fitted by ourselves: no worse than Splink at any of its thresholds", () => {
    const theirs = oracle("splink-febrl4.json") as Splink;
    const [left, right] = [csv("data/febrl4-a.csv"), csv("data/febrl4-b.csv")];
    const { model: _given, ...fitted } = splinkOptions(theirs);
    const { pairs } = personLink(left, right, fitted);
    for (const { threshold_weight: bits, tp, fp } of theirs.output.accuracy) {
      const taken = pairs.filter((pair) => pair.bits >= bits);
      const found = taken.filter((pair) => isTrue(left[pair.left], right[pair.right])).length;
      expect(found).toBeGreaterThanOrEqual(tp);
      expect(taken.length - found).toBeLessThanOrEqual(fp);
    }
  });
});

describe.skipIf(!existsSync(folder))("RecordLinkage on shared data", () => {
  test("EpiLink's weights agree to 1e-12", () => {
    const { output } = oracle("recordlinkage-rl500.json") as Epilink;
    const columns = output.columns.map((column) => ({ averageFrequency: output.averageFrequency[column] ?? 1 }));
    expect(output.epilink.sample.rows.length).toBe(200);
    for (const [, , agreement, , weight] of output.epilink.sample.rows)
      expect(Math.abs(epilinkWeight(columns, agreement) - weight)).toBeLessThan(1e-9);
  });
});
