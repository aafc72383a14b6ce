// All equilibria of a finite two-player game, in exact fractions: the pairs of vertices of the two best-reply polytopes
// that together carry every label (vonStengel1999, avis2010). In a degenerate game the extreme equilibria are the corners
// of convex sets of equilibria, the maximal Nash subsets, listed as maximal bicliques (winkels1979).

import { largest, Rational, smallest } from "../../math/rational.ts";
import { vertexAt, verticesExactly, verticesInFloats, type ExactVertex, type Tight } from "./vertices.ts";

export type Game = { row: Rational[][]; column: Rational[][] };
export type Equilibrium = { row: Rational[]; column: Rational[] };
type Pure = [number, number];
export type AllEquilibria = {
  extreme: Equilibrium[];
  pure: Pure[];
  subsets: number[][];
  degenerate: boolean;
};

/** Null where the game is past what can be enumerated. */
export function allEquilibria(game: Game): AllEquilibria | null {
  const pure = pureEquilibria(game);
  const quick = byFloats(game);
  const found = quick && isPlausible(quick, pure) ? quick : exactly(game);
  if (!found) return null;
  const { extreme, degenerate } = found;
  return { extreme, pure, subsets: subsetsOf(extreme), degenerate };
}

/** What rounding may have lost shows: pure equilibria are among them, and a game that is not degenerate has an odd number. */
function isPlausible({ extreme, degenerate }: Pick<AllEquilibria, "extreme" | "degenerate">, pure: Pure[]): boolean {
  const listed = extreme.filter(({ row, column }) => [...row, ...column].every((p) => p.isZero() || p.equals(1)));
  return listed.length === pure.length && (degenerate ? extreme.length > 0 : extreme.length % 2 === 1);
}

/** Payoffs shifted above zero: equilibria stay the same. */
function positive(table: readonly Rational[][]): Rational[][] {
  const shift = Rational.one.minus(smallest(table.flat()));
  return table.map((row) => row.map((x) => x.plus(shift)));
}

function transposed(table: readonly Rational[][]): Rational[][] {
  return (table[0] as Rational[]).map((_, j) => table.map((row) => row[j] as Rational));
}

const SMALLEST_SHARE = 1e-7;

/** By floats, each answer then solved and verified exactly; null where anything is in doubt. */
function byFloats({ row, column }: Game): { extreme: Equilibrium[]; degenerate: boolean } | null {
  const [m, n] = [row.length, (row[0] as Rational[]).length];
  const [ofColumn, ofRow] = [positive(row), transposed(positive(column))];
  const inFloats = [scaled(ofColumn), scaled(ofRow)] as const;
  // Next to payoffs this much larger, the smaller ones would be lost.
  if (inFloats.some((table) => table.flat().some((x) => x < SMALLEST_SHARE))) return null;
  const [ys, xs] = [verticesInFloats(inFloats[0]), verticesInFloats(inFloats[1])];
  if (!ys || !xs) return null;
  // Labels: strategy i of the row player by i, j of the column player by m + j.
  const yLabels = ys.map((tight) => new Set(tight.map((v) => (v < n ? m + v : v - n))));
  const simple = new Map(
    xs.filter((tight) => tight.length === m).map((tight) => [tight.toSorted((a, b) => a - b).join(), tight]),
  );
  const crowded = xs.filter((tight) => tight.length > m);
  const extreme: Equilibrium[] = [];
  for (const [at, tight] of ys.entries()) {
    if (tight.every((v) => v < n)) continue;
    const has = yLabels[at] as Set<number>;
    const missing = Array.from({ length: m + n }, (_, label) => label).filter((label) => !has.has(label));
    for (const partner of partnersOf(missing, m, has, simple, crowded)) {
      if (partner.every((v) => v < m)) continue;
      const [y, x] = [vertexAt(ofColumn, tight), vertexAt(ofRow, partner)];
      const found = x && y && { row: normalised(x), column: normalised(y) };
      if (!found || !isEquilibrium({ row, column }, found)) return null;
      extreme.push(found);
    }
  }
  return { extreme, degenerate: crowded.length > 0 || ys.some((tight) => tight.length > n) };
}

/** Vertices of the other polytope that carry all the labels still missing. */
function partnersOf(
  missing: number[],
  m: number,
  has: ReadonlySet<number>,
  simple: ReadonlyMap<string, Tight>,
  crowded: readonly Tight[],
): Tight[] {
  const found = crowded.filter((tight) => missing.every((label) => tight.includes(label)));
  if (missing.length === m) {
    const exact = simple.get(missing.join());
    if (exact) found.push(exact);
  } else if (missing.length < m) {
    for (const tight of simple.values())
      if (missing.every((label) => tight.includes(label)) && tight.length + has.size >= m) found.push(tight);
  }
  return found;
}

function scaled(table: readonly Rational[][]): number[][] {
  const top = largest(table.flat()).toNumber();
  return table.map((line) => line.map((x) => x.toNumber() / top));
}

/** No pure deviation gains, and both are lotteries. */
export function isEquilibrium({ row, column }: Game, { row: x, column: y }: Equilibrium): boolean {
  const sum = (of: readonly Rational[]): Rational => of.reduce((a, b) => a.plus(b));
  if (![x, y].every((mix) => mix.every((p) => p.sign() >= 0) && sum(mix).equals(1))) return false;
  const dot = (a: readonly Rational[], b: readonly Rational[]): Rational =>
    sum(a.map((p, k) => p.times(b[k] as Rational)));
  const replies = [row.map((line) => dot(line, y)), transposed(column).map((line) => dot(line, x))] as const;
  return dot(x, replies[0]).equals(largest(replies[0])) && dot(y, replies[1]).equals(largest(replies[1]));
}

function exactly({ row, column }: Game): { extreme: Equilibrium[]; degenerate: boolean } | null {
  const [m, n] = [row.length, (row[0] as Rational[]).length];
  if (m + n > 24) return null;
  const ofColumn = verticesExactly(positive(row));
  const ofRow = verticesExactly(transposed(positive(column)));
  if (!ofColumn || !ofRow) return null;
  const extreme: Equilibrium[] = [];
  for (const { z: y, tight: zeroY } of ofColumn) {
    if (y.every((p) => p.isZero())) continue;
    const has = new Set(zeroY.map((v) => (v < n ? m + v : v - n)));
    for (const { z: x, tight: zeroX } of ofRow) {
      if (x.every((p) => p.isZero())) continue;
      const both = new Set([...has, ...zeroX]);
      if (both.size === m + n) extreme.push({ row: normalised(x), column: normalised(y) });
    }
  }
  return { extreme, degenerate: true };
}

function normalised(z: ExactVertex["z"]): Rational[] {
  const total = z.reduce((a, b) => a.plus(b));
  return z.map((p) => p.over(total));
}

export function pureEquilibria({ row, column }: Game): [number, number][] {
  const tops = (row[0] as Rational[]).map((_, j) => largest(row.map((line) => line[j] as Rational)));
  return row.flatMap((line, i) => {
    const best = largest(column[i] as Rational[]);
    return line.flatMap((x, j): [number, number][] =>
      x.equals(tops[j] as Rational) && ((column[i] as Rational[])[j] as Rational).equals(best) ? [[i, j]] : [],
    );
  });
}

/** Maximal bicliques between the row and the column mixtures of the extreme equilibria, by the equilibria's indices. */
function subsetsOf(extreme: readonly Equilibrium[]): number[][] {
  const rows = [...new Set(extreme.map(({ row }) => row.join()))];
  const partners = new Map(
    rows.map((key) => [
      key,
      new Set(extreme.filter(({ row }) => row.join() === key).map(({ column }) => column.join())),
    ]),
  );
  // Closed sets of columns: all intersections of the rows' partner sets.
  const closed = new Map<string, Set<string>>();
  for (const set of partners.values()) {
    for (const other of [...closed.values(), set]) {
      const meet = new Set([...set].filter((column) => other.has(column)));
      if (meet.size > 0) closed.set([...meet].sort().join("|"), meet);
    }
    if (closed.size > 5000) return [];
  }
  return [...closed.values()].map((columns) =>
    extreme.flatMap(({ row, column }, at) => {
      const joins = [...columns].every((key) => partners.get(row.join())?.has(key));
      return joins && columns.has(column.join()) ? [at] : [];
    }),
  );
}
