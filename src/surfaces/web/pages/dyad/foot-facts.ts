// What every chart of a brief says under itself.

import type { Brief } from "../../../brief/compose.ts";
import type { Window } from "../../../charts/years.ts";
import { listName } from "../../../words/en-codes.ts";
import type { FootFacts } from "../../parts/chart-foot.tsx";

export function footFacts(brief: Brief, lists: readonly string[] = measured(brief)): FootFacts {
  return {
    sources: [...lists.map(listName), `case ${brief.case} ${brief.version}`],
    asof: brief.asof,
    caseTitle: brief.title.en,
    version: brief.version,
  };
}

function measured({ directions }: Brief): string[] {
  return directions[0]?.overlap.lists ?? [];
}

/** The windows of the measured lists, the earliest first. */
export function windowsOf(brief: Brief): Window[] {
  return measured(brief)
    .flatMap((name) => brief.sources.filter((source) => source.name === name))
    .map(({ name, coverage }) => ({ name: listName(name), from: coverage.from, to: coverage.to, ruled: true }))
    .sort((one, other) => one.from - other.from || (one.to ?? 9999) - (other.to ?? 9999));
}
