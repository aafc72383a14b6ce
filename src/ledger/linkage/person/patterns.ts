// An agreement pattern packs the level of every column into one number: per column a field of bits that holds 0 for missing, 1 for
// disagreement, 1 + level for agreement. There are few patterns and many pairs, so all that is said of pairs is said in tables by pattern.

import { agreementsOf, type Agreements, type Comparison } from "./comparison.ts";
import type { Column } from "./table.ts";

export type Field = { column: Column; comparison: Comparison; agreements: Agreements; shift: number; mask: number };

export type Layout = { fields: Field[]; size: number };

const MOST_BITS = 24;

export function layoutOf(columns: readonly Column[], comparisons: readonly Comparison[]): Layout {
  let shift = 0;
  const fields = comparisons.map((comparison, i): Field => {
    const width = Math.ceil(Math.log2(comparison.levels.length + 2));
    const column = columns[i] as Column;
    const field = { column, comparison, agreements: agreementsOf(column, comparison), shift, mask: (1 << width) - 1 };
    shift += width;
    return field;
  });
  if (shift > MOST_BITS)
    throw new RangeError(
      `Cannot pack ${comparisons.length} columns: their levels need ${shift} bits, ${MOST_BITS} is the most`,
    );
  return { fields, size: 2 ** shift };
}

/** Levels of a pattern, column by column: −1 missing, 0 disagreement. */
export function gammasOf({ fields }: Layout, pattern: number): number[] {
  return fields.map(({ shift, mask }) => ((pattern >>> shift) & mask) - 1);
}

/** Patterns of pairs that agree on nothing: by which columns are missing, as a set of bits. */
export function emptyPatterns({ fields }: Layout): Int32Array {
  return Int32Array.from({ length: 2 ** fields.length }, (_, missing) =>
    fields.reduce((pattern, { shift }, i) => (missing & (1 << i) ? pattern : pattern | (1 << shift)), 0),
  );
}

/** Which columns each row lacks, as a set of bits. */
export function missingOf({ fields }: Layout, side: "left" | "right", rows: number): Int32Array {
  const missing = new Int32Array(rows);
  for (const [i, { column }] of fields.entries()) {
    for (const [row, code] of column[side].entries()) if (code < 0) missing[row] = (missing[row] as number) | (1 << i);
  }
  return missing;
}
