// Seeded random games for property tests, and the answers of models as anybody reads them.

import { modelOf } from "../../src/models/index.ts";
import { solve, type Model } from "../../src/models/model.ts";
import { stream } from "../../src/math/philox.ts";
import { rational, type Rational } from "../../src/math/rational.ts";

export type Draw = {
  whole: (from: number, to: number) => number;
  /** From 1/100 to 99/100. */
  share: () => Rational;
  real: (from: number, to: number) => number;
};

export function times(count: number, seed: number, property: (draw: Draw, k: number) => void): void {
  const chance = stream(seed, 0, 0);
  const whole = (from: number, to: number): number => from + Math.floor(chance() * (to - from + 1));
  const draw: Draw = {
    whole,
    share: () => rational(`${whole(1, 99)}/100`),
    real: (from, to) => from + chance() * (to - from),
  };
  for (let k = 0; k < count; k++) property(draw, k);
}

export function outcome(id: string, input: Record<string, unknown>): Record<string, unknown> {
  const solved = solve(modelOf(id) as Model, input);
  if (!solved.ok) throw new Error(solved.refusal.because);
  return solved.value.outcome;
}

export function inFloats(value: unknown): number {
  const [top = 0, bottom = 1] = String(value).split("/").map(Number);
  return top / bottom;
}
