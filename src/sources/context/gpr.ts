// The Geopolitical Risk index (caldaraIacoviello2022): how much of what newspapers write in a month is about
// geopolitical threats and acts, for the world and for single countries? Context for a dyad, no statement about it.

import { isStateCode, type StateCode } from "../../values/state.ts";
import type { When } from "../../values/when.ts";
import { numberOf, textOf } from "../cell-text.ts";
import type { Context, Importer, Layout, Notes, Rejection, Row, Yield } from "../importer.ts";
import { dayFromIso } from "../list-date.ts";

const WORLD = ["GPR", "GPRT", "GPRA", "GPRH", "GPRHT", "GPRHA"];

export const gpr: Importer = series("gpr", "old binary spreadsheet", { format: "xls", columns: ["month", ...WORLD] });
/** A table of some of its columns, with months as YYYY-MM. */
export const gprCsv: Importer = series("gpr-csv", "as CSV", {
  format: "csv",
  columns: ["month", "GPR", "GPRT", "GPRA"],
});

function series(name: string, form: string, layout: Layout): Importer {
  return {
    name,
    title: `Geopolitical Risk index, monthly, ${form}`,
    publisher: "Dario Caldara and Matteo Iacoviello",
    licence: "not stated; see the publisher's page",
    url: "https://www.matteoiacoviello.com/gpr_files/data_gpr_export.xls",
    references: ["caldaraIacoviello2022"],
    coverage: {
      from: 1900,
      to: null,
      directions: "none: an index of the world and of single countries",
      inclusion: "share of newspaper articles, by month; countries from 1985, historical series from 1900",
      frozen: null,
    },
    layout,
    readRow: (row, notes) => readMonth(row, notes, layout),
  };
}

function readMonth(row: Row, notes: Notes, layout: Layout): Yield | Rejection {
  const written = textOf(row["month"]);
  const day = dayFromIso(written) ?? dayFromIso(`${written}-01`);
  if (!day) return { field: "month", because: `expected a month, got "${written}"` };
  if (layout.format === "xls" && notes.row === 1 && day.startsWith("1900-")) {
    notes.repair(
      "month",
      "serials of the 1900 system count 29 February 1900, a day that never was",
      written,
      day.slice(0, 7),
    );
  }
  const when = day.slice(0, 7) as When;
  const context = Object.entries(row).flatMap(([column, cell]) => valueOf(column, cell, when, notes));
  return context.length > 0 ? { context } : { field: "GPR", because: "the month has no value", quiet: true };
}

function valueOf(column: string, cell: unknown, when: When, notes: Notes): Context[] {
  const country = /^GPRH?C_([A-Z]{3})$/.exec(column)?.[1];
  if (country === undefined && !WORLD.includes(column)) return [];
  if (cell === null || cell === undefined || cell === "") return [];
  const value = numberOf(cell);
  if (value === null || value < 0) {
    notes.flag(column, `no value: "${textOf(cell).slice(0, 40)}"`);
    return [];
  }
  const states: StateCode[] = country !== undefined && isStateCode(country) ? [country] : [];
  const unit = country === undefined ? "index, 1985–2019 = 100" : "percent of articles";
  return [
    {
      series: country === undefined ? column.toLowerCase() : column.split("_")[0]!.toLowerCase(),
      when,
      value,
      unit,
      states,
    },
  ];
}
