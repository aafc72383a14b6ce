// Properties that MODELS states of each model, over tens of thousands of seeded random games: every claim against a second
// computation (enumeration, iteration, a grid).

import { describe, expect, test } from "vitest";
import { rational, Rational } from "../math/rational.ts";
import { inFloats, outcome, times } from "../../test/support/random-games.ts";
import { chainOf, stationaryOf } from "./lab-chain.ts";
import { levels, playAt } from "./redline-deterrence.ts";
import { playsOf } from "./redline-commitment.ts";
import { fixedPoints, type Attribution } from "./solvers/attribution.ts";
import { devianceOf, fitLogLinear } from "./solvers/poisson-fit.ts";

describe("ADVISER", () => {
  test("odds move by no more than 1/(1 - lambda); an erring mediator must lean iff w1 + w2 < 1", () => {
    times(5000, 7, ({ whole }) => {
      const [lambda, a] = [whole(0, 99), whole(0, 100)];
      const b = whole(0, a);
      const ratio = inFloats(outcome("ADVISER", { lambda: lambda / 100, a: a / 100, b: b / 100 })["likelihoodRatio"]);
      expect(ratio).toBeLessThanOrEqual(100 / (100 - lambda) + 1e-12);
      const xl = whole(5, 40);
      const xh = whole(xl + 1, 49);
      const [w1, w2, mu] = [whole(0, 60), whole(0, 60), whole(1, 30)];
      // Where weight on side 1 tells the reports apart at all: the two-sided slope is above zero.
      const slope = (100 - mu) * (100 - 2 * xl) + mu * (w1 - w2) - 100 * (100 - 2 * xh);
      if (slope <= 0 || w1 + w2 === 100) return;
      const given = { mu: mu / 100, xl: xl / 100, xh: xh / 100, w1: w1 / 100, w2: w2 / 100 };
      const bias = outcome("ADVISER", given)["biasMin"];
      if (bias !== null) expect(inFloats(bias) > 0.5).toBe(w1 + w2 < 100);
    });
  });
});

describe("ATTRIB", () => {
  const symmetric = (n: number, p: number, m: number, f: number, gamma: number): Attribution => ({
    ranges: Array.from({ length: n }, () => [0, 1] as const),
    sharp: null,
    pi: Array.from({ length: n }, (_, i) => [
      1 - p,
      ...Array.from({ length: n }, (__, j) => (i === j ? p * (1 - m) : (p * m) / (n - 1))),
    ]),
    pi0: [1 - n * f, ...Array.from({ length: n }, () => f)],
    gamma,
    nullSignal: 0,
  });
  const cutoff = (game: Attribution): number => fixedPoints(game)[0]?.cutoffs[0] ?? Number.NaN;

  test("three starts agree on the closed form, which falls in misattribution; false alarms lower it", () => {
    times(400, 8, ({ whole, real }) => {
      const n = whole(2, 5);
      const [p, gamma] = [real(0.2, 1), real(0.05, 1)];
      const m = real(0, (n - 1) / n - 0.02);
      const found = fixedPoints(symmetric(n, p, m, 0, gamma));
      expect(found).toHaveLength(1);
      expect(found[0]?.cutoffs[0]).toBeCloseTo(p * ((1 - m) ** 2 + m ** 2 / (n - 1)), 9);
      expect(cutoff(symmetric(n, p, m + 0.01, 0, gamma))).toBeLessThan(cutoff(symmetric(n, p, m, 0, gamma)));
      const f = real(0, 0.8 / n - 0.01);
      const here = cutoff(symmetric(n, p, m, f, gamma));
      if (here > 1e-6) expect(cutoff(symmetric(n, p, m, f + 0.01, gamma))).toBeLessThan(here + 1e-12);
    });
  });

  test("better detection without identification, and certainty by halves, raise attacks", () => {
    const total = (h: number): number =>
      inFloats(
        outcome("ATTRIB", {
          F: [
            { type: "uniform", range: [0, 1] },
            { type: "uniform", range: [0, 1] },
          ],
          pi: [
            [1 - h, 0, h],
            [0.2, 0, 0.8],
          ],
          pi0: [1, 0, 0],
          gamma: 0.5,
          nullSignal: 0,
        })["totalAttackProb"],
      );
    expect(total(0.2)).toBeGreaterThan(total(0));
    const pursued = (z: number): number => {
      const [conclusive, plain] = [0.8 * z, 0.8 * (1 - z)];
      const input = {
        F: [{ type: "uniform", range: [0, 1] }],
        defender: { type: "sharp", k: 8 },
        pi: [[0.2, plain, conclusive]],
        pi0: [0.8, 0.2, 0],
        gamma: 0.8,
        nullSignal: 0,
      };
      return inFloats(outcome("ATTRIB", input)["totalAttackProb"]);
    };
    expect([pursued(0), pursued(0.5), pursued(1)].map((x) => Number(x.toFixed(6)))).toEqual([0.322739, 0.36232, 0.16]);
  });
});

describe("REDLINE", () => {
  test("deterrence: nobody gains by another move at any information set, in 40,000 games", () => {
    let gained = 0;
    times(40_000, 9, ({ whole }) => {
      const c_WS = whole(-9, 0);
      const c_BD = c_WS + whole(1, 5);
      const c_WH = c_BD + whole(1, 5);
      const c_SQ = c_WH + whole(1, 5);
      const c_DC = c_SQ + whole(1, 5);
      const d_WS = whole(-9, 0);
      const d_DC = d_WS + whole(1, 5);
      const d_BD = d_DC + whole(1, 5);
      const [p, q] = [whole(1, 99) / 100, whole(1, 99) / 100];
      const game = Object.fromEntries(
        Object.entries({ c_DC, c_SQ, c_BD, c_WH, c_WS, d_BD, d_DC, d_WS }).map(([key, x]) => [key, rational(x)]),
      ) as Parameters<typeof levels>[0];
      const play = playAt(levels(game), { p: rational(String(p)), q: rational(String(q)) });
      const [x, y, z] = [play.x, play.y, play.z].map((part) => part.toNumber()) as [number, number, number];
      const resisted = q + (1 - q) * y;
      const hard = (1 - resisted) * c_DC + resisted * c_WH - c_SQ;
      const soft = (1 - resisted) * c_DC + resisted * c_BD - c_SQ;
      const [near, challenged] = [1e-9, p * x + (1 - p) * z];
      const wrong = (chance: number, gain: number): boolean =>
        (chance < 1 && gain > near) || (chance > 0 && gain < -near);
      const isHard = challenged === 0 ? 0 : (p * x) / challenged;
      const resist = isHard * d_WS + (1 - isHard) * d_BD - d_DC;
      if (wrong(x, hard) || wrong(z, soft) || (challenged > 0 && wrong(y, resist))) gained++;
    });
    expect(gained).toBe(0);
  });

  test("a misread commitment: in each of the three equilibria neither side gains, in fractions", () => {
    const payoffs = { SS: [5, 2], SC: [3, 1], CS: [6, 3], CC: [4, 4] } as const;
    const cells = Object.fromEntries(
      Object.entries(payoffs).map(([cell, [l, f]]) => [cell, [rational(l), rational(f)]]),
    ) as unknown as Parameters<typeof playsOf>[0]["payoffs"];
    for (let k = 1; k <= 50; k++) {
      const e = rational(`${k}/100`);
      const found = playsOf({ e, payoffs: cells });
      expect([found.stackelberg !== null, found.faint !== null, found.pure !== null]).toEqual([k <= 25, k <= 25, true]);
      for (const { pS, afterS, afterC } of Object.values(found).flatMap((play) => (play ? [play] : []))) {
        const seen = (right: Rational, wrong: Rational): Rational =>
          Rational.one.minus(e).times(right).plus(e.times(wrong));
        const leader = (keeps: boolean): Rational => {
          const f = keeps ? seen(afterS, afterC) : seen(afterC, afterS);
          const [ifS, ifC] = keeps ? [cells.SS[0], cells.SC[0]] : [cells.CS[0], cells.CC[0]];
          return f.times(ifS).plus(Rational.one.minus(f).times(ifC));
        };
        const gain = leader(true).minus(leader(false));
        expect((pS.isZero() || gain.sign() >= 0) && (pS.equals(1) || gain.sign() <= 0)).toBe(true);
        for (const [answer, likely] of [
          [afterS, Rational.one.minus(e)],
          [afterC, e],
        ] as const) {
          const [ifS, ifC] = [pS.times(likely), Rational.one.minus(pS).times(Rational.one.minus(likely))];
          const better = ifS.times(cells.SS[1].minus(cells.SC[1])).plus(ifC.times(cells.CS[1].minus(cells.CC[1])));
          expect((answer.isZero() || better.sign() >= 0) && (answer.equals(1) || better.sign() <= 0)).toBe(true);
        }
      }
    }
  });
});

describe("TIMING, COUNT", () => {
  test("the best cut is the Bellman value, and where stealth is as good as persistence it is always used", () => {
    times(1000, 10, ({ whole }) => {
      const stakes = Array.from({ length: whole(1, 6) }, () => whole(0, 20));
      const [w, P, S] = [whole(5, 98) / 100, whole(0, 100) / 100, whole(0, 100) / 100];
      let V = 0;
      for (let k = 0; k < 3000; k++)
        V = stakes.reduce((sum, s) => sum + Math.max(s + w * S * V, w * P * V), 0) / stakes.length;
      const found = outcome("TIMING", { stakes, w, P, S });
      expect(inFloats(found["V"])).toBeCloseTo(V, 6);
      if (S >= P) expect(found["shareOfPeriodsUsed"]).toBe(1);
    });
  });

  test("an alarm is raised no oftener than prior/tau; another term never fits worse", () => {
    times(5000, 11, ({ share }) => {
      const [prior, tau] = [share(), share()];
      const { alarm } = outcome("COUNT", { prior: prior.toString(), tau: tau.toString() });
      expect(rational(alarm as string).isAtMost(prior.over(tau))).toBe(true);
    });
    times(500, 12, ({ whole }) => {
      const counts = Array.from({ length: 7 }, () => whole(1, 60));
      const lists = [1, 2, 3, 4, 5, 6, 7].map((cell) => [cell & 1, (cell >> 1) & 1, cell >> 2]);
      const main = lists.map(([a = 0, b = 0, c = 0]) => [1, a, b, c]);
      const more = lists.map(([a = 0, b = 0, c = 0]) => [1, a, b, c, a * b]);
      const exposures = counts.map(() => 1);
      const [small, large] = [main, more].map((design) => fitLogLinear({ counts, exposures, design }));
      expect(small && large).toBeTruthy();
      const deviance = (fit: typeof small): number => devianceOf(counts, fit?.means ?? []);
      expect(deviance(large)).toBeLessThanOrEqual(deviance(small) + 1e-6);
    });
  });

  test("weights 1/Pr(report) restore the total of what was not reported", () => {
    let [total, restored, reported] = [0, 0, 0];
    times(20_000, 13, ({ real }) => {
      // Severity lognormal(0, 1.5), reported with probability 1 - exp(-s/5).
      const s = Math.exp(1.5 * Math.sqrt(-2 * Math.log(real(1e-12, 1))) * Math.cos(2 * Math.PI * real(0, 1)));
      const rate = 1 - Math.exp(-s / 5);
      total += s;
      if (real(0, 1) >= rate) return;
      restored += s / rate;
      reported += s;
    });
    expect(Math.abs(restored / total - 1)).toBeLessThan(0.05);
    expect(reported / total).toBeLessThan(0.95);
  });
});

describe("LAB", () => {
  const scores = [3, 0, 5, 1].map((x) => rational(x));
  const score = (law: readonly Rational[], of: readonly Rational[]): Rational =>
    law.reduce((sum, p, k) => sum.plus(p.times(of[k] as Rational)), Rational.zero);
  const seenBack = [scores[0], scores[2], scores[1], scores[3]] as Rational[];

  test("both views of a match agree, noise leaves one law, and every state is reached", () => {
    times(1500, 14, ({ share, whole }) => {
      const any = (): Rational[] => Array.from({ length: 4 }, () => rational(`${whole(0, 4)}/4`));
      const [one, two, eps] = [any(), any(), share().over(2)];
      const [here, there] = [stationaryOf(chainOf(one, two, eps)), stationaryOf(chainOf(two, one, eps))];
      if (!here || !there) throw new Error("noise left more than one stationary law");
      expect(here.every((p) => p.sign() > 0)).toBe(true);
      expect(score(here, seenBack).equals(score(there, scores))).toBe(true);
    });
  });

  test("extortion takes twice the surplus of every opponent whose match has one law", () => {
    const extort = ["8/9", "1/2", "1/3", "0"].map((p) => rational(p));
    let met = 0;
    times(1500, 15, ({ whole }) => {
      const other = Array.from({ length: 4 }, () => rational(`${whole(0, 10)}/10`));
      const law = stationaryOf(chainOf(extort, other, Rational.zero));
      if (!law) return;
      met++;
      const [mine, theirs] = [score(law, scores).minus(1), score(law, seenBack).minus(1)];
      expect(mine.equals(theirs.times(2))).toBe(true);
    });
    expect(met).toBeGreaterThan(500);
  });
});
