// International Crisis Behavior 15 (icb15): which crises did a state, or two states against each other, go through?
// Context for a dyad. One table has a row per actor of a crisis, the other one per dyad and year.

import { isWhen, whenBetween, type When } from "../../values/when.ts";
import { numberOf, textOf } from "../cell-text.ts";
import type { Context, Importer, Rejection, Row, Yield } from "../importer.ts";
import { stateOfCow, whenOfParts, withinYear } from "./cow-period.ts";

const about = {
  publisher: "Brecher, Wilkenfeld, Beardsley, James and Quinn",
  licence: "not stated; see the publisher's page",
  url: "https://sites.duke.edu/icbdata/",
  references: ["icb15"],
  coverage: {
    from: 1918,
    to: 2019,
    directions: "none: a crisis is between its parties",
    inclusion: "a perceived threat to basic values, a finite time to answer, and a heightened chance of war",
    frozen: null,
  },
} satisfies Partial<Importer>;

export const icbActors: Importer = {
  ...about,
  name: "icb-15-actors",
  title: "International Crisis Behavior 15, actors",
  layout: {
    format: "csv",
    columns: ["crisno", "cracid", "crisname", "yrtrig", "motrig", "datrig", "yrterm", "moterm", "daterm", "viol"],
  },
  readRow: readActor,
};

export const icbDyads: Importer = {
  ...about,
  name: "icb-15-dyads",
  title: "International Crisis Behavior 15, dyads by year",
  layout: {
    format: "csv",
    columns: [
      "crisno",
      "year",
      "crisname",
      "statea",
      "stateb",
      "trgyrdy",
      "trgmody",
      "trgdady",
      "trmyrdy",
      "trmmody",
      "trmdady",
    ],
  },
  readRow: readDyadYear,
};

function readActor(row: Row): Yield | Rejection {
  const state = stateOfCow(row["cracid"]);
  if (!state) return { field: "cracid", because: `no state of today: COW ${textOf(row["cracid"])}` };
  const trigger = whenOfParts(row["yrtrig"], row["motrig"], row["datrig"]);
  if (!trigger) return { field: "yrtrig", because: `expected a year, got "${textOf(row["yrtrig"])}"` };
  const end = whenOfParts(row["yrterm"], row["moterm"], row["daterm"]);
  const period = end === null ? trigger : whenBetween(trigger, end);
  const when: When = isWhen(period) ? period : trigger;
  const value = numberOf(row["viol"]) ?? 0;
  return {
    context: [
      {
        series: "icb-actor",
        when,
        value,
        unit: "violence, 1 none to 4 full-scale war",
        states: [state],
        label: labelOf(row),
      },
    ],
  };
}

function readDyadYear(row: Row): Yield | Rejection {
  const [a, b] = [stateOfCow(row["statea"]), stateOfCow(row["stateb"])];
  if (!a) return { field: "statea", because: `no state of today: COW ${textOf(row["statea"])}` };
  if (!b) return { field: "stateb", because: `no state of today: COW ${textOf(row["stateb"])}` };
  const year = numberOf(row["year"]);
  if (year === null || !Number.isInteger(year))
    return { field: "year", because: `expected a year, got "${textOf(row["year"])}"` };
  const trigger = whenOfParts(row["trgyrdy"], row["trgmody"], row["trgdady"]);
  const end = whenOfParts(row["trmyrdy"], row["trmmody"], row["trmdady"]);
  const context: Context = {
    series: "icb-dyad",
    when: withinYear(trigger, end, year),
    value: 1,
    unit: "crisis",
    states: [a, b],
    label: labelOf(row),
  };
  return { context: [context] };
}

function labelOf(row: Row): string {
  return `Crisis ${textOf(row["crisno"])}: ${textOf(row["crisname"])}`;
}
