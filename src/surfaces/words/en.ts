// Every sentence that a person reads and that is not data, in English. Another language is another file of this shape.

import type { DateKind } from "../../ledger/incident.ts";
import type { Interval } from "../../values/estimate.ts";

/** A count and its noun: "1 incident", "12 incidents", "1,204 incidents". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function number(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 0 });
}

/** A number rounded to what is known of it: two figures where its interval is wide, three where it is narrow. */
export function about(value: number, { lower, upper }: Pick<Interval, "lower" | "upper">): string {
  const figures = upper - lower > value / 10 ? 2 : 3;
  if (value === 0) return "0";
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1 - figures);
  return number(Math.round(value / unit) * unit);
}

/** A probability as printed: ".06", ".0005". */
export function probability(p: number): string {
  if (p >= 0.995) return "1.0";
  const digits = p >= 0.01 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(Math.max(p, 1e-6))));
  return p.toFixed(digits).replace(/^0/, "");
}

export function ratio(value: number): string {
  return value >= 10 ? number(value) : value.toFixed(value >= 1 ? 1 : 2);
}

/** A number to three figures, without an exponent where it can do without: "0.174", "0", "1,630". */
export function significant(value: number): string {
  return threeFigures.format(value);
}

export function list(items: readonly string[]): string {
  return conjunction.format(items);
}

// Made once: making one takes longer than all that a page formats while a slider moves.
const threeFigures = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 });
const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

export const dateKinds: Record<DateKind, string> = {
  first: "first date on record (start; else disclosure; else attribution)",
  happened: "start of the operation",
  disclosed: "disclosure",
  attributed: "first attribution",
};

export const sideNames = (iso: string, name: string): string =>
  iso === "third" ? "third parties" : `sources in ${name}`;

export const checkNames = {
  "list-row": "checked against the list’s row",
  "page-read": "compared with the page, in excerpt",
  "not-checked": "from general knowledge, not checked",
} as const;

export const stanceNames = { asserts: "says so", denies: "denies", doubts: "doubts", supports: "supports" } as const;

export const basisNames = {
  technical: "technical evidence",
  legal: "legal proceedings",
  political: "political statement",
  leak: "leaked documents",
  inference: "a list’s own coding",
  unknown: "basis not given",
} as const;
