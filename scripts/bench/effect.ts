// The effect of an agreement: the curve over all ways to count, and the structural series beside CausalImpact's time for
// the same size of work (any series: the time does not hang on its numbers).

import { stream } from "../../src/math/philox.ts";
import { drawNormal, drawPoisson } from "../../src/math/sampling.ts";
import { monthlySeries } from "../../src/measure/effect/series.ts";
import { specificationCurve, type Specification } from "../../src/measure/effect/specification-curve.ts";
import { structural } from "../../src/measure/effect/structural.ts";
import type { Day } from "../../src/values/day.ts";
import type { Bench } from "./run.ts";

export const effect: Bench[] = [
  { name: "effect: specification curve, 500 variants or more", goal: 5, unit: "s", runs: 3, measure: curve },
  {
    name: "effect: local level + 1 control, n = 100, 1,000 draws",
    goal: 0.256,
    unit: "s",
    runs: 5,
    other: { name: "CausalImpact", value: 0.256 },
    measure: () => impact(100, 1),
  },
  {
    name: "effect: local level + 1 control, n = 1,000, 1,000 draws",
    goal: 2.48,
    unit: "s",
    runs: 2,
    other: { name: "CausalImpact", value: 2.48 },
    measure: () => impact(1000, 1),
  },
  {
    name: "effect: 12 seasons, n = 192, 1,000 draws",
    goal: 2.04,
    unit: "s",
    runs: 2,
    other: { name: "CausalImpact", value: 2.04 },
    measure: () => impact(192, 12),
  },
];

function curve(): number {
  const chance = stream(1);
  const start = "2000-01-01" as Day;
  const specifications: Specification[] = Array.from({ length: 45 }, (_, index) => {
    const series = monthlySeries([], start, "2022-12-01" as Day);
    const counts = series.counts.map((__, t) => drawPoisson(chance, t < 189 ? 0.7 : 0.4));
    return { choices: { list: String(index % 4), way: String(index % 12) }, series: { ...series, counts } };
  });
  return seconds(() => {
    const found = specificationCurve.estimate({ specifications, date: "2015-10-01" as Day });
    if (!found.ok || found.value.variants.length < 500) throw new Error("the curve has fewer than 500 variants");
  });
}

function impact(n: number, seasons: number): number {
  const chance = stream(2);
  const control = Array.from({ length: n }, () => drawNormal(chance));
  const response = control.map((value) => 10 + value + drawNormal(chance));
  const controls = seasons === 1 ? [control] : [];
  return seconds(() => {
    structural.estimate({ response, controls, from: Math.floor(0.7 * n), seasons, draws: 1000, seed: 1 });
  });
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
