// The frontier of three sides or more, issue by issue as for two, with every stage culled point by point: sums are
// exact whole numbers, sorted so that no point can be dominated by a later one, and each is compared with those kept.

import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { type Additive, utilityOf } from "./additive.ts";

export type ManyFrontier = { utilities: number[][]; choices: number[][] };

type Point = { sums: bigint[]; choice: number[] };

const MOST_CANDIDATES = 200_000;

export function frontierOfMany(game: Additive): Outcome<ManyFrontier> {
  const whole = game.parties.map(({ additions, reservation }) => {
    const all = [...additions.flat(), reservation];
    const common = all.reduce((product, { bottom }) => (product * bottom) / factor(product, bottom), 1n);
    const scaled = additions.map((row) => row.map(({ top, bottom }) => top * (common / bottom)));
    return { scaled, reservation: reservation.top * (common / reservation.bottom) };
  });
  let front: Point[] = [{ sums: game.parties.map(() => 0n), choice: [] }];
  for (const [issue, { options }] of game.issues.entries()) {
    if (front.length * options.length > MOST_CANDIDATES)
      return refuse(
        "too-many",
        `More than ${MOST_CANDIDATES} outcomes are left to compare between ${whole.length} sides.`,
      );
    const next = front.flatMap(({ sums, choice }) =>
      options.map((_, option) => ({
        sums: sums.map((sum, side) => sum + whole[side]!.scaled[issue]![option]!),
        choice: [...choice, option],
      })),
    );
    front = culled(next);
  }
  const kept = front.filter(({ sums }) => sums.every((sum, side) => sum >= whole[side]!.reservation));
  if (kept.length === 0) return refuse("no-agreement");
  return answer({
    utilities: kept.map(({ choice }) => game.parties.map((party) => utilityOf(party, choice))),
    choices: kept.map(({ choice }) => choice),
  });
}

/** Sums become ranks, side by side, so that comparing costs no long arithmetic. */
function culled(points: Point[]): Point[] {
  const sides = points[0]?.sums.length ?? 0;
  const ranks = points.map(() => new Int32Array(sides));
  for (let side = 0; side < sides; side++) {
    const order = points.map((_, at) => at).toSorted((x, y) => compare(points[x]!.sums[side]!, points[y]!.sums[side]!));
    let rank = 0;
    for (const [place, at] of order.entries()) {
      if (place > 0 && points[order[place - 1]!]!.sums[side] !== points[at]!.sums[side]) rank++;
      ranks[at]![side] = rank;
    }
  }
  const total = ranks.map((row) => row.reduce((sum, rank) => sum + rank, 0));
  const kept: number[] = [];
  for (const at of points.map((_, index) => index).toSorted((x, y) => total[y]! - total[x]! || x - y)) {
    if (!kept.some((other) => covers(ranks[other]!, ranks[at]!))) kept.push(at);
  }
  return kept.toSorted((x, y) => x - y).map((at) => points[at]!);
}

/** At or above on every side: dominates, or is the same point. */
function covers(x: Int32Array, y: Int32Array): boolean {
  for (let side = 0; side < x.length; side++) if (x[side]! < y[side]!) return false;
  return true;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function factor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
