// Where a value stands across the plot, and which values are worth naming.

import type { Axis } from "./chart.ts";
import { textWidth } from "./scene.ts";

export type Scale = { x: (value: number) => number; left: number; right: number; band: number };

export function scaleOf(axis: Axis, left: number, right: number): Scale {
  const span = right - left;
  if (axis.kind === "years") {
    const band = span / (axis.to - axis.from + 1);
    return { x: (year) => left + (year - axis.from) * band, left, right, band };
  }
  if (axis.kind === "none") return { x: () => left, left, right, band: 0 };
  if (axis.kind === "count")
    return { x: (count) => left + (count / Math.max(1, axis.to)) * span, left, right, band: 0 };
  const turned = axis.kind === "values" && axis.scale === "linear" ? (value: number): number => value : Math.log;
  const [low, high] = [turned(axis.from), turned(axis.to)];
  const x = (value: number): number =>
    left + ((turned(Math.min(axis.to, Math.max(axis.from, value))) - low) / (high - low)) * span;
  return { x, left, right, band: 0 };
}

/** Years to name: every one, or every second, fifth or tenth, as there is room. */
export function namedYears(from: number, to: number, band: number): number[] {
  const room = textWidth("2000") + 10;
  const step = [1, 2, 5, 10, 20].find((years) => years * band >= room) ?? 50;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((year) => year % step === 0);
}

/** A step for a count's grid lines that gives at most four. */
export function countStep(highest: number): number {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  return steps.find((step) => highest / step <= 4) ?? Math.ceil(highest / 4);
}

/** The powers and halves of ten within a range, and 1 always: the places a ratio is read at. */
export function ratioTicks(from: number, to: number): number[] {
  const candidates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const within = candidates.filter((tick) => tick >= from * 0.999 && tick <= to * 1.001);
  return within.length > 8 ? within.filter((tick) => tick === 1 || /^0?\.?0*1/.test(String(tick))) : within;
}
