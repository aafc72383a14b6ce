// What charts say, in English.

import type { Interval } from "../../values/estimate.ts";
import { counted, list, ratio } from "./en.ts";

export const charts = {
  direction: (from: string, to: string): string => `${from} → ${to}`,
  yearsTitle: (from: string, to: string): string =>
    `Incidents on record per year: ${from} → ${to} above the line, ${to} → ${from} below it`,
  actsHeading: "Acts that bear on cyber operations: cooperative above each line, adverse below",
  coverageHeading: "Years that each source covers; hatched where it does not",
  acts: (count: number): string => counted(count, "act"),
  bothTogether: "both together",
  otherStates: "others",
  since: (year: number): string => `since ${year}`,
  years: (from: number, to: number): string => `${from}–${to}`,
  directionTold: ({
    from,
    to,
    total,
    undated,
    most,
  }: {
    from: string;
    to: string;
    total: number;
    undated: number;
    most: { year: number; count: number } | null;
  }): string => {
    const busiest = most === null ? "" : `, most in ${most.year} (${most.count})`;
    return `${from} → ${to}: ${counted(total, "dated incident")}${busiest}${undated > 0 ? `, ${undated} without such a date` : ""}`;
  },
  yearsDescription: ({
    directions,
    countedBy,
    dates,
    acts,
  }: {
    directions: string[];
    countedBy: string;
    dates: string;
    acts: number;
  }): string =>
    `${directions.join(". ")}. Counted by ${countedBy}; placed by ${dates}. ${counted(acts, "act")} on the same axis.`,
  year: "Year",
  actsColumn: "Acts",
  coveredBy: "Covered by",
  notCovered: "not covered",
  noList: "no list",
  whose: "Who counts",
  ratioColumn: "Ratio",
  lower: "From",
  upper: "To",
  remark: "Remark",
  refusal: (because: string): string => `No estimate: ${because.charAt(0).toLowerCase()}${because.slice(1)}`,
  ratio: (value: number, { lower, upper, level }: Interval): string =>
    `×${ratio(value)} (${100 * level}%: ${ratio(lower)} to ${ratio(upper)})`,
  range: ({ lower, upper, level }: Interval): string => `${100 * level}%: ${ratio(lower)} to ${ratio(upper)}`,
  overlapTitle: (direction: string): string => `Which lists hold the same incidents, ${direction}`,
  overlapTotal: (observed: number): string => `${counted(observed, "incident")} on at least one list.`,
  exactlyOn: "On exactly these lists",
  incidents: "Incidents",
  noRule: "no rule",
  windowsTitle: "Years that each source covers",
  source: "Source",
  firstYear: "First year",
  lastYear: "Last year",
  stillKept: "still kept",
  parityTitle: (from: string, to: string): string =>
    `How many times ${from} → ${to} is the other direction, by who counts`,
  equal: "equal",
  fallTitle: (months: number): string =>
    `Rate in the ${months} months after, as a multiple of the ${months} months before, by list`,
  unchanged: "unchanged",
  listed: (names: readonly string[]): string => list(names),
};
