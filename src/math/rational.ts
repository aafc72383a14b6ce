// Exact fractions. Knife edges (is a gain exactly zero?) are decided here, never in floats. A decimal is read as that
// exact decimal: 0.1 is 1/10, not the binary number next to it.

export type RationalLike = Rational | number | bigint | string;

/** Longer numerals are refused: a hostile file must not buy unbounded time. */
export const LONGEST_NUMERAL = 400;

/** More work than was allowed: what is computed has grown too long. */
export class TooLong extends RangeError {}

/** What may still be spent on products and common factors; null where nothing is counted. */
let left: number | null = null;

/**
 * Runs a computation whose numbers come from anywhere: past `work` (of which a second buys some ten million on a small
 * machine) it ends in TooLong. What runs inside another such run is counted by the outer one.
 */
export function bounded<Result>(work: number, compute: () => Result): Result {
  if (left !== null) return compute();
  left = work;
  try {
    return compute();
  } finally {
    left = null;
  }
}

/** Euclid's steps grow with the length, and so does what each costs. */
function spend(top: bigint, bottom: bigint): void {
  if (left === null) return;
  const digits = isSafe(top) && isSafe(bottom) ? 1 : top.toString(16).length + bottom.toString(16).length;
  left -= digits * (1 + digits / 40);
  if (left < 0) throw new TooLong("the numbers grow too long to compute with");
}

export class Rational {
  readonly top: bigint;
  /** Always above zero, and without a factor in common with `top`. */
  readonly bottom: bigint;

  private constructor(top: bigint, bottom: bigint) {
    this.top = top;
    this.bottom = bottom;
  }

  static readonly zero: Rational = new Rational(0n, 1n);
  static readonly one: Rational = new Rational(1n, 1n);

  static fraction(top: bigint, bottom: bigint): Rational {
    if (bottom === 0n) throw new RangeError("Cannot make a fraction: its denominator is zero");
    spend(top, bottom);
    const common = commonFactor(top, bottom);
    const sign = bottom < 0n ? -1n : 1n;
    return new Rational((sign * top) / common, (sign * bottom) / common);
  }

  /** Of a whole number, a decimal, or "p/q". */
  static of(value: RationalLike): Rational {
    if (value instanceof Rational) return value;
    if (typeof value === "bigint") return new Rational(value, 1n);
    if (typeof value === "number" && Number.isSafeInteger(value)) return new Rational(BigInt(value), 1n);
    const parsed = parseRational(typeof value === "number" ? String(value) : value);
    if (!parsed) throw new RangeError(`Cannot read "${String(value)}" as a fraction: it is not one`);
    return parsed;
  }

  plus(other: RationalLike): Rational {
    const { top, bottom } = Rational.of(other);
    if (bottom === this.bottom) return Rational.fraction(this.top + top, bottom);
    return Rational.fraction(this.top * bottom + top * this.bottom, this.bottom * bottom);
  }

  minus(other: RationalLike): Rational {
    return this.plus(Rational.of(other).negated());
  }

  times(other: RationalLike): Rational {
    const { top, bottom } = Rational.of(other);
    return Rational.fraction(this.top * top, this.bottom * bottom);
  }

  over(other: RationalLike): Rational {
    const { top, bottom } = Rational.of(other);
    if (top === 0n) throw new RangeError("Cannot divide: the divisor is zero");
    return Rational.fraction(this.top * bottom, this.bottom * top);
  }

  negated(): Rational {
    return new Rational(-this.top, this.bottom);
  }

  abs(): Rational {
    return this.top < 0n ? this.negated() : this;
  }

  /** To a whole power; a negative one needs a number other than zero. */
  power(exponent: number): Rational {
    if (exponent < 0) return Rational.one.over(this.power(-exponent));
    return new Rational(this.top ** BigInt(exponent), this.bottom ** BigInt(exponent));
  }

  /** Below zero where this is the smaller, zero where they are equal. */
  compare(other: RationalLike): number {
    const { top, bottom } = Rational.of(other);
    const difference = this.top * bottom - top * this.bottom;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: RationalLike): boolean {
    return this.compare(other) === 0;
  }
  isAbove(other: RationalLike): boolean {
    return this.compare(other) > 0;
  }
  isBelow(other: RationalLike): boolean {
    return this.compare(other) < 0;
  }
  isAtLeast(other: RationalLike): boolean {
    return this.compare(other) >= 0;
  }
  isAtMost(other: RationalLike): boolean {
    return this.compare(other) <= 0;
  }
  isZero(): boolean {
    return this.top === 0n;
  }
  sign(): number {
    return this.top < 0n ? -1 : this.top > 0n ? 1 : 0;
  }

  /** The nearest floating-point number. */
  toNumber(): number {
    if (isSafe(this.top) && isSafe(this.bottom)) return Number(this.top) / Number(this.bottom);
    const size = this.top < 0n ? -this.top : this.top;
    const shift = BigInt(Math.max(0, 66 + bits(this.bottom) - bits(size)));
    const scaled = size << shift;
    const quotient = scaled / this.bottom;
    // The last bit stands for everything cut off, so that the rounding below is right even next to a tie.
    const sticky = quotient * this.bottom === scaled ? quotient : quotient | 1n;
    const value = Number(sticky) / 2 ** Math.min(Number(shift), 1000) / 2 ** Math.max(0, Number(shift) - 1000);
    return this.top < 0n ? -value : value;
  }

  /** "p/q", or "p" where it is whole. */
  toString(): string {
    return this.bottom === 1n ? String(this.top) : `${this.top}/${this.bottom}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Reads "3", "-2.5", "1e-3" or "p/q"; null for anything else, for q = 0, and for numerals past all need. */
export function parseRational(text: string): Rational | null {
  if (text.length > LONGEST_NUMERAL) return null;
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction) {
    const bottom = BigInt(fraction[2] ?? "");
    return bottom === 0n ? null : Rational.fraction(BigInt(fraction[1] ?? ""), bottom);
  }
  const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!decimal) return null;
  const [, sign = "", whole = "", after = "", power = "0"] = decimal;
  const exponent = Number(power) - after.length;
  if (whole + after === "" || Math.abs(exponent) > LONGEST_NUMERAL) return null;
  const digits = BigInt(`${whole}${after}`) * (sign === "-" ? -1n : 1n);
  return exponent >= 0
    ? Rational.fraction(digits * 10n ** BigInt(exponent), 1n)
    : Rational.fraction(digits, 10n ** BigInt(-exponent));
}

export function rational(value: RationalLike): Rational {
  return Rational.of(value);
}

export function sumOf(values: readonly Rational[]): Rational {
  return values.reduce((total, value) => total.plus(value), Rational.zero);
}

export function largest(values: readonly Rational[]): Rational {
  return values.reduce((best, value) => (value.isAbove(best) ? value : best));
}

export function smallest(values: readonly Rational[]): Rational {
  return values.reduce((best, value) => (value.isBelow(best) ? value : best));
}

/** The simplest fraction (smallest denominator) within `tolerance` of a number, by continued fractions. */
export function simplestNear(value: number, tolerance: number): Rational {
  const exact = Rational.of(value);
  let [topBefore, top, bottomBefore, bottom] = [0n, 1n, 1n, 0n];
  let rest = exact;
  for (let step = 0; step < 64; step++) {
    const whole = floorOf(rest);
    [topBefore, top] = [top, whole * top + topBefore];
    [bottomBefore, bottom] = [bottom, whole * bottom + bottomBefore];
    const near = Rational.fraction(top, bottom);
    if (Math.abs(near.minus(exact).toNumber()) <= tolerance) return near;
    rest = Rational.one.over(rest.minus(Rational.of(whole)));
  }
  return exact;
}

export function floorOf(value: Rational): bigint {
  const quotient = value.top / value.bottom;
  return value.top < 0n && quotient * value.bottom !== value.top ? quotient - 1n : quotient;
}

const safest = BigInt(Number.MAX_SAFE_INTEGER);

function isSafe(value: bigint): boolean {
  return value <= safest && value >= -safest;
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

function commonFactor(a: bigint, b: bigint): bigint {
  let left = a < 0n ? -a : a;
  let right = b < 0n ? -b : b;
  while (right !== 0n) {
    if (left <= safest && right <= safest) return BigInt(smallFactor(Number(left), Number(right)));
    [left, right] = [right, left % right];
  }
  return left === 0n ? 1n : left;
}

function smallFactor(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right !== 0) [left, right] = [right, left % right];
  return left === 0 ? 1 : left;
}
