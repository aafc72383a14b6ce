// Reads a certificate's game and profile strictly: every key must be read, every number is exact, and sizes are
// bounded, because a certificate may come from anywhere.

import { InputError } from "../../values/errors.ts";
import { parseRational, type Rational } from "../../math/rational.ts";

/** More numbers, or more digits in all, than this are refused. */
export const MOST_NUMBERS = 40_000;
export const MOST_DIGITS = 400_000;

export type Enclosure = { lower: Rational; upper: Rational };

export class Given {
  readonly place: string;
  private readonly value: unknown;

  constructor(place: string, value: unknown) {
    this.place = place;
    this.value = value;
  }

  /** The fields of an object that has exactly these keys. */
  fields<Key extends string>(...keys: Key[]): Record<Key, Given> {
    const { value } = this;
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw this.problem("an object");
    const extra = Object.keys(value).find((key) => !(keys as string[]).includes(key));
    if (extra !== undefined) throw new InputError(this.place, `only ${keys.join(", ")}`, extra);
    const read: Partial<Record<Key, Given>> = {};
    for (const key of keys) {
      if (!Object.hasOwn(value, key)) throw new InputError(`${this.place}.${key}`, "a value, but it is missing");
      read[key] = new Given(`${this.place}.${key}`, (value as Record<string, unknown>)[key]);
    }
    return read as Record<Key, Given>;
  }

  list(length?: number): Given[] {
    const { value } = this;
    if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
      throw this.problem(length === undefined ? "a list" : `a list of ${length}`);
    }
    return value.map((item, index) => new Given(`${this.place}[${index}]`, item));
  }

  number(): Rational {
    const { value } = this;
    const read = typeof value === "string" ? parseRational(value) : null;
    if (!read) throw this.problem('an exact number as "p/q"');
    return read;
  }

  numbers(length?: number): Rational[] {
    return this.list(length).map((item) => item.number());
  }

  table(rows?: number, columns?: number): Rational[][] {
    return this.list(rows).map((row) => row.numbers(columns));
  }

  /** A number known only to lie between two others. */
  enclosure(): Enclosure {
    const [lower, upper] = this.list(2) as [Given, Given];
    const read = { lower: lower.number(), upper: upper.number() };
    if (read.lower.isAbove(read.upper)) throw this.problem("a lower end at or below the upper");
    return read;
  }

  whole(from: number, to: number): number {
    const read = this.number().toNumber();
    if (!Number.isInteger(read) || read < from || read > to) throw this.problem(`a whole number from ${from} to ${to}`);
    return read;
  }

  oneOf<Choice extends string>(...choices: Choice[]): Choice {
    const found = choices.find((choice) => choice === this.value);
    if (found === undefined) throw this.problem(`one of ${choices.join(", ")}`);
    return found;
  }

  text(): string {
    const { value } = this;
    if (typeof value !== "string" || value.length === 0 || value.length > 200) throw this.problem("a short text");
    return value;
  }

  flag(): boolean {
    if (typeof this.value !== "boolean") throw this.problem("true or false");
    return this.value;
  }

  isNull(): boolean {
    return this.value === null;
  }

  problem(expected: string): InputError {
    return new InputError(this.place, expected, this.value);
  }
}

/** Every exact number in the data, in the order of the keys' spelling, or an InputError past the bounds. */
export function numbersIn(value: unknown, found: Rational[] = [], depth = 0): Rational[] {
  if (depth > 12) throw new InputError("certificate", "data nested no deeper than twelve levels");
  if (typeof value === "string") {
    const read = parseRational(value);
    if (read) found.push(read);
    if (found.length > MOST_NUMBERS) throw new InputError("certificate", `at most ${MOST_NUMBERS} numbers`);
  } else if (Array.isArray(value)) {
    for (const item of value) numbersIn(item, found, depth + 1);
  } else if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value).sort()) {
      numbersIn((value as Record<string, unknown>)[key], found, depth + 1);
    }
  }
  return found;
}
