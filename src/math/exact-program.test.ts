import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maximise, type Program } from "./exact-program.ts";
import { rational, Rational, sumOf } from "./rational.ts";

const whole = fc.integer({ min: -6, max: 6 }).map((x) => rational(x));
const programs: fc.Arbitrary<Program> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
  .chain(([n, m]) =>
    fc.record({
      objective: fc.array(whole, { minLength: n, maxLength: n }),
      matrix: fc.array(fc.array(whole, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
      limits: fc.array(whole, { minLength: m, maxLength: m }),
    }),
  );

const dot = (a: Rational[], b: Rational[]): Rational => sumOf(a.map((x, at) => x.times(b[at] as Rational)));
const column = (matrix: Rational[][], at: number): Rational[] => matrix.map((row) => row[at] as Rational);

/** The proof that an answer carries, checked without the solver. */
function isProved({ objective, matrix, limits }: Program): boolean {
  const answer = maximise({ objective, matrix, limits });
  if (answer.state === "unbounded") return true;
  if (answer.state === "infeasible") {
    const y = answer.farkas;
    return (
      y.every((x) => x.sign() >= 0) &&
      objective.every((_, j) => dot(y, column(matrix, j)).sign() >= 0) &&
      dot(y, limits).sign() < 0
    );
  }
  const { point, prices, value } = answer;
  const feasible =
    point.every((x) => x.sign() >= 0) && matrix.every((row, i) => dot(row, point).isAtMost(limits[i] as Rational));
  const priced =
    prices.every((x) => x.sign() >= 0) && objective.every((c, j) => dot(prices, column(matrix, j)).isAtLeast(c));
  return feasible && priced && dot(objective, point).equals(value) && dot(prices, limits).equals(value);
}

describe("maximise()", () => {
  test("proves every answer by prices or a Farkas vector", () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(isProved(program)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("says unbounded only where a ray exists: adding a bound makes it optimal", () => {
    fc.assert(
      fc.property(programs, ({ objective, matrix, limits }) => {
        const state = maximise({ objective, matrix, limits }).state;
        const box = objective.map((_, i) => objective.map((__, j) => (i === j ? Rational.one : Rational.zero)));
        const boxed = maximise({
          objective,
          matrix: [...matrix, ...box],
          limits: [...limits, ...box.map(() => rational(1e9))],
        });
        const far = boxed.state === "optimal" && boxed.point.some((x) => x.equals(1e9));
        expect(state === "unbounded").toBe(far);
      }),
      { numRuns: 300 },
    );
  });
});
