// What a reader may ask, as it stands in an address or on a command line: parsed here and nowhere else.

import { dateKindNames, type DateKind } from "../../ledger/incident.ts";
import { facetNames, type FacetName, type Filter } from "../../ledger/filter.ts";
import type { BriefOptions } from "../brief/compose.ts";
import { isDay, type Day } from "../../values/day.ts";
import { InputError } from "../../values/errors.ts";
import { isStateCode, type StateCode } from "../../values/state.ts";
import type { Side } from "../../measure/tally.ts";

/** Parameters by name; one that is given several times has its values joined by commas. */
export type Parameters = Record<string, string | undefined>;

const LONGEST_PARAMETER = 500;

/** Reads what follows the reader everywhere: `asof`, `date` (which kind), `by` (who counts) and `read` (which capital reads). */
export function briefOptions(parameters: Parameters): BriefOptions {
  const reader = readerOf(parameters["read"]);
  return {
    asof: asofOf(parameters["asof"]),
    dates: dateKindFrom(parameters["date"]),
    side: sideOf(parameters["by"]),
    ...(reader === null ? {} : { reader }),
  };
}

export function asofOf(text: string | undefined): Day | null {
  if (text === undefined || text === "") return null;
  if (!isDay(text)) throw new InputError("asof", "a day that exists, as YYYY-MM-DD", text);
  return text;
}

/** A moment of the record: a day means its end. Null where none is asked for. */
export function recordedOf(text: string | undefined): string | null {
  if (text === undefined || text === "") return null;
  if (isDay(text)) return `${text}T23:59:59.999Z`;
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? new Date(text)
    : null;
  if (!moment || Number.isNaN(moment.getTime()))
    throw new InputError("recorded", "a day as YYYY-MM-DD, or a moment as 2026-01-02T03:04:05Z", text);
  return moment.toISOString();
}

export function dateKindFrom(text: string | undefined): DateKind {
  if (text === undefined || text === "") return "first";
  const found = dateKindNames.find((name) => name === text);
  if (!found) throw new InputError("date", `one of ${dateKindNames.join(", ")}`, text);
  return found;
}

function readerOf(text: string | undefined): StateCode | null {
  if (text === undefined || text === "") return null;
  const code = text.toUpperCase();
  if (!isStateCode(code)) throw new InputError("read", "a state such as USA", text);
  return code;
}

function sideOf(text: string | undefined): Side | null {
  if (text === undefined || text === "") return null;
  if (text === "third") return text;
  const code = text.toUpperCase();
  if (!isStateCode(code)) throw new InputError("by", "a state such as USA, or third", text);
  return code;
}

export function incidentFilter(parameters: Parameters): Filter {
  const facets: Filter["facets"] = {};
  for (const name of facetNames) {
    const values = listOf(name, parameters[name]);
    if (values.length > 0) facets[name] = values;
  }
  const text = parameters["q"] ?? "";
  if (text.length > LONGEST_PARAMETER) throw new InputError("q", `at most ${LONGEST_PARAMETER} characters`, text);
  return {
    facets,
    text,
    years: { from: yearFrom("since", parameters["since"]), to: yearFrom("until", parameters["until"]) },
    dates: dateKindFrom(parameters["date"]),
  };
}

function listOf(name: FacetName, text: string | undefined): string[] {
  if (text === undefined || text === "") return [];
  if (text.length > LONGEST_PARAMETER) throw new InputError(name, `at most ${LONGEST_PARAMETER} characters`, text);
  const values = text.split(",").map((value) => spelledAsCode(name, value.trim()));
  if (values.some((value) => !/^[A-Za-z0-9.:_-]{1,60}$/.test(value)))
    throw new InputError(name, "words joined by commas", text);
  return values;
}

/** States may be asked for in small letters, here as where one side counts. */
function spelledAsCode(name: FacetName, value: string): string {
  const isOfState = name === "from" || name === "to" || name === "by";
  return isOfState && isStateCode(value.toUpperCase()) ? value.toUpperCase() : value;
}

function yearFrom(name: string, text: string | undefined): number | null {
  if (text === undefined || text === "") return null;
  if (!/^\d{4}$/.test(text)) throw new InputError(name, "a year of four digits", text);
  return Number(text);
}
