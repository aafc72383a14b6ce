// Everything that a negotiation's utilities say before anybody speaks: how many outcomes there are, the frontier at or
// above all walk-away values, and the points on it that each idea of fairness picks.

import { answer, type Outcome } from "../values/outcome.ts";
import { outcomesIn, rangeOf, wordsOf, type Additive } from "./additive.ts";
import { fairPoints, idealOf, type FairPoints } from "./fair-points.ts";
import { frontierOfMany } from "./frontier-many.ts";
import { frontier } from "./frontier.ts";

export type Settlement = {
  outcomes: number;
  /** By side, then by point. */
  utilities: ArrayLike<number>[];
  /** Of a point, the option of every issue by index. */
  choiceAt: (point: number) => number[];
  /** What each side has without agreement, on the scale of the game. */
  disagreement: number[];
  ideal: number[];
  fair: FairPoints;
  method: "exact" | "thinned";
  /** What a side may gain at a point that was thinned away; 0 where exact. */
  within: number[];
};

export function settlement(game: Additive): Outcome<Settlement> {
  const found = game.parties.length === 2 ? two(game) : many(game);
  if (!found.ok) return found;
  const { utilities } = found.value;
  const disagreement = disagreementOf(game);
  const ideal = idealOf(utilities);
  return answer({
    outcomes: outcomesIn(game),
    disagreement,
    ideal,
    fair: fairPoints(utilities, disagreement, ideal),
    ...found.value,
  });
}

/**
 * Without agreement a side has its reservation value. On the raw scale, where that value often has the size of the
 * normalized one, a side never counts on less than its worst outcome: that is what NegMAS does there.
 */
export function disagreementOf({ parties, scale }: Additive): number[] {
  return parties.map((party) => {
    const reservation = party.reservation.toNumber();
    return scale === "raw" ? Math.max(reservation, rangeOf(party).lowest.toNumber()) : reservation;
  });
}

type Found = Pick<Settlement, "utilities" | "choiceAt" | "method" | "within">;

function two(game: Additive): Outcome<Found> {
  const outcome = frontier(game);
  if (!outcome.ok) return outcome;
  const { a, b, choices, method, within } = outcome.value;
  const choiceAt = (point: number): number[] => choices.map((row) => row[point]!);
  return answer({ utilities: [a, b], choiceAt, method, within: [within.a, within.b] });
}

function many(game: Additive): Outcome<Found> {
  const outcome = frontierOfMany(game);
  if (!outcome.ok) return outcome;
  const { utilities, choices } = outcome.value;
  const bySide = game.parties.map((_, side) => utilities.map((row) => row[side]!));
  return answer({
    utilities: bySide,
    choiceAt: (point) => choices[point]!,
    method: "exact",
    within: game.parties.map(() => 0),
  });
}

/** The outcome of a point in words. */
export function outcomeAt(game: Additive, { choiceAt }: Settlement, point: number): string[] {
  return wordsOf(game, choiceAt(point));
}
