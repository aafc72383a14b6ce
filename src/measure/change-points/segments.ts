// The segments of a series under a penalty for each: exactly the cheapest of all segmentations, or what two simpler
// searches find. No probabilities: for those see change-points.ts.

import { normalEnds } from "../../math/distributions.ts";
import { checkedLevel, poissonInterval, USUAL_LEVEL } from "../../math/intervals.ts";
import type { Interval } from "../../values/estimate.ts";
import { answer, refuse } from "../../values/outcome.ts";
import type { Estimator } from "../estimator.ts";
import { binarySegmentation } from "./binary-segmentation.ts";
import { optimalPartition } from "./optimal-partition.ts";
import { penaltyOf, type Penalty, type PenaltyName } from "./penalty.ts";
import { costOf, segmentCost, type CostName, type SegmentCost } from "./segment-cost.ts";

export const searchNames = ["pelt", "at-most-one", "binary"] as const;
export type SearchName = (typeof searchNames)[number];

export type PenalisedSeries = {
  series: readonly number[];
  cost?: CostName;
  penalty?: PenaltyName | number;
  search?: SearchName;
  level?: number;
};

/** Positions count from 0, both included. `mean` of a Poisson segment is its rate. */
export type CostedSegment = {
  from: number;
  to: number;
  points: number;
  mean: number;
  variance: number;
  interval: Interval;
};

export type Segments = { segments: CostedSegment[]; cost: number; penaltyPerSegment: number };

const MOST_BY_BINARY = 1000;

export const penalisedSegments: Estimator<PenalisedSeries, Segments> = {
  name: "penalised-segments",
  question: "Into which stretches does the series fall, if every further one must earn its penalty?",
  references: ["jackson2005", "killick2012", "zhangSiegmund2007"],
  assumptions: [
    "between changes the values are independent and of one distribution",
    "the penalty is right: a larger one finds fewer changes",
    "the intervals take the dates as found",
  ],
  estimate({ series, cost: name = "poisson", penalty: asked = "mbic", search = "pelt", level = USUAL_LEVEL }) {
    check(series, name, asked);
    checkedLevel(level);
    const cost = segmentCost(name, series);
    if (series.length < 2 * cost.least) return refuse("too-short");
    const penalty = penaltyOf(asked, cost.parameters, series.length);
    const changes = searches[search](cost, penalty);
    if (!changes) return refuse("too-many", "So little changes in it that the exact search takes too long.");
    const ends = [0, ...changes, series.length];
    const pieces = ends.slice(1).map((to, i) => [ends[i]!, to] as const);
    return answer({
      segments: pieces.map(([from, to]) => described(name, series, from, to, level)),
      cost: pieces.reduce((sum, [from, to]) => sum + costOf(cost, from, to), 0),
      penaltyPerSegment: penalty.perSegment,
    });
  },
};

const searches: Record<SearchName, (cost: SegmentCost, penalty: Penalty) => number[] | null> = {
  pelt: optimalPartition,
  binary: (cost, penalty) => binarySegmentation(cost, penalty, MOST_BY_BINARY),
  "at-most-one": atMostOne,
};

function atMostOne(cost: SegmentCost, penalty: Penalty): number[] {
  return binarySegmentation(cost, penalty, 1);
}

function described(name: CostName, series: readonly number[], from: number, to: number, level: number): CostedSegment {
  const values = series.slice(from, to);
  const points = values.length;
  const total = values.reduce((sum, value) => sum + value, 0);
  const mean = total / points;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / points;
  const reach = normalEnds(level) * Math.sqrt(variance / points);
  const counted = poissonInterval(name === "poisson" ? total : 0, level);
  const interval =
    name === "poisson"
      ? { lower: counted.lower / points, upper: counted.upper / points, level }
      : { lower: mean - reach, upper: mean + reach, level };
  return { from, to: to - 1, points, mean, variance, interval };
}

function check(series: readonly number[], cost: CostName, penalty: PenaltyName | number): void {
  const fits = cost === "poisson" ? (value: number) => Number.isSafeInteger(value) && value >= 0 : Number.isFinite;
  if (!series.every(fits)) throw new RangeError(`Cannot part the series by cost ${cost}: a value does not fit it`);
  if (typeof penalty === "number" && !(penalty >= 0 && penalty < Infinity))
    throw new RangeError(`Cannot part the series: the penalty must be from 0, got ${penalty}`);
}
