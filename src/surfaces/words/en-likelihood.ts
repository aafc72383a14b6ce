// How likely, in words: the seven bands of ICD 203 and no others (icd203). Likelihood and confidence are two sentences; a
// number stands beside each word, because readers take one word for many numbers.

import { counted, number } from "./en.ts";

export type Band = { from: number; to: number; word: string };

/** The bands, each up to the beginning of the next. */
export const bands: readonly Band[] = [
  { from: 0, to: 0.05, word: "almost no chance" },
  { from: 0.05, to: 0.2, word: "very unlikely" },
  { from: 0.2, to: 0.45, word: "unlikely" },
  { from: 0.45, to: 0.55, word: "roughly even chance" },
  { from: 0.55, to: 0.8, word: "likely" },
  { from: 0.8, to: 0.95, word: "very likely" },
  { from: 0.95, to: 1, word: "almost certain" },
];

export function bandOf(probability: number): Band {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`Cannot put ${probability} into words: it is no probability`);
  return bands.findLast(({ from }) => probability >= from) ?? (bands[0] as Band);
}

/** "It is very likely (91%) that there were fewer." The word is that of the number beside it, as rounded. */
export function likely(probability: number, clause: string): string {
  const { word } = bandOf(Math.round(100 * probability) / 100);
  const chance = percent(probability);
  if (word === "almost no chance" || word === "roughly even chance")
    return `There is ${word === "almost no chance" ? word : `a ${word}`} (${chance}) that ${clause}.`;
  return `It is ${word} (${chance}) that ${clause}.`;
}

/** Never 0% or 100%: no estimate here is that sure. */
export function percent(probability: number): string {
  if (probability < 0.01) return "under 1%";
  if (probability > 0.99) return "over 99%";
  return `${Math.round(100 * probability)}%`;
}

export type Confidence = "high" | "moderate" | "low";

/** How good the ground is, in its own sentence with its reasons. */
export function confidence(level: Confidence, reasons: readonly string[]): string {
  return `${level.charAt(0).toUpperCase()}${level.slice(1)} confidence: ${joined(reasons)}.`;
}

/** "Too few to say: 3 incidents are on record, and at least 5 are needed." */
export function tooFew(found: number, needed: number, what = "incident"): string {
  return `Too few to say: ${counted(found, what)} ${found === 1 ? "is" : "are"} on record, and at least ${number(needed)} are needed.`;
}

/** What one list says of a change; it cannot tell where chance alone could bring what it shows. */
export type Saying = "fewer" | "more" | "cannot tell";

/** "The lists disagree: two say fewer, one cannot tell." */
export function agreementOf(sayings: readonly Saying[]): string {
  if (sayings.length === 0) return "No list speaks of this.";
  const counts = (["fewer", "more", "cannot tell"] as const)
    .map((saying) => ({ saying, count: sayings.filter((one) => one === saying).length }))
    .filter(({ count }) => count > 0);
  const [first, ...others] = counts;
  if (first && others.length === 0) {
    if (first.saying === "cannot tell") return sayings.length === 1 ? "The one list cannot tell." : "No list can tell.";
    return sayings.length === 1 ? `The one list says ${first.saying}.` : `The lists agree: ${first.saying}.`;
  }
  const told = counts.map(({ saying, count }) =>
    saying === "cannot tell"
      ? `${inWords(count)} cannot tell`
      : `${inWords(count)} ${count === 1 ? "says" : "say"} ${saying}`,
  );
  return `The lists disagree: ${told.join(", ")}.`;
}

export function inWords(count: number): string {
  return ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][count] ?? number(count);
}

function joined(reasons: readonly string[]): string {
  return reasons.length <= 2
    ? reasons.join(" and ")
    : `${reasons.slice(0, -1).join(", ")}, and ${reasons.at(-1) ?? ""}`;
}
