// Axes of the charts of measures, and what stands at their ticks.

import type { Axis } from "./chart.ts";
import { roundTicks, type PlaneAxis } from "./plane.ts";

type ValueAxis = Extract<Axis, { kind: "values" }>;

/** Rows on a straight scale that begins at a value of its own. */
export function straightAxis(from: number, values: readonly number[]): ValueAxis {
  const most = Math.max(from + 1, ...values);
  return { kind: "values", from, to: most, ticks: roundTicks(from, most, 5), scale: "linear" };
}

/** Rows on a scale of ratios, from below the least to above the most; ticks at 1, 2 and 5. */
export function foldAxis(values: readonly number[], bounds: { least: number; most: number }): ValueAxis {
  const positive = values.filter((value) => value > 0);
  const from = Math.max(bounds.least, Math.min(bounds.most / 2, ...positive) * 0.9);
  const to = Math.min(bounds.most, Math.max(from * 2, ...positive) * 1.1);
  return { kind: "values", from, to, ticks: foldTicks(from, to), scale: "log" };
}

export function foldTicks(from: number, to: number): { at: number; text: string }[] {
  const usual = ticksAt(from, to, [1, 2, 5]);
  if (usual.length < 4) return ticksAt(from, to, [1, 1.5, 2, 3, 4, 5, 6, 8]);
  return usual.length > 9 ? ticksAt(from, to, [1]) : usual;
}

function ticksAt(from: number, to: number, steps: readonly number[]): { at: number; text: string }[] {
  const ticks: { at: number; text: string }[] = [];
  for (let power = Math.floor(Math.log10(from)); 10 ** power <= to; power += 1)
    for (const step of steps) {
      const at = Number((step * 10 ** power).toPrecision(2));
      if (at >= from * 0.999 && at <= to * 1.001) ticks.push({ at, text: at.toLocaleString("en-GB") });
    }
  return ticks;
}

/** Years along a plane, named as there is room. */
export function yearAxis(from: number, to: number, label: string): PlaneAxis {
  const span = to - from;
  const step = span > 24 ? 5 : span > 9 ? 2 : 1;
  const first = Math.ceil(from / step - 1e-9) * step;
  // A name at the very end would reach out of the picture.
  const count = Math.max(0, Math.floor((to - span / 50 - first) / step) + 1);
  const ticks = Array.from({ length: count }, (_, index) => ({
    at: first + index * step,
    text: String(first + index * step),
  }));
  return { from, to, ticks, label };
}

/** Where a date stands, in years with their fraction: the start of what is known of it. */
export function yearsAt(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}
