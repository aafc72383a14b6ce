// EuRepoC's cells: two ways to write a list, words for missing, and dates that mean a month, a year or nothing.

import type { Day } from "../../values/day.ts";
import { whenAt, type When } from "../../values/when.ts";
import { distinct, textOf } from "../cell-text.ts";
import type { Notes, Row } from "../importer.ts";
import { dayFromDottedDate, dayFromIso, endsBefore, exchanged, whenMeant } from "../list-date.ts";
import { flatItems, readPythonList } from "../python-list.ts";
import { readSemicolonList } from "../semicolon-list.ts";

/** Columns written with "; ", by how their names start. "None" means missing in all of them. */
const SEMICOLON_COLUMNS =
  /^(attribution_|attributed_|attributing_|inclusion_|IL_|legal_(?!response_indicator)|political_response_|MITRE_|cyber_conflict_issue|offline_conflict_issue|offline_conflict_name|incident_type|source_incident_detection)/;

/** A list in either format, with its empty items: Python's in 1.1, "; " in 1.3 and in the tables beside it. */
export function readList(row: Row, field: string, notes: Notes): string[] {
  const cell = textOf(row[field]);
  if (!cell.startsWith("[")) return readSemicolonList(cell).items;
  const list = readPythonList(cell);
  if (list) return flatItems(list).map((item) => item.replaceAll("\u00a0", " ").trim());
  notes.flag(field, "the list in this cell cannot be read; it is kept as one item");
  return [cell];
}

/** Notes every word for missing in the row's "; " columns. */
export function noteMissingWords(row: Row, notes: Notes): void {
  for (const [field, cell] of Object.entries(row)) {
    if (typeof cell !== "string" || cell === "" || !SEMICOLON_COLUMNS.test(field)) continue;
    const missing = distinct(readSemicolonList(cell).missing);
    if (missing.length > 0) notes.repair(field, `${missing.join(", ")} stands for nothing here`, cell, "");
  }
}

/** A text cell; a hard blank in it becomes a blank, and the row says so. */
export function readText(row: Row, field: string, notes: Notes): string {
  const cell = row[field];
  if (typeof cell === "string" && cell.includes("\u00a0")) {
    notes.repair(field, "hard blanks became blanks", `${cell.split("\u00a0").length - 1} hard blanks`, "");
  }
  return textOf(cell);
}

export type Period = { start: When | null; end: When | null };

/** ISO in 1.1 and the dashboard's tables, day.month.year in 1.3. */
export function readDay(cell: string): Day | null {
  return dayFromIso(cell) ?? dayFromDottedDate(cell);
}

/** "2000-01-01" in the column of ends is a filler. */
const FILLER = "2000-01-01";

export function readPeriod(startCell: string, endCell: string, notes: Notes): Period {
  const startDay = readDay(startCell);
  const endDay = readDay(endCell);
  if (startCell !== "" && !startDay)
    notes.repair("start_date", "no date can be read here; the start is unknown", startCell, "");
  if (endCell !== "" && !endDay) notes.repair("end_date", "no date can be read here; the end is unknown", endCell, "");
  if (!startDay) {
    notes.flag("start_date", "no start: the row has no place on a time line");
    return { start: null, end: endDay && whenMeant(endDay, "year") };
  }
  const start = whenMeant(startDay, "year");
  return { start, end: endDay && readEnd(start, startDay, endDay, notes) };
}

function readEnd(start: When, startDay: Day, endDay: Day, notes: Notes): When | null {
  if (endDay >= startDay) return whenMeant(endDay, "year");
  const repair = (because: string, now: When | null): When | null => {
    notes.repair("end_date", because, endDay, now ?? "");
    return now;
  };
  if (endDay === FILLER) return repair("2000-01-01 is a filler; the end is unknown", null);
  const sameYear = endDay.slice(0, 4) === startDay.slice(0, 4);
  if (sameYear && endDay.endsWith("-01-01")) {
    return repair(`1 January is before the start, ${startDay}: only the year is meant`, whenAt(endDay, "year"));
  }
  if (endDay.slice(0, 7) === startDay.slice(0, 7) && endDay.endsWith("-01")) {
    return repair(`day 1 is before the start, ${startDay}: only the month is meant`, whenAt(endDay, "month"));
  }
  const other = exchanged(endDay);
  if (other && !endsBefore(start, whenAt(other, "day"))) {
    return repair(`the end is before the start, ${startDay}: day and month are exchanged`, whenAt(other, "day"));
  }
  return repair(`the end is before the start, ${startDay}; the end is unknown`, null);
}

/** The earliest of the dates in a cell, "2013-01-01 00:00:00" or "2013-01-01; 2015-03-06". */
export function earliestDate(cell: string): When | null {
  const days = readSemicolonList(cell).items.flatMap((item) => readDay(item) ?? []);
  const first = days.sort()[0];
  return first ? whenMeant(first, "year") : null;
}
