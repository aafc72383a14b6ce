// How sure is it that a deal is a good one, when both sides' wants are known as ranges only? Both are drawn many times;
// counted is how often the deal beats each side's walking away and how often no other outcome would suit one side more
// and the other no less. Shares come with their exact interval (clopperPearson1934) and their Monte Carlo error.

import { clopperPearson } from "../math/intervals.ts";
import { stream } from "../math/philox.ts";
import type { Interval } from "../values/estimate.ts";
import { InputError } from "../values/errors.ts";
import { frontOfFloats } from "./frontier.ts";
import { checkPreferences, draw, type Drawn, type Preferences } from "./preferences.ts";

export type Share = { value: number; interval: Interval; standardError: number };

export type Robustness = {
  draws: number;
  seed: number;
  onFrontier: Share;
  aboveWalkAway: { a: Share; b: Share; both: Share };
  /** On the frontier and above both walk-away values. */
  good: Share;
};

export const USUAL_DRAWS = 1000;

/** Gains this small are the last bits of floats. */
const NOTHING = 1e-12;

export function robustness(
  sides: readonly [Preferences, Preferences],
  deal: readonly number[],
  draws: number = USUAL_DRAWS,
  seed = 1,
): Robustness {
  if (!Number.isSafeInteger(draws) || draws < 1) throw new InputError("draws", "a whole number from 1", draws);
  for (const side of sides) checkPreferences(side);
  const [first, second] = sides;
  for (const [issue, row] of first.values.entries()) {
    if (second.values[issue]?.length !== row.length)
      throw new InputError(
        `${second.name}:issue ${issue + 1}`,
        `values of ${row.length} options`,
        second.values[issue]?.length,
      );
    if (row[deal[issue]!] === undefined) throw new InputError("deal", `an option of issue ${issue + 1}`, deal[issue]);
  }
  const counts = { onFrontier: 0, a: 0, b: 0, both: 0, good: 0 };
  for (let index = 0; index < draws; index++) {
    const a = draw(first, stream(seed, index, 0));
    const b = draw(second, stream(seed, index, 1));
    const [takenA, takenB] = [worth(a, deal) >= a.walkAway, worth(b, deal) >= b.walkAway];
    const undominated = isUndominated(a, b, deal);
    counts.onFrontier += Number(undominated);
    counts.a += Number(takenA);
    counts.b += Number(takenB);
    counts.both += Number(takenA && takenB);
    counts.good += Number(takenA && takenB && undominated);
  }
  const share = (count: number): Share => {
    const value = count / draws;
    return { value, interval: clopperPearson(count, draws), standardError: Math.sqrt((value * (1 - value)) / draws) };
  };
  return {
    draws,
    seed,
    onFrontier: share(counts.onFrontier),
    aboveWalkAway: { a: share(counts.a), b: share(counts.b), both: share(counts.both) },
    good: share(counts.good),
  };
}

function worth({ additions }: Drawn, deal: readonly number[]): number {
  return additions.reduce((sum, row, issue) => sum + row[deal[issue]!]!, 0);
}

/** Whether no outcome gains one side something and costs the other nothing, against the deal. */
export function isUndominated(a: Drawn, b: Drawn, deal: readonly number[]): boolean {
  const over = ({ additions }: Drawn): number[][] =>
    additions.map((row, issue) => row.map((value) => value - row[deal[issue]!]!));
  const front = frontOfFloats(over(a), over(b));
  return front.a.every(
    (gain, point) =>
      !(gain >= -NOTHING && front.b[point]! > NOTHING) && !(gain > NOTHING && front.b[point]! >= -NOTHING),
  );
}
