// Visits pairs of rows with their agreement patterns. Of all pairs only those that agree on something are visited one by one, found
// through the rows that hold an agreeing value; the rest is counted by which columns they lack. Memory is bounded by the rows, not by the pairs.

import { emptyPatterns, missingOf, type Field, type Layout } from "./patterns.ts";

export type Visit = (left: number, right: number, pattern: number) => void;

/** `same`: one table against itself, each pair once, never a row with itself. */
export type Sides = { left: number; right: number; same: boolean };

/** Counts all pairs by pattern, and calls `visit` for each pair that agrees on something. */
export function visitAllPairs(layout: Layout, sides: Sides, visit: Visit | null): Float64Array {
  const { fields, size } = layout;
  const counts = new Float64Array(size);
  const empty = emptyPatterns(layout);
  const [missingLeft, missingRight] = [missingOf(layout, "left", sides.left), missingOf(layout, "right", sides.right)];
  const waiting = new Float64Array(empty.length); // right rows not yet passed, by what they lack
  for (const missing of missingRight) waiting[missing] = (waiting[missing] as number) + 1;
  const patterns = new Int32Array(sides.right);
  const touched = new Int32Array(sides.right);
  for (let left = 0; left < sides.left; left++) {
    const lacks = missingLeft[left] as number;
    if (sides.same) waiting[missingRight[left] as number] = (waiting[missingRight[left] as number] as number) - 1;
    const count = touch(fields, left, sides.same ? left : -1, patterns, touched);
    for (const [missing, rows] of waiting.entries()) {
      if (rows > 0)
        counts[empty[lacks | missing] as number] = (counts[empty[lacks | missing] as number] as number) + rows;
    }
    for (let i = 0; i < count; i++) {
      const right = touched[i] as number;
      const base = empty[lacks | (missingRight[right] as number)] as number;
      const pattern = base + (patterns[right] as number);
      patterns[right] = 0;
      counts[base] = (counts[base] as number) - 1;
      counts[pattern] = (counts[pattern] as number) + 1;
      visit?.(left, right, pattern);
    }
  }
  return counts;
}

/** Adds up the levels of every right row after `after` that agrees with a left row; gives how many there are. */
function touch(
  fields: readonly Field[],
  left: number,
  after: number,
  patterns: Int32Array,
  touched: Int32Array,
): number {
  let count = 0;
  for (const { column, agreements, shift } of fields) {
    const value = column.left[left] as number;
    if (value < 0) continue;
    const { start: rowsStart, rows } = column.rightRows;
    for (let at = agreements.start[value] as number; at < (agreements.start[value + 1] as number); at++) {
      const other = agreements.other[at] as number;
      const level = (agreements.level[at] as number) << shift;
      for (let row = rowsStart[other] as number; row < (rowsStart[other + 1] as number); row++) {
        const right = rows[row] as number;
        if (right <= after) continue;
        if (patterns[right] === 0) touched[count++] = right;
        patterns[right] = (patterns[right] as number) + level;
      }
    }
  }
  return count;
}
