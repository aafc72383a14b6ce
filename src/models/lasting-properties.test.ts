// Properties that MODELS states of each model, over tens of thousands of seeded random games: every claim against a second
// computation (enumeration, iteration, a grid).

import { describe, expect, test } from "vitest";
import { rational, Rational } from "../math/rational.ts";
import { inFloats, outcome, times } from "../../test/support/random-games.ts";
import { badSignals } from "./link-noise.ts";
import { equilibriumSet } from "./solvers/equilibrium-set.ts";
import { stepsOf, type Type } from "./trust.ts";

describe("REPEAT", () => {
  test("half-planes pushed in from outside, in 32 directions, hold the set; at the published game as closely as printed", () => {
    const support = (points: readonly (readonly [number, number])[], x: number, y: number): number =>
      Math.max(...points.map(([a, b]) => a * x + b * y));
    const directions = Array.from(
      { length: 32 },
      (_, k) => [Math.cos((k * Math.PI) / 16), Math.sin((k * Math.PI) / 16)] as const,
    );
    const published = {
      one: Float64Array.of(16, 3, 0, 21, 10, -1, 9, 5, -5),
      two: Float64Array.of(9, 13, 3, 1, 4, 0, 0, -4, -15),
      rows: 3,
      columns: 3,
    };
    const { vertices } = equilibriumSet(published, 0.3, 1e-13, [0, 0]);
    const outer = pushedIn(published, 0.3, directions, [0, 0]);
    const gaps = directions.map(([x, y]) => support(outer, x, y) - support(vertices, x, y));
    expect(Math.min(...gaps)).toBeGreaterThan(-1e-9);
    expect(Math.max(...gaps)).toBeCloseTo(0.186, 3);
    expect(Math.min(...outer.map(([x]) => x))).toBeCloseTo(0.9395, 4);
    times(40, 1, ({ whole, real }) => {
      const table = (): Float64Array => Float64Array.from({ length: 9 }, () => whole(-9, 9));
      const game = { one: table(), two: table(), rows: 3, columns: 3 };
      const delta = real(0.1, 0.9);
      const inner = equilibriumSet(game, delta).vertices;
      if (inner.length === 0) return;
      const low = [Math.min(...game.one), Math.min(...game.two)] as [number, number];
      const around = pushedIn(game, delta, directions, low);
      for (const [x, y] of directions)
        expect(support(around, x, y)).toBeGreaterThanOrEqual(support(inner, x, y) - 1e-7);
    });
  });
});

type Table = { one: Float64Array; two: Float64Array; rows: number; columns: number };
type Spot = readonly [number, number];

/** The outer approximation of judd2003: level_k = max over a of (1−d) h·g(a) + d max {h·w : w in W, w ≥ IC}. */
function pushedIn(
  { one, two, rows, columns }: Table,
  d: number,
  directions: readonly Spot[],
  threat: [number, number],
): Spot[] {
  const pairs = Array.from(one, (g1, at): { g: Spot; gain: Spot } => {
    const [a, b] = [Math.floor(at / columns), at % columns];
    const best1 = Math.max(...Array.from({ length: rows }, (_, x) => one[x * columns + b] as number));
    const best2 = Math.max(...Array.from({ length: columns }, (_, y) => two[a * columns + y] as number));
    return { g: [g1, two[at] as number], gain: [best1 - g1, best2 - (two[at] as number)] };
  });
  const size = 1 + Math.max(...[...one, ...two].map(Math.abs));
  let hull: Spot[] = [
    [-size, -size],
    [size, -size],
    [size, size],
    [-size, size],
  ];
  for (const h of directions) hull = cut(hull, h, Math.max(...pairs.map(({ g }) => h[0] * g[0] + h[1] * g[1])));
  for (let round = 0; round < 150; round++) {
    const held = hull;
    const low = threat.map((u, i) => Math.max(u, Math.min(...held.map((w) => w[i as 0 | 1])))) as [number, number];
    const open = pairs.flatMap(({ g, gain }) => {
      const needs = [0, 1].map((i) => (low[i] as number) + ((1 - d) / d) * (gain[i] as number)) as [number, number];
      const left = cut(cut(held, [-1, 0], -needs[0]), [0, -1], -needs[1]);
      return left.length === 0 ? [] : [{ g, left }];
    });
    const next = directions.map((h) =>
      Math.max(
        ...open.map(
          ({ g, left }) =>
            (1 - d) * (h[0] * g[0] + h[1] * g[1]) + d * Math.max(...left.map((w) => h[0] * w[0] + h[1] * w[1])),
        ),
      ),
    );
    for (const [k, h] of directions.entries()) hull = cut(hull, h, next[k] as number);
  }
  return hull;
}

function cut(points: readonly Spot[], [x, y]: Spot, level: number): Spot[] {
  return points.flatMap((p, k): Spot[] => {
    const q = points[(k + 1) % points.length] as Spot;
    const [here, there] = [x * p[0] + y * p[1] - level, x * q[0] + y * q[1] - level];
    const kept: Spot[] = here <= 1e-12 ? [p] : [];
    if ((here < -1e-12 && there > 1e-12) || (here > 1e-12 && there < -1e-12)) {
      const t = here / (here - there);
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])]);
    }
    return kept;
  });
}

describe("LINK under noise", () => {
  test("one issue needs what REPEAT needs, at any odds", () => {
    times(2000, 2, ({ whole, share }) => {
      const [rho, q] = [share(), share()];
      if (!q.isAbove(rho)) return;
      const P = whole(-5, 5);
      const R = P + whole(1, 9);
      const game = { R, T: R + whole(1, 9), P, rho: rho.toString(), q: q.toString() };
      const alone = outcome("REPEAT", { ...game, S: P - 1, delta: 0.5 })["deltaMin"];
      expect(outcome("LINK", { ...game, K: 1 })["deltaMin"]).toEqual(alone);
    });
  });

  test("delta_min falls in the number of issues in both reference families", () => {
    for (const [rho, most] of [
      [0.1, 12],
      [0.3, 10],
    ] as const) {
      const found = Array.from(
        { length: most },
        (_, k) => outcome("LINK", { K: k + 1, R: 3, T: 5, P: 1, rho, q: 0.5 })["deltaMin"],
      );
      const needs = found.map((value) => (value === null ? Infinity : inFloats(value)));
      for (const [k, need] of needs.slice(1).entries()) expect(need).toBeLessThan(needs[k] as number);
    }
  });

  test("no punishment that deters loses less than g rho/(q - rho)", () => {
    let deterring = 0;
    times(20_000, 3, ({ whole, share, real }) => {
      const [rho, q] = [share(), share()];
      if (!q.isAbove(rho)) return;
      const K = whole(1, 4);
      const laws = Array.from({ length: K + 1 }, (_, m) => badSignals(K, m, rho, q).map((p) => p.toNumber()));
      const psi = Array.from({ length: K + 1 }, (_, n) => (n === 0 ? 0 : real(0, 1)));
      const mean = (m: number): number => (laws[m] ?? []).reduce((sum, p, n) => sum + p * (psi[n] as number), 0);
      // Scaled until the hardest deviation is just deterred, g = 1.
      const deterred = Math.min(...Array.from({ length: K }, (_, k) => (mean(k + 1) - mean(0)) / (k + 1)));
      if (deterred <= 1e-9) return;
      deterring++;
      const bound = rho.over(q.minus(rho)).toNumber();
      expect(mean(0) / deterred).toBeGreaterThanOrEqual(bound * (1 - 1e-9));
    });
    expect(deterring).toBeGreaterThan(3000);
  });
});

describe("BARGAIN", () => {
  test("no demand on a grid beats x*", () => {
    times(5000, 4, ({ share, whole }) => {
      const [p, cA, C] = [share().toNumber(), whole(0, 50) / 100, whole(1, 100) / 100];
      const worth = (x: number): number => {
        const war = Math.min(1, Math.max(0, (x - p) / C));
        return (1 - war) * x + war * (p - cA);
      };
      const best = worth(inFloats(outcome("BARGAIN", { p, cA, C })["demand"]));
      for (let k = 0; k <= 20; k++) expect(worth(p + ((1 - p) * k) / 20)).toBeLessThanOrEqual(best + 1e-12);
    });
  });

  test("a deal exists iff the two do not expect too much, and alternating offers are what iteration gives", () => {
    times(5000, 5, ({ share, whole }) => {
      const [a, b, cA, cB] = [share(), share(), rational(`${whole(0, 40)}/100`), rational(`${whole(0, 40)}/100`)];
      const exists = outcome("BARGAIN", {
        p_A: a.toString(),
        p_B: b.toString(),
        c_A: cA.toString(),
        c_B: cB.toString(),
      });
      expect(exists["dealExists"]).toBe(a.plus(b).minus(1).isAtMost(cA.plus(cB)));
      const [d1, d2] = [whole(0, 95) / 100, whole(0, 95) / 100];
      let x = 1;
      for (let k = 0; k < 800; k++) x = 1 - d2 * (1 - d1 * x);
      expect(inFloats(outcome("BARGAIN", { d1, d2 })["share1"])).toBeCloseTo(x, 9);
    });
  });
});

describe("TRUST", () => {
  test("inside the two bounds and only there no plan of either type gains: 20,000 games against all eight plans", () => {
    times(20_000, 6, ({ whole, share }) => {
      const S = whole(-9, 0);
      const P = S + whole(1, 6);
      const T = P + whole(0, 6);
      const good = exact({ S, P, T, R: T + whole(1, 6) });
      const Su = whole(-9, 0);
      const Pu = Su + whole(1, 6);
      const Ru = Pu + whole(1, 6);
      const bad = exact({ S: Su, P: Pu, R: Ru, T: Ru + whole(1, 6) });
      const [t, alpha] = [share(), share()];
      const { alphaMin, alphaMax } = stepsOf({ t, good, bad });
      expect(alphaMin.isAtMost(1)).toBe(true);
      const within = alpha.isAtLeast(alphaMin) && alpha.isAtMost(alphaMax);
      expect(separates(t, alpha, good, bad)).toBe(within);
    });
  });
});

function exact({ R, T, P, S }: { R: number; T: number; P: number; S: number }): Type {
  return { R: rational(R), T: rational(T), P: rational(P), S: rational(S) };
}

/** Whether "C, then as the other did" of the trustworthy and "D, D" of the others answer each other. */
function separates(t: Rational, alpha: Rational, good: Type, bad: Type): boolean {
  const pay = ({ R, T, P, S }: Type, mine: boolean, theirs: boolean): Rational =>
    mine ? (theirs ? R : S) : theirs ? T : P;
  // A plan: the first move, and the second after the other's C or D. The trustworthy other copies the first move.
  const worth = (type: Type, first: boolean, afterC: boolean, afterD: boolean): Rational => {
    const rest = Rational.one.minus(alpha);
    const withGood = alpha.times(pay(type, first, true)).plus(rest.times(pay(type, afterC, first)));
    const withBad = alpha.times(pay(type, first, false)).plus(rest.times(pay(type, afterD, false)));
    return t.times(withGood).plus(Rational.one.minus(t).times(withBad));
  };
  const [yes, no] = [true, false];
  const plans = [yes, no].flatMap((a) => [yes, no].flatMap((b) => [yes, no].map((c) => [a, b, c] as const)));
  const best = (type: Type): Rational =>
    plans.map((plan) => worth(type, ...plan)).reduce((top, one) => (one.isAbove(top) ? one : top));
  return worth(good, yes, yes, no).equals(best(good)) && worth(bad, no, no, no).equals(best(bad));
}
