// A game file as Gambit writes it (gambit), in either format: the tree where it is one, and always its strategic form. And
// the solvers that take such a game.

import { Rational } from "../../math/rational.ts";
import { InputError } from "../../values/errors.ts";
import { readEfg, type ExtensiveGame } from "./efg.ts";
import { logitResponses, type Response } from "./logit.ts";
import { readStrategic, type StrategicGame } from "./nfg.ts";
import { reducedForm } from "./reduced-form.ts";

export type GambitGame = { tree: ExtensiveGame | null; game: StrategicGame };

export function readGame(text: string): GambitGame {
  if (!/^\s*EFG\b/.test(text)) return { tree: null, game: readStrategic(text) };
  const tree = readEfg(text);
  return { tree, game: reducedForm(tree) };
}

const MOST_LOGIT_STRATEGIES = 120;
const MOST_LOGIT_WORK = 400_000;

/** The principal branch of the logit response, where a game is small enough to follow it. */
export function responsesOf({ strategies, payoffs }: StrategicGame, lambdas: readonly number[]): (Response | null)[] {
  const sizes = strategies.map((list) => list.length);
  const count = sizes.reduce((a, b) => a + b, 0);
  if (count > MOST_LOGIT_STRATEGIES || count * (payoffs[0]?.length ?? 0) > MOST_LOGIT_WORK)
    throw new InputError("logit", `a game of at most ${MOST_LOGIT_STRATEGIES} strategies`, count);
  const floats = payoffs.map((of) => Float64Array.from(of, (x) => x.toNumber()));
  if (floats.some((of) => of.some((x) => !Number.isFinite(x))))
    throw new InputError("logit", "payoffs that fit floating point");
  return logitResponses({ sizes, payoffs: floats }, lambdas);
}

/** What every player gets on average when each plays a lottery over its strategies. */
export function expectedPayoffs({ payoffs }: StrategicGame, mixes: readonly (readonly Rational[])[]): Rational[] {
  const sums = payoffs.map(() => Rational.zero);
  // A player after the other, the last one's strategy varying fastest.
  let cells = [{ at: 0, weight: Rational.one }];
  for (const mix of mixes)
    cells = cells.flatMap(({ at, weight }) =>
      mix.flatMap((p, k) => (p.isZero() ? [] : [{ at: at * mix.length + k, weight: weight.times(p) }])),
    );
  for (const { at, weight } of cells)
    for (const [i, of] of payoffs.entries()) sums[i] = (sums[i] as Rational).plus(weight.times(of[at] as Rational));
  return sums;
}
