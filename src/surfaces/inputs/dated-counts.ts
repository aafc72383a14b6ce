// A series of counts as a CSV with the columns date and count, read so that it can be cut in two at any date: one row a
// regular step (years, quarters, months, weeks, days), or one row an event or a day with events, in any order. Other
// columns of numbers are controls, which the event did not touch.

import { parse } from "csv-parse/sync";
import type { CountSeries } from "../../measure/effect/series.ts";
import { addMonths, dayNumber, type Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import { spanOf } from "../../values/when.ts";
import { decimalIn, wholeIn } from "./decimal.ts";
import { hasRoom } from "./measure-settings.ts";

export type DatedCounts = {
  series: CountSeries;
  /** Whether each row is a step of the series, or an event whose absence on other days means none. */
  rows: "steps" | "events";
  /** Only where the rows are steps. */
  controls: { name: string; values: number[] }[];
};

type Row = { day: Day; count: number; others: number[] };

const MOST_ROWS = 2_000_000;
const LARGEST_COUNT = 1_000_000_000;

/** Events are cut into months that begin at the date asked about, so that no month lies on both sides of it. */
export function readDatedCounts(file: string, text: string, date: Day): DatedCounts {
  const { rows, names } = rowsOf(file, text);
  const sorted = rows.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const step = stepOf(sorted.map(({ day }) => day));
  if (step === null) return { series: inMonths(sorted, date), rows: "events", controls: [] };
  return {
    series: { start: sorted[0]!.day, step, counts: sorted.map(({ count }) => count) },
    rows: "steps",
    controls: names.map((name, index) => ({ name, values: sorted.map(({ others }) => others[index]!) })),
  };
}

function rowsOf(file: string, text: string): { rows: Row[]; names: string[] } {
  const [head, ...body] = cellsOf(file, text);
  if (!head) throw new InputError(`${file}:1`, "a header with date and count, and a row for each step or event");
  const names = head.map((name) => name.trim());
  const [dateAt, countAt] = [columnOf(file, names, "date"), columnOf(file, names, "count")];
  if (body.length === 0) throw new InputError(`${file}:2`, "at least one row below the header");
  if (body.length > MOST_ROWS) throw new InputError(file, `at most ${MOST_ROWS} rows`, body.length);
  const others = names.flatMap((name, index) => (index === dateAt || index === countAt ? [] : [{ name, index }]));
  const numeric = others.filter(({ index }) => body.every((cells) => isNumber(cells[index] ?? "")));
  const rows = body.map((cells, at) => ({
    day: dayIn(`${file}:${at + 2}:date`, cells[dateAt] ?? ""),
    count: countIn(`${file}:${at + 2}:count`, cells[countAt] ?? ""),
    others: numeric.map(({ index }) => Number(cells[index])),
  }));
  return { rows, names: numeric.map(({ name }) => name) };
}

function cellsOf(file: string, text: string): string[][] {
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

function columnOf(file: string, names: readonly string[], name: string): number {
  const found = names.flatMap((one, index) => (one === name ? [index] : []));
  if (found.length !== 1) throw new InputError(`${file}:1`, `one column "${name}"`, names.join(","));
  return found[0]!;
}

function dayIn(place: string, cell: string): Day {
  const span = spanOf(cell);
  if (!span || span.end !== span.start) throw new InputError(place, "YYYY-MM-DD, YYYY-MM, YYYY-Q1 or YYYY", cell);
  if (!hasRoom(span.start.first)) throw new InputError(place, "a date in the years 1000 to 8999", cell);
  return span.start.first;
}

function countIn(place: string, cell: string): number {
  const count = wholeIn(cell);
  if (count === null || count > LARGEST_COUNT)
    throw new InputError(place, `a whole number from 0 to ${LARGEST_COUNT}`, cell);
  return count;
}

function isNumber(cell: string): boolean {
  return decimalIn(cell) !== null;
}

/** The step by which every row follows the one before, or null: then rows are events. */
function stepOf(days: readonly Day[]): CountSeries["step"] | null {
  if (days.length < 3) return days.length < 2 || days[0] === days[1] ? null : (monthsApart(days) ?? daysApart(days));
  return monthsApart(days) ?? daysApart(days);
}

function monthsApart(days: readonly Day[]): CountSeries["step"] | null {
  const first = days[0]!;
  const month = (day: Day): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  const every = month(days[1]!) - month(first);
  const regular = every > 0 && days.every((day, index) => day === addMonths(first, index * every));
  return regular ? { unit: "month", every } : null;
}

function daysApart(days: readonly Day[]): CountSeries["step"] | null {
  const first = dayNumber(days[0]!);
  const every = dayNumber(days[1]!) - first;
  const regular = every > 0 && days.every((day, index) => dayNumber(day) === first + index * every);
  return regular ? { unit: "day", every } : null;
}

/** Whole months counted from the date, from the one with the first event to the one with the last. */
function inMonths(rows: readonly Row[], date: Day): CountSeries {
  const monthOf = (day: Day): number => {
    let month =
      12 * (Number(day.slice(0, 4)) - Number(date.slice(0, 4))) + Number(day.slice(5, 7)) - Number(date.slice(5, 7));
    while (addMonths(date, month) > day) month -= 1;
    return month;
  };
  const first = monthOf(rows[0]!.day);
  const counts = Array.from({ length: monthOf(rows.at(-1)!.day) - first + 1 }, () => 0);
  for (const { day, count } of rows) counts[monthOf(day) - first]! += count;
  return { start: addMonths(date, first), step: { unit: "month", every: 1 }, counts };
}
