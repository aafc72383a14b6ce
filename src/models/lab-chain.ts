// The chain of two memory-one strategies over CC, CD, DC, DD (own move first), in exact fractions and in floats.

import { Rational } from "../math/rational.ts";

const { one } = Rational;

/** Transition probabilities; both see the realised moves, each from its own side. */
export function chainOf(own: readonly Rational[], other: readonly Rational[], eps: Rational): Rational[][] {
  const noisy = (p: Rational): Rational => p.times(one.minus(eps)).plus(one.minus(p).times(eps));
  const [mine, theirs] = [own.map(noisy), other.map(noisy)];
  return [0, 1, 2, 3].map((state) => {
    const p = mine[state] as Rational;
    const q = theirs[[0, 2, 1, 3][state] as number] as Rational;
    return [p.times(q), p.times(one.minus(q)), one.minus(p).times(q), one.minus(p).times(one.minus(q))];
  });
}

/** The stationary law, or null where there are several (no noise). */
export function stationaryOf(chain: readonly Rational[][]): Rational[] | null {
  // (Mᵀ − I) pi = 0 with the last equation replaced by Σ pi = 1.
  const size = chain.length;
  const system = Array.from({ length: size }, (_, row) => {
    const line = chain.map((from, column) => (from[row] as Rational).minus(row === column ? one : Rational.zero));
    return row === size - 1 ? [...chain.map(() => one), one] : [...line, Rational.zero];
  });
  for (let column = 0; column < size; column++) {
    const pivot = system.findIndex((row, at) => at >= column && !(row[column] as Rational).isZero());
    if (pivot < 0) return null;
    [system[column], system[pivot]] = [system[pivot] as Rational[], system[column] as Rational[]];
    const line = system[column] as Rational[];
    const scaled = line.map((entry) => entry.over(line[column] as Rational));
    system[column] = scaled;
    for (const [at, row] of system.entries()) {
      const factor = row[column] as Rational;
      if (at !== column && !factor.isZero())
        system[at] = row.map((entry, k) => entry.minus(factor.times(scaled[k] as Rational)));
    }
  }
  return system.map((row) => row[size] as Rational);
}
