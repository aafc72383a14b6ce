// Vertices of the best-reply polytope {z ≥ 0, M z ≤ 1} with M > 0 (avis2010): a walk over its bases. In floats while
// rounding leaves no doubt; otherwise in exact fractions with the lexicographic rule, which never cycles and reaches every
// vertex of a degenerate polytope.

import { Rational } from "../../math/rational.ts";

/** Variables that are zero at a vertex: z_j by j, the slack of row i by columns + i. */
export type Tight = readonly number[];
export type ExactVertex = { z: Rational[]; tight: Tight };

export const MOST_BASES = 400_000;
/** Entries looked at over all bases: what bounds the time of large games. */
const MOST_TRIES = 150_000_000;
/** The same for exact fractions, whose products cost the more the longer they are. */
const MOST_EXACT_WORK = 2_500_000;

type Neighbour = { table: Float64Array; pivot: readonly [number, number] | null; basis: number[]; others: number[] };
const TIE = 1e-9;
/** How far the right sides are set apart. */
const APART = 1e-7;

/**
 * Sets of variables at zero, one per vertex; null where rounding leaves a doubt. The walk is over a polytope with right
 * sides a little apart, so that every vertex has one basis at least; the true right side is carried along, and a vertex's
 * zeros are read from it.
 */
export function verticesInFloats(M: readonly (readonly number[])[]): Tight[] | null {
  const [rows, columns] = [M.length, M[0]?.length ?? 0];
  const width = columns + 2;
  const start = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) start[i * width + j] = M[i]?.[j] ?? 0;
    start[i * width + columns] = 1;
    // Multiples of an irrational number are never evenly spaced.
    start[i * width + columns + 1] = 1 + APART * (((i + 1) * Math.SQRT2) % 1);
  }
  const seen = new Set<string>();
  const found = new Map<string, Tight>();
  const most = Math.min(MOST_BASES, Math.ceil(MOST_TRIES / (columns * (rows + columns) + 1)));
  // A neighbour is a pivot still to be made: tables are shared until it is its turn.
  const stack: Neighbour[] = [
    {
      table: start,
      pivot: null,
      basis: M.map((_, i) => columns + i),
      others: Array.from({ length: columns }, (_, j) => j),
    },
  ];
  seen.add(keyOf(stack[0]?.others ?? []));
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { basis, others, pivot } = node;
    const table = pivot ? pivoted(node.table, rows, width, pivot[0], pivot[1]) : node.table;
    const tight = tightAt(table, basis, others, width);
    if (!tight) return null;
    found.set(keyOf(tight), tight);
    for (let s = 0; s < columns; s++) {
      const r = leavingRow(table, rows, width, s);
      if (r === null) return null;
      if (r < 0) continue;
      const next = others.with(s, basis[r] as number);
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > most) return null;
      stack.push({ table, pivot: [r, s], basis: basis.with(r, others[s] as number), others: next });
    }
  }
  return [...found.values()];
}

/** Variables at zero in the true vertex of a basis; null where the basis is none of the true polytope. */
function tightAt(
  table: Float64Array,
  basis: readonly number[],
  others: readonly number[],
  width: number,
): Tight | null {
  const tight = [...others];
  for (const [i, variable] of basis.entries()) {
    const value = table[i * width + width - 2] as number;
    if (value < -TIE) return null;
    if (value <= TIE) tight.push(variable);
  }
  return tight;
}

function keyOf(others: readonly number[]): string {
  return String.fromCharCode(...others.toSorted((a, b) => a - b));
}

/** The row of the least ratio; −1 where the direction is free, null at a tie. */
function leavingRow(table: Float64Array, rows: number, width: number, s: number): number | null {
  let [best, at, second] = [Infinity, -1, Infinity];
  for (let i = 0; i < rows; i++) {
    const entry = table[i * width + s] as number;
    if (entry <= TIE) continue;
    const ratio = (table[i * width + width - 1] as number) / entry;
    if (ratio < best) [second, best, at] = [best, ratio, i];
    else if (ratio < second) second = ratio;
  }
  return second - best <= 1e-14 * Math.max(1, best === Infinity ? 1 : best) ? null : at;
}

function pivoted(table: Float64Array, rows: number, width: number, r: number, s: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(table.length);
  const by = table[r * width + s] as number;
  for (let j = 0; j < width; j++) next[r * width + j] = (table[r * width + j] as number) / by;
  next[r * width + s] = 1 / by;
  for (let i = 0; i < rows; i++) {
    if (i === r) continue;
    const factor = table[i * width + s] as number;
    for (let j = 0; j < width; j++)
      next[i * width + j] = (table[i * width + j] as number) - factor * (next[r * width + j] as number);
    next[i * width + s] = -factor / by;
  }
  return next;
}

type Full = { lines: Rational[][]; basis: number[] };

/** Every vertex in exact fractions, each once, with all the variables that are zero there. */
export function verticesExactly(M: readonly (readonly Rational[])[]): ExactVertex[] | null {
  const [rows, columns] = [M.length, M[0]?.length ?? 0];
  const total = columns + rows;
  // Columns: z, slacks, constant.
  const lines = M.map((row, i) => [...row, ...M.map((_, k) => (k === i ? Rational.one : Rational.zero)), Rational.one]);
  const first: Full = { lines, basis: M.map((_, i) => columns + i) };
  const seen = new Set([first.basis.toSorted((a, b) => a - b).join()]);
  const found = new Map<string, ExactVertex>();
  const stack = [first];
  let work = 0;
  for (let node = stack.pop(); node; node = stack.pop()) {
    const digits = longest(node);
    const each = rows * total * (1 + (digits / 15) ** 2);
    const vertex = vertexOf(node, columns, total);
    found.set(vertex.z.join(), vertex);
    for (let s = 0; s < total; s++) {
      if (node.basis.includes(s)) continue;
      const r = lexicographicRow(node.lines, s, columns, total);
      if (r < 0) continue;
      const basis = node.basis.with(r, s);
      const key = basis.toSorted((a, b) => a - b).join();
      if (seen.has(key)) continue;
      seen.add(key);
      work += each;
      if (seen.size > MOST_BASES / 20 || work > MOST_EXACT_WORK) return null;
      stack.push({ lines: exactPivot(node.lines, r, s), basis });
    }
  }
  return [...found.values()];
}

/** Digits of the longest number in the first line: those below are about as long. */
function longest({ lines: [line = []] }: Full): number {
  return Math.max(...line.map(({ top, bottom }) => (top.toString(16).length + bottom.toString(16).length) / 2));
}

function vertexOf({ lines, basis }: Full, columns: number, total: number): ExactVertex {
  const values = Array.from({ length: total }, () => Rational.zero);
  for (const [row, variable] of basis.entries()) values[variable] = (lines[row] as Rational[])[total] as Rational;
  const tight = values.flatMap((value, variable) => (value.isZero() ? [variable] : []));
  return { z: values.slice(0, columns), tight };
}

/** Ratios of (constant, slack columns) compared in order: the basis inverse stands in the slack columns. */
function lexicographicRow(lines: readonly Rational[][], s: number, columns: number, total: number): number {
  let best = -1;
  for (const [row, line] of lines.entries()) {
    const entry = line[s] as Rational;
    if (entry.sign() <= 0) continue;
    if (best < 0 || isLess(line, lines[best] as Rational[], s, columns, total)) best = row;
  }
  return best;
}

function isLess(one: Rational[], two: Rational[], s: number, columns: number, total: number): boolean {
  for (const at of [total, ...Array.from({ length: total - columns }, (_, k) => columns + k)]) {
    const order = (one[at] as Rational)
      .times(two[s] as Rational)
      .compare((two[at] as Rational).times(one[s] as Rational));
    if (order !== 0) return order < 0;
  }
  return false;
}

function exactPivot(lines: readonly Rational[][], r: number, s: number): Rational[][] {
  const line = lines[r] as Rational[];
  const scaled = line.map((entry) => entry.over(line[s] as Rational));
  return lines.map((row, at) => {
    if (at === r) return scaled;
    const factor = row[s] as Rational;
    return factor.isZero() ? row : row.map((entry, k) => entry.minus(factor.times(scaled[k] as Rational)));
  });
}

/** The point that makes exactly these variables zero, in exact fractions; null where there is none or more than one. */
export function vertexAt(M: readonly (readonly Rational[])[], tight: Tight): Rational[] | null {
  const columns = M[0]?.length ?? 0;
  const zero = new Set(tight);
  const free = Array.from({ length: columns }, (_, j) => j).filter((j) => !zero.has(j));
  const system = tight
    .filter((v) => v >= columns)
    .map((v) => free.map((j) => M[v - columns]?.[j] as Rational).concat(Rational.one));
  for (let c = 0; c < free.length; c++) {
    const pivot = system.findIndex((line, at) => at >= c && !(line[c] as Rational).isZero());
    if (pivot < 0) return null;
    [system[c], system[pivot]] = [system[pivot] as Rational[], system[c] as Rational[]];
    const reduced = exactPivot(system, c, c);
    system.splice(0, system.length, ...reduced);
  }
  if (system.slice(free.length).some((line) => !(line.at(-1) as Rational).isZero())) return null;
  const z = Array.from({ length: columns }, () => Rational.zero);
  for (const [at, j] of free.entries()) z[j] = system[at]?.at(-1) as Rational;
  return z;
}
