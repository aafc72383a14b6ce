import { expect, test } from "vitest";
import { InputError } from "../../values/errors.ts";
import { defaultLimits } from "./limits.ts";
import { checkSheet } from "./sheet-bounds.ts";

const check = (rows: string): void => {
  checkSheet(
    new TextEncoder().encode(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    "f.xlsx",
    defaultLimits,
  );
};
const times = (count: number, row: (number: number) => string): string => {
  return Array.from({ length: count }, (_, index) => row(index + 1)).join("");
};

test("rows that each name one cell far to the right are refused before they are laid out", () => {
  expect(() => check(times(1000, (n) => `<row r="${n}"><c r="XFD${n}"><v>1</v></c></row>`))).toThrow(InputError);
  expect(() => check(times(1000, (n) => `<x:row r='${n}'><x:c s="1" r='XFD${n}'/></x:row>`))).toThrow(InputError);
  expect(() => check(times(1000, (n) => `<row r="${n}"><c r="CV${n}"><v>1</v></c></row>`))).not.toThrow();
});

test("a row beyond the last that a spreadsheet has is refused", () => {
  expect(() => check('<row r="4000000000"><c r="A1"/></row>')).toThrow(InputError);
  expect(() => check('<row r="1048576"><c r="A1048576"/></row>')).not.toThrow();
});

test("cells without a place of their own follow one another", () => {
  expect(() => check(times(1000, () => `<row>${"<c><v>1</v></c>".repeat(100)}</row>`))).not.toThrow();
});
