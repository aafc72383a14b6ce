import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Rational } from "../math/rational.ts";
import { stream } from "../math/philox.ts";
import { outcomesIn, utilityOf, type Additive } from "./additive.ts";
import { frontierOfMany } from "./frontier-many.ts";
import { frontierOfPoints } from "./frontier-points.ts";
import { frontier } from "./frontier.ts";

function gameOf(sides: readonly (readonly (readonly Rational[])[])[], reservation: readonly Rational[]): Additive {
  return {
    issues: sides[0]!.map((row, at) => ({ name: `issue ${at}`, options: row.map((_, option) => `option ${option}`) })),
    parties: sides.map((additions, at) => ({
      name: `side ${at}`,
      additions,
      reservation: reservation[at] ?? Rational.zero,
      discount: 1,
    })),
    scale: "normalized",
    discretised: [],
    notes: [],
  };
}

/** The last needs sums of several digits of 50 bits. */
const bottoms = [1n, 7n, 1_000_003n, 10n ** 20n + 39n];

/** One side's numbers: few tops over one bottom or two, so that ties are common, and most are no floats. */
function sideOf(sizes: readonly number[]): fc.Arbitrary<{ additions: Rational[][]; reservation: Rational }> {
  return fc.tuple(fc.constantFrom(...bottoms), fc.constantFrom(...bottoms)).chain(([one, two]) => {
    const number = fc
      .tuple(fc.integer({ min: -2, max: 5 }), fc.constantFrom(one, one, one, two))
      .map(([top, bottom]) => Rational.fraction(BigInt(top), bottom));
    return fc.record({
      additions: fc.tuple(...sizes.map((size) => fc.array(number, { minLength: size, maxLength: size }))),
      reservation: number,
    });
  });
}

function games(sides: number): fc.Arbitrary<Additive> {
  return fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })
    .chain((sizes) => fc.tuple(...Array.from({ length: sides }, () => sideOf(sizes))))
    .map((found) =>
      gameOf(
        found.map(({ additions }) => additions),
        found.map(({ reservation }) => reservation),
      ),
    );
}

/** Every outcome, each compared with every other in exact fractions. */
function byEnumeration({ issues, parties }: Additive): string[] {
  let choices: number[][] = [[]];
  for (const { options } of issues) choices = choices.flatMap((choice) => options.map((_, at) => [...choice, at]));
  const points = choices.map((choice) =>
    parties.map(({ additions }) =>
      choice.reduce((sum, option, issue) => sum.plus(additions[issue]![option]!), Rational.zero),
    ),
  );
  const inside = points.filter((point) => point.every((value, side) => value.isAtLeast(parties[side]!.reservation)));
  const kept = inside.filter(
    (point) =>
      !inside.some(
        (other) =>
          other.every((value, side) => value.isAtLeast(point[side]!)) &&
          other.some((value, side) => value.isAbove(point[side]!)),
      ),
  );
  return [...new Set(kept.map((point) => point.map(String).join(" ")))].sort();
}

function exactly(game: Additive, choice: ArrayLike<number>): string {
  const sums = game.parties.map(({ additions }) =>
    additions.reduce((sum, row, issue) => sum.plus(row[choice[issue]!]!), Rational.zero),
  );
  return sums.map(String).join(" ");
}

describe("frontier()", () => {
  test("drops what is the same for one side and less for the other", () => {
    const row = (...values: number[]): Rational[] => values.map((value) => Rational.of(value));
    const game = gameOf(
      [
        [row(0, 1), row(0, 1)],
        [row(0, 0), row(1, 0)],
      ],
      [],
    );
    const outcome = frontier(game);
    expect(outcome.ok && [[...outcome.value.a], [...outcome.value.b]]).toEqual([
      [2, 1],
      [0, 1],
    ]);
  });

  test("carries from digit to digit of long sums", () => {
    const long = Rational.fraction(1n, 10n ** 20n + 39n);
    const near = Rational.one.minus(long);
    const rows = [
      [Rational.zero, near],
      [Rational.zero, near],
      [Rational.zero, long.times(2)],
    ];
    const zero = [Rational.zero, Rational.zero];
    const whole = gameOf([rows, [zero, zero, zero]], [Rational.of(2)]);
    expect(frontier(whole).ok).toBe(true);
    expect(frontier(gameOf([rows, [zero, zero, zero]], [Rational.of(2).plus(long)])).ok).toBe(false);
  });

  test("is what comparing every outcome with every other gives, exactly, ties and walk-away values included", () => {
    fc.assert(
      fc.property(games(2), (game) => {
        const outcome = frontier(game);
        const found = outcome.ok
          ? Array.from({ length: outcome.value.a.length }, (_, point) =>
              exactly(
                game,
                outcome.value.choices.map((row) => row[point]!),
              ),
            )
          : [];
        expect(found.toSorted()).toEqual(byEnumeration(game));
      }),
      { numRuns: 300 },
    );
  });

  test("gives utilities that are those of its outcomes, the first side's falling and the second's rising", () => {
    fc.assert(
      fc.property(games(2), (game) => {
        const outcome = frontier(game);
        if (!outcome.ok) return;
        const { a, b, choices } = outcome.value;
        for (let point = 0; point < a.length; point++) {
          const choice = choices.map((row) => row[point]!);
          expect(a[point]).toBeCloseTo(utilityOf(game.parties[0]!, choice), 12);
          expect(b[point]).toBeCloseTo(utilityOf(game.parties[1]!, choice), 12);
        }
      }),
    );
  });

  test("keeps a hundred million outcomes apart without listing them, and thins only where it must", () => {
    const chance = stream(7);
    const row = (): Rational[] => Array.from({ length: 10 }, () => Rational.of(chance().toFixed(9)));
    const side = (): Rational[][] => Array.from({ length: 8 }, row);
    const game = gameOf([side(), side()], []);
    expect(outcomesIn(game)).toBe(1e8);
    const outcome = frontier(game);
    if (!outcome.ok) throw new Error("no frontier");
    expect(outcome.value.method).toBe("exact");
    expect(outcome.value.a.length).toBeGreaterThan(20);
  });

  test("says how much a side may gain at a point that thinning dropped, and no dropped point gains more", () => {
    // What one side wins the other loses: all 4,096 outcomes are on the frontier.
    const first = Array.from({ length: 6 }, (_, at) => [0, 1, 2, 3].map((option) => Rational.of(option * 4 ** at)));
    const second = first.map((row) => row.toReversed());
    const game = gameOf([first, second], []);
    const whole = frontier(game);
    const thin = frontier(game, 200);
    if (!whole.ok || !thin.ok) throw new Error("no frontier");
    expect(whole.value.a.length).toBe(4096);
    expect(whole.value.within).toEqual({ a: 0, b: 0 });
    expect(thin.value.method).toBe("thinned");
    for (const [at, a] of whole.value.a.entries()) {
      const b = whole.value.b[at]!;
      const near = [...thin.value.a.keys()].some(
        (point) => thin.value.a[point]! >= a - thin.value.within.a && thin.value.b[point]! >= b - thin.value.within.b,
      );
      expect(near).toBe(true);
    }
  });
});

describe("frontierOfMany()", () => {
  test("is what comparing every outcome with every other gives, for three sides", () => {
    fc.assert(
      fc.property(games(3), (game) => {
        const outcome = frontierOfMany(game);
        const found = outcome.ok ? outcome.value.choices.map((choice) => exactly(game, choice)) : [];
        expect(found.toSorted()).toEqual(byEnumeration(game));
      }),
      { numRuns: 200 },
    );
  });
});

describe("frontierOfPoints()", () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 300,
  });

  test("keeps each undominated pair once, from the first side's best", () => {
    fc.assert(
      fc.property(points, (pairs) => {
        const found = frontierOfPoints(
          Float64Array.from(pairs, ([a]) => a),
          Float64Array.from(pairs, ([, b]) => b),
        );
        const kept = [...found].map((at) => pairs[at]!);
        const undominated = pairs.filter(([a, b]) => !pairs.some(([x, y]) => x >= a && y >= b && (x > a || y > b)));
        expect(new Set(kept.map(String))).toEqual(new Set(undominated.map(String)));
        expect(kept.length).toBe(new Set(kept.map(String)).size);
        expect(kept.map(([a]) => a)).toEqual(kept.map(([a]) => a).toSorted((x, y) => y - x));
      }),
      { numRuns: 500 },
    );
  });

  test("refuses what is not finite", () => {
    expect(() => frontierOfPoints(Float64Array.of(Number.NaN, 1), Float64Array.of(1, 2))).toThrow(RangeError);
    expect(() => frontierOfPoints(Float64Array.of(Number.POSITIVE_INFINITY, 1), Float64Array.of(1, 2))).toThrow(
      RangeError,
    );
  });
});
