// Sentences about change points, trends and tension for the terminal.

import type { Estimate, Interval } from "../../values/estimate.ts";
import type { Refusal } from "../../values/outcome.ts";
import type { BesideRow } from "../inputs/tension-beside.ts";
import { about, counted, number, probability } from "./en.ts";

type Told<Facts> = (Estimate & Facts) | { refused: Refusal };

export const dispersionCaution = (dispersion: number): string =>
  `Within the segments the counts vary ${dispersion.toFixed(1)} times as much as chance alone would have them: some of the changes may be noise.`;

export const changesSentence = (none: number, value: number): string =>
  `That nothing changed has probability ${none < 1e-6 ? "below .000001" : probability(none)}; ${value.toFixed(1)} changes are expected.`;

export const segmentHeads = ["from", "to", "points", "total", "rate", "interval"] as const;

export const segmentsFound = (segments: number): string =>
  segments === 1 ? "No change earns its penalty." : `${counted(segments - 1, "change")} found.`;

export function delaySentence(unit: "months" | "years", delay: Told<{ cases: number; longest: number }>): string {
  const dated = unit === "months" ? "dated to the month" : "dated at least to the year";
  if ("refused" in delay) return `Of what is ${dated}, no delay can be told: ${delay.refused.because}`;
  const { value, interval, cases, longest } = delay;
  return `Of ${counted(cases, "incident")} ${dated}, half of those known within ${longest} ${unit} are known within ${value.toFixed(1)} (${ends(interval, 1)}).`;
}

/** What the slope says, how sure that is, and what would turn it. */
export function trendSentence(
  name: string,
  trend: Told<{ total: number; probabilityOfRise: number; wouldTurn: number | null }>,
): string {
  if ("refused" in trend) return `${name}: no trend. ${trend.refused.because}`;
  const { value, interval, total, probabilityOfRise: rise, wouldTurn: turn } = trend;
  const change = (factor: number): string => `${factor >= 1 ? "+" : "−"}${Math.abs(100 * (factor - 1)).toFixed(1)}%`;
  const words = `${name}, ${counted(total, "incident")}: ${change(value)} a year (${100 * interval.level}%: ${change(interval.lower)} to ${change(interval.upper)}); that it rises has probability ${probability(rise)}`;
  if (turn === null) return `${words}; the last year alone could not turn it.`;
  return `${words}; ${counted(Math.abs(turn), "case")} ${turn > 0 ? "more" : "fewer"} in the last year would turn it.`;
}

export function nowcastSentence({ value, interval }: Estimate): string {
  return `About ${about(value, interval)} more are expected for the last years (${100 * interval.level}%: ${number(interval.lower)} to ${number(interval.upper)}).`;
}

function ends({ lower, upper, level }: Interval, digits: number): string {
  return `${100 * level}%: ${lower.toFixed(digits)} to ${upper.toFixed(digits)}`;
}

export const tensionFormula =
  "index = 100 S / mean of S over the months; S adds weight × severity × 2^(−days since / half-life) over acts and operations";

export function besideSentence({ state, months, correlation }: BesideRow): string {
  const name = `Geopolitical Risk index of ${state ?? "the world"}`;
  if ("refused" in correlation) return `${name}: no comparison. ${correlation.refused.because}`;
  const { value, interval } = correlation;
  const figure = (one: number): string => one.toFixed(2).replace("-", "−");
  return `${name}, context and no test: over ${number(months)} months the rank correlation is ${figure(value)} (${100 * interval.level}%: ${figure(interval.lower)} to ${figure(interval.upper)}, by blocks of a year).`;
}

export function tensionSentence(month: string | null, { value, interval }: Estimate): string {
  const said = `${value.toFixed(0)} (${100 * interval.level}%: ${interval.lower.toFixed(0)} to ${interval.upper.toFixed(0)})`;
  return month === null ? said : `At the end of ${month} the tension index is ${said}, where 100 is its long-run mean.`;
}

/** Where a list ends before the months do, fewer operations are on record for want of a list. */
export function tensionCautions(listsEnd: number, monthsEnd: number): string[] {
  const usual =
    "What one side publishes of itself or of the other is not what it does: an accusation and the operation that it names both count.";
  if (!(listsEnd < monthsEnd)) return [usual];
  return [
    `The first list ends with ${listsEnd}: after it fewer operations are on record than there were, so the index reads too low.`,
    usual,
  ];
}

export const contributionHeads = ["when", "kind", "points now", "what"] as const;
