// The models: sets of equilibria, all equilibria of a game, tournaments, worlds and certificates. Where the shared data of
// other programs stand beside the checkout, their instances are timed and the ratio to their time is printed.

import { existsSync, readFileSync } from "node:fs";
import { stream } from "../../src/math/philox.ts";
import { rational } from "../../src/math/rational.ts";
import { check } from "../../src/models/checker/check.ts";
import { models as library } from "../../src/models/index.ts";
import { roundRobin, strategies } from "../../src/models/lab/index.ts";
import { solve } from "../../src/models/model.ts";
import { repeat } from "../../src/models/repeat.ts";
import { shareOf } from "../../src/models/sensitivity.ts";
import { allEquilibria } from "../../src/models/solvers/equilibria.ts";
import { equilibriumSet } from "../../src/models/solvers/equilibrium-set.ts";
import { publicSet } from "../../src/models/solvers/public-set.ts";
import type { Bench } from "./run.ts";

const shared = new URL("../../../shared/oracles/", import.meta.url);

type Tables = { row: number[][]; column: number[][]; delta: number };

/** Milliseconds of one call, over as many as fill a tenth of a second. */
function each(call: () => unknown): number {
  const start = performance.now();
  let calls = 0;
  do {
    call();
    calls++;
  } while (performance.now() - start < 100);
  return (performance.now() - start) / calls;
}

function instance(name: string): Tables | null {
  const place = new URL(`${name}.json`, shared);
  return existsSync(place) ? (JSON.parse(readFileSync(place, "utf8")) as { input: Tables }).input : null;
}

function setBench(name: string, goal: number, other: Bench["other"]): Bench[] {
  const given = instance(`equilibrium-sets/${name}`);
  if (!given) return [];
  const game = {
    one: Float64Array.from(given.row.flat()),
    two: Float64Array.from(given.column.flat()),
    rows: given.row.length,
    columns: given.row[0]?.length ?? 0,
  };
  const measure = (): number => each(() => equilibriumSet(game, given.delta));
  return [{ name: `equilibrium set, ${name}`, goal, unit: "ms", ...(other ? { other } : {}), measure }];
}

function allBench(name: string, goal: number, other: { name: string; value: number }): Bench[] {
  const given = instance(`games/${name}`);
  if (!given) return [];
  const exact = (table: number[][]) => table.map((line) => line.map((x) => rational(x)));
  const game = { row: exact(given.row), column: exact(given.column) };
  return [{ name: `all equilibria, ${name}`, goal, unit: "ms", other, measure: () => each(() => allEquilibria(game)) }];
}

/** Three actions a side and four signals, drawn from a seed. */
function signalledGame(seed: number): Parameters<typeof publicSet>[0] {
  const chance = stream(seed);
  const payoffs = (): Float64Array => Float64Array.from({ length: 9 }, () => Math.round(20 * chance()));
  const [one, two] = [payoffs(), payoffs()];
  const law = Float64Array.from({ length: 36 }, () => 0.01 + chance() ** 3);
  for (let cell = 0; cell < 9; cell++) {
    const sum = law.slice(4 * cell, 4 * cell + 4).reduce((a, b) => a + b);
    for (let y = 0; y < 4; y++) law[4 * cell + y] = (law[4 * cell + y] as number) / sum;
  }
  return { one, two, rows: 3, columns: 3, law, count: 4, delta: 0.9 };
}

const certificates = (): unknown[] =>
  library.flatMap((model) =>
    model.parts.flatMap((part) => {
      const solved = solve(model, { part: part.name });
      return solved.ok && solved.value.certificate ? [JSON.parse(JSON.stringify(solved.value.certificate))] : [];
    }),
  );

/** The largest certificate of public equilibria that a small game gives. */
function largeCertificate(): unknown {
  const solved = solve(repeat, { part: "public-equilibria", R: 2, T: 3, S: -1, P: 0, rho: "1/3", q: "1/2", r: "3/4" });
  return JSON.parse(JSON.stringify(solved.ok ? solved.value.certificate : null));
}

const ROUNDS = 5;
const DRAWS = 1_000_000;

export const models: Bench[] = [
  ...setBench("pd-2-1-3-0-d0.7", 1, { name: "SGSolve", value: 0.9 }),
  ...setBench("abreu-sannikov-d0.3", 2, { name: "SGSolve", value: 1.8 }),
  ...setBench("cournot-15x15-d0.8", 30, { name: "QuantEcon.py", value: 42 }),
  ...setBench("random-40x40-s1-d0.7", 100, { name: "QuantEcon.py", value: 99 }),
  {
    name: "public equilibria, 3 x 3 actions, 4 signals, mean of 8 games",
    goal: 1000,
    unit: "ms",
    runs: 3,
    measure() {
      const start = performance.now();
      for (let seed = 1; seed <= 8; seed++) publicSet(signalledGame(seed));
      return (performance.now() - start) / 8;
    },
  },
  ...allBench("textbook/von-stengel-75", 50, { name: "Gambit enummixed", value: 107 }),
  ...allBench("random/10x10-1", 500, { name: "lrsnash", value: 18 }),
  {
    name: "tournament, no noise",
    goal: 10e6,
    unit: "moves/s",
    more: true,
    other: { name: "Axelrod", value: 331_000 },
    measure: () => movesPerSecond(0),
  },
  {
    name: "tournament, noise .02",
    goal: 10e6,
    unit: "moves/s",
    more: true,
    other: { name: "Axelrod", value: 299_000 },
    measure: () => movesPerSecond(0.02),
  },
  {
    name: "10^6 worlds through every closed-form proposition",
    goal: 20,
    unit: "s",
    runs: 1,
    measure() {
      const start = performance.now();
      for (const { propositions } of library) for (const proposition of propositions) shareOf(proposition, DRAWS);
      return (performance.now() - start) / 1000;
    },
  },
  {
    name: "check the slowest certificate of the models' defaults",
    goal: 50,
    unit: "ms",
    runs: 3,
    measure: () => Math.max(...certificates().map((certificate) => each(() => check(certificate)))),
  },
  {
    name: "check a certificate of public equilibria",
    goal: 50,
    unit: "ms",
    measure() {
      const certificate = largeCertificate();
      return each(() => check(certificate));
    },
  },
];

function movesPerSecond(noise: number): number {
  const settings = { payoffs: { R: 3, S: 0, T: 5, P: 1 }, turns: 200, noise, chance: stream(1) };
  const start = performance.now();
  roundRobin(strategies, settings, ROUNDS);
  const moves = strategies.length * (strategies.length - 1) * settings.turns * ROUNDS;
  return (1000 * moves) / (performance.now() - start);
}
