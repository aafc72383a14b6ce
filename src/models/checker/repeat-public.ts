// REPEAT, public monitoring: every corner is an action pair today and, after each public signal, a lottery over the
// corners; payoffs come out exactly, and no player gains by any other action.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

type Corner = { point: Rational[]; actions: [number, number]; promises: { corner: number; weight: Rational }[][] };

const MOST_CORNERS = 400;

export function checkPublicSet(game: Given, profile: Given, account: Account): void {
  const given = game.fields("g1", "g2", "signals", "delta");
  const one = given.g1.table();
  const columns = one[0]?.length ?? 0;
  const payoffs = [given.g1.table(one.length, columns), given.g2.table(one.length, columns)] as const;
  const laws = given.signals.list(one.length).map((row) => row.list(columns).map((cell) => cell.numbers()));
  const count = laws[0]?.[0]?.length ?? 0;
  if (columns === 0 || count === 0 || laws.flat().some((law) => law.length !== count))
    throw given.signals.problem("a list of as many probabilities for every action pair");
  const delta = given.delta.number();
  const list = profile.fields("corners").corners.list();
  if (list.length === 0 || list.length > MOST_CORNERS) throw profile.problem(`between one corner and ${MOST_CORNERS}`);
  const corners = list.map((each) => readCorner(each, one.length, columns, count, list.length));
  account.ineq("delta is at least zero", delta, 0);
  account.strict("delta is below one", 1, delta);
  for (const [a, row] of laws.entries()) {
    for (const [b, law] of row.entries()) {
      let sum = Rational.zero;
      for (const [y, p] of law.entries()) {
        if (p.sign() < 0) throw given.signals.problem(`a probability of signal ${y + 1} at or above zero`);
        sum = sum.plus(p);
      }
      account.eq(`signals after ${a + 1}, ${b + 1} sum to one`, sum, 1);
    }
  }
  for (const [k, corner] of corners.entries())
    checkCorner(`corner ${k + 1}`, corner, corners, { payoffs, laws, delta }, account);
}

function readCorner(given: Given, rows: number, columns: number, count: number, corners: number): Corner {
  const { point, actions, promises } = given.fields("point", "actions", "promises");
  const [a, b] = actions.list(2) as [Given, Given];
  return {
    point: point.numbers(2),
    actions: [a.whole(0, rows - 1), b.whole(0, columns - 1)],
    promises: promises.list(count).map((lottery) =>
      lottery.list().map((part) => {
        const [corner, weight] = part.list(2) as [Given, Given];
        const read = weight.number();
        if (read.sign() < 0) throw weight.problem("a weight at or above zero");
        return { corner: corner.whole(0, corners - 1), weight: read };
      }),
    ),
  };
}

type Stage = { payoffs: readonly [Rational[][], Rational[][]]; laws: Rational[][][]; delta: Rational };

function checkCorner(name: string, corner: Corner, corners: readonly Corner[], stage: Stage, account: Account): void {
  const { point, actions, promises } = corner;
  const { payoffs, laws, delta } = stage;
  for (const [y, lottery] of promises.entries()) {
    let sum = Rational.zero;
    for (const { weight } of lottery) sum = sum.plus(weight);
    account.eq(`${name}: after signal ${y + 1} the weights of tomorrow's corners sum to one`, sum, 1);
  }
  for (const i of [0, 1] as const) {
    const promised = promises.map((lottery) => {
      let mean = Rational.zero;
      for (const { corner: at, weight } of lottery)
        mean = mean.plus(weight.times((corners[at] as Corner).point[i] as Rational));
      return mean;
    });
    const worth = (a: number, b: number): Rational => {
      const today = (payoffs[i][a] as Rational[])[b] as Rational;
      let tomorrow = Rational.zero;
      for (const [y, p] of ((laws[a] as Rational[][])[b] as Rational[]).entries())
        tomorrow = tomorrow.plus(p.times(promised[y] as Rational));
      return today.plus(delta.times(tomorrow.minus(today)));
    };
    const value = point[i] as Rational;
    account.eq(`${name}: player ${i + 1} gets today's payoff and tomorrow's promises`, value, worth(...actions));
    const others = i === 0 ? laws.length : (laws[0] as Rational[][]).length;
    for (let move = 0; move < others; move++) {
      if (move === actions[i]) continue;
      const pair: [number, number] = i === 0 ? [move, actions[1]] : [actions[0], move];
      account.ineq(`${name}: player ${i + 1} gains nothing by action ${move + 1}`, value, worth(...pair));
    }
  }
}
