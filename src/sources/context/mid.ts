// Dyadic Militarized Interstate Disputes 4.03 (maozEtAl2019): how hostile was a state toward another in a year? One row
// per directed dyad and year, each dispute in both directions. Context for a dyad.

import { numberOf, textOf } from "../cell-text.ts";
import type { Importer, Notes, Rejection, Row, Yield } from "../importer.ts";
import { stateOfCow, whenOfParts, withinYear } from "./cow-period.ts";

export const mid: Importer = {
  name: "dyadic-mid-4.03",
  title: "Dyadic Militarized Interstate Disputes 4.03",
  publisher: "Maoz, Johnson, Kaplan, Ogunkoya and Shreve",
  licence: "not stated; see the publisher's page",
  url: "https://correlatesofwar.org/data-sets/mids/",
  references: ["maozEtAl2019"],
  coverage: {
    from: 1816,
    to: 2014,
    directions: "both",
    inclusion: "threat, display or use of military force by one state against another",
    frozen: null,
  },
  layout: {
    format: "csv",
    columns: [
      "disno",
      "statea",
      "stateb",
      "year",
      "strtday",
      "strtmnth",
      "strtyr",
      "endday",
      "endmnth",
      "endyear",
      "hihosta",
      "hihost",
    ],
  },
  readRow: readDyadYear,
};

function readDyadYear(row: Row, notes: Notes): Yield | Rejection {
  const [from, to] = [stateOfCow(row["statea"]), stateOfCow(row["stateb"])];
  if (!from) return { field: "statea", because: `no state of today: COW ${textOf(row["statea"])}` };
  if (!to) return { field: "stateb", because: `no state of today: COW ${textOf(row["stateb"])}` };
  const year = numberOf(row["year"]);
  if (year === null || !Number.isInteger(year))
    return { field: "year", because: `expected a year, got "${textOf(row["year"])}"` };
  const value = numberOf(row["hihosta"]);
  if (value === null || value < 1 || value > 5) {
    return { field: "hihosta", because: `expected a level of hostility from 1 to 5, got "${textOf(row["hihosta"])}"` };
  }
  const start = whenOfParts(row["strtyr"], row["strtmnth"], row["strtday"]);
  const end = whenOfParts(row["endyear"], row["endmnth"], row["endday"]);
  if (start && start.length < 10) notes.flag("strtday", "the day of the start is unknown");
  if (end && end.length < 10) notes.flag("endday", "the day of the end is unknown");
  const when = withinYear(start, end, year);
  const label = `Dispute ${textOf(row["disno"])}`;
  return {
    context: [
      { series: "mid-hostility", when, value, unit: "highest hostility, 1 none to 5 war", states: [from, to], label },
    ],
  };
}
