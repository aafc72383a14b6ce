// Tacit restraint, in words.

import type { DirectionRestraint, Understanding } from "../../measure/restraint/index.ts";
import type { CategoryCount } from "../../measure/restraint/habit.ts";
import { counted, list, probability } from "./en.ts";

const bandWords = { low: "severity 0–2", middle: "severity 3–4", high: "severity 5–10" } as const;

export function categoryWords({ sector, effect, band }: Pick<CategoryCount, "sector" | "effect" | "band">): string {
  return `${effect} against ${sector}, ${bandWords[band]}`;
}

export function directionSentence(direction: DirectionRestraint, level: number): string {
  const { from, to, deeds, againstOthers } = direction;
  const base = `${from} is on record with ${counted(deeds, "deed")} against ${to} and ${counted(againstOthers, "deed")} against its other rivals`;
  if ("refused" in direction) return `${base}. No answer: ${direction.refused.because}`;
  const fewer = direction.categories.filter(({ q }) => q !== null && q <= level);
  if (fewer.length === 0) return `${base}: it spares ${to} nothing that it does to them, as far as these counts tell.`;
  const told = fewer.map(
    (one) =>
      `${categoryWords(one)} (${one.observed} where its habits give ${one.expected.toFixed(1)}, p ${probability(one.p)})`,
  );
  return `${base}. Rarer than its habits: ${list(told)}.`;
}

export function understandingSentence(found: Understanding): string {
  const [first, second] = found.directions;
  const counts = `${first.observed} where habits give ${first.expected.toFixed(1)}, and ${second.observed} where they give ${second.expected.toFixed(1)}`;
  const standing = found.candidate
    ? "lasting, and not explained by coverage: a candidate for a tacit understanding"
    : list([
        found.lasting ? "lasting" : "not in both halves of the period",
        found.coverage.explains ? "explained by coverage or by one other rival" : "not explained by coverage",
      ]);
  return `Between ${found.between.join(" and ")}, ${categoryWords(found)}: ${counts} (p ${probability(found.p)}); ${standing}.`;
}
