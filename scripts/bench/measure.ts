// Change points, regression of counts and breaks of a mean, beside the times of programs that answer the same questions.

import { fitCounts } from "../../src/math/negative-binomial.ts";
import { stream } from "../../src/math/philox.ts";
import { drawGamma, drawPoisson } from "../../src/math/sampling.ts";
import { changePoints } from "../../src/measure/change-points/change-points.ts";
import { penalisedSegments } from "../../src/measure/change-points/segments.ts";
import { breaksOfMean } from "../../src/measure/change-points/structural-break.ts";
import type { Bench } from "./run.ts";

export const measure: Bench[] = [
  { name: "measure: exact change points, 1,000 points", goal: 1, unit: "s", runs: 3, measure: exact },
  {
    name: "measure: optimal partition, Poisson, 100,000 points",
    goal: 0.1,
    unit: "s",
    runs: 5,
    other: { name: "changepoint PELT", value: 0.041 },
    measure: () => partition(100_000),
  },
  {
    name: "measure: optimal partition, Poisson, 1,000,000 points",
    goal: 1,
    unit: "s",
    runs: 2,
    other: { name: "changepoint PELT", value: 0.49 },
    measure: () => partition(1_000_000),
  },
  {
    name: "measure: breaks of a mean, 500 points",
    goal: 0.256,
    unit: "s",
    runs: 5,
    other: { name: "strucchange", value: 0.256 },
    measure: () => breaks(500),
  },
  {
    name: "measure: breaks of a mean, 2,000 points",
    goal: 5.93,
    unit: "s",
    runs: 3,
    other: { name: "strucchange", value: 5.93 },
    measure: () => breaks(2000),
  },
  {
    name: "measure: negative binomial regression, 20,000 counts",
    goal: 0.13,
    unit: "s",
    runs: 5,
    other: { name: "MASS::glm.nb", value: 0.13 },
    measure: regression,
  },
];

/** 100 points a segment, means 1 to 7 in turn. */
function turns(points: number): number[] {
  const chance = stream(1);
  return Array.from({ length: points }, (_, t) => drawPoisson(chance, 1 + (Math.floor(t / 100) % 7)));
}

function exact(): number {
  const counts = turns(1000);
  return seconds(() => changePoints.estimate({ counts }).ok);
}

function partition(points: number): number {
  const series = turns(points);
  return seconds(() => penalisedSegments.estimate({ series }).ok);
}

function breaks(points: number): number {
  const chance = stream(2);
  const series = Array.from({ length: points }, (_, t) => drawGamma(chance, 4) + (t < points / 2 ? 3 : 0));
  return seconds(() => breaksOfMean.estimate({ series }).ok);
}

function regression(): number {
  const chance = stream(3);
  const rows = Array.from({ length: 20_000 }, () => [1, chance(), chance()]);
  const counts = rows.map((row) => drawPoisson(chance, Math.exp(1 + row[1]! - row[2]!) * (drawGamma(chance, 2) / 2)));
  return seconds(() => fitCounts({ rows, counts }).ok);
}

function seconds(work: () => boolean): number {
  const start = performance.now();
  if (!work()) throw new Error("the work ended without an answer");
  return (performance.now() - start) / 1000;
}
