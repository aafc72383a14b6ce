// Outside answers about interrupted series: MASS::glm.nb with the terms t, post and ts. Where theirs shows no overdispersion
// (theta above 1,000) the Poisson fit is compared.

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { interrupted } from "../../src/measure/effect/index.ts";

const folder = fileURLToPath(new URL("../../../shared/oracles/effect-and-changepoints/", import.meta.url));

type Coefficient = { estimate: number; se: number; p: number };
type Segmented = {
  input: { counts: number[]; t0: number };
  output: { negativeBinomial: { coefficients: Record<string, Coefficient>; theta: number; logLikelihood: number } };
};

describe.skipIf(!existsSync(folder))("against MASS::glm.nb (uses shared data)", () => {
  test.each(["segmented-nb-level-slope", "segmented-pois-level"])(
    "interrupted() has the coefficients of %s to 1e-6 and their standard errors to 1e-4",
    (name) => {
      const { input, output } = JSON.parse(readFileSync(`${folder}${name}.json`, "utf8")) as Segmented;
      const found = interrupted.estimate({ counts: input.counts, from: input.t0 });
      if (!found.ok) throw new Error(found.refusal.because);
      const { coefficients: theirs, theta, logLikelihood } = output.negativeBinomial;
      const { value, interval, p, slope, trend } = found.value;
      const agree = (ours: number, other: number, tolerance: number): void => {
        expect(Math.abs(ours - other)).toBeLessThan(tolerance * Math.max(1, Math.abs(other)));
      };
      agree(Math.log(value), theirs["post"]!.estimate, 1e-6);
      agree(Math.log(slope!.value), theirs["ts"]!.estimate, 1e-6);
      agree(Math.log(trend.value), theirs["t"]!.estimate, 1e-6);
      agree(Math.log(interval.upper / interval.lower) / (2 * 1.959963984540054), theirs["post"]!.se, 1e-4);
      agree(p, theirs["post"]!.p, 1e-4);
      agree(found.value.theta!, theta, 1e-4);
      agree(found.value.logLikelihood, logLikelihood, 1e-6);
    },
  );
});
