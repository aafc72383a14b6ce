// REPEAT: a proof that no pure-action equilibrium exists. Every equilibrium payoff lies in a box [lo, hi]; an action pair is
// out of the question where even the best of the box cannot make up for a deviation, (1−d) gain_i > d (hi_i − lo_i); what
// the others can give is a smaller box:
//   lo'_i = min (1−d) best_i + d lo_i,  hi'_i = max (1−d) g_i + d hi_i  over the pairs that are left.
// Where no pair is left, there is no equilibrium (derived from abreu1988's one-deviation condition). Boxes are coarser than
// the sets themselves: some empty sets are not proved so.

import { floorOf, largest, Rational, smallest } from "../math/rational.ts";
import type { Certificate } from "./model.ts";
import { certificate, RowList } from "./rows.ts";
import type { ExactGame } from "./solvers/self-generation.ts";

type Two = readonly [Rational, Rational];
type Box = { lower: Two; upper: Two };
/** `blocked`: by action pair, row by row, the player who cannot be kept from deviating; 0 where neither is. */
type Round = Box & { blocked: (0 | 1 | 2)[] };
type Pair = { payoff: Two; best: Two };

const MOST_ROUNDS = 200;
const MOST_ROWS = 6000;
/** Ends are rounded outward to multiples of this part of the payoffs' size, so that fractions stay short. */
const FINENESS = 1_000_000;

/** Null where the boxes do not prove it. */
export function emptyCertificate(game: ExactGame): Certificate | null {
  const pairs = pairsOf(game);
  const rounds = roundsOf(pairs, game.delta);
  return rounds && written(game, pairs, rounds);
}

function pairsOf({ one, two }: ExactGame): Pair[] {
  return one.flatMap((line, a) =>
    line.map((first, b): Pair => {
      const second = (two[a] as Rational[])[b] as Rational;
      const best: Two = [largest(one.map((other) => other[b] as Rational)), largest(two[a] as Rational[])];
      return { payoff: [first, second], best };
    }),
  );
}

function roundsOf(pairs: readonly Pair[], delta: Rational): Round[] | null {
  const of = (i: 0 | 1): Rational[] => pairs.map(({ payoff }) => payoff[i]);
  let box: Box = { lower: [smallest(of(0)), smallest(of(1))], upper: [largest(of(0)), largest(of(1))] };
  const grain = largest([...of(0), ...of(1)].map((x) => x.abs())).over(FINENESS);
  const rounds: Round[] = [];
  const most = Math.min(MOST_ROUNDS, Math.floor(MOST_ROWS / (4 * pairs.length)));
  while (rounds.length < most) {
    const here = box;
    const blocked = pairs.map((pair) => blockerOf(pair, here, delta));
    rounds.push({ ...here, blocked });
    const left = pairs.filter((_, at) => blocked[at] === 0);
    if (left.length === 0) return rounds;
    box = nextBox(left, here, delta, grain);
    const moved = ([0, 1] as const).some(
      (i) => box.lower[i].isAbove(here.lower[i]) || box.upper[i].isBelow(here.upper[i]),
    );
    if (!moved) return null;
  }
  return null;
}

function blockerOf({ payoff, best }: Pair, { lower, upper }: Box, delta: Rational): 0 | 1 | 2 {
  const blocks = (i: 0 | 1): boolean =>
    Rational.one
      .minus(delta)
      .times(best[i].minus(payoff[i]))
      .isAbove(delta.times(upper[i].minus(lower[i])));
  return blocks(0) ? 1 : blocks(1) ? 2 : 0;
}

function nextBox(left: readonly Pair[], { lower, upper }: Box, delta: Rational, grain: Rational): Box {
  const now = Rational.one.minus(delta);
  const low = (i: 0 | 1): Rational => {
    const exact = smallest(left.map(({ best }) => now.times(best[i]).plus(delta.times(lower[i]))));
    const rounded = grain.isZero() ? exact : grain.times(Rational.of(floorOf(exact.over(grain))));
    return rounded.isAbove(lower[i]) ? rounded : lower[i];
  };
  const high = (i: 0 | 1): Rational => {
    const exact = largest(left.map(({ payoff }) => now.times(payoff[i]).plus(delta.times(upper[i]))));
    const rounded = grain.isZero() ? exact : grain.times(Rational.of(floorOf(exact.over(grain)) + 1n));
    return rounded.isBelow(upper[i]) ? rounded : upper[i];
  };
  return { lower: [low(0), low(1)], upper: [high(0), high(1)] };
}

function written({ one, two, delta }: ExactGame, pairs: readonly Pair[], rounds: readonly Round[]): Certificate {
  const rows = new RowList().ineq("delta is at least zero", delta, 0).strict("delta is below one", 1, delta);
  const now = Rational.one.minus(delta);
  for (const [p, { payoff }] of pairs.entries())
    for (const i of [0, 1] as const) {
      const { lower, upper } = rounds[0] as Round;
      rows
        .ineq(`pair ${p + 1}: the first box reaches down to player ${i + 1}'s payoff`, payoff[i], lower[i])
        .ineq(`pair ${p + 1}: the first box reaches up to player ${i + 1}'s payoff`, upper[i], payoff[i]);
    }
  for (const [r, { lower, upper, blocked }] of rounds.entries()) {
    const next = rounds[r + 1];
    for (const [p, { payoff, best }] of pairs.entries()) {
      const name = `round ${r + 1}, pair ${p + 1}`;
      const by = blocked[p];
      if (by === 1 || by === 2) {
        const i = (by - 1) as 0 | 1;
        rows.strict(
          `${name}: nothing in the box makes up for player ${by}'s deviation`,
          now.times(best[i].minus(payoff[i])),
          delta.times(upper[i].minus(lower[i])),
        );
        continue;
      }
      if (!next) throw new RangeError("Cannot close the proof: the last round leaves an action pair");
      for (const i of [0, 1] as const)
        rows
          .ineq(
            `${name}: the next box reaches down to what player ${i + 1} is left`,
            now.times(best[i]).plus(delta.times(lower[i])),
            next.lower[i],
          )
          .ineq(
            `${name}: the next box reaches up to what player ${i + 1} can get`,
            next.upper[i],
            now.times(payoff[i]).plus(delta.times(upper[i])),
          );
    }
  }
  const profile = {
    rounds: rounds.map(({ lower, upper, blocked }) => ({
      lower: [...lower],
      upper: [...upper],
      blocked: blocked.map((by) => Rational.of(by)),
    })),
  };
  return certificate("REPEAT/no-equilibrium", { g1: one, g2: two, delta }, profile, rows);
}
