// A table made ready for linkage: each column's values numbered once for both tables, with the rows that hold each value. Missing cells (empty
// or absent) are −1.

export type PersonRow = Readonly<Record<string, string | number | null | undefined>>;

/** Rows that hold each value: `rows` from `start[value]` to `start[value + 1]`. */
export type Postings = { start: Int32Array; rows: Int32Array };

export type Column = {
  name: string;
  /** Value of each row, by number; −1 where missing. */
  left: Int32Array;
  right: Int32Array;
  values: string[];
  rightRows: Postings;
  /** Rows, left and right, that hold each value. */
  leftCount: Int32Array;
  rightCount: Int32Array;
};

export function columnOf(name: string, left: readonly PersonRow[], right: readonly PersonRow[]): Column {
  const numbers = new Map<string, number>();
  const values: string[] = [];
  const read = (row: PersonRow): number => {
    const cell = row[name];
    const text = cell === null || cell === undefined ? "" : String(cell).trim();
    if (text === "") return -1;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, values.length);
    values.push(text);
    return values.length - 1;
  };
  const onLeft = Int32Array.from(left, read);
  const onRight = left === right ? onLeft : Int32Array.from(right, read);
  const rightRows = postingsOf(onRight, values.length);
  return {
    name,
    left: onLeft,
    right: onRight,
    values,
    rightRows,
    leftCount: countsOf(onLeft, values.length),
    rightCount: countsOf(onRight, values.length),
  };
}

export function postingsOf(codes: Int32Array, size: number): Postings {
  const start = new Int32Array(size + 1);
  for (const code of codes) if (code >= 0) start[code + 1] = (start[code + 1] as number) + 1;
  for (let value = 0; value < size; value++) start[value + 1] = (start[value + 1] as number) + (start[value] as number);
  const next = start.slice(0, size);
  const rows = new Int32Array(start[size] as number);
  for (const [row, code] of codes.entries()) {
    if (code < 0) continue;
    rows[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  }
  return { start, rows };
}

function countsOf(codes: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  return counts;
}
