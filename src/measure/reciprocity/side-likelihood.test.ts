import fc from "fast-check";
import { expect, test } from "vitest";
import { sidedEvents, type SidedEvents } from "./events.ts";
import { logLikelihood } from "./hawkes.ts";
import { sideLikelihood, type SideParams } from "./side-likelihood.ts";

const HORIZON = 30;
const positive = fc.double({ min: 0.05, max: 3, noNaN: true });
const count = fc.integer({ min: 1, max: 3 });

/** Times on a coarse grid, so that some events share their instant. */
const history = count.chain((sides) =>
  fc
    .array(fc.record({ time: fc.integer({ min: 0, max: 120 }), side: fc.integer({ min: 0, max: sides - 1 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((events) =>
      sidedEvents(
        events.map(({ time, side }) => ({ time: time / 4, side })),
        sides,
        HORIZON,
      ),
    ),
);

const params = (sides: number): fc.Arbitrary<{ mu: number[]; alpha: number[][]; beta: number[] }> =>
  fc.record({
    mu: fc.array(positive, { minLength: sides, maxLength: sides }),
    alpha: fc.array(fc.array(positive, { minLength: sides, maxLength: sides }), { minLength: sides, maxLength: sides }),
    beta: fc.array(positive, { minLength: sides, maxLength: sides }),
  });

const cases = history.chain((events) => fc.tuple(fc.constant(events), params(events.count)));

/** By all pairs of events. */
function direct(
  { times, sides, count: of, horizon }: SidedEvents,
  given: { mu: number[]; alpha: number[][]; beta: number[] },
): number {
  let sum = 0;
  for (let k = 0; k < times.length; k++) {
    const i = sides[k]!;
    let rate = given.mu[i]!;
    for (let m = 0; m < times.length; m++)
      if (times[m]! < times[k]!)
        rate += given.alpha[i]![sides[m]!]! * Math.exp(-given.beta[i]! * (times[k]! - times[m]!));
    sum += Math.log(rate);
  }
  for (let i = 0; i < of; i++) {
    sum -= given.mu[i]! * horizon;
    for (let m = 0; m < times.length; m++)
      sum += (given.alpha[i]![sides[m]!]! / given.beta[i]!) * Math.expm1(-given.beta[i]! * (horizon - times[m]!));
  }
  return sum;
}

test("logLikelihood() by one pass is the double sum over all pairs, ties and all", () => {
  fc.assert(
    fc.property(cases, ([events, given]) => {
      expect(logLikelihood(events, given)).toBeCloseTo(direct(events, given), 8);
    }),
  );
});

function moved(at: SideParams, index: number, step: number): SideParams {
  const last = at.branching.length + 1;
  return {
    mu: at.mu + (index === 0 ? step : 0),
    branching: at.branching.map((b, j) => b + (index === j + 1 ? step : 0)),
    logBeta: at.logBeta + (index === last ? step : 0),
  };
}

test("sideLikelihood() gives the slopes and curvatures that differences give", () => {
  fc.assert(
    fc.property(cases, ([events, { mu, alpha, beta }]) => {
      const at: SideParams = { mu: mu[0]!, branching: Float64Array.from(alpha[0]!), logBeta: Math.log(beta[0]!) };
      const { gradient, hessian } = sideLikelihood(events, 0, at);
      const size = events.count + 2;
      const h = 1e-5;
      for (let i = 0; i < size; i++) {
        const [up, down] = [sideLikelihood(events, 0, moved(at, i, h)), sideLikelihood(events, 0, moved(at, i, -h))];
        const scale = 1 + Math.abs(gradient[i]!);
        expect((up.value - down.value) / (2 * h) / scale).toBeCloseTo(gradient[i]! / scale, 4);
        for (let j = 0; j < size; j++) {
          const found = hessian[i * size + j]!;
          const large = 1 + Math.abs(found);
          expect((up.gradient[j]! - down.gradient[j]!) / (2 * h) / large).toBeCloseTo(found / large, 4);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("sideLikelihood() of one side gives what it gives of the same side beside a silent one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 40 }),
      positive,
      positive,
      positive,
      (times, mu, b, beta) => {
        const events = times.map((time) => ({ time: time / 4, side: 0 }));
        const alone = sideLikelihood(sidedEvents(events, 1, HORIZON), 0, {
          mu,
          branching: Float64Array.of(b),
          logBeta: Math.log(beta),
        });
        const beside = sideLikelihood(sidedEvents(events, 2, HORIZON), 0, {
          mu,
          branching: Float64Array.of(b, 0),
          logBeta: Math.log(beta),
        });
        expect(alone.value).toBeCloseTo(beside.value, 8);
        expect(alone.gradient[1]).toBeCloseTo(beside.gradient[1]!, 6);
        expect(alone.hessian[8]).toBeCloseTo(beside.hessian[15]!, 6);
      },
    ),
  );
});

test("sideLikelihood() of two sides gives what it gives of them beside a third that is silent", () => {
  const two = fc.array(fc.record({ time: fc.integer({ min: 0, max: 120 }), side: fc.integer({ min: 0, max: 1 }) }), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(two, fc.integer({ min: 0, max: 1 }), positive, positive, positive, positive, (list, side, ...of) => {
      const [mu, b0, b1, beta] = of;
      const events = list.map(({ time, side: by }) => ({ time: time / 4, side: by }));
      const found = (count: number, branching: number[]): ReturnType<typeof sideLikelihood> =>
        sideLikelihood(sidedEvents(events, count, HORIZON), side, {
          mu,
          branching: Float64Array.from(branching),
          logBeta: Math.log(beta),
        });
      const [pair, beside] = [found(2, [b0, b1]), found(3, [b0, b1, 0])];
      // Without the third side's row: mu, b_0, b_1 and θ.
      const kept = [0, 1, 2, 4];
      expect(pair.value).toBeCloseTo(beside.value, 9);
      for (const [i, from] of kept.entries()) {
        expect(pair.gradient[i]).toBeCloseTo(beside.gradient[from]!, 7);
        for (const [j, to] of kept.entries())
          expect(pair.hessian[4 * i + j]).toBeCloseTo(beside.hessian[5 * from + to]!, 6);
      }
    }),
  );
});
