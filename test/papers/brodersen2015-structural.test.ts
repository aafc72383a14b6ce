// Outside answers to "what would the series have done": CausalImpact 1.3.0 (20,000 draws) and StructTS. Numbers from
// chains agree within their Monte Carlo error: averages to 0.03 posterior standard deviations (0.1 with seasons) and
// interval ends to 0.1. StructTS starts its filter at a large finite variance; the exact diffuse start used here gives
// 1469.18 and 15098.52, the values of durbinKoopman2012, which agree to 4 digits.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fitLocalLevel, structural } from "../../src/measure/effect/index.ts";

const folder = fileURLToPath(new URL("../../../shared/oracles/effect-and-changepoints/", import.meta.url));
const read = (name: string): unknown => JSON.parse(readFileSync(`${folder}${name}.json`, "utf8"));

type Impact = {
  input: {
    response: number[];
    controls: Record<string, number[]>;
    pre: [number, number];
    post: [number, number];
    seasons: number;
    levelPriorSd: number;
  };
  output: { summary: { Average: Record<string, number> }; observationSd: number };
};

describe.skipIf(!existsSync(folder))("against outside programs (uses shared data)", () => {
  test.each([
    ["vignette", 6000, 0.03, 0.1],
    ["null-effect", 6000, 0.03, 0.1],
    ["poisson-drop-nocov", 6000, 0.03, 0.1],
    ["nb-drop-two-controls", 6000, 0.03, 0.1],
    ["seatbelts-vankilled", 2500, 0.1, 0.15],
  ])("structural() meets CausalImpact on %s within Monte Carlo error", (name, draws, close, ends) => {
    const { input, output } = read(`causalimpact-${name}`) as Impact;
    const found = structural.estimate({
      response: input.response,
      controls: Object.values(input.controls),
      from: input.pre[1],
      seasons: input.seasons,
      levelPriorSd: input.levelPriorSd,
      draws,
      seed: 1,
    });
    if (!found.ok) throw new Error(found.refusal.because);
    const { predicted, value, relative, actual, observationSd } = found.value;
    const { Average: theirs } = output.summary;
    const sd = theirs["Pred.sd"]!;
    expect(actual).toBeCloseTo(theirs["Actual"]!, 6);
    expect(Math.abs(predicted.value - theirs["Pred"]!) / sd).toBeLessThan(close);
    expect(Math.abs(value - theirs["AbsEffect"]!) / sd).toBeLessThan(close);
    expect(Math.abs(predicted.interval.lower - theirs["Pred.lower"]!) / sd).toBeLessThan(ends);
    expect(Math.abs(predicted.interval.upper - theirs["Pred.upper"]!) / sd).toBeLessThan(ends);
    expect(predicted.sd / sd).toBeGreaterThan(0.96);
    expect(predicted.sd / sd).toBeLessThan(1.04);
    expect(Math.abs(relative!.value - theirs["RelEffect"]!)).toBeLessThan(0.05 * theirs["RelEffect.sd"]! + 0.002);
    expect(Math.abs(observationSd - output.observationSd)).toBeLessThan(0.005);
  });

  test("fitLocalLevel() finds the Nile's variances to 4 digits and its diffuse likelihood", () => {
    type Nile = {
      input: { series: number[] };
      output: { variances: { level: number; epsilon: number }; smoothed: number[] };
    };
    const { input, output } = read("structts-nile") as Nile;
    const found = fitLocalLevel(input.series);
    if (!found.ok) throw new Error(found.refusal.because);
    const { level, epsilon, logLikelihood, smoothed } = found.value;
    expect(Math.abs(level / output.variances.level - 1)).toBeLessThan(1e-4);
    expect(Math.abs(epsilon / output.variances.epsilon - 1)).toBeLessThan(1e-4);
    expect(level).toBeCloseTo(1469.18, 1);
    expect(epsilon).toBeCloseTo(15098.52, 1);
    expect(logLikelihood).toBeCloseTo(-632.5456, 4);
    smoothed.forEach((value, t) => {
      expect(Math.abs(value / output.smoothed[t]! - 1)).toBeLessThan(1e-4);
    });
  });
});
