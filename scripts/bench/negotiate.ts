// Negotiations: frontiers after loading, in the sizes that were promised, and automated runs. Other program: NegMAS
// 0.15.7 on a 2-core machine, one run (the shared oracles' page of times); ratios only.

import {
  additive,
  frontierOfPoints,
  play,
  protocolNamed,
  readDomain,
  readProfile,
  settlement,
  tacticNamed,
} from "../../src/agreements/index.ts";
import type { Additive } from "../../src/agreements/index.ts";
import { stream } from "../../src/math/philox.ts";
import type { Bench } from "./run.ts";

/** A made-up domain, read from GENIUS files that are written here: weights and evaluations by chance. */
function domainOf(issues: number, options: number, seed: number): Additive {
  const chance = stream(seed);
  const rows = (write: (issue: number) => string): string =>
    `<utility_space><objective name="bench">${Array.from({ length: issues }, (_, issue) => write(issue + 1)).join("")}</objective></utility_space>`;
  const items = (evaluate: () => string): string =>
    Array.from({ length: options }, (_, at) => `<item value="v${at}"${evaluate()}/>`).join("");
  const domain = readDomain(
    "domain",
    rows((issue) => `<issue index="${issue}" name="i${issue}">${items(() => "")}</issue>`),
  );
  const profile = (name: string): ReturnType<typeof readProfile> =>
    readProfile(
      name,
      rows(
        (issue) =>
          `<issue index="${issue}" name="i${issue}">${items(() => ` evaluation="${Math.floor(chance() * 100)}"`)}</issue><weight index="${issue}" value="${chance() / issues}"/>`,
      ),
      domain,
    );
  return additive(domain, [profile("a"), profile("b")]);
}

function frontierTime(issues: number, options: number): () => number {
  let game: Additive | null = null;
  return () => {
    game ??= domainOf(issues, options, 5);
    const start = performance.now();
    if (!settlement(game).ok) throw new Error("no frontier");
    return performance.now() - start;
  };
}

function pointsTime(count: number, onFrontier: boolean): () => number {
  const chance = stream(9);
  const a = Float64Array.from({ length: count }, () => chance());
  const b = onFrontier ? a.map((value) => Math.sqrt(1 - value * value)) : a.map(() => chance());
  return () => {
    const start = performance.now();
    frontierOfPoints(a, b);
    return performance.now() - start;
  };
}

function negotiations(count: number, rounds: number): () => number {
  const game = domainOf(5, 4, 3);
  const boulware = tacticNamed("a", "time:0.0001"); // hardly concedes, so that all rounds are played
  return () => {
    const start = performance.now();
    for (let seed = 0; seed < count; seed++) {
      const setting = {
        protocol: protocolNamed("protocol", "sao"),
        tactics: [boulware, boulware] as const,
        deadline: rounds,
        seed,
      };
      if (!play(game, setting).ok) throw new Error("no run");
    }
    return (performance.now() - start) / 1000;
  };
}

export const negotiate: Bench[] = [
  { name: "negotiate: frontier of 390,625 outcomes", goal: 60, unit: "ms", measure: frontierTime(8, 5) },
  {
    name: "negotiate: frontier of 1,000,000 outcomes",
    goal: 150,
    unit: "ms",
    other: { name: "NegMAS", value: 2980 },
    measure: frontierTime(6, 10),
  },
  { name: "negotiate: frontier of 100,000,000 outcomes", goal: 5000, unit: "ms", measure: frontierTime(8, 10) },
  {
    name: "negotiate: frontier of 1,000,000 points",
    goal: 150,
    unit: "ms",
    other: { name: "NegMAS", value: 230 },
    measure: pointsTime(1_000_000, false),
  },
  {
    name: "negotiate: frontier of 10,000 points, all on it",
    goal: 100,
    unit: "ms",
    other: { name: "NegMAS", value: 1950 },
    measure: pointsTime(10_000, true),
  },
  {
    name: "negotiate: frontier of 100,000 points, all on it",
    goal: 100,
    unit: "ms",
    measure: pointsTime(100_000, true),
  },
  {
    name: "negotiate: 1,000 negotiations of 1,000 rounds",
    goal: 10,
    unit: "s",
    runs: 2,
    measure: negotiations(1000, 1000),
  },
];
