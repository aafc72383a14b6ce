// Properties that MODELS states of the closed forms, over random games: two computations agree.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rational, Rational } from "../math/rational.ts";
import { playBlame } from "./attrib-blame.ts";
import { controlShare } from "./flipit.ts";
import { thresholdsOf } from "./link.ts";
import { periodsFor, solveNoisy, valueWithPunishment, type Noisy } from "./repeat-noise.ts";
import { beliefFree } from "./repeat-private.ts";
import { kappaOf, phiOf } from "./repeat-two-sides.ts";
import { uniformThreshold } from "./timing.ts";
import { solveAudience } from "./redline-audience.ts";
import { valueOfAdvice } from "./adviser-threshold.ts";
import { directLogLikelihood, hawkesLogLikelihood } from "./solvers/reciprocity.ts";
import { equilibriumSet } from "./solvers/equilibrium-set.ts";

const step = fc.integer({ min: 1, max: 40 });
const share = fc.integer({ min: 1, max: 99 }).map((k) => rational(k).over(100));
const many = { numRuns: 20_000, seed: 1 };

/** T > R > P > S from three steps up. */
const dilemmas = fc
  .tuple(fc.integer({ min: -20, max: 20 }), step, step, step)
  .map(([S, a, b, c]) => ({ S: rational(S), P: rational(S + a), R: rational(S + a + b), T: rational(S + a + b + c) }));
const noisy: fc.Arbitrary<Noisy> = fc
  .tuple(dilemmas, share, share, share)
  .filter(([, rho, q]) => q.isAbove(rho))
  .map(([game, rho, q, delta]) => {
    const { T, R, P, S } = game;
    return { T, R, P, S, rho, q, delta };
  });

/** Value of restraint with N periods of punishment, and what attacking once gives, from the automaton itself. */
function oneShot({ R, T, P, rho, q, delta }: Noisy, N: number): { keep: number; cheat: number } {
  const [r, t, p, f, d, x] = [R, T, P, rho, delta, q].map((v) => v.toNumber()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // V = (1−d) r + d [(1−f) V + f W], W = (1−d^N) p + d^N V.
  const later = d ** N;
  const V = ((1 - d) * r + d * f * (1 - later) * p) / (1 - d * (1 - f) - d * f * later);
  const W = (1 - later) * p + later * V;
  return { keep: V, cheat: (1 - d) * t + d * ((1 - x) * V + x * W) };
}

describe("REPEAT", () => {
  test("N periods of punishment pass the one-shot test and N - 1 fail it", () => {
    fc.assert(
      fc.property(noisy, (game) => {
        const { sustainable, N } = solveNoisy(game);
        fc.pre(sustainable && N !== null && N < 500);
        const [enough, fewer] = [oneShot(game, N), oneShot(game, N - 1)];
        expect(enough.keep).toBeGreaterThanOrEqual(enough.cheat - 1e-9);
        expect(fewer.keep).toBeLessThanOrEqual(fewer.cheat + 1e-9);
        expect(valueWithPunishment(game, N)).toBeCloseTo(enough.keep, 8);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test("V* is the fixed point of the scalar operator, and delta_min where it starts to exist", () => {
    fc.assert(
      fc.property(noisy, (game) => {
        const { sustainable, Vbest, deltaMin } = solveNoisy(game);
        // Largest V ≤ R with V = (1−d)R + d(V − rho x), x = (1−d)g/(d(q−rho)) ≤ V − P.
        const g = game.T.minus(game.R);
        const x = Rational.one
          .minus(game.delta)
          .times(g)
          .over(game.delta.times(game.q.minus(game.rho)));
        const V = game.R.minus(game.delta.times(game.rho).times(x).over(Rational.one.minus(game.delta)));
        const feasible = x.isAtMost(V.minus(game.P));
        expect(feasible).toBe(sustainable);
        expect(sustainable ? Vbest.equals(V) : Vbest.equals(game.P)).toBe(true);
        expect(deltaMin === null || game.delta.isAtLeast(deltaMin)).toBe(deltaMin === null || sustainable);
      }),
      many,
    );
  });

  test("periodsFor() is the least N", () => {
    fc.assert(
      fc.property(share, share, (kappa, delta) => {
        const N = periodsFor(kappa, delta) as number;
        const left = Rational.one.minus(kappa);
        expect(delta.power(N).isAtMost(left) && (N === 1 || delta.power(N - 1).isAbove(left))).toBe(true);
      }),
    );
  });

  test("unequal sides: at the common phi both keep restraint, and a smaller one loses a side", () => {
    fc.assert(
      fc.property(noisy, noisy, (a, b) => {
        const rho = a.rho;
        fc.pre(b.q.isAbove(rho));
        const sides = [a, b] as const;
        const { phi, values } = phiOf({ sides, rho });
        fc.pre(phi !== null);
        const slack = (at: Rational): Rational[] =>
          sides.map(({ R, T, P, delta, q }) => {
            const ending = Rational.one.minus(delta);
            const V = P.plus(ending.times(R.minus(P)).over(ending.plus(delta.times(rho).times(at))));
            // Cheating once: (1−d)(T−R) against d (q−rho) phi (V−P).
            return delta
              .times(q.minus(rho))
              .times(at)
              .times(V.minus(P))
              .minus(ending.times(T.minus(R)));
          });
        expect(slack(phi).every((s) => s.sign() >= 0)).toBe(true);
        expect(slack(phi.times("99/100")).some((s) => s.sign() < 0)).toBe(true);
        expect(values.every((V, i) => V.isAbove((sides[i] as Noisy).P))).toBe(true);
        expect(sides.every((side) => kappaOf(side, rho)?.isAtMost(1))).toBe(true);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test("private monitoring: every plan earns exactly V_C against a side that restrains first", () => {
    fc.assert(
      fc.property(share, share, share, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (g, l, delta, plan) => {
        const eps = rational("1/20");
        const { play, VC, VD } = beliefFree({ g, l, eps, delta });
        fc.pre(play !== null);
        if (!play) return;
        // Follow the plan for six turns; whatever the other's chance of restraint, value is V_D + chance (V_C − V_D).
        let [chance, total, weight] = [Rational.one, Rational.zero, Rational.one];
        for (const restrain of plan) {
          const now = restrain ? chance.minus(Rational.one.minus(chance).times(l)) : chance.times(g.plus(1));
          total = total.plus(weight.times(Rational.one.minus(delta)).times(now));
          const seenC = restrain ? Rational.one.minus(eps) : eps;
          const afterC = seenC.plus(Rational.one.minus(seenC).times(play.pCd));
          const afterD = seenC.times(play.pDc);
          chance = chance.times(afterC).plus(Rational.one.minus(chance).times(afterD));
          weight = weight.times(delta);
        }
        expect(total.plus(weight.times(VD.plus(chance.times(VC.minus(VD))))).equals(VC)).toBe(true);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test("an equilibrium set has at most three corners per action pair, and grows with the game's equilibria inside", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 18, maxLength: 18 }),
        share,
        (payoffs, delta) => {
          const game = {
            one: Float64Array.from(payoffs.slice(0, 9)),
            two: Float64Array.from(payoffs.slice(9)),
            rows: 3,
            columns: 3,
          };
          const { vertices, converged } = equilibriumSet(game, delta.toNumber());
          expect(vertices.length).toBeLessThanOrEqual(27);
          expect(converged).toBe(true);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe("LINK", () => {
  test("linked never needs more than separate, nor transfers more than linked", () => {
    const side = dilemmas.map(({ T, R, P, S }) => ({ T, R, P, S }));
    fc.assert(
      fc.property(fc.array(fc.record({ A: side, B: side }), { minLength: 1, maxLength: 4 }), (issues) => {
        const { separate, linked, transfers } = thresholdsOf(issues);
        expect(linked.isAtMost(separate) && transfers.isAtMost(linked)).toBe(true);
      }),
      many,
    );
  });
});

describe("ATTRIB, the blame game", () => {
  test("nobody gains by another plan, in any regime", () => {
    const positive = step.map((k) => rational(k).over(10));
    fc.assert(
      fc.property(positive, positive, positive, positive, share, share, (a, c, g, d, theta, k) => {
        const { x, b } = playBlame({ a, c, g, d, l: Rational.one, theta, k });
        const blamed = k.plus(Rational.one.minus(k).times(b));
        const attack = a.times(Rational.one.minus(blamed)).minus(c.times(blamed));
        const blame = theta.times(x).times(g).minus(Rational.one.minus(theta).times(d));
        expect((x.isZero() || attack.sign() >= 0) && (x.equals(1) || attack.sign() <= 0)).toBe(true);
        expect((b.isZero() || blame.sign() >= 0) && (b.equals(1) || blame.sign() <= 0)).toBe(true);
      }),
      many,
    );
  });
});

describe("REDLINE, audience costs", () => {
  test("war and concessions are all that can happen", () => {
    const size = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(size, size, size, size, size, (v, a1, a2, C1, C2) => {
        const { prWar, concede, atOnce } = solveAudience(v, { a: a1, C: C1 }, { a: a2, C: C2 });
        expect(Math.abs(prWar + concede[0] + concede[1] - 1)).toBeLessThan(1e-9);
        expect(Math.min(...atOnce)).toBe(0);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe("ADVISER, TIMING, FLIPIT, RECIP", () => {
  test("no threshold of advice is worth more than c*", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.45, noNaN: true }),
        fc.double({ min: 0.3, max: 4, noNaN: true }),
        fc.double({ min: -4, max: 6, noNaN: true }),
        (p, D, c) => {
          expect(valueOfAdvice(p, D, c)).toBeLessThanOrEqual(
            valueOfAdvice(p, D, D / 2 + Math.log((1 - p) / p) / D) + 1e-12,
          );
        },
      ),
    );
  });

  test("the level of use rises in persistence, falls in stealth, and is zero where stealth is as good", () => {
    const inside = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(inside, inside, inside, (w, P, S) => {
        const at = (p: number, s: number): number => uniformThreshold(w, p, s).threshold;
        expect(at(P + 0.01, S)).toBeGreaterThanOrEqual(at(P, S));
        expect(at(P, S + 0.01)).toBeLessThanOrEqual(at(P, S));
        expect(S < P || at(P, S) === 0).toBe(true);
      }),
    );
  });

  test("no rate on a grid gains against the equilibrium rate of the other", () => {
    const cost = step.map((k) => rational(k).over(10));
    fc.assert(
      fc.property(cost, cost, step, (k0, k1, tried) => {
        const [dear, cheap] = k0.isAtLeast(k1) ? [k0, k1] : [k1, k0];
        const rateOfCheap = Rational.one.over(dear.times(2));
        const rateOfDear = cheap.over(dear.times(dear).times(2));
        const rate = rateOfCheap.times(tried).over(10);
        const gain = (mine: Rational, theirs: Rational, own: Rational): Rational =>
          controlShare(mine, theirs).minus(own.times(mine));
        expect(gain(rate, rateOfDear, cheap).isAtMost(gain(rateOfCheap, rateOfDear, cheap))).toBe(true);
        expect(gain(rate, rateOfCheap, dear).isAtMost(gain(rateOfDear, rateOfCheap, dear))).toBe(true);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test("the likelihood by recursion is the likelihood by all pairs", () => {
    const events = fc
      .array(fc.record({ time: fc.double({ min: 0, max: 50, noNaN: true }), side: fc.constantFrom<0 | 1>(0, 1) }), {
        minLength: 1,
        maxLength: 40,
      })
      .map((list) => list.sort((a, b) => a.time - b.time));
    fc.assert(
      fc.property(events, (list) => {
        const params = {
          mu: [0.3, 0.2],
          alpha: [
            [0.2, 0.4],
            [0.5, 0.1],
          ],
          beta: 1.3,
        };
        const [one, two] = [hawkesLogLikelihood(list, 50, params), directLogLikelihood(list, 50, params)];
        expect(Math.abs(one - two)).toBeLessThan(1e-9 * (1 + Math.abs(one)));
      }),
    );
  });

  test("the page's fixed numbers of the Hawkes example are met", () => {
    const list = (
      [
        [1, 0],
        [1.5, 1],
        [2, 0],
        [4, 1],
        [4.2, 0],
        [7, 1],
      ] as const
    ).map(([time, side]) => ({ time, side }));
    expect(
      hawkesLogLikelihood(list, 10, {
        mu: [0.3, 0.2],
        alpha: [
          [0.2, 0.4],
          [0.5, 0.1],
        ],
        beta: 1.3,
      }),
    ).toBeCloseTo(-13.9924972968, 9);
  });
});
