// A plain table for terminals: columns as wide as their content, the last one wrapped.

import { oneLine } from "../../values/errors.ts";

/** Lines of a table; columns that hold only numbers stand to the right. */
export function table(rows: readonly (readonly string[])[], columns: number): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: count }, (_, column) => oneLine(row[column] ?? "")));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...cells.map((row) => width(row[column] ?? ""))),
  );
  const used = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const last = Math.max(20, columns - used);
  const right = widths.map((_, column) => cells.slice(1).every((row) => /^[\d.,–-]*$/.test(row[column] ?? "")));
  return cells.flatMap((row) => {
    const lines = wrap(row[count - 1] ?? "", last);
    const lead = row
      .slice(0, -1)
      .map((text, column) => pad(text, widths[column] ?? 0, right[column] ?? false))
      .join("  ");
    return lines.map((line, index) =>
      `${index === 0 ? lead : " ".repeat(width(lead))}  ${right[count - 1] ? pad(line, widths[count - 1] ?? 0, true) : line}`.trimEnd(),
    );
  });
}

/** Breaks a text at blanks; Chinese, which has none, is broken anywhere. Line ends of the text's own are blanks. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of oneLine(text).split(/(?<=\s)|(?<=\p{Script=Han})/u)) {
    if (width(line) + width(word.trimEnd()) > columns && line !== "") {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}

function pad(text: string, to: number, right: boolean): string {
  const blanks = " ".repeat(Math.max(0, to - width(text)));
  return right ? blanks + text : text + blanks;
}

/** Columns that a text takes: Chinese characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 2 : 1;
  return columns;
}
