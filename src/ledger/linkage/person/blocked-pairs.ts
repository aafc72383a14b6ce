// Visits the pairs that agree exactly on all columns of at least one blocking rule, each pair once. Only rows of one left row are held at a
// time; how many pairs each rule brought is reported.

import { emptyPatterns, missingOf, type Layout } from "./patterns.ts";
import type { Sides, Visit } from "./all-pairs.ts";
import { postingsOf, type Postings } from "./table.ts";

/** Columns that must agree exactly. */
export type BlockingRule = readonly string[];

export type RuleCount = { rule: BlockingRule; pairs: number; added: number };

type Keys = { left: Int32Array; postings: Postings };

export function visitBlockedPairs(
  layout: Layout,
  sides: Sides,
  rules: readonly BlockingRule[],
  visit: Visit,
): RuleCount[] {
  const keys = rules.map((rule) => keysOf(layout, rule));
  const counts = rules.map((rule): RuleCount => ({ rule, pairs: 0, added: 0 }));
  const seen = new Int32Array(sides.right).fill(-1);
  const found = new Int32Array(sides.right);
  const reader = levelReader(layout, sides);
  for (let left = 0; left < sides.left; left++) {
    let count = 0;
    for (const [i, { left: keyOf, postings }] of keys.entries()) {
      const key = keyOf[left] as number;
      const tally = counts[i] as RuleCount;
      if (key < 0) continue;
      for (let at = postings.start[key] as number; at < (postings.start[key + 1] as number); at++) {
        const right = postings.rows[at] as number;
        if (sides.same && right <= left) continue;
        tally.pairs++;
        if (seen[right] === left) continue;
        seen[right] = left;
        found[count++] = right;
        tally.added++;
      }
    }
    if (count > 0) reader(left, found.subarray(0, count), visit);
  }
  return counts;
}

/** One number per distinct combination of a rule's values; −1 where one is missing. */
function keysOf({ fields }: Layout, rule: BlockingRule): Keys {
  const columns = rule.map((name) => {
    const field = fields.find(({ comparison }) => comparison.column === name);
    if (!field) throw new RangeError(`Cannot block on "${name}": it is not among the compared columns`);
    return field.column;
  });
  const numbers = new Map<string, number>();
  const side = (which: "left" | "right"): Int32Array =>
    Int32Array.from(columns[0]?.[which] ?? [], (_, row) => {
      const codes = columns.map((column) => column[which][row] as number);
      if (codes.some((code) => code < 0)) return -1;
      const key = codes.join(" ");
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  const [left, right] = [side("left"), side("right")];
  return { left, postings: postingsOf(right, numbers.size) };
}

/** Reads patterns of one left row against some right rows: the left row's agreeing values are laid out, read and taken away again. */
function levelReader(layout: Layout, sides: Sides): (left: number, rights: Int32Array, visit: Visit) => void {
  const { fields } = layout;
  const empty = emptyPatterns(layout);
  const [missingLeft, missingRight] = [missingOf(layout, "left", sides.left), missingOf(layout, "right", sides.right)];
  const levels = fields.map(({ column }) => new Uint8Array(column.values.length));
  const lay = (left: number, on: boolean): void => {
    for (const [i, { column, agreements }] of fields.entries()) {
      const value = column.left[left] as number;
      if (value < 0) continue;
      const target = levels[i] as Uint8Array;
      for (let at = agreements.start[value] as number; at < (agreements.start[value + 1] as number); at++) {
        target[agreements.other[at] as number] = on ? (agreements.level[at] as number) : 0;
      }
    }
  };
  return (left, rights, visit) => {
    lay(left, true);
    for (const right of rights) {
      let pattern = empty[(missingLeft[left] as number) | (missingRight[right] as number)] as number;
      for (const [i, { column, shift }] of fields.entries()) {
        const code = column.right[right] as number;
        if (code >= 0) pattern += (levels[i]?.[code] as number) << shift;
      }
      visit(left, right, pattern);
    }
    lay(left, false);
  };
}
