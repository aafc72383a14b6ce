// COUNT, two selections: the highest of n unbiased forecasts, and reporting that grows with severity.

import { normalBelow, normalDensity } from "../math/distributions.ts";
import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, type Param, type Part, type Solved } from "./model.ts";
import { param, positive, scalars } from "./reading.ts";

const STEPS = 4000;

/** ∫ f over the line by the trapezium rule, which is exact to rounding for functions that fade like the normal law. */
function overTheLine(f: (z: number) => number, reach = 12): number {
  const step = (2 * reach) / STEPS;
  let sum = 0;
  for (let k = 0; k <= STEPS; k++) sum += f(-reach + k * step);
  return sum * step;
}

/** Mean of the highest of n standard normal draws. */
export function highestOf(n: number): number {
  return overTheLine((z) => z * n * normalDensity(z) * normalBelow(z) ** (n - 1));
}

const forecastParams: Param[] = [
  param(
    "n",
    "number of unbiased forecasts of which the highest is quoted",
    { min: 1, max: 1e6, minIncluded: true, maxIncluded: true },
    5,
    { unit: "forecasts" },
  ),
];
const nothingStrategic = { regimes: [], equilibria: [], thresholds: [], certificate: null };

export const forecasts: Part = part({
  name: "forecasts",
  question: "How far above the truth is the highest of several honest forecasts?",
  status: "derived",
  params: forecastParams,
  read(input): number {
    const { n } = scalars<"n">("COUNT", forecastParams, input);
    if (n.bottom !== 1n) throw new InputError("COUNT.n", "a whole number of forecasts", n.toString());
    return n.toNumber();
  },
  solve: (n: number): Outcome<Solved> =>
    answer({
      ...nothingStrategic,
      outcome: outcomeOf({ excess: highestOf(n) }),
      notes: ["In standard deviations of one forecast; an integral, so without a certificate."],
    }),
});

type Reporting = { halfway: Rational; logMean: Rational; logSd: Rational };
const reportingParams: Param[] = [
  param("halfway", "severity scale k of the reporting rate 1 - exp(-s/k)", positive, 5, { unit: "severity" }),
  param("logMean", "mean of the logarithm of severity", { min: -20, max: 20, minIncluded: true, maxIncluded: true }, 0),
  param(
    "logSd",
    "standard deviation of the logarithm of severity",
    { min: 0, max: 5, minIncluded: false, maxIncluded: true },
    1.5,
  ),
];

export const reporting: Part = part({
  name: "reporting",
  question: "How much graver do reported incidents look than all incidents?",
  status: "derived",
  params: reportingParams,
  read: (input) => scalars<keyof Reporting>("COUNT", reportingParams, input),
  solve({ halfway, logMean, logSd }: Reporting): Outcome<Solved> {
    const [k, mu, sigma] = [halfway.toNumber(), logMean.toNumber(), logSd.toNumber()];
    const severity = (z: number): number => Math.exp(mu + sigma * z);
    const rate = (z: number): number => -Math.expm1(-severity(z) / k);
    const reported = overTheLine((z) => rate(z) * normalDensity(z), 30);
    const total = overTheLine((z) => severity(z) * rate(z) * normalDensity(z), 30);
    const trueMean = Math.exp(mu + (sigma * sigma) / 2);
    return answer({
      ...nothingStrategic,
      outcome: outcomeOf({
        reportedMean: total / reported,
        trueMean,
        reportedShare: reported,
        exaggeration: total / reported / trueMean,
      }),
      notes: ["Weights 1/Pr(report) restore totals (Horvitz-Thompson)."],
    });
  },
});
