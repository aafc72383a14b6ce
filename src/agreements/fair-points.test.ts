import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fairPoints } from "./fair-points.ts";
import { lotteryPoints, upperHull } from "./lotteries.ts";

const three = { a: [4, 2, 1], b: [1, 2, 4] };

/** Points in order, the first utility falling and the second rising. */
const frontiers = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 })), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    let [a, b] = [1000, 0];
    const points = steps.map(([down, up]) => [(a -= down), (b += up)] as const);
    return { a: points.map(([x]) => x), b: points.map(([, y]) => y) };
  });

describe("fairPoints()", () => {
  test("lists all ties of the Nash product, the most equal first", () => {
    const { nash, egalitarian } = fairPoints([three.a, three.b], [0, 0]);
    expect(nash).toEqual([1, 0, 2]);
    expect(egalitarian).toEqual([1]);
  });

  test("Nash and Kalai–Smorodinsky do not depend on the units of utility; egalitarian and utilitarian do", () => {
    fc.assert(
      fc.property(
        frontiers,
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: -64, max: 64 }),
        ({ a, b }, by, from) => {
          const plain = fairPoints([a, b], [0, 0]);
          const moved = fairPoints([a.map((x) => x * by + from), b], [from, 0]);
          expect(moved.nash).toEqual(plain.nash);
          expect(moved.kalaiSmorodinskyMaxMin).toEqual(plain.kalaiSmorodinskyMaxMin);
        },
      ),
    );
  });
});

describe("lotteryPoints()", () => {
  test("over (4,1), (2,2), (1,4) agrees on an even draw of the two extremes, worth 2.5 to each", () => {
    const points = lotteryPoints(three, [0, 0]);
    for (const point of [points.nash, points.egalitarian, points.kalaiSmorodinsky]) {
      expect(point.a).toBeCloseTo(2.5, 12);
      expect(point.b).toBeCloseTo(2.5, 12);
      expect(point.mix.map(({ point: at }) => at)).toEqual([0, 2]);
    }
  });

  test("gives nobody less by its own measure than the best agreement without a lottery", () => {
    fc.assert(
      fc.property(frontiers, ({ a, b }) => {
        const plain = fairPoints([a, b], [0, 0]);
        const drawn = lotteryPoints({ a, b }, [0, 0]);
        const [nash, fair, sum] = [plain.nash[0]!, plain.egalitarian[0]!, plain.utilitarian[0]!];
        expect(drawn.nash.a * drawn.nash.b).toBeGreaterThanOrEqual(a[nash]! * b[nash]! * (1 - 1e-12));
        expect(Math.min(drawn.egalitarian.a, drawn.egalitarian.b)).toBeGreaterThanOrEqual(
          Math.min(a[fair]!, b[fair]!) * (1 - 1e-12),
        );
        expect(drawn.utilitarian.a + drawn.utilitarian.b).toBeCloseTo(a[sum]! + b[sum]!, 8);
        for (const { a: x, b: y, mix } of Object.values(drawn)) {
          expect(mix.reduce((total, { probability }) => total + probability, 0)).toBeCloseTo(1, 12);
          expect(mix.reduce((total, { point, probability }) => total + probability * a[point]!, 0)).toBeCloseTo(x, 8);
          expect(mix.reduce((total, { point, probability }) => total + probability * b[point]!, 0)).toBeCloseTo(y, 8);
        }
      }),
    );
  });

  test("stands on a hull above which no point lies", () => {
    fc.assert(
      fc.property(frontiers, ({ a, b }) => {
        const hull = upperHull({ a, b });
        for (const [at, from] of hull.slice(0, -1).entries()) {
          const to = hull[at + 1]!;
          for (let point = 0; point < a.length; point++) {
            const turn = (a[to]! - a[from]!) * (b[point]! - b[from]!) - (b[to]! - b[from]!) * (a[point]! - a[from]!);
            expect(turn).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });
});
