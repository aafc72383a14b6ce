// The values of facets as people read them.

import type { Party } from "../../../../values/case-file.ts";
import type { Check, Effect, Sector } from "../../../../values/statement.ts";
import {
  checkWords,
  effectNames,
  facetTitles,
  kindNames,
  listName,
  sectorNames,
  standingNames,
} from "../../../words/en-codes.ts";
import { incidents, rail } from "../../../words/en-pages.ts";
import { stateName } from "../../state-names.ts";
import { shown } from "../../use-case.ts";

export function facetValueName(facet: string, value: string, parties: readonly [Party, Party] | null): string {
  switch (facet) {
    case "from":
      return `${facetTitles.from}: ${shown(parties, value, stateName).name}`;
    case "to":
      return `${facetTitles.to}: ${shown(parties, value, stateName).name}`;
    case "by":
      return value === "third"
        ? rail.third
        : rail.sourcesIn(parties?.find(({ iso }) => iso === value)?.inSentence.en ?? stateName(value));
    case "since":
      return `${incidents.since} ${value}`;
    case "until":
      return `${incidents.until} ${value}`;
    case "q":
      return `“${value}”`;
    default:
      return plainValue(facet, value, parties);
  }
}

/** A value without its facet's title, where that stands above it. */
export function plainValue(facet: string, value: string, parties: readonly [Party, Party] | null): string {
  switch (facet) {
    case "from":
    case "to":
      return shown(parties, value, stateName).name;
    case "list":
      return listName(value);
    case "effect":
      return effectNames[value as Effect] ?? value;
    case "sector":
      return sectorNames[value as Sector] ?? value;
    case "standing":
      return standingNames[value] ?? value;
    case "kind":
      return kindNames[value] ?? value;
    case "checked":
      return checkWords[value as Check] ?? value;
    default:
      return value;
  }
}
