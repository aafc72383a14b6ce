// Sentences about change points, trends and tension for the terminal.

import type { Estimate, Interval } from "../../values/estimate.ts";
import type { Refusal } from "../../values/outcome.ts";
import { about, counted, number, probability } from "./en.ts";

type Told<Facts> = (Estimate & Facts) | { refused: Refusal };

export const dispersionCaution = (dispersion: number): string =>
  `Within the segments the counts vary ${dispersion.toFixed(1)} times as much as chance alone would have them: some of the changes may be noise.`;

export const changesSentence = (none: number, value: number): string =>
  `That nothing changed has probability ${none < 1e-6 ? "below .000001" : probability(none)}; ${value.toFixed(1)} changes are expected.`;

export const segmentHeads = ["from", "to", "points", "total", "rate", "interval"] as const;

export const segmentsFound = (segments: number): string =>
  segments === 1 ? "No change earns its penalty." : `${counted(segments - 1, "change")} found.`;

export function delaySentence(delay: Told<unknown>): string {
  if ("refused" in delay) return `How long until things become known cannot be told: ${delay.refused.because}`;
  const { value, unit, interval } = delay;
  return `Half of what becomes known at all is known within ${value.toFixed(1)} ${unit} (${ends(interval, 1)}).`;
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
