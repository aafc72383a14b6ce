// The table of lists for hidden-case estimates: a CSV with a 0/1 column a list and a column `count`; and what it says of
// the cases that no list saw.

import { parse } from "csv-parse/sync";
import { hidden, type HiddenAnswer } from "../../measure/hidden/index.ts";
import type { ListTable } from "../../measure/hidden/table.ts";
import { InputError } from "../../values/errors.ts";
import type { Outcome, Refusal } from "../../values/outcome.ts";
import { wholeIn } from "./decimal.ts";
import { hiddenTableSettings, type Flag, type Settings } from "./measure-settings.ts";

const COUNT = "count";
const MOST_ROWS = 100_000;

export type HiddenInTable = {
  answer: HiddenAnswer;
  /** As it is printed: `refused` only where there is a reason. */
  document: Omit<HiddenAnswer, "refused"> & { refused?: Refusal };
  answered: boolean;
};

export function hiddenInTable(
  file: string,
  read: () => string,
  settings: Settings,
  flag: Flag,
): Outcome<HiddenInTable> {
  const options = hiddenTableSettings(settings, flag);
  const outcome = hidden(readListTable(file, read()), options);
  if (!outcome.ok) return outcome;
  const { refused, ...rest } = outcome.value;
  return {
    ok: true,
    value: {
      answer: outcome.value,
      document: refused ? { ...rest, refused } : rest,
      answered: rest.averaged !== null || rest.estimates.length > 0,
    },
  };
}

export function readListTable(file: string, text: string): ListTable {
  const [head, ...body] = rowsOf(file, text);
  if (!head) throw new InputError(`${file}:1`, "a header that names the lists and count");
  const names = head.map((name) => name.trim());
  const countAt = names.indexOf(COUNT);
  if (countAt < 0) throw new InputError(`${file}:1`, 'a column "count"', names.join(","));
  if (new Set(names).size < names.length)
    throw new InputError(`${file}:1`, "columns of different names", names.join(","));
  if (body.length > MOST_ROWS) throw new InputError(file, `at most ${MOST_ROWS} rows`, body.length);
  const lists = names.filter((_, index) => index !== countAt);
  const rows = body.map((cells, index) => ({
    place: `${file}:${index + 2}:${COUNT}`,
    seen: cells.flatMap((cell, column) =>
      column === countAt ? [] : [mark(`${file}:${index + 2}:${names[column] ?? column + 1}`, cell)],
    ),
    count: wholeNumber(`${file}:${index + 2}:${COUNT}`, cells[countAt] ?? ""),
  }));
  for (const { place, seen, count } of rows)
    if (count > 0 && !seen.includes(1))
      throw new InputError(place, "0 where no list has a 1: nobody counts the unseen", count);
  return { lists, rows: rows.map(({ seen, count }) => ({ seen, count })) };
}

function rowsOf(file: string, text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new InputError(
      file,
      "a CSV table whose rows have one cell a column",
      error instanceof Error ? error.message.slice(0, 80) : undefined,
    );
  }
}

function mark(place: string, cell: string): 0 | 1 {
  if (cell !== "0" && cell !== "1") throw new InputError(place, "0 or 1", cell);
  return cell === "1" ? 1 : 0;
}

function wholeNumber(place: string, cell: string): number {
  const count = wholeIn(cell);
  if (count === null) throw new InputError(place, "a whole number from 0", cell);
  return count;
}
