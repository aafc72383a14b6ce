// REPEAT, no equilibrium: payoffs are enclosed by boxes, round by round, until every action pair is out of the question.

import { Rational } from "../../math/rational.ts";
import type { Account } from "./account.ts";
import type { Given } from "./given.ts";

type Box = { lower: Rational[]; upper: Rational[]; blocked: number[] };
type Tables = readonly [Rational[][], Rational[][]];

const MOST_ROWS = 8000;

export function checkNoEquilibrium(game: Given, profile: Given, account: Account): void {
  const given = game.fields("g1", "g2", "delta");
  const one = given.g1.table();
  const columns = one[0]?.length ?? 0;
  if (one.length === 0 || columns === 0) throw given.g1.problem("a table with rows and columns");
  const tables: Tables = [given.g1.table(one.length, columns), given.g2.table(one.length, columns)];
  const delta = given.delta.number();
  const pairs = one.length * columns;
  const list = profile.fields("rounds").rounds.list();
  if (list.length === 0 || 4 * pairs * (list.length + 1) > MOST_ROWS)
    throw profile.problem(`one round or more, and at most ${MOST_ROWS} rows`);
  const rounds = list.map((each): Box => {
    const round = each.fields("lower", "upper", "blocked");
    const blocked = round.blocked.list(pairs).map((by) => by.whole(0, 2));
    return { lower: round.lower.numbers(2), upper: round.upper.numbers(2), blocked };
  });
  account.ineq("delta is at least zero", delta, 0);
  account.strict("delta is below one", 1, delta);
  firstBox(tables, columns, rounds[0] as Box, account);
  for (const [r, box] of rounds.entries()) {
    for (let p = 0; p < pairs; p++) {
      const cell = [Math.floor(p / columns), p % columns] as const;
      const name = `round ${r + 1}, pair ${p + 1}`;
      const by = box.blocked[p] as number;
      if (by > 0) barred(name, tables, cell, by, box, delta, account);
      // In the last round nothing may be left.
      else if (r === rounds.length - 1) throw profile.problem("a last round in which every action pair is blocked");
      else handedOn(name, tables, cell, box, rounds[r + 1] as Box, delta, account);
    }
  }
}

function firstBox(tables: Tables, columns: number, { lower, upper }: Box, account: Account): void {
  for (let p = 0; p < tables[0].length * columns; p++)
    for (const i of [0, 1] as const) {
      const payoff = at(tables[i], Math.floor(p / columns), p % columns);
      account.ineq(
        `pair ${p + 1}: the first box reaches down to player ${i + 1}'s payoff`,
        payoff,
        lower[i] as Rational,
      );
      account.ineq(`pair ${p + 1}: the first box reaches up to player ${i + 1}'s payoff`, upper[i] as Rational, payoff);
    }
}

type Cell = readonly [number, number];

function barred(
  name: string,
  tables: Tables,
  cell: Cell,
  by: number,
  { lower, upper }: Box,
  delta: Rational,
  account: Account,
): void {
  const i = (by - 1) as 0 | 1;
  const gain = bestReply(tables, cell, i).minus(at(tables[i], ...cell));
  const room = (upper[i] as Rational).minus(lower[i] as Rational);
  account.strict(
    `${name}: nothing in the box makes up for player ${by}'s deviation`,
    gain.minus(delta.times(gain)),
    delta.times(room),
  );
}

function handedOn(
  name: string,
  tables: Tables,
  cell: Cell,
  { lower, upper }: Box,
  next: Box,
  delta: Rational,
  account: Account,
): void {
  const mixed = (today: Rational, tomorrow: Rational): Rational => today.plus(delta.times(tomorrow.minus(today)));
  for (const i of [0, 1] as const) {
    account.ineq(
      `${name}: the next box reaches down to what player ${i + 1} is left`,
      mixed(bestReply(tables, cell, i), lower[i] as Rational),
      next.lower[i] as Rational,
    );
    account.ineq(
      `${name}: the next box reaches up to what player ${i + 1} can get`,
      next.upper[i] as Rational,
      mixed(at(tables[i], ...cell), upper[i] as Rational),
    );
  }
}

function at(table: readonly Rational[][], row: number, column: number): Rational {
  return (table[row] as Rational[])[column] as Rational;
}

/** What the player gets by its best own move, the other's staying as it is. */
function bestReply(tables: Tables, [row, column]: Cell, i: 0 | 1): Rational {
  const moves = i === 0 ? tables[0].map((line) => line[column] as Rational) : (tables[1][row] as Rational[]);
  return moves.reduce((best, payoff) => (payoff.isAbove(best) ? payoff : best));
}
