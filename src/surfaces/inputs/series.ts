// A series as a CSV with the columns date and count: one row a year, quarter, month, week or day, each next to the last.
// A step without any is a row with 0; a gap is not one, so it is an error that names its row.

import { parse } from "csv-parse/sync";
import { addMonths, dayFromNumber, dayNumber, lastDayOfMonth, type Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import { spanOf, type Precision } from "../../values/when.ts";
import { decimalIn, wholeIn } from "./decimal.ts";

export type Series = { dates: string[]; counts: number[] };

const MOST_ROWS = 1_000_000;
/** Sums of so many counts stay whole numbers that a double holds. */
const LARGEST_COUNT = 1e9;

/** Reads a series; `whole` asks for counts, without it any number will do. */
export function readSeries(file: string, text: string, { whole }: { whole: boolean }): Series {
  const [head, ...body] = linesOf(file, text);
  if (!head) throw new InputError(`${file}:1`, "a header with date and count, and a row for each step");
  const names = head.cells.map((name) => name.trim());
  const [dateAt, countAt] = [columnOf(file, names, "date"), columnOf(file, names, "count")];
  if (body.length === 0) throw new InputError(`${file}:2`, "at least one row below the header");
  if (body.length > MOST_ROWS) throw new InputError(file, `at most ${MOST_ROWS} rows`, body.length);
  const dates = body.map(({ cells, row }) => {
    const date = (cells[dateAt] ?? "").trim();
    if (!singleMoment(date)) throw new InputError(`${file}:${row}:date`, "YYYY-MM-DD, YYYY-MM, YYYY-Q1 or YYYY", date);
    return date;
  });
  const counts = body.map(({ cells, row }) => numberIn(`${file}:${row}:count`, (cells[countAt] ?? "").trim(), whole));
  checkSteps(dates, (index, expected) => {
    throw new InputError(`${file}:${body[index]?.row ?? index + 2}:date`, expected, dates[index]);
  });
  return { dates, counts };
}

type Line = { cells: string[]; row: number };

/** Rows with the number of the line on which each stands. Quotes are rare: without any, lines are split as they are. */
function linesOf(file: string, text: string): Line[] {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = plain.includes('"') ? parsed(file, plain) : split(plain);
  const width = lines[0]?.cells.length ?? 0;
  for (const { cells, row } of lines)
    if (cells.length !== width)
      throw new InputError(`${file}:${row}`, `${width} cells, as in the header`, cells.length);
  return lines;
}

function split(text: string): Line[] {
  const lines: Line[] = [];
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (line.trim() !== "") lines.push({ cells: line.split(","), row: index + 1 });
  });
  return lines;
}

function parsed(file: string, text: string): Line[] {
  try {
    const rows = parse(text, { info: true, skip_empty_lines: true, relax_column_count: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return rows.map(({ record, info }) => ({ cells: record, row: info.lines }));
  } catch (error) {
    throw new InputError(file, "a CSV table", error instanceof Error ? error.message.slice(0, 80) : undefined);
  }
}

function columnOf(file: string, names: readonly string[], name: string): number {
  const at = names.indexOf(name);
  if (at < 0 || names.indexOf(name, at + 1) >= 0)
    throw new InputError(`${file}:1`, `one column "${name}"`, names.join());
  return at;
}

function singleMoment(text: string): Precision | null {
  return text.includes("/") ? null : (spanOf(text)?.start.precision ?? null);
}

function numberIn(place: string, cell: string, whole: boolean): number {
  const value = whole ? wholeIn(cell) : decimalIn(cell);
  if (value === null || Math.abs(value) > LARGEST_COUNT)
    throw new InputError(place, whole ? "a whole number from 0" : "a number", cell);
  return value;
}

/** Calls `fail` for the first date that is not one step after the date before it. */
function checkSteps(dates: readonly string[], fail: (index: number, expected: string) => never): void {
  const precision = singleMoment(dates[0] ?? "");
  dates.forEach((date, index) => {
    if (singleMoment(date) !== precision) fail(index, `a ${precision ?? "date"}, like the dates above`);
  });
  dates.forEach((date, index) => {
    const before = dates[index - 1];
    if (before !== undefined && date <= before)
      fail(index, date === before ? "each date once" : `a date after ${before}`);
  });
  const steps = stepsFor(dates, precision ?? "day");
  // The step that holds longest is the one that was meant.
  const best = steps.map((next) => ({ next, wrong: firstWrong(dates, next) })).sort((a, b) => b.wrong - a.wrong)[0];
  if (!best || best.wrong === dates.length) return;
  const before = dates[best.wrong - 1] ?? "";
  fail(best.wrong, `${best.next(before)}, the next step after ${before} (a step without any has a row with 0)`);
}

type Next = (date: string) => string;

function firstWrong(dates: readonly string[], next: Next): number {
  const found = dates.findIndex((date, index) => index > 0 && date !== next(dates[index - 1] ?? ""));
  return found < 0 ? dates.length : found;
}

/** The steps that lead from the first date to the second. */
function stepsFor([first, second]: readonly string[], precision: Precision): Next[] {
  if (first === undefined || second === undefined) return [];
  if (precision === "year") return [(date) => String(Number(date) + 1).padStart(4, "0")];
  if (precision === "month") return [(date) => addMonths(`${date}-01` as Day, 1).slice(0, 7)];
  if (precision === "quarter") return [nextQuarter];
  const days = dayNumber(second as Day) - dayNumber(first as Day);
  const months = 12 * (yearIn(second) - yearIn(first)) + monthIn(second) - monthIn(first);
  const every: Next = (date) => dayFromNumber(dayNumber(date as Day) + days);
  if (isLast(first) && isLast(second) && months > 0) return [(date) => lastAfter(date, months), every];
  if (first.slice(8) === second.slice(8) && months > 0) return [(date) => addMonths(date as Day, months), every];
  return [every];
}

function nextQuarter(date: string): string {
  const quarter = Number(date.slice(6));
  return quarter === 4 ? `${String(yearIn(date) + 1).padStart(4, "0")}-Q1` : `${date.slice(0, 4)}-Q${quarter + 1}`;
}

function isLast(date: string): boolean {
  return lastDayOfMonth(yearIn(date), monthIn(date)) === date;
}

function lastAfter(date: string, months: number): string {
  const month = addMonths(`${date.slice(0, 7)}-01` as Day, months);
  return lastDayOfMonth(yearIn(month), monthIn(month));
}

function yearIn(date: string): number {
  return Number(date.slice(0, 4));
}

function monthIn(date: string): number {
  return Number(date.slice(5, 7));
}
