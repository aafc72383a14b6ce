// Parameters under the names that a reader of the specification would use: each must move the answer, and pick the part
// that it belongs to.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modelOf } from "./index.ts";
import { solve, type Model, type Solution } from "./model.ts";

function solved(id: string, input: Record<string, unknown>): Solution {
  const outcome = solve(modelOf(id) as Model, input);
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

describe("parameters by the names of the specification", () => {
  test("alarms of the noisy dilemma move the steps: the closed form of mutual restraint with burnt money", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 5, max: 25 }),
        (gTenths, lTenths, lambdaPercent, shiftPercent) => {
          const [g, l, lambda, mu, beta] = [
            gTenths / 10,
            lTenths / 10,
            lambdaPercent / 100,
            shiftPercent / 100,
            shiftPercent / 100,
          ];
          const { outcome, part } = solved("REPEAT", { g, l, lambda, mu, alpha: 0.1, beta, psi: 1 });
          expect(part).toBe("transfers");
          const steps = outcome["steps"] as {
            profile: string;
            liquidity: string | number;
            jointPayoff: string | number;
          }[];
          const number = (exact: string | number): number => {
            const [top = 0, bottom = 1] = String(exact).split("/").map(Number);
            return top / bottom;
          };
          // With L in [2g/(beta+mu), 2g/beta]: burn b = (g - beta L/2)/mu, Ue = 2 - 2 lambda b.
          for (const { profile, liquidity, jointPayoff } of steps) {
            const L = number(liquidity);
            if (profile !== "CC" || L > (2 * g) / beta + 1e-9) continue;
            expect(number(jointPayoff)).toBeCloseTo(2 - 2 * lambda * ((g - (beta * L) / 2) / mu), 9);
          }
        },
      ),
      { numRuns: 60, seed: 2 },
    );
    expect(() => solved("REPEAT", { lambda: 0.9, mu: 0.5 })).toThrow(/lambda \+ mu \+ 2 alpha \+ beta/);
  });

  test("a list of stakes is a list whatever else is said of it, and F names it too", () => {
    const dice = { w: 0.9, P: 0.9, S: 0.5 };
    for (const given of [{ stakes: [1, 2, 3, 4, 5, 6] }, { F: [1, 2, 3, 4, 5, 6] }, {}]) {
      const { part, outcome } = solved("TIMING", { ...dice, ...given });
      expect([part, outcome["V"], outcome["useFrom"]]).toEqual(["discrete", "300/43", 3]);
    }
    // S ≥ P: always used, V = E[s]/(1 − wS).
    expect(solved("TIMING", { stakes: [1, 2, 4], w: 0.9, P: 0.5, S: 0.9 }).outcome["V"]).toBe("700/57");
    const uniform = solved("TIMING", { F: "uniform[0,1]", ...dice });
    expect([uniform.part, uniform.outcome["threshold"]]).toEqual(["uniform", expect.closeTo(0.372743173, 9)]);
    expect(() => solved("TIMING", { F: "uniform[0,2]" })).toThrow(/uniform\[0,1\]/);
  });

  test("each side's own patience and detection reach both sides' answer", () => {
    const flat = solved("REPEAT", { R: 3, T: 5, P: 1, S: 0, rho: 0.1, q_A: 0.5, q_B: 0.6, delta_A: 0.9, delta_B: 0.8 });
    const side = { R: 3, T: 5, P: 1, S: 0 };
    const whole = solved("REPEAT", {
      rho: 0.1,
      A: { ...side, q: 0.5, delta: 0.9 },
      B: { ...side, q: 0.6, delta: 0.8 },
    });
    expect(flat.part).toBe("two-sides");
    expect(flat.outcome).toEqual(whole.outcome);
    for (const given of [{ rho: 0.2 }, { q: 0.6 }, { R: 3, T: 5, S: 0, P: 1, rho: 0.1, q: 0.5, r: 0.5 }])
      expect(solved("REPEAT", given).part).toBe("public-noise");
    expect(solved("REPEAT", { part: "public-equilibria", q: 0.6 }).outcome["kind"]).toBe("segment");
    expect(solved("REPEAT", { part: "two-sides", q: 0.2 }).outcome["kappaA"]).not.toBe(
      solved("REPEAT", { part: "two-sides" }).outcome["kappaA"],
    );
  });

  test("the resolve G and the gains F of suspects may be written shortly", () => {
    const short = solved("ATTRIB", { n: 2, p: 0.8, m: 0.1, f: 0, F: [0, 1], G: "uniform" });
    expect(short.part).toBe("symmetric");
    for (const cutoff of short.outcome["cutoffs"] as number[]) expect(cutoff).toBeCloseTo(0.656, 9);
    const sharp = { pi: [[0.2, 0.8]], pi0: [0.8, 0.2], gamma: 0.8, F: [[0, 1]], nullSignal: 0 };
    expect(solved("ATTRIB", { ...sharp, G: "sharp 8" }).outcome["totalAttackProb"]).toBeCloseTo(0.322739, 5);
  });

  test("accidents lower the belief that a blamed A did it", () => {
    const game = { a: 1, c: 2, g: 1, d: 1, l: 1, theta: 0.8, k: 0.2 };
    // x = 1/4: theta x/(theta x + 1 - theta + theta (1-x) eta).
    expect(solved("ATTRIB", { ...game, eta: 0 }).outcome["posterior"]).toBe("1/2");
    expect(solved("ATTRIB", { ...game, eta: 0.1 }).outcome["posterior"]).toBe("10/23");
  });

  test("subscripts may be written with a line", () => {
    expect(solved("REDLINE", { v: 1, a_1: 2, a_2: 1, C_1: 2, C_2: 2 }).outcome["horizon"]).toBeCloseTo(0.618033989, 9);
    expect(solved("FLIPIT", { k_0: 1, k_1: 0.2 }).outcome["rate1"]).toBe("1/2");
    expect(solved("REDLINE", { k: 1, d: 0.9, v: 2 }).outcome["largestStep"]).toBe("1/20");
    expect(solved("REDLINE", { v: 2 }).part).toBe("audience-costs");
  });
});
