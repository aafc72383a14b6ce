// What does each side give up in an agreement? Against the outcome that it would choose alone, issue by issue: the
// option it wanted, the option it gets, and what the difference costs it. Given-up utilities add up to the whole
// distance from its best outcome.

import type { Additive } from "./additive.ts";

export type GivenUp = { issue: string; wanted: string; gets: string; cost: number };

export type SideGivesUp = { side: string; best: number; gets: number; costs: GivenUp[] };

/** The greatest cost first; issues on which a side gets what it wanted are left out. */
export function givesUp({ issues, parties }: Additive, choice: ArrayLike<number>): SideGivesUp[] {
  return parties.map(({ name, additions }) => {
    const values = additions.map((row) => row.map((value) => value.toNumber()));
    const wanted = values.map((row) => row.indexOf(Math.max(...row)));
    const sum = (of: ArrayLike<number>): number => values.reduce((total, row, at) => total + row[of[at]!]!, 0);
    const costs = issues.map(({ name: issue, options }, at) => ({
      issue,
      wanted: options[wanted[at]!]!,
      gets: options[choice[at]!]!,
      cost: values[at]![wanted[at]!]! - values[at]![choice[at]!]!,
    }));
    return {
      side: name,
      best: sum(wanted),
      gets: sum(choice),
      costs: costs.filter(({ cost }) => cost > 0).toSorted((x, y) => y.cost - x.cost),
    };
  });
}
