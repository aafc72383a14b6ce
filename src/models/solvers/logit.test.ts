import * as fc from "fast-check";
import { expect, test } from "vitest";
import { logitResponses } from "./logit.ts";

const arbitraryGame = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 3 }),
    numbers: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 81, maxLength: 81 }),
  })
  .map(({ sizes, numbers }) => {
    const cells = sizes.reduce((a, b) => a * b, 1);
    return { sizes, payoffs: sizes.map((_, i) => Float64Array.from(numbers.slice(i * cells, (i + 1) * cells))) };
  });

/** Expected payoff of every strategy of a player. */
function repliesOf(sizes: number[], payoffs: Float64Array, mix: number[][], player: number): number[] {
  const replies = (mix[player] as number[]).map(() => 0);
  for (let cell = 0; cell < payoffs.length; cell++) {
    let [rest, weight, own] = [cell, payoffs[cell] as number, 0];
    for (let i = sizes.length - 1; i >= 0; i--) {
      const k = rest % (sizes[i] as number);
      rest = Math.floor(rest / (sizes[i] as number));
      if (i === player) own = k;
      else weight *= mix[i]?.[k] as number;
    }
    (replies[own] as number) += weight;
  }
  return replies;
}

test("logitResponses() answers itself: each mix is the logit of the payoffs against the others", () => {
  fc.assert(
    fc.property(arbitraryGame, ({ sizes, payoffs }) => {
      for (const response of logitResponses({ sizes, payoffs }, [0, 0.1, 1, 3])) {
        expect(response).not.toBeNull();
        for (const [i, mix] of (response?.mix ?? []).entries()) {
          const replies = repliesOf(sizes, payoffs[i] as Float64Array, response?.mix ?? [], i);
          const top = Math.max(...replies);
          const weights = replies.map((x) => Math.exp((response?.lambda ?? 0) * (x - top)));
          const sum = weights.reduce((a, b) => a + b);
          for (const [j, p] of mix.entries()) expect(Math.abs(p - (weights[j] as number) / sum)).toBeLessThan(1e-9);
        }
      }
    }),
    { numRuns: 60, seed: 4 },
  );
});

test("a dominance-solvable game ends at its equilibrium; a forking one takes the last player's first strategy", () => {
  const dilemma = { sizes: [2, 2], payoffs: [Float64Array.of(3, 0, 5, 1), Float64Array.of(3, 5, 0, 1)] };
  expect(logitResponses(dilemma, [50])[0]?.mix[0]?.[1]).toBeGreaterThan(1 - 1e-12);
  const sexes = { sizes: [2, 2], payoffs: [Float64Array.of(3, 0, 0, 2), Float64Array.of(2, 0, 0, 3)] };
  expect(logitResponses(sexes, [5])[0]?.mix[1]?.[0]).toBeGreaterThan(0.99);
});
