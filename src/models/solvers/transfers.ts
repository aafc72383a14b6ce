// Repeated games with side payments after a public signal (goldlueckeKranz2012): for an action pair a and liquidity L,
// the best joint payoff Ue(a, L) by a linear program. Written with s_i(y) = L_i − p_i(y) ≥ 0 only the sum M = L_1 + L_2
// matters: maximise G(a) − M + Σ_y pr(y|a) Σ_i s_i(y) subject to M ≤ L, s_1(y) + s_2(y) ≤ M, and for every deviation
// E[s_i|a] − E[s_i|b_i] ≥ g_i(b_i, a_−i) − g_i(a). Everything in exact fractions.

import { maximise } from "../../math/exact-program.ts";
import { largest, Rational, smallest } from "../../math/rational.ts";
import type { StageGame } from "../automaton.ts";

export type Pair = readonly [number, number];
export type Plan = {
  joint: Rational;
  slope: Rational;
  used: Rational;
  kept: [Rational[], Rational[]];
  deter: Rational[];
  burn: Rational[];
};
export type Step = { actions: Pair; liquidity: Rational; joint: Rational; plan: Plan };

type Deviation = { player: 0 | 1; gain: Rational; law: Rational[] };

export function deviationsFrom({ payoffs, signals }: Omit<StageGame, "deltas">, [a, b]: Pair): Deviation[] {
  const law = (x: number, y: number): Rational[] => (signals[x] as Rational[][])[y] as Rational[];
  const pay = (i: 0 | 1, x: number, y: number): Rational => (payoffs[i][x] as Rational[])[y] as Rational;
  const own = payoffs[0].map((_, x) => x).filter((x) => x !== a);
  const theirs = (payoffs[0][0] as Rational[]).map((_, y) => y).filter((y) => y !== b);
  return [
    ...own.map((x) => ({ player: 0 as const, gain: pay(0, x, b).minus(pay(0, a, b)), law: law(x, b) })),
    ...theirs.map((y) => ({ player: 1 as const, gain: pay(1, a, y).minus(pay(1, a, b)), law: law(a, y) })),
  ];
}

/** The best joint payoff of a pair with liquidity at most L, or null where the pair cannot be enforced. */
export function planFor(game: Omit<StageGame, "deltas">, pair: Pair, L: Rational): Plan | null {
  const [a, b] = pair;
  const law = (game.signals[a] as Rational[][])[b] as Rational[];
  const joint = ((game.payoffs[0][a] as Rational[])[b] as Rational).plus(
    (game.payoffs[1][a] as Rational[])[b] as Rational,
  );
  const deviations = deviationsFrom(game, pair);
  const [zero, one] = [Rational.zero, Rational.one];
  const count = law.length;
  // Variables s_1(y), s_2(y), M.
  const deter = deviations.map(({ player, law: other }) => {
    const row = Array.from({ length: 2 * count + 1 }, () => zero);
    for (let y = 0; y < count; y++) row[player * count + y] = (other[y] as Rational).minus(law[y] as Rational);
    return row;
  });
  const burn = law.map((_, y) => [
    ...law.map((__, z) => (z === y ? one : zero)),
    ...law.map((__, z) => (z === y ? one : zero)),
    one.negated(),
  ]);
  const cap = [...Array.from({ length: 2 * count }, () => zero), one];
  const solved = maximise({
    objective: [...law, ...law, one.negated()],
    matrix: [...deter, ...burn, cap],
    limits: [...deviations.map(({ gain }) => gain.negated()), ...law.map(() => zero), L],
  });
  if (solved.state !== "optimal") return null;
  const { point, prices, value } = solved;
  return {
    joint: joint.plus(value),
    slope: prices.at(-1) as Rational,
    used: point[2 * count] as Rational,
    kept: [point.slice(0, count), point.slice(count, 2 * count)],
    deter: prices.slice(0, deviations.length),
    burn: prices.slice(deviations.length, -1),
  };
}

/** The least liquidity that enforces a pair, or null where none does. */
export function leastLiquidity(game: Omit<StageGame, "deltas">, pair: Pair): Rational | null {
  const [a, b] = pair;
  const law = (game.signals[a] as Rational[][])[b] as Rational[];
  const [zero, one] = [Rational.zero, Rational.one];
  const deviations = deviationsFrom(game, pair);
  const deter = deviations.map(({ player, law: other }) => {
    const change = law.map((p, y) => (other[y] as Rational).minus(p));
    const nothing = law.map(() => zero);
    return [...(player === 0 ? [...change, ...nothing] : [...nothing, ...change]), zero];
  });
  const burn = law.map((_, y) =>
    [...law, ...law].map((__, at) => (at % law.length === y ? one : zero)).concat(one.negated()),
  );
  const solved = maximise({
    objective: [...law, ...law].map(() => zero).concat(one.negated()),
    matrix: [...deter, ...burn],
    limits: [...deviations.map(({ gain }) => gain.negated()), ...law.map(() => zero)],
  });
  return solved.state === "optimal" ? solved.value.negated() : null;
}

/** The corners of the best joint payoff as liquidity grows, over all pairs; L = 0 is the static game and left out. */
export function stepsOf(game: Omit<StageGame, "deltas">): Step[] {
  const pairs = game.payoffs[0].flatMap((row, a) => row.map((_, b): Pair => [a, b]));
  const curves = pairs.map((pair) => cornersOf(game, pair));
  const sorted = curves.flat().toSorted((x, y) => x.liquidity.compare(y.liquidity) || y.joint.compare(x.joint));
  const kept: Step[] = [];
  let best = bestAt(curves, Rational.zero);
  for (const step of sorted) {
    if (step.liquidity.sign() <= 0) continue;
    const top = bestAt(curves, step.liquidity);
    if (top === null || step.joint.isBelow(top) || (best !== null && step.joint.isAtMost(best))) continue;
    kept.push(step);
    best = step.joint;
  }
  return kept;
}

function bestAt(curves: readonly Step[][], L: Rational): Rational | null {
  const values = curves.flatMap((corners) => valueAt(corners, L) ?? []);
  return values.length === 0 ? null : values.reduce((a, b) => (b.isAbove(a) ? b : a));
}

/** A pair's best joint payoff is straight between its corners, and level after the last. */
function valueAt(corners: readonly Step[], L: Rational): Rational | null {
  const after = corners.findIndex(({ liquidity }) => liquidity.isAbove(L));
  if (after === 0 || corners.length === 0) return null;
  const low = corners.at(after < 0 ? -1 : after - 1) as Step;
  if (after < 0) return low.joint;
  const high = corners[after] as Step;
  const share = L.minus(low.liquidity).over(high.liquidity.minus(low.liquidity));
  return low.joint.plus(share.times(high.joint.minus(low.joint)));
}

export function cornersOf(game: Omit<StageGame, "deltas">, pair: Pair): Step[] {
  const least = leastLiquidity(game, pair);
  if (!least) return [];
  const at = (liquidity: Rational): Step => {
    const plan = planFor(game, pair, liquidity) as Plan;
    return { actions: pair, liquidity, joint: plan.joint, plan };
  };
  const low = at(least);
  // With all the liquidity that any plan can use, the program leaves the cap slack at its own optimum.
  const far = planFor(game, pair, least.plus(1_000_000)) as Plan;
  const high = at(far.used.isAbove(least) ? far.used : least);
  const found = [low, ...between(at, low, high), high];
  return found.filter((step, index) => index === 0 || !step.liquidity.equals((found[index - 1] as Step).liquidity));
}

/** Kinks of a concave piecewise linear function between two points, from its slopes. */
function between(at: (L: Rational) => Step, low: Step, high: Step, depth = 0): Step[] {
  const width = high.liquidity.minus(low.liquidity);
  if (width.sign() <= 0 || depth > 12) return [];
  const chord = high.plan.joint.minus(low.plan.joint).over(width);
  const rising = slopeAfter(at, low, high);
  if (rising.equals(chord)) return [];
  const falling = slopeBefore(at, low, high);
  // Where the tangents at both ends meet.
  const gap = high.plan.joint.minus(low.plan.joint).minus(falling.times(width));
  const meet = low.liquidity.plus(gap.over(rising.minus(falling)));
  const middle = at(meet);
  return [...between(at, low, middle, depth + 1), middle, ...between(at, middle, high, depth + 1)];
}

const STEP = Rational.of("1/1000000");

// Prices at a kink may be either side's slope, so slopes are taken a little inside.
function slopeAfter(at: (L: Rational) => Step, low: Step, high: Step): Rational {
  return at(low.liquidity.plus(high.liquidity.minus(low.liquidity).times(STEP))).plan.slope;
}

function slopeBefore(at: (L: Rational) => Step, low: Step, high: Step): Rational {
  return at(high.liquidity.minus(high.liquidity.minus(low.liquidity).times(STEP))).plan.slope;
}

/** A stage equilibrium that punishes, and whether no punishment can be harsher. */
export type Punishment = { actions: Pair; sum: Rational; lowest: boolean };

/**
 * A stage equilibrium that gives both players their minmax payoff; if none does, the one with the lowest sum; null where
 * there is none.
 */
export function punishmentOf({ payoffs }: Omit<StageGame, "deltas">): Punishment | null {
  const rows = payoffs[0].map((_, a) => a);
  const columns = (payoffs[0][0] as Rational[]).map((_, b) => b);
  const pay = (i: 0 | 1, a: number, b: number): Rational => (payoffs[i][a] as Rational[])[b] as Rational;
  const best = [
    columns.map((b) => largest(rows.map((a) => pay(0, a, b)))),
    rows.map((a) => largest(columns.map((b) => pay(1, a, b)))),
  ] as const;
  const minmax = [smallest(best[0]), smallest(best[1])] as const;
  const found = rows.flatMap((a) =>
    columns.flatMap((b): Punishment[] => {
      const paid = [pay(0, a, b), pay(1, a, b)] as const;
      if (!paid[0].equals(best[0][b] as Rational) || !paid[1].equals(best[1][a] as Rational)) return [];
      const lowest = paid[0].equals(minmax[0]) && paid[1].equals(minmax[1]);
      return [{ actions: [a, b], sum: paid[0].plus(paid[1]), lowest }];
    }),
  );
  const order = found.toSorted((x, y) => Number(y.lowest) - Number(x.lowest) || x.sum.compare(y.sum));
  return order[0] ?? null;
}
