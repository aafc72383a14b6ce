// Can the model fit these counts at all? (fienbergRinaldo2012)
// The likelihood of a Poisson log-linear model has a finite maximum exactly when no direction d has X d = 0 on the cells
// with counts, X d ≤ 0 on the empty ones, and X d < 0 on at least one. Along such a direction some empty cells go to 0
// and the likelihood only rises: those cells form what the fit must leave out (the complement of the facial set). After that
// the total is identified exactly when the row of the unseen cell is a combination of the rows of the cells kept.

/** One design row for each cell, the intercept in column 0; the count there; the row of the unseen cell. */
export type Design = { rows: readonly (readonly number[])[]; counts: readonly number[]; unseen: readonly number[] };

export type Existence = {
  /** The maximum is finite as it stands. */
  exists: boolean;
  /** Cells that the fit drives to 0, by position in `rows`. */
  emptied: number[];
  /** What the likelihood says of the unseen: one value, more and more, none, or nothing at all. */
  unseen: "identified" | "unbounded" | "none" | "not-identified";
};

const ZERO = 1e-9;

export function existence({ rows, counts, unseen }: Design): Existence {
  const size = unseen.length;
  const full = rows.filter((_, i) => counts[i]! > 0);
  const basis = nullSpace(full, size);
  if (basis.length === 0) return { exists: true, emptied: [], unseen: "identified" };
  const emptied = emptiedCells(rows, counts, basis);
  const gone = new Set(emptied);
  const kept = rows.filter((_, i) => !gone.has(i));
  const left = nullSpace(kept, size);
  const exists = emptied.length === 0;
  if (left.every((d) => Math.abs(dot(unseen, d)) <= ZERO)) return { exists, emptied, unseen: "identified" };
  return { exists, emptied, unseen: whitherUnseen(basis, rows, counts, unseen) };
}

/**
 * Every cell that some direction empties. One linear program makes the empty cells fall, each by at most 1; cells that
 * fell need hold back no other (a large multiple of that direction outweighs any rise), so it is asked again without
 * them until none falls.
 */
function emptiedCells(rows: Design["rows"], counts: readonly number[], basis: readonly number[][]): number[] {
  let left = rows.flatMap((row, i) => (counts[i]! > 0 ? [] : [{ i, fall: basis.map((d) => -dot(row, d)) }]));
  const emptied: number[] = [];
  for (;;) {
    const falls = left.map(({ fall }) => fall);
    const direction = maximize(columnSums(falls, basis.length), [
      ...falls.map((row) => ({ row: row.map((value) => -value), most: 0 })),
      ...falls.map((row) => ({ row, most: 1 })),
    ]);
    const fallen = left.filter(({ fall }) => dot(fall, direction) > ZERO);
    if (fallen.length === 0) return emptied.sort((a, b) => a - b);
    emptied.push(...fallen.map(({ i }) => i));
    left = left.filter((cell) => !fallen.includes(cell));
  }
}

/** Where the unseen cell may go along the directions in which the likelihood never falls. */
function whitherUnseen(
  basis: readonly number[][],
  rows: Design["rows"],
  counts: readonly number[],
  unseen: readonly number[],
): Existence["unseen"] {
  const slope = basis.map((d) => dot(unseen, d));
  const cone: Limit[] = rows.flatMap((row, i) =>
    counts[i]! > 0 ? [] : [{ row: basis.map((d) => dot(row, d)), most: 0 }],
  );
  const reach = (sign: number): number => {
    const aim = slope.map((value) => sign * value);
    return dot(aim, maximize(aim, [...cone, { row: aim, most: 1 }]));
  };
  const [rises, sinks] = [reach(1) > ZERO, reach(-1) > ZERO];
  return rises ? (sinks ? "not-identified" : "unbounded") : "none";
}

/** A basis of the vectors that every row sends to 0, by elimination with the largest pivot. */
export function nullSpace(rows: readonly (readonly number[])[], size: number): number[][] {
  const work = rows.map((row) => [...row]);
  const pivots: number[] = [];
  let top = 0;
  for (let column = 0; column < size && top < work.length; column++) {
    let best = top;
    for (let i = top + 1; i < work.length; i++) {
      if (Math.abs(work[i]![column]!) > Math.abs(work[best]![column]!)) best = i;
    }
    if (Math.abs(work[best]![column]!) < ZERO) continue;
    [work[top], work[best]] = [work[best]!, work[top]!];
    const pivotRow = work[top]!;
    const pivot = pivotRow[column]!;
    for (let j = column; j < size; j++) pivotRow[j]! /= pivot;
    for (let i = 0; i < work.length; i++) {
      const factor = work[i]![column]!;
      if (i === top || factor === 0) continue;
      for (let j = column; j < size; j++) work[i]![j]! -= factor * pivotRow[j]!;
    }
    pivots.push(column);
    top++;
  }
  const free = Array.from({ length: size }, (_, j) => j).filter((j) => !pivots.includes(j));
  return free.map((j) => {
    const vector: number[] = Array.from({ length: size }, (_, i) => (i === j ? 1 : 0));
    pivots.forEach((column, i) => (vector[column] = -work[i]![j]!));
    return vector;
  });
}

type Limit = { row: readonly number[]; most: number };

/** Maximizes aim · z over row · z ≤ most, z free, all `most` ≥ 0 so that z = 0 is allowed: simplex, Bland's rule. */
function maximize(aim: readonly number[], limits: readonly Limit[]): number[] {
  const k = aim.length;
  const width = 2 * k + limits.length + 1; // z⁺, z⁻, slacks, right-hand side
  const table = limits.map(({ row, most }, i) => {
    const line = new Float64Array(width);
    row.forEach((value, j) => {
      line[j] = value;
      line[k + j] = -value;
    });
    line[2 * k + i] = 1;
    line[width - 1] = most;
    return line;
  });
  const cost = new Float64Array(width);
  aim.forEach((value, j) => {
    cost[j] = -value;
    cost[k + j] = value;
  });
  const inBasis = limits.map((_, i) => 2 * k + i);
  for (let round = 0; round < 10_000; round++) {
    const entering = cost.subarray(0, width - 1).findIndex((value) => value < -ZERO);
    if (entering < 0) break;
    const leaving = leavingRow(table, inBasis, entering);
    if (leaving < 0) break; // cannot happen: every aim here is bounded by a limit of 1
    pivotOn(table, cost, leaving, entering);
    inBasis[leaving] = entering;
  }
  const z = Array.from({ length: k }, () => 0);
  inBasis.forEach((column, i) => {
    if (column < 2 * k) z[column % k]! += (column < k ? 1 : -1) * table[i]![width - 1]!;
  });
  return z;
}

function leavingRow(table: Float64Array[], inBasis: number[], entering: number): number {
  let [leaving, least] = [-1, Infinity];
  table.forEach((line, i) => {
    if (line[entering]! <= ZERO) return;
    const ratio = line[line.length - 1]! / line[entering]!;
    const ties = leaving >= 0 && Math.abs(ratio - least) <= 1e-12;
    if (ties ? inBasis[i]! < inBasis[leaving]! : ratio < least) [leaving, least] = [i, ratio];
  });
  return leaving;
}

function pivotOn(table: Float64Array[], cost: Float64Array, row: number, column: number): void {
  const line = table[row]!;
  const pivot = line[column]!;
  for (let j = 0; j < line.length; j++) line[j]! /= pivot;
  for (const other of [...table, cost]) {
    const factor = other[column]!;
    if (other === line || factor === 0) continue;
    for (let j = 0; j < line.length; j++) other[j]! -= factor * line[j]!;
  }
}

function columnSums(rows: number[][], size: number): number[] {
  return Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + row[j]!, 0));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
