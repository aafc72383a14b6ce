// The CFR tracker's twelve columns, and rows whose cells ran into one another: a closing quotation mark that was lost
// with the encoding ("??" instead of it) took the commas after it into the cell.

import type { Notes, Row } from "../importer.ts";

export const cfrColumns = [
  "Title",
  "Date",
  "Affiliations",
  "Description",
  "Response",
  "Victims",
  "Sponsor",
  "Type",
  "Category",
  "Sources_1",
  "Sources_2",
  "Sources_3",
] as const;

export type CfrCells = Record<(typeof cfrColumns)[number], string>;

export const cfrTypes: readonly string[] = [
  "Espionage",
  "Sabotage",
  "Denial of service",
  "Data destruction",
  "Financial Theft",
  "Defacement",
  "Doxing",
];
export const cfrCategories: readonly string[] = ["Government", "Military", "Private sector", "Civil society"];

const FIRST_TEXT = cfrColumns.indexOf("Description");
const SPONSOR = cfrColumns.indexOf("Sponsor");
const TYPE = cfrColumns.indexOf("Type");

/** The cells as the tracker meant them. Where they were shifted, every moved column is noted with its old value. */
export function untangleCells(row: Row, notes: Notes): CfrCells {
  const cells = cfrColumns.map((name) => (typeof row[name] === "string" ? row[name] : ""));
  const mended = mend(cells);
  if (!mended) return toCells(cells);
  for (const [index, name] of cfrColumns.entries()) {
    if (mended[index] === cells[index]) continue;
    notes.repair(name, "a lost quotation mark had shifted the cells", cells[index], mended[index]);
  }
  return toCells(mended);
}

function toCells(cells: readonly string[]): CfrCells {
  return Object.fromEntries(cfrColumns.map((name, index) => [name, cells[index] ?? ""])) as CfrCells;
}

/** Null where nothing has to be mended, or where nobody can tell how. */
function mend(cells: readonly string[]): string[] | null {
  // The swallowed text ends in the quotation mark that was meant to close the cell.
  const close = cells.findIndex((cell, index) => index >= FIRST_TEXT && index <= SPONSOR && cell.endsWith('"'));
  if (close < 0) return null;
  const rest = cells.slice(close + 1);
  const type = rest.findIndex((cell, index) => cfrTypes.includes(cell) && isCategory(rest[index + 1] ?? ""));
  if (type < 0) return null;
  // The first cell of the rest stands `type` columns before Type; what lies between is inside the swallowed text.
  const firstOfRest = TYPE - type;
  const open = cells.findIndex((cell, index) => index >= FIRST_TEXT && index <= close && /\?\?,/.test(cell));
  if (open < 0) return null;
  const parts = splitSwallowed(
    cells
      .slice(open, close + 1)
      .join(",")
      .slice(0, -1),
    firstOfRest - open,
  );
  if (!parts) return null;
  const mended = [...cells.slice(0, open), ...parts, ...rest];
  const overflow = mended.slice(cfrColumns.length);
  if (overflow.some((cell) => cell !== "")) return null;
  return [...mended, ...Array<string>(cfrColumns.length).fill("")].slice(0, cfrColumns.length);
}

/** "text.??,,Indian officials" in three: the comma after the lost mark ends the first, each next one another. */
function splitSwallowed(text: string, count: number): string[] | null {
  const mark = text.lastIndexOf("??,");
  if (mark < 0 || count < 2) return null;
  const parts = [text.slice(0, mark + 2)];
  let rest = text.slice(mark + 3);
  while (parts.length < count - 1) {
    const comma = rest.indexOf(",");
    if (comma < 0) return null;
    parts.push(rest.slice(0, comma));
    rest = rest.slice(comma + 1);
  }
  return [...parts, rest];
}

function isCategory(cell: string): boolean {
  return cell !== "" && cell.split(", ").every((name) => cfrCategories.includes(name));
}

/** Whether letters outside ASCII were lost as question marks: "Poland??", "?the", "weeks.?". */
export function hasLostLetters(text: string): boolean {
  return /\?\?|\?\p{L}|[.,]\?/u.test(text);
}
