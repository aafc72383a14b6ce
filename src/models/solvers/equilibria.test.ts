import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Rational, rational } from "../../math/rational.ts";
import { allEquilibria, isEquilibrium, pureEquilibria, type Game } from "./equilibria.ts";

/** Payoffs whose sizes differ by up to a hundred digits. */
const uneven = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 100 })), { minLength: 18, maxLength: 18 })
  .map((numbers): Game => {
    const table = (from: number): Rational[][] =>
      [0, 1, 2].map((i) =>
        [0, 1, 2].map((j) => {
          const [digit = 0, power = 0] = numbers[from + 3 * i + j] ?? [];
          return rational(digit).times(rational(10).power(power));
        }),
      );
    return { row: table(0), column: table(9) };
  });

test("allEquilibria() loses none where payoffs differ in size past what floats hold", () => {
  fc.assert(
    fc.property(uneven, (game) => {
      const found = allEquilibria(game);
      expect(found).not.toBeNull();
      const { extreme = [] } = found ?? {};
      expect(extreme.length).toBeGreaterThan(0);
      for (const one of extreme) expect(isEquilibrium(game, one)).toBe(true);
      const pure = extreme.filter(({ row, column }) => [...row, ...column].every((p) => p.isZero() || p.equals(1)));
      expect(pure).toHaveLength(pureEquilibria(game).length);
    }),
    { numRuns: 25, seed: 11 },
  );
});
