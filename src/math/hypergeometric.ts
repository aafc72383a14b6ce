// How many of n drawn without return from N are of a kind that K of the N are?

import { logChoose } from "./gamma.ts";

/** P(X = k) for k from 0 to n. */
export function hypergeometric(population: number, ofKind: number, drawn: number): Float64Array {
  for (const [name, value] of Object.entries({ population, ofKind, drawn })) {
    if (!Number.isSafeInteger(value) || value < 0 || value > population)
      throw new RangeError(`Cannot draw: ${name} must be a whole number from 0 to ${population}, got ${value}`);
  }
  const total = logChoose(population, drawn);
  return Float64Array.from({ length: drawn + 1 }, (_, k) =>
    k > ofKind || drawn - k > population - ofKind
      ? 0
      : Math.exp(logChoose(ofKind, k) + logChoose(population - ofKind, drawn - k) - total),
  );
}

/** P(X ≤ k), k included. */
export function atMost(probabilities: Float64Array, k: number): number {
  let sum = 0;
  for (let i = 0; i <= k && i < probabilities.length; i++) sum += probabilities[i]!;
  return Math.min(1, sum);
}

/** The law of the sum of two counts that do not depend on each other. */
export function ofSum(one: Float64Array, other: Float64Array): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(one.length + other.length - 1);
  for (let i = 0; i < one.length; i++) for (let j = 0; j < other.length; j++) sum[i + j]! += one[i]! * other[j]!;
  return sum;
}
