// The numbers of the brief's sentences, in the order in which the sentences tell them.

import type { Brief, DirectionBrief } from "../../brief/compose.ts";
import { about, number } from "../../words/en.ts";
import type { FactKey } from "./fact.ts";

type Named = { text: string; key: FactKey };

export function headlineNumbers(brief: Brief): Named[] {
  const counts = brief.directions.map((direction) => named("incidents", direction, number(direction.incidents)));
  const sides = brief.parity.flatMap(({ side, counts: both }) =>
    both.map((count) => ({ text: number(count.incidents), key: `by:${pair(count)}:${side}` })),
  );
  return [...counts, ...sides, ...brief.directions.flatMap(totalNumbers)];
}

/** The first section tells each direction in turn, then the ratios, then what is hidden. */
export function magnitudeNumbers(brief: Brief): Named[] {
  const told = brief.directions.flatMap((direction) => [
    named("incidents", direction, number(direction.incidents)),
    named("statements", direction, number(direction.statements)),
    named("contested", direction, number(direction.contested)),
    named("profiles", direction, number(direction.profiles)),
    named("unchecked", direction, number(direction.unchecked)),
  ]);
  const ratios = brief.parity.map(({ side, ratio: found }) => ({
    text: "refused" in found ? "no comparison" : found.value.toFixed(1),
    key: `parity:${side}`,
  }));
  return [...told, ...ratios, ...brief.directions.flatMap(hiddenNumbers)];
}

export function trendNumbers(brief: Brief): Named[] {
  const busiest = brief.directions.flatMap((direction) => {
    const most = direction.perYear.reduce((best, year) => (year.count > best.count ? year : best), {
      year: 0,
      count: 0,
    });
    return most.count === 0 ? [] : [{ text: number(most.count), key: `year:${pair(direction)}:${most.year}` }];
  });
  return [...busiest, { text: number(brief.totals.acts), key: "total:acts" }];
}

export function keptNumbers(brief: Brief): Named[] {
  return brief.agreement.rows.map(({ list, profiles, fall }) => ({
    text: "refused" in fall ? "nothing" : `${fall.before} before, ${fall.after} after`,
    key: `fall:${list}:${profiles}`,
  }));
}

function hiddenNumbers(direction: DirectionBrief): Named[] {
  const { hidden, averaged, overlap } = direction;
  if ("refused" in hidden) return [named("hidden", direction, "cannot be estimated")];
  return [
    named("observed", direction, number(overlap.observed)),
    ...("refused" in averaged ? [] : [named("averaged", direction, about(averaged.value, averaged.interval))]),
    named("hidden", direction, about(hidden.value, hidden.interval)),
  ];
}

/** The total as the headline gives it: averaged over models, or the bound where there is no average. */
function totalNumbers(direction: DirectionBrief): Named[] {
  const { hidden, averaged } = direction;
  if ("refused" in hidden) return [named("hidden", direction, "cannot be estimated")];
  return "refused" in averaged
    ? [named("hidden", direction, about(hidden.value, hidden.interval))]
    : [named("averaged", direction, about(averaged.value, averaged.interval))];
}

function named(kind: string, direction: { from: string; to: string }, text: string): Named {
  return { text, key: `${kind}:${pair(direction)}` };
}

export function pair({ from, to }: { from: string; to: string }): string {
  return `${from}-${to}`;
}
