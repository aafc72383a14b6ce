// What several lists saw of one population: for each pattern of presence and absence, how many units have it.
// Cells are numbered by bit: cell 5 (binary 101) is "on the first and the third list, on no other".

import { InputError } from "../../values/errors.ts";

/** One row: on which lists (1) and on which not (0), and how many units. Patterns left out count 0. */
export type TableRow = { seen: readonly number[]; count: number };
export type ListTable = { lists: readonly string[]; rows: readonly TableRow[] };

/** Counts by cell number; cell 0, seen by none, is 0 and means "unknown". */
export type Cells = { lists: readonly string[]; t: number; counts: Float64Array; observed: number };

/** 2^15 cells: beyond, no table of patterns says anything that the frequencies do not. */
export const MOST_LISTS = 15;

export function cellsOf({ lists, rows }: ListTable): Cells {
  const t = lists.length;
  if (t > MOST_LISTS) throw new InputError("lists", `at most ${MOST_LISTS} lists`, t);
  if (new Set(lists).size < t) throw new InputError("lists", "names that differ", lists);
  const counts = new Float64Array(2 ** t);
  rows.forEach(({ seen, count }, row) => {
    const cell = cellNumber(seen, t, `row ${row + 1}`);
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new InputError(`row ${row + 1}:count`, "a whole number from 0", count);
    }
    if (cell === 0 && count > 0) {
      throw new InputError(`row ${row + 1}`, "a pattern with at least one list: nobody can count the unseen", count);
    }
    counts[cell]! += count;
  });
  return cellsFrom(lists, counts);
}

/** Cells from counts that are known to be whole numbers. */
export function cellsFrom(lists: readonly string[], counts: Float64Array): Cells {
  return { lists, t: lists.length, counts, observed: counts.reduce((sum, count) => sum + count, 0) };
}

function cellNumber(seen: readonly number[], t: number, place: string): number {
  if (seen.length !== t) throw new InputError(place, `${t} entries of 0 or 1`, seen.length);
  return seen.reduce((cell, bit, list) => {
    if (bit !== 0 && bit !== 1) throw new InputError(`${place}:list ${list + 1}`, "0 or 1", bit);
    return cell + bit * 2 ** list;
  }, 0);
}

/** How many lists a cell stands on. */
export function bitCount(cell: number): number {
  let count = 0;
  for (let rest = cell; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** `frequencies[k − 1]` units stand on exactly k lists. */
export function frequenciesOf({ t, counts }: Cells): number[] {
  const frequencies = Array.from({ length: t }, () => 0);
  for (let cell = 1; cell < counts.length; cell++) frequencies[bitCount(cell) - 1]! += counts[cell]!;
  return frequencies;
}

/** How many units each list holds. */
export function listTotals({ t, counts }: Cells): number[] {
  const totals = Array.from({ length: t }, () => 0);
  for (let cell = 1; cell < counts.length; cell++) {
    for (let list = 0; list < t; list++) if (cell & (1 << list)) totals[list]! += counts[cell]!;
  }
  return totals;
}

/** The table without some lists. Units that stood on those alone are no longer on record. */
export function withoutLists({ lists, t, counts }: Cells, dropped: readonly number[]): Cells {
  const kept = lists.map((_, list) => list).filter((list) => !dropped.includes(list));
  const narrowed = new Float64Array(2 ** kept.length);
  for (let cell = 1; cell < 2 ** t; cell++) {
    const to = kept.reduce((sum, list, position) => sum + (cell & (1 << list) ? 2 ** position : 0), 0);
    narrowed[to]! += counts[cell]!;
  }
  narrowed[0] = 0;
  return cellsFrom(
    kept.map((list) => lists[list]!),
    narrowed,
  );
}

/** In place: every cell becomes the sum over the cells that hold at least its lists. */
export function sumOverSupersets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1) {
    for (let cell = 0; cell < values.length; cell++) {
      if ((cell & bit) === 0) values[cell]! += values[cell | bit]!;
    }
  }
}

/** In place: every cell becomes the sum over the cells whose lists it holds. */
export function sumOverSubsets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1) {
    for (let cell = 0; cell < values.length; cell++) {
      if ((cell & bit) !== 0) values[cell]! += values[cell ^ bit]!;
    }
  }
}
