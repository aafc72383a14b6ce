// The years that each list of a case covers whole: a list frozen in April says nothing of that year's summer.

import type { LedgerView } from "../../ledger/view.ts";
import type { Years } from "../../measure/case-series.ts";
import type { Day } from "../../values/day.ts";
import { startYear } from "../../values/when.ts";
import { measuredLists } from "./measured-lists.ts";
import { sourceOf } from "./sources.ts";

type Span = { from: number; to: number };

export type ListYears = { name: string; years: Years };

/** The lists whose overlap is measured, as far as the case has them; else every list that it has. */
export function listYears({ incidents }: LedgerView, asof: Day | null): ListYears[] {
  const spans = new Map<string, Span>();
  for (const { statements } of incidents) {
    for (const { withdrawn, author, listedBy, happened, disclosed } of statements) {
      const when = happened ?? disclosed;
      if (withdrawn || author.kind !== "dataset" || when === null) continue;
      const year = startYear(when);
      for (const { source } of listedBy) {
        const known = spans.get(source) ?? { from: year, to: year };
        spans.set(source, { from: Math.min(known.from, year), to: Math.max(known.to, year) });
      }
    }
  }
  const names = [...spans.keys()].sort();
  const measured = measuredLists.filter((name) => spans.has(name));
  const last = asof === null ? Infinity : lastWhole(asof);
  return (measured.length > 0 ? measured : names)
    .map((name) => ({ name, years: yearsOf(name, spans.get(name) ?? { from: 0, to: -1 }, last) }))
    .filter(({ years }) => years.from <= years.to);
}

/** As the list's publisher says; where nobody says, from its first row to its last. */
function yearsOf(name: string, found: Span, last: number): Years {
  const { from, to, frozen } = sourceOf(name).coverage;
  const open = Math.min(frozen === null ? Infinity : lastWhole(frozen), last);
  const end = Math.min(to ?? found.to, open);
  return { from: from > 0 ? from : found.from, to: end, knownTo: open === Infinity ? end : open };
}

/** The last year that was over on a day or in a month. */
function lastWhole(moment: string): number {
  const over = moment.slice(4) === "" || moment.slice(5) === "12" || moment.slice(5) === "12-31";
  return Number(moment.slice(0, 4)) - (over ? 0 : 1);
}
