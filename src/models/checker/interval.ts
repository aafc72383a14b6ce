// Intervals with ends rounded outward, for rows in which exp, ln, a square root or the normal law enters. Ends are
// whole numbers of 10^-32; every operation widens the interval by what it may have cut off.

import { Rational, rational, type RationalLike } from "../../math/rational.ts";
import type { Enclosure } from "./given.ts";

const UNIT = 10n ** 32n;

export class Interval {
  /** In units of 10^-32; `low` is at or below the truth, `high` at or above. */
  readonly low: bigint;
  readonly high: bigint;

  constructor(low: bigint, high: bigint) {
    this.low = low;
    this.high = high;
  }

  static of(value: RationalLike): Interval {
    const exact = rational(value);
    return new Interval(floor(exact.top * UNIT, exact.bottom), ceiling(exact.top * UNIT, exact.bottom));
  }

  static between({ lower, upper }: Enclosure): Interval {
    return new Interval(Interval.of(lower).low, Interval.of(upper).high);
  }

  plus(other: Interval): Interval {
    return new Interval(this.low + other.low, this.high + other.high);
  }

  minus(other: Interval): Interval {
    return new Interval(this.low - other.high, this.high - other.low);
  }

  negated(): Interval {
    return new Interval(-this.high, -this.low);
  }

  times(other: Interval): Interval {
    const products = [this.low * other.low, this.low * other.high, this.high * other.low, this.high * other.high];
    return new Interval(floor(least(products), UNIT), ceiling(most(products), UNIT));
  }

  over(other: Interval): Interval {
    if (other.low <= 0n && other.high >= 0n) throw new RangeError("Cannot divide: the divisor may be zero");
    const square = UNIT * UNIT;
    const [one, two] = [new Interval(floor(square, other.high), ceiling(square, other.high)), other.low];
    const inverse = new Interval(least([one.low, floor(square, two)]), most([one.high, ceiling(square, two)]));
    return this.times(inverse);
  }

  sqrt(): Interval {
    if (this.low < 0n) throw new RangeError("Cannot take a square root: the number may be below zero");
    return new Interval(root(this.low * UNIT), root(this.high * UNIT) + 1n);
  }

  exp(): Interval {
    return new Interval(expOf(this.low).low, expOf(this.high).high);
  }

  ln(): Interval {
    if (this.low <= 0n) throw new RangeError("Cannot take a logarithm: the number may be zero or below");
    return new Interval(lnOf(this.low).low, lnOf(this.high).high);
  }

  get lower(): Rational {
    return Rational.fraction(this.low, UNIT);
  }

  get upper(): Rational {
    return Rational.fraction(this.high, UNIT);
  }
}

const ONE = new Interval(UNIT, UNIT);
const HALF = Interval.of("1/2");

/** Divided by a whole number above zero. */
function divided(of: Interval, by: bigint): Interval {
  return new Interval(floor(of.low, by), ceiling(of.high, by));
}

// e^x = (e^(x/2^k))^(2^k), with |x/2^k| below 1/1000, where ten terms leave less than 10^-32 of a rest.
function expOf(x: bigint): Interval {
  if (x > 500n * UNIT || x < -500n * UNIT) throw new RangeError("Cannot take exp: the number is out of all proportion");
  let [halvings, power] = [0, 1n];
  while (absolute(x) > (UNIT * power) / 1000n) {
    halvings++;
    power *= 2n;
  }
  const reduced = divided(new Interval(x, x), power);
  let [sum, term] = [ONE, ONE];
  for (let n = 1n; n <= 10n; n++) {
    term = divided(term.times(reduced), n);
    sum = sum.plus(term);
  }
  const rest = 2n * most([absolute(term.low), absolute(term.high)]) + 1n;
  sum = new Interval(sum.low - rest, sum.high + rest);
  for (let k = 0; k < halvings; k++) sum = sum.times(sum);
  return sum.low < 0n ? new Interval(0n, sum.high) : sum;
}

// ln x = 2 artanh((x-1)/(x+1)) after halving or doubling x into [2/3, 4/3], where the argument is at most 1/5.
function lnOf(x: bigint): Interval {
  let [reduced, twos] = [new Interval(x, x), 0n];
  while (reduced.high * 3n > 4n * UNIT) {
    reduced = divided(reduced, 2n);
    twos++;
  }
  while (reduced.low * 3n < 2n * UNIT) {
    reduced = new Interval(reduced.low * 2n, reduced.high * 2n);
    twos--;
  }
  const main = artanhTwice(reduced.minus(ONE).over(reduced.plus(ONE)));
  lnTwo ??= artanhTwice(Interval.of("1/3"));
  return main.plus(lnTwo.times(new Interval(twos * UNIT, twos * UNIT)));
}

let lnTwo: Interval | null = null;

function artanhTwice(z: Interval): Interval {
  const square = z.times(z);
  let [sum, power] = [z, z];
  for (let n = 3n; n < 80n; n += 2n) {
    power = power.times(square);
    sum = sum.plus(divided(power, n));
    if (absolute(power.low) < 4n && absolute(power.high) < 4n) break;
  }
  const rest = 2n * most([absolute(power.low), absolute(power.high)]) + 1n;
  return new Interval(2n * (sum.low - rest), 2n * (sum.high + rest));
}

const PI = machinPi();

// pi = 16 arctan(1/5) − 4 arctan(1/239) (Machin 1706).
function machinPi(): Interval {
  const scaled = (by: bigint, of: Interval): Interval => new Interval(by * of.low, by * of.high);
  const [five, other] = [scaled(16n, arctanInverse(5n)), scaled(4n, arctanInverse(239n))];
  return five.minus(other);
}

function arctanInverse(n: bigint): Interval {
  let [sum, power, sign] = [Interval.of(0n), Interval.of(Rational.fraction(1n, n)), 1n];
  for (let k = 1n; k < 60n; k += 2n) {
    const term = divided(power, k);
    sum = sign > 0n ? sum.plus(term) : sum.minus(term);
    power = divided(power, n * n);
    sign = -sign;
  }
  return new Interval(sum.low - power.high - 1n, sum.high + power.high + 1n);
}

/** The standard normal density. */
export function normalDensity(x: Interval): Interval {
  const half = x.times(x).times(HALF);
  const square = half.low < 0n ? new Interval(0n, half.high) : half;
  return square.negated().exp().over(PI.plus(PI).sqrt());
}

// Phi(x) = 1/2 + n(x) (x + x^3/3 + x^5/(3·5) + …), all terms of one sign; the rest is a geometric series once
// x^2/(2k+1) is below 1/2.
function normalBelowOf(x: bigint): Interval {
  const at = new Interval(x, x);
  if (absolute(x) > 9n * UNIT)
    return x > 0n ? new Interval(UNIT - UNIT / 10n ** 18n, UNIT) : new Interval(0n, UNIT / 10n ** 18n);
  const square = at.times(at);
  let [sum, term] = [at, at];
  for (let k = 3n; k < 800n; k += 2n) {
    term = divided(term.times(square), k);
    sum = sum.plus(term);
    if (k * UNIT > 2n * square.high && absolute(term.low) < 2n && absolute(term.high) < 2n) break;
  }
  const rest = 2n * most([absolute(term.low), absolute(term.high)]) + 2n;
  return HALF.plus(normalDensity(at).times(new Interval(sum.low - rest, sum.high + rest)));
}

/** The standard normal probability of a value at or below x. */
export function normalBelow(x: Interval): Interval {
  return new Interval(normalBelowOf(x.low).low, normalBelowOf(x.high).high);
}

function floor(top: bigint, bottom: bigint): bigint {
  const quotient = top / bottom;
  return top % bottom !== 0n && top < 0n !== bottom < 0n ? quotient - 1n : quotient;
}

function ceiling(top: bigint, bottom: bigint): bigint {
  return -floor(-top, bottom);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function least(values: bigint[]): bigint {
  return values.reduce((a, b) => (b < a ? b : a));
}

function most(values: bigint[]): bigint {
  return values.reduce((a, b) => (b > a ? b : a));
}

function root(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (guess + value / guess) / 2n;
    if (next >= guess) return guess;
    guess = next;
  }
}
