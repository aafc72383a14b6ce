// Whether a table can support any estimate at all, before a model is tried.

import { refuse, type Refusal } from "../../values/outcome.ts";
import { FEWEST_SHARED, tooFewShared } from "../chao.ts";
import { frequenciesOf, listTotals, type Cells } from "./table.ts";

/** Why this table supports no estimate; null where it may. */
export function refusalOf(cells: Cells): Refusal | null {
  if (cells.observed === 0) return refuse("no-cases").refusal;
  if (listTotals(cells).filter((total) => total > 0).length < 2) return refuse("one-list").refusal;
  const shared = cells.observed - frequenciesOf(cells)[0]!;
  if (shared === 0) return refuse("no-overlap").refusal;
  if (shared < FEWEST_SHARED) return refuse("too-few", tooFewShared(shared)).refusal;
  return null;
}

/** What the reader must know of a table that supports one. */
export function cautionsOf(cells: Cells): string[] {
  const { lists, t, counts } = cells;
  const totals = listTotals(cells);
  const cautions: string[] = [];
  lists.forEach((name, list) => {
    if (totals[list] === 0) cautions.push(`The list ${name} is empty.`);
  });
  const emptyPairs: string[] = [];
  for (let a = 0; a < t; a++) {
    for (let b = a + 1; b < t; b++) {
      if (totals[a] === 0 || totals[b] === 0) continue;
      const both = (1 << a) | (1 << b);
      const common = sumWhere(counts, (cell) => (cell & both) === both);
      if (common === 0) emptyPairs.push(`${lists[a]} and ${lists[b]}`);
      if (common === totals[a] || common === totals[b]) {
        const [small, large] = common === totals[a] ? [a, b] : [b, a];
        cautions.push(`Every case of ${lists[small]} is also on ${lists[large]}: one may draw on the other.`);
      }
    }
  }
  if (emptyPairs.length > 0) cautions.push(`No case is common to ${emptyPairs.join("; ")}.`);
  return cautions;
}

function sumWhere(counts: Float64Array, holds: (cell: number) => boolean): number {
  return counts.reduce((sum, count, cell) => (holds(cell) ? sum + count : sum), 0);
}
