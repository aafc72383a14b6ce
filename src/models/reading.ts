// Parameters as a caller sends them: numbers or "p/q", each within its range, or an InputError that says where.

import { InputError } from "../values/errors.ts";
import { parseRational, Rational } from "../math/rational.ts";
import type { Data, Param, ParamSource, Range } from "./model.ts";

export const anyNumber: Range = { min: -1e9, max: 1e9, minIncluded: true, maxIncluded: true };
export const positive: Range = { min: 0, max: 1e9, minIncluded: false, maxIncluded: true };
export const notNegative: Range = { min: 0, max: 1e9, minIncluded: true, maxIncluded: true };
export const probability: Range = { min: 0, max: 1, minIncluded: true, maxIncluded: true };
export const inner: Range = { min: 0, max: 1, minIncluded: false, maxIncluded: false };
/** A discount: 1 would weigh the end of time as much as today. */
export const discount: Range = { min: 0, max: 1, minIncluded: true, maxIncluded: false };
export const assumed: ParamSource = { kind: "assumption" };

export function param(
  key: string,
  meaning: string,
  range: Range | null,
  standard: Data,
  more: Partial<Param> = {},
): Param {
  return { key, meaning, unit: "1", range, default: standard, source: assumed, ...more };
}

export function rangeInWords({ min, max, minIncluded, maxIncluded }: Range): string {
  if (max >= 1e9)
    return min <= -1e9 ? "a number" : `a number ${minIncluded ? "at or" : ""} above ${min}`.replace("  ", " ");
  return `a number in ${minIncluded ? "[" : "("}${min}, ${max}${maxIncluded ? "]" : ")"}`;
}

/** Digits past what any parameter needs are refused here, so that exact arithmetic stays fast. */
const LONGEST = 80;

export function number(place: string, value: unknown, range: Range = anyNumber): Rational {
  const text = typeof value === "number" ? String(value) : value;
  const read = typeof text === "string" && text.length <= LONGEST ? parseRational(text.trim()) : null;
  const expected = rangeInWords(range);
  if (!read) throw new InputError(place, `${expected}, or "p/q"`, value);
  const tooLow = range.minIncluded ? read.isBelow(range.min) : read.isAtMost(range.min);
  const tooHigh = range.maxIncluded ? read.isAbove(range.max) : read.isAtLeast(range.max);
  const inSize = range.max === anyNumber.max ? `${expected}, at most ${range.max} in size` : expected;
  if (tooLow || tooHigh) throw new InputError(place, inSize, value);
  return read;
}

/** All the parameters that have a range, by key. */
export function scalars<Key extends string>(
  place: string,
  params: readonly Param[],
  input: Record<string, unknown>,
): Record<Key, Rational> {
  const read: Partial<Record<string, Rational>> = {};
  for (const { key, range } of params) if (range) read[key] = number(`${place}.${key}`, input[key], range);
  return read as Record<Key, Rational>;
}

export function list(place: string, value: unknown, longest = 1000): unknown[] {
  if (!Array.isArray(value)) throw new InputError(place, "a list", value);
  if (value.length === 0 || value.length > longest)
    throw new InputError(place, `a list of 1 to ${longest}`, value.length);
  return value;
}

export function numbers(place: string, value: unknown, range: Range = anyNumber, longest = 1000): Rational[] {
  return list(place, value, longest).map((item, index) => number(`${place}[${index}]`, item, range));
}

export function table(place: string, value: unknown, range: Range = anyNumber, longest = 60): Rational[][] {
  const rows = list(place, value, longest).map((row, index) => numbers(`${place}[${index}]`, row, range, longest));
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  if (ragged >= 0)
    throw new InputError(`${place}[${ragged}]`, `${width} numbers, as in the first row`, rows[ragged]?.length);
  return rows;
}

/** Probabilities that sum to one exactly. */
export function distribution(place: string, value: unknown, longest = 100): Rational[] {
  const read = numbers(place, value, probability, longest);
  const sum = read.reduce((total, item) => total.plus(item), Rational.zero);
  // A caller's decimals may be cut: thirds written with twelve digits are scaled, anything further off is refused.
  if (sum.minus(1).abs().isAbove("1/1000000000"))
    throw new InputError(place, "probabilities that sum to one", sum.toNumber());
  return sum.equals(1) ? read : read.map((item) => item.over(sum));
}

export function object(place: string, value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError(place, "an object", value);
  return value as Record<string, unknown>;
}

export function oneOf<Choice extends string>(place: string, value: unknown, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new InputError(place, choices.join(" or "), value);
  return found;
}

/** The order of a prisoner's dilemma; `names` are the keys, from the highest payoff to the lowest. */
export function ordered(place: string, values: Record<string, Rational>, ...names: string[]): void {
  for (const [index, name] of names.slice(1).entries()) {
    const above = names[index] as string;
    if ((values[above] as Rational).isAtMost(values[name] as Rational)) {
      throw new InputError(
        `${place}.${above}`,
        names.join(" > "),
        `${above} = ${String(values[above])}, ${name} = ${String(values[name])}`,
      );
    }
  }
}

const LONGEST_SHOWN = 48;

/** As written in results: a whole number, a fraction "p/q" of readable length, or the nearest decimal. */
export function exact(value: Rational): string | number {
  const text = value.toString();
  return text.includes("/") && text.length <= LONGEST_SHOWN ? text : value.toNumber();
}
