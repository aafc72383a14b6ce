// Sums of fractions that are compared without rounding and at the speed of floats. All numbers of one side are brought
// to one denominator; what is left are whole numbers, cut into digits of 50 bits, each held exactly in a float. Numbers
// longer than four such digits are rounded to 2^-200 of the range, far below any difference that a person writes.

import { Rational, smallest } from "../math/rational.ts";

const BITS = 50n;
const BASE = 2 ** 50;
const MOST_DIGITS = 4;

export type ExactSums = {
  /** How many digits a number has; the first is the highest. */
  digits: number;
  /** What a sum of one is worth in utility. */
  unit: number;
  /** additions[issue][digit][option], each from 0: an issue's least option is where it starts. */
  additions: readonly (readonly Float64Array[])[];
  /** The least whole sum at which a threshold is reached, digit by digit; null where every sum reaches it. */
  threshold: Float64Array[] | null;
};

export function exactSums(rows: readonly (readonly Rational[])[], threshold: Rational): ExactSums {
  const least = rows.map(smallest);
  const above = rows.map((row, issue) => row.map((value) => value.minus(least[issue]!)));
  const need = least.reduce((left, value) => left.minus(value), threshold);
  const common = above.flat().reduce((product, { bottom }) => (product * bottom) / factor(product, bottom), 1n);
  const whole = above.map((row) => row.map(({ top, bottom }) => top * (common / bottom)));
  const most = whole.reduce((sum, row) => sum + row.reduce((a, b) => (b > a ? b : a), 0n), 0n);
  const shift = Math.max(0, most.toString(2).length - MOST_DIGITS * Number(BITS));
  const cut = (value: bigint): bigint => (value + ((1n << BigInt(shift)) >> 1n)) >> BigInt(shift);
  // A sum is at or above a fraction exactly where it is at or above the next whole number.
  const needed = need.sign() <= 0 ? null : (need.top * common + need.bottom - 1n) / need.bottom;
  const highest = cut(most) > (needed ?? 0n) ? cut(most) : cut(needed ?? 0n);
  const digits = Math.max(1, Math.ceil((highest.toString(2).length + 1) / Number(BITS)));
  return {
    digits,
    unit: Rational.fraction(1n << BigInt(shift), common).toNumber(),
    additions: whole.map((row) => columns(row.map(cut), digits)),
    threshold: needed === null ? null : columns([cut(needed)], digits),
  };
}

function columns(values: readonly bigint[], digits: number): Float64Array[] {
  const split = values.map((value) => digitsOf(value, digits));
  return Array.from({ length: digits }, (_, digit) => Float64Array.from(split, (each) => each[digit]!));
}

function digitsOf(value: bigint, digits: number): number[] {
  const found: number[] = [];
  for (let rest = value, left = digits; left > 0; left--, rest >>= BITS)
    found.unshift(Number(rest & ((1n << BITS) - 1n)));
  return found;
}

function factor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

/** Adds an option's digits to a column of sums, carrying into the higher ones. */
export function addTo(
  sums: readonly Float64Array[],
  addition: readonly Float64Array[],
  option: number,
): Float64Array[] {
  const digits = sums.length;
  const length = sums[0]!.length;
  const added = sums.map((digit, at) => {
    const by = addition[at]![option]!;
    const out = new Float64Array(length);
    for (let i = 0; i < length; i++) out[i] = digit[i]! + by;
    return out;
  });
  for (let digit = digits - 1; digit > 0; digit--) {
    const low = added[digit]!;
    const high = added[digit - 1]!;
    for (let i = 0; i < length; i++) {
      if (low[i]! < BASE) continue;
      low[i]! -= BASE;
      high[i]! += 1;
    }
  }
  return added;
}

/** Which of two sums is more, first minus second by the first digit that differs. */
export function compareAt(a: readonly Float64Array[], i: number, b: readonly Float64Array[], j: number): number {
  for (let digit = 0; digit < a.length; digit++) {
    const difference = a[digit]![i]! - b[digit]![j]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A sum as a floating-point number, above the least that there can be. */
export function approximate(sums: readonly Float64Array[], at: number, unit: number): number {
  return sums.reduce((total, digit) => total * BASE + digit[at]!, 0) * unit;
}
