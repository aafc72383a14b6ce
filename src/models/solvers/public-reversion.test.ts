import * as fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../checker/check.ts";
import { rational, Rational } from "../../math/rational.ts";
import { solve } from "../model.ts";
import { repeat } from "../repeat.ts";
import { reversions } from "./public-reversion.ts";

const whole = (min: number, max: number): fc.Arbitrary<Rational> => fc.integer({ min, max }).map((n) => rational(n));
/** (T, R, P, S) of one side. */
const side = fc.tuple(whole(1, 5), whole(1, 5), whole(1, 5)).map(([s, r, t]) => ({
  P: s,
  R: s.plus(r),
  T: s.plus(r).plus(t),
  S: Rational.zero,
}));

/** One alarm, raised by any attack with q and falsely with rho. */
function watchedBy(q: Rational, rho: Rational): Rational[][][] {
  const law = (p: Rational): Rational[] => [Rational.one.minus(p), p];
  return [
    [law(rho), law(q)],
    [law(q), law(q)],
  ];
}

test("reversions() gives the closed form of two unequal sides behind one alarm, exactly", () => {
  let held = 0;
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 39 }),
      (A, B, falsely, more, patience) => {
        const [rho, q] = [rational(`${falsely}/100`), rational(`${falsely + more}/100`)];
        const delta = rational(`${patience}/40`);
        const one = [
          [A.R, A.S],
          [A.T, A.P],
        ];
        const two = [
          [B.R, B.T],
          [B.S, B.P],
        ];
        const found = reversions({ one, two, signals: watchedBy(q, rho), delta });
        const now = Rational.one.minus(delta);
        // A_i = (q-rho)(R-P) - g rho,  kappa_i = (1-d) g / (d A_i),  V_i = P + (1-d)(R-P)/(1-d + d rho phi).
        const kappas = [A, B].map(({ T, R, P }) => {
          const room = q.minus(rho).times(R.minus(P)).minus(T.minus(R).times(rho));
          return room.sign() <= 0 ? null : now.times(T.minus(R)).over(delta.times(room));
        });
        const [first, second] = kappas;
        const both = found.filter(({ actions: [a, b] }) => a === 0 && b === 0);
        if (!first || !second || first.isAbove(1) || second.isAbove(1)) {
          expect(both).toHaveLength(0);
          return;
        }
        held++;
        const phi = first.isAbove(second) ? first : second;
        for (const [i, { R, P }] of [A, B].entries()) {
          const value = P.plus(now.times(R.minus(P)).over(now.plus(delta.times(rho).times(phi))));
          expect(both[0]?.point[i as 0 | 1].equals(value)).toBe(true);
        }
      },
    ),
    { numRuns: 2000, seed: 9 },
  );
  expect(held).toBeGreaterThan(100);
});

test("where one alarm leaves a set without an inside, its ends are proved and lie within 1% of what holds them all", () => {
  for (const delta of [0.9, 0.95]) {
    const signals = watchedBy(rational("0.9"), rational("0.05")).map((row) => row.map((law) => law.map(String)));
    const solved = solve(repeat, {
      part: "public-equilibria",
      g1: [
        [3, 0],
        [4, 1],
      ],
      g2: [
        [3, 6],
        [1, 2],
      ],
      signals,
      delta,
    });
    if (!solved.ok) throw new Error(solved.refusal.because);
    const { outcome, certificate } = solved.value;
    const { area, distance } = outcome["gap"] as { area: number; distance: number };
    expect(Math.max(area, distance)).toBeLessThan(0.01);
    expect((outcome["bestJoint"] as { attained: number }).attained).toBeGreaterThan(5.47);
    expect(check(JSON.parse(JSON.stringify(certificate))).valid).toBe(true);
  }
});
