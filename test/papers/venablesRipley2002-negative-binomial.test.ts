// Negative binomial and Poisson regression against MASS::glm.nb and R's glm, on the cases of the shared oracles.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fitCounts, type CountFit, type CountProblem } from "../../src/math/negative-binomial.ts";

const FOLDER = "../shared/oracles/effect-and-changepoints";

type Row = { estimate: number; se: number };
type Fitted = { coefficients: Record<string, Row>; theta?: number; logLikelihood: number };
type Segmented = {
  input: { counts: number[]; t0: number; extraColumns?: Record<string, number[]> };
  output: { poisson: Fitted; negativeBinomial: Fitted };
};

function read(name: string): unknown {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, "utf8"));
}

function segmentedProblem({ input: { counts, t0, extraColumns } }: Segmented): CountProblem {
  const rows = counts.map((_, i) => {
    const t = i + 1;
    return [
      1,
      t,
      t > t0 ? 1 : 0,
      Math.max(0, t - t0),
      ...Object.values(extraColumns ?? {}).map((column) => column[i]!),
    ];
  });
  return { rows, counts };
}

/** |a − b| within tol · max(1, |b|): 1e-6 for coefficients and likelihood, 1e-4 for standard errors and θ. */
function expectAgreement(fit: CountFit, theirs: Fitted, coefficientTolerance = 1e-6): void {
  const rows = Object.values(theirs.coefficients);
  expect(fit.coefficients.length).toBe(rows.length);
  rows.forEach(({ estimate, se }, a) => {
    expectNear(fit.coefficients[a]!, estimate, coefficientTolerance);
    expectNear(fit.standardErrors[a]!, se, 1e-4);
  });
  expectNear(fit.logLikelihood, theirs.logLikelihood, 1e-6);
}

function expectNear(value: number, expected: number, tolerance: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

function fitted(problem: CountProblem, family?: "poisson"): CountFit {
  const outcome = fitCounts(problem, family);
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
}

describe.skipIf(!existsSync(FOLDER))("fitCounts() against R, on shared data", () => {
  test("gives glm.nb's regression of days absent from school", () => {
    const { input, output } = read("negative-binomial-quine") as {
      input: { rows: [string, string, string, string, number][] };
      output: Fitted & { theta: number; thetaSe: number };
    };
    const rows = input.rows.map(([eth, sex, age, learner]) => [
      1,
      Number(eth === "N"),
      Number(sex === "M"),
      ...["F1", "F2", "F3"].map((form) => Number(age === form)),
      Number(learner === "SL"),
    ]);
    const fit = fitted({ rows, counts: input.rows.map((row) => row[4]) });
    expectAgreement(fit, output);
    expectNear(fit.theta!, output.theta, 1e-5);
    expectNear(fit.thetaStandardError!, output.thetaSe, 1e-4);
  });

  test.each(["segmented-nb-level-slope", "segmented-pois-level"])("gives glm's and glm.nb's fits of %s", (name) => {
    const oracle = read(name) as Segmented;
    const problem = segmentedProblem(oracle);
    expectAgreement(fitted(problem, "poisson"), oracle.output.poisson);
    const fit = fitted(problem);
    expectAgreement(fit, oracle.output.negativeBinomial);
    expectNear(fit.theta!, oracle.output.negativeBinomial.theta!, 1e-4);
  });

  test("falls back to Poisson where glm.nb's theta runs to 109,010", () => {
    const oracle = read("segmented-vankilled-seatbelt") as Segmented;
    const fit = fitted(segmentedProblem(oracle));
    expect([fit.family, fit.theta]).toEqual(["poisson", null]);
    expectAgreement(fit, oracle.output.poisson);
  });
});
