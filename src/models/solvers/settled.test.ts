import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rational, Rational, sumOf } from "../../math/rational.ts";
import { settledAt } from "./settled.ts";
import { deviationsFrom, punishmentOf, stepsOf } from "./transfers.ts";

const weights = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 })
  .filter((ws) => ws.some(Boolean));
const law = weights.map((ws) => ws.map((w) => rational(w).over(ws.reduce((a, b) => a + b))));

/** Dilemmas with three signals: mutual attack is a stage equilibrium that holds both to their least. */
const dilemma = fc
  .record({
    numbers: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 }),
    laws: fc.array(law, { minLength: 4, maxLength: 4 }),
  })
  .map(({ numbers: [p = 1, r = 1, t = 1, p2 = 1, r2 = 1, t2 = 1], laws: [cc, cd, dc, dd] }) => ({
    payoffs: [
      [
        [rational(p + r), rational(0)],
        [rational(p + r + t), rational(p)],
      ],
      [
        [rational(p2 + r2), rational(p2 + r2 + t2)],
        [rational(0), rational(p2)],
      ],
    ] as [Rational[][], Rational[][]],
    signals: [
      [cc ?? [], cd ?? []],
      [dc ?? [], dd ?? []],
    ],
  }));

test("settledAt() gives one plan for every period that nobody leaves, at any patience", () => {
  let found = 0;
  fc.assert(
    fc.property(dilemma, fc.integer({ min: 1, max: 19 }), (game, k) => {
      const delta = rational(`${k}/20`);
      const punishment = punishmentOf(game);
      const settled = punishment && settledAt(game, punishment, delta);
      if (!settled || !punishment?.lowest) return;
      found++;
      const { step, low, everyPeriod, payments } = settled;
      const [a, b] = step.actions;
      const here = game.signals[a]?.[b] ?? [];
      const mean = (paid: Rational[], chances: Rational[]): Rational =>
        sumOf(paid.map((x, y) => x.times(chances[y] as Rational)));
      expect(everyPeriod[0].plus(everyPeriod[1]).equals(step.joint)).toBe(true);
      for (const i of [0, 1] as const) {
        const own = (game.payoffs[i][a] as Rational[])[b] as Rational;
        expect(own.minus(mean(payments[i], here)).equals(everyPeriod[i])).toBe(true);
        // What the future is worth beyond the punishment covers the dearest payment.
        const worth = delta.over(Rational.one.minus(delta)).times(everyPeriod[i].minus(low[i]));
        for (const paid of payments[i]) expect(paid.isAtMost(worth)).toBe(true);
      }
      for (const y of here.keys())
        expect((payments[0][y] as Rational).plus(payments[1][y] as Rational).sign()).toBeGreaterThanOrEqual(0);
      for (const { player, gain, law: other } of deviationsFrom(game, step.actions))
        expect(mean(payments[player], other).minus(mean(payments[player], here)).isAtLeast(gain)).toBe(true);
    }),
    { numRuns: 300, seed: 3 },
  );
  expect(found).toBeGreaterThan(60);
});

test("at a step's own discount it gives that step, and less patience gives no more", () => {
  fc.assert(
    fc.property(dilemma, (game) => {
      const punishment = punishmentOf(game);
      if (!punishment?.lowest) return;
      for (const { liquidity, joint } of stepsOf(game)) {
        const delta = liquidity.over(liquidity.plus(joint).minus(punishment.sum));
        if (delta.sign() <= 0 || delta.isAtLeast(1)) continue;
        const here = settledAt(game, punishment, delta);
        expect(here?.step.joint.isAtLeast(joint)).toBe(true);
        const less = settledAt(game, punishment, delta.times("9/10"));
        if (less) expect(here?.step.joint.isAtLeast(less.step.joint)).toBe(true);
      }
    }),
    { numRuns: 60, seed: 5 },
  );
});
