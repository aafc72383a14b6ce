// Mt, Mh and Mth from tables and from frequencies, against Rcapture (rivestBaillargeon2007).

import { describe, expect, test } from "vitest";
import {
  familiesFromFrequencies,
  familiesFromTable,
  profileOfFamily,
  type FamilyFit,
} from "../../src/measure/hidden/families.ts";
import { frequenciesOf } from "../../src/measure/hidden/table.ts";
import { Misses, cellsOfCase, frequenciesOfCase, haveOracles, oracleCases, type OracleCase } from "./oracle-tables.ts";

/**
 * Rcapture's standard error belongs to the step before its last: R's glm stops on the deviance, and takes the weights of
 * the step before. Where that shows, its own fit from frequencies agrees with ours on the table (1841.2573, uk-slavery-6).
 */
const STOPPED_EARLY = new Set([
  "netherlands-6 Mh Poisson2",
  "uk-slavery-6 Mh Poisson2",
  "new-orleans-8 Mh Poisson2",
  "new-orleans-8 Mh Darroch",
]);
/** Rcapture keeps one η at 0, which counts as a parameter there and not here. */
const ONE_MORE_PARAMETER = new Set(["new-orleans-8 Mh Chao", "new-orleans-8 Mth Chao"]);
/** Rcapture drops negative η and never takes one back; the maximum under η ≥ 0 lies higher (deviance 21.81, not 22.49). */
const OTHER_MAXIMUM = new Set(["frequencies-bbs2001 Mh Chao"]);
/** At Rcapture's profile maximum its own likelihood is lower than at ours: 2426.31403 at 634.864, 2426.31405 at
 * 634.902 (spina-bifida); the other differs by 1.1e-4. */
const LOWER_PEAK = new Set(["spina-bifida Mth Gamma3.5", "new-orleans-8 Mh Gamma3.5"]);

type Expected = Record<
  string,
  { abundance: number; stderr: number; deviance: number; AIC: number; BIC: number; df: number; state?: string }
>;
type Profiles = Record<
  string,
  { refused?: string; poisson?: { state?: string }; multinomial?: { abundance: number; infCL: number; supCL: number } }
>;

function compareFits(misses: Misses, name: string, fits: FamilyFit[], expected: Expected): void {
  for (const fit of fits) {
    const key = `${name} ${fit.model}`;
    const theirs = expected[fit.model.replace(/Chao$/, "Chao (LB)")]!;
    if ((theirs.state ?? "ok") !== "ok" || OTHER_MAXIMUM.has(key)) continue;
    misses.check(`${key} abundance`, fit.abundance, theirs.abundance, 1e-6);
    misses.check(`${key} deviance`, fit.deviance, theirs.deviance, 1e-6);
    const slack = STOPPED_EARLY.has(key) ? 2e-4 : 1e-4;
    misses.check(`${key} standard error`, fit.standardError, theirs.stderr, slack);
    if (ONE_MORE_PARAMETER.has(key)) continue;
    misses.check(`${key} AIC`, fit.aic, theirs.AIC, 1e-6);
    misses.check(`${key} BIC`, fit.bic, theirs.BIC, 1e-6);
    misses.check(`${key} df`, fit.df, theirs.df, 0);
  }
}

function compareProfiles(misses: Misses, name: string, fits: FamilyFit[], expected: Profiles): void {
  for (const fit of fits) {
    const key = `${name} ${fit.model}`;
    const theirs = expected[fit.model.replace("Poisson2", "Poisson").replace("Gamma3.5", "Gamma")];
    // An end that Rcapture did not reach is printed as a text: ">119070".
    if (
      !theirs?.multinomial ||
      typeof theirs.multinomial.supCL !== "number" ||
      (theirs.poisson?.state ?? "ok") !== "ok" ||
      OTHER_MAXIMUM.has(key)
    )
      continue;
    const ours = profileOfFamily(fit, 0.95)!;
    const slack = LOWER_PEAK.has(key) ? 2e-4 : 1e-4;
    misses.check(`${key} maximum`, ours.value, theirs.multinomial.abundance, slack);
    misses.check(`${key} lower end`, ours.interval.lower, theirs.multinomial.infCL, slack);
    misses.check(`${key} upper end`, ours.interval.upper, theirs.multinomial.supCL, slack);
  }
}

const hasTable = ({ input }: OracleCase): boolean => "table" in input;

describe.skipIf(!haveOracles)("families against Rcapture, on shared data", () => {
  const cases = oracleCases();
  test.each(cases.filter(hasTable))("$name: fits to the table and to its frequencies", (oracle) => {
    const misses = new Misses();
    const cells = cellsOfCase(oracle);
    const { loglinear, fromFrequencies, profileInterval, profileIntervalFromFrequencies } = oracle.output.rcapture;
    const fits = familiesFromTable(cells);
    compareFits(misses, oracle.name, fits, loglinear);
    if (profileInterval) compareProfiles(misses, oracle.name, fits, profileInterval);
    const seen = familiesFromFrequencies({ frequencies: frequenciesOf(cells), occasions: cells.t });
    if (fromFrequencies && cells.t > 2) compareFits(misses, oracle.name, seen, fromFrequencies);
    if (profileIntervalFromFrequencies) compareProfiles(misses, oracle.name, seen, profileIntervalFromFrequencies);
    expect(misses.found).toEqual([]);
    expect(misses.compared).toBeGreaterThan(10);
  });
  test.each(cases.filter(({ input }) => "individuals" in input))("$name: fits and profiles", (oracle) => {
    const misses = new Misses();
    const { fromFrequencies, profileInterval } = oracle.output.rcapture;
    const fits = familiesFromFrequencies(frequenciesOfCase(oracle));
    compareFits(misses, oracle.name, fits, fromFrequencies);
    compareProfiles(misses, oracle.name, fits, profileInterval);
    expect(misses.found).toEqual([]);
    expect(misses.compared).toBeGreaterThan(20);
  });
});

test("snowshoe hares: 75.4, 79.8, 81.5 and 90.4 as printed, from how often 68 hares were caught on six days", () => {
  const fits = familiesFromFrequencies({ frequencies: [25, 22, 13, 5, 1, 2], occasions: 6 });
  const printed = { M0: 75.4, "Mh Chao": 79.8, "Mh Poisson2": 81.5, "Mh Darroch": 90.4 };
  const ours = Object.keys(printed).map((name) => [
    name,
    Number(fits.find(({ model }) => model === name)!.abundance.toFixed(1)),
  ]);
  expect(Object.fromEntries(ours)).toEqual(printed);
});
