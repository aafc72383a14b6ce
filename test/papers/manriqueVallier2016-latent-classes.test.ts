// Latent classes against LCMCR, within the Monte Carlo error of both: means 3%, ends 10%.

import { describe, expect, test } from "vitest";
import { latentClasses } from "../../src/measure/hidden/latent-classes.ts";
import { cellsOfCase, gap, haveOracles, oracleCases } from "./oracle-tables.ts";

/** Tables on which the chains mix within a second; elsewhere they disagree and there is no answer (see docs). */
const mixing = new Set(["snowshoe-hare", "chan-silverman-vincent-3"]);

describe.skipIf(!haveOracles)("latent classes against LCMCR, on shared data", () => {
  test.each(oracleCases().filter(({ name }) => mixing.has(name)))("$name: posterior mean and ends", (oracle) => {
    const outcome = latentClasses(cellsOfCase(oracle), { seed: 3, level: 0.95, draws: 500, burnIn: 1000 });
    if (!outcome.ok) throw new Error(outcome.refusal.because);
    const { mean, quantiles } = oracle.output.lcmcr.draws10000;
    expect(gap(outcome.value.mean, mean)).toBeLessThan(0.03);
    expect(gap(outcome.value.interval.lower, quantiles["2.5%"])).toBeLessThan(0.1);
    expect(gap(outcome.value.interval.upper, quantiles["97.5%"])).toBeLessThan(0.1);
  });
  test("uk-slavery-5: the chains disagree, so there is no answer", () => {
    const oracle = oracleCases().find(({ name }) => name === "uk-slavery-5")!;
    const outcome = latentClasses(cellsOfCase(oracle), { seed: 3, level: 0.95, draws: 100, thin: 2, burnIn: 100 });
    expect(outcome).toMatchObject({ ok: false, refusal: { reason: "did-not-converge" } });
  });
});
