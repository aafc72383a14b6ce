// What both sides' preferences show together: the frontier and its fair points, at the middles of all ranges. A side sees
// this only where the other gave it leave.

import { Rational } from "../../math/rational.ts";
import type { Additive } from "../additive.ts";
import { fairPoints, idealOf } from "../fair-points.ts";
import { frontier } from "../frontier.ts";
import type { Preferences, Range } from "../preferences.ts";
import type { TableIssue } from "./event.ts";

/** Beyond this many points the frontier is thinned: a picture shows no more. */
const MOST_POINTS = 2 ** 14;

export type TablePoint = { a: number; b: number; terms: number[] };

export type TablePicture = {
  /** What each has without agreement. */
  walkAway: { a: number; b: number };
  frontier: TablePoint[];
  /** By name, the points that each idea of fairness picks. */
  fair: Record<"nash" | "kalaiSmorodinsky" | "egalitarian" | "utilitarian", TablePoint>;
  exact: boolean;
};

/** Null where no outcome gives both at least what they have without agreement. */
export function tablePicture(issues: readonly TableIssue[], a: Preferences, b: Preferences): TablePicture | null {
  const found = frontier(gameOf(issues, [a, b]), MOST_POINTS);
  if (!found.ok) return null;
  const { a: first, b: second, choices, method } = found.value;
  const walkAway = { a: middle(a.walkAway), b: middle(b.walkAway) };
  const points = Array.from(first, (value, at) => ({
    a: value,
    b: second[at]!,
    terms: choices.map((row) => row[at]!),
  }));
  const utilities = [first, second];
  const fair = fairPoints(utilities, [walkAway.a, walkAway.b], idealOf(utilities));
  const pick = ([at = 0]: readonly number[]): TablePoint => points[at]!;
  return {
    walkAway,
    frontier: points,
    fair: {
      nash: pick(fair.nash),
      kalaiSmorodinsky: pick(fair.kalaiSmorodinsky),
      egalitarian: pick(fair.egalitarian),
      utilitarian: pick(fair.utilitarian),
    },
    exact: method === "exact",
  };
}

/** What an offer that leaves nothing open is worth to a side at the middles of its ranges. */
export function middleWorth(preferences: Preferences, terms: readonly number[]): number {
  return additionsOf(preferences).reduce((sum, row, issue) => sum + row[terms[issue]!]!.toNumber(), 0);
}

function gameOf(issues: readonly TableIssue[], sides: readonly Preferences[]): Additive {
  return {
    issues,
    parties: sides.map((side) => ({
      name: side.name,
      additions: additionsOf(side),
      reservation: Rational.of(middle(side.walkAway)),
      discount: 1,
    })),
    scale: "normalized",
    discretised: [],
    notes: [],
  };
}

function additionsOf({ weights, values }: Preferences): Rational[][] {
  const middles = weights.map(middle);
  const sum = middles.reduce((total, weight) => total + weight, 0);
  return values.map((row, issue) => row.map((value) => Rational.of((middles[issue]! / sum) * middle(value))));
}

function middle({ lower, upper }: Range): number {
  return (lower + upper) / 2;
}
