// How much does each direction weigh, by the severity that a list gives? Each list's own scale, never two together:
// DCID's severity runs 0–10, EuRepoC's intensities are sums of points. The interval of the mean is the bootstrap's over
// the incidents on record (efronTibshirani1993); that of the ratio of totals lets their number vary too, as Poisson.

import { drawPoisson } from "../math/sampling.ts";
import { stream, type Chance } from "../math/philox.ts";
import { USUAL_LEVEL } from "../math/intervals.ts";
import { accusesIn, type Direction, type Incident } from "../ledger/incident.ts";
import type { Estimate, Interval } from "../values/estimate.ts";
import { answer, refuse } from "../values/outcome.ts";
import type { Scale } from "../values/statement.ts";
import { startYear } from "../values/when.ts";
import type { Estimator } from "./estimator.ts";

/** One incident as a list scores it. */
export type Scored = { value: number; year: number | null };

export type SeverityAsked = { scored: readonly Scored[]; scale: Scale; seed?: number; draws?: number; level?: number };

export type Severity = Estimate & {
  /** Incidents scored, and the sum of their scores: what is on record, not what happened. */
  incidents: number;
  total: number;
  draws: number;
  seed: number;
};

export type SeverityYear = { year: number; incidents: number; total: number };

/** Fewer, and the bootstrap says nothing that the single scores do not. */
export const FEWEST_SCORED = 5;
const USUAL_DRAWS = 2000;

export const scaleUnits: Record<Scale, string> = {
  "dcid-severity": "points of DCID’s severity, 0–10",
  "eurepoc-intensity": "points of EuRepoC’s unweighted intensity",
  "eurepoc-weighted-intensity": "points of EuRepoC’s weighted intensity",
};

export const severity: Estimator<SeverityAsked, Severity> = {
  name: "severity",
  question: "How severe is what one side is said to do to the other?",
  references: ["efronTibshirani1993", "dcid2", "eurepoc11"],
  assumptions: [
    "the steps of the scale are taken as equal, as a sum and a mean must",
    "the list scores both directions alike",
    "the scored incidents stand for those that the list would score",
  ],
  estimate({ scored, scale, seed = 1, draws = USUAL_DRAWS, level = USUAL_LEVEL }) {
    if (scored.length === 0) return refuse("no-scores");
    if (scored.length < FEWEST_SCORED)
      return refuse("too-few", `${scored.length} are scored; at least ${FEWEST_SCORED} are needed.`);
    const values = Float64Array.from(scored, ({ value }) => value);
    const total = sum(values);
    const chance = stream(seed);
    const means = Float64Array.from({ length: draws }, () => resampled(values, values.length, chance) / values.length);
    return answer({
      value: total / values.length,
      unit: scaleUnits[scale],
      interval: middle(means, level),
      incidents: values.length,
      total,
      draws,
      seed,
    });
  },
};

export type SeverityRatioAsked = {
  first: readonly Scored[];
  second: readonly Scored[];
  seed?: number;
  draws?: number;
  level?: number;
};

/** How many times the severity on record in one direction is that in the other. */
export const severityRatio: Estimator<SeverityRatioAsked, Estimate & { first: number; second: number; seed: number }> =
  {
    name: "severity ratio",
    question: "Are the two directions equal when each incident counts by its severity?",
    references: ["efronTibshirani1993", "dcid2", "eurepoc11"],
    assumptions: [...severity.assumptions, "incidents are independent of each other, their number a Poisson count"],
    estimate({ first, second, seed = 1, draws = USUAL_DRAWS, level = USUAL_LEVEL }) {
      const fewest = Math.min(first.length, second.length);
      if (first.length + second.length === 0) return refuse("no-scores");
      if (fewest < FEWEST_SCORED) {
        const needed = `One direction has ${fewest} scored; at least ${FEWEST_SCORED} in each are needed.`;
        return refuse("too-few", needed);
      }
      const [one, other] = [Float64Array.from(first, worth), Float64Array.from(second, worth)];
      const [above, below] = [sum(one), sum(other)];
      if (below === 0 || above === 0) return refuse("no-variation", "Every score in one direction is 0.");
      const chance = stream(seed, 0, 1);
      const weigh = (values: Float64Array): number => resampled(values, drawPoisson(chance, values.length), chance);
      const ratios = Float64Array.from({ length: draws }, () => {
        const [top, bottom] = [weigh(one), weigh(other)];
        return bottom > 0 ? top / bottom : Number.MAX_VALUE;
      });
      return answer({
        value: above / below,
        unit: "times",
        interval: middle(ratios, level),
        first: above,
        second: below,
        seed,
      });
    },
  };

function worth({ value }: Scored): number {
  return value;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function resampled(values: Float64Array, count: number, chance: Chance): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += values[Math.floor(chance() * values.length)]!;
  return total;
}

function middle(values: Float64Array, level: number): Interval {
  const sorted = values.toSorted();
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))]!;
  return { lower: at((1 - level) / 2), upper: at((1 + level) / 2), level };
}

/** Years with a scored incident: how many, and the sum of their scores. */
export function severityPerYear(scored: readonly Scored[]): SeverityYear[] {
  const years = new Map<number, { incidents: number; total: number }>();
  for (const { year, value } of scored) {
    if (year === null) continue;
    const found = years.get(year) ?? { incidents: 0, total: 0 };
    years.set(year, { incidents: found.incidents + 1, total: found.total + value });
  }
  return [...years].sort(([one], [other]) => one - other).map(([year, counts]) => ({ year, ...counts }));
}

/** Which lists score incidents, and on which scales. */
export function scoringLists(incidents: readonly Incident[]): { list: string; scale: Scale }[] {
  const keys = new Set(
    incidents.flatMap(({ statements }) =>
      statements
        .filter(({ withdrawn }) => !withdrawn)
        .flatMap(({ scores = [], listedBy }) =>
          scores.flatMap(({ scale }) => listedBy.map(({ source }) => `${source} ${scale}`)),
        ),
    ),
  );
  return [...keys].sort().map((key) => {
    const [list, scale] = key.split(" ") as [string, Scale];
    return { list, scale };
  });
}

/** An incident's score by one list on one scale: the highest of its rows in that direction. Profiles are no incidents. */
export function scoredIn(incidents: readonly Incident[], direction: Direction, list: string, scale: Scale): Scored[] {
  return incidents.flatMap(({ profile, statements }) => {
    const rows = statements.filter(
      (statement) =>
        !statement.withdrawn &&
        accusesIn(statement, direction) &&
        statement.listedBy.some(({ source }) => source === list) &&
        statement.scores?.some((score) => score.scale === scale),
    );
    if (profile || rows.length === 0) return [];
    const values = rows.flatMap(({ scores = [] }) =>
      scores.filter((score) => score.scale === scale).map(({ value }) => value),
    );
    const years = rows.flatMap(({ happened }) => (happened === null ? [] : [startYear(happened)]));
    return [{ value: Math.max(...values), year: years.length === 0 ? null : Math.min(...years) }];
  });
}
