// Frontiers and fair points of 46 published domains and two random ones, against NegMAS 0.15.7 and an enumeration in
// exact fractions, within 1e-9. Points agree as sets.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDomain } from "../../src/agreements/genius/domain.ts";
import { readProfile } from "../../src/agreements/genius/profile.ts";
import { additive, outcomesIn, utilityOf, type Additive, type Scale } from "../../src/agreements/additive.ts";
import { settlement, type Settlement } from "../../src/agreements/settlement.ts";
import { Rational } from "../../src/math/rational.ts";

const folder = "../shared/oracles/negotiation";

type Block = {
  reservation: number[];
  disagreement?: number[];
  ideal?: number[];
  pareto: { utils: number[]; outcome: string[] }[];
  nash?: number[][];
  egalitarian?: number[][];
  maxWelfare?: number[][];
  kalaiSmorodinskyClosest?: number[][];
  kalaiSmorodinskyMaxMin?: number[][];
  opposition?: number;
};

type Case = {
  input: { domain: string; profiles: string[]; issueOrder: string[] };
  output: {
    outcomes: number;
    raw: Block;
    normalized: Block | null;
    sampleRawUtilities: { outcome: string[]; utils: number[] }[];
  };
};

function read(path: string): string {
  return readFileSync(`${folder}/${path}`, "utf8");
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

/** Each point of one set is within the tolerance of one of the other, both ways. */
function sameSets(ours: readonly number[][], theirs: readonly number[][]): void {
  const missing = theirs.filter((point) => !ours.some((other) => other.every((value, at) => near(value, point[at]!))));
  const surplus = ours.filter((point) => !theirs.some((other) => point.every((value, at) => near(value, other[at]!))));
  expect({ missing, surplus }).toEqual({ missing: [], surplus: [] });
}

function points({ utilities }: Settlement, indices?: readonly number[]): number[][] {
  const all = indices ?? Array.from({ length: utilities[0]!.length }, (_, at) => at);
  return all.map((at) => utilities.map((side) => side[at]!));
}

function check(game: Additive, expected: Block): void {
  const outcome = settlement(game);
  if (expected.pareto.length === 0) {
    expect(outcome.ok ? "answer" : outcome.refusal.reason).toBe("no-agreement");
    return;
  }
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  const { fair, disagreement, method } = outcome.value;
  expect(method).toBe("exact");
  sameSets(
    points(outcome.value),
    expected.pareto.map(({ utils }) => utils),
  );
  for (const [at, value] of (expected.disagreement ?? []).entries()) expect(near(disagreement[at]!, value)).toBe(true);
  const named = [
    ["nash", fair.nash],
    ["egalitarian", fair.egalitarian],
    ["maxWelfare", fair.utilitarian],
    ["kalaiSmorodinskyClosest", fair.kalaiSmorodinsky],
    ["kalaiSmorodinskyMaxMin", fair.kalaiSmorodinskyMaxMin],
  ] as const;
  for (const [name, indices] of named) {
    const theirs = expected[name];
    if (theirs) sameSets(points(outcome.value, indices), theirs);
  }
  if (expected.opposition !== undefined) expect(near(fair.opposition, expected.opposition)).toBe(true);
}

const cases = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("y")) : [];

describe.skipIf(cases.length === 0)("published domains of the shared oracles", () => {
  for (const file of cases) {
    const { input, output } = existsSync(`${folder}/${file}`) ? (JSON.parse(read(file)) as Case) : ({} as Case);
    test(`${file.replace(".json", "")}: frontier and fair points as given there`, () => {
      const domain = readDomain(input.domain, read(input.domain));
      const profiles = input.profiles.map((path) => readProfile(path, read(path), domain));
      expect(domain.issues.map(({ name }) => name)).toEqual(input.issueOrder);
      const raw = additive(domain, profiles, "raw");
      expect(outcomesIn(raw)).toBe(output.outcomes);
      for (const { outcome, utils } of output.sampleRawUtilities) {
        const choice = outcome.map((option, at) => raw.issues[at]!.options.indexOf(option));
        for (const [side, value] of utils.entries())
          expect(near(utilityOf(raw.parties[side]!, choice), value)).toBe(true);
      }
      for (const scale of ["raw", "normalized"] satisfies Scale[]) {
        const expected = output[scale];
        if (expected) check(additive(domain, profiles, scale), expected);
      }
    });
  }
});

type RandomCase = {
  input: { outcomes: number; profiles: { weights: number[]; values: number[][] }[] };
  output: { pareto: number[][]; nash: number[][]; egalitarian: number[][] };
};

describe.skipIf(cases.length === 0)("random domains of the shared oracles", () => {
  test.each(["random-4-values-5-issues", "random-10-values-6-issues"])("%s", (name) => {
    const { input, output } = JSON.parse(read(`${name}.json`)) as RandomCase;
    const game: Additive = {
      issues: input.profiles[0]!.values.map((row, at) => ({
        name: `${at}`,
        options: row.map((_, option) => `${option}`),
      })),
      parties: input.profiles.map(({ weights, values }) => ({
        name: name,
        additions: values.map((row, at) => row.map((value) => Rational.of(value).over(100).times(weights[at]!))),
        reservation: Rational.zero,
        discount: 1,
      })),
      scale: "raw", // the program counts gains from the worst outcome there
      discretised: [],
      notes: [],
    };
    expect(outcomesIn(game)).toBe(input.outcomes);
    const outcome = settlement(game);
    if (!outcome.ok) throw new Error(outcome.refusal.because);
    sameSets(points(outcome.value), output.pareto);
    sameSets(points(outcome.value, outcome.value.fair.nash), output.nash);
    sameSets(points(outcome.value, outcome.value.fair.egalitarian), output.egalitarian);
  });
});
