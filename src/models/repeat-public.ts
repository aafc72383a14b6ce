// REPEAT with a public signal, for any finite two-player stage game: all pure public equilibrium payoffs with public
// randomisation (abreuPearceStacchetti1990), between an outer set by half-planes and an inner set that proves itself
// (judd2003). Each corner of the inner set is told as a plan, and carries its decomposition in exact fractions.

import { Rational, rational, sumOf } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, type Data, type Param, type Part, type Solved } from "./model.ts";
import { discount, exact, number, param } from "./reading.ts";
import { isWholeGame, readStage, spelledOut, spellings, type Stage } from "./repeat-signals.ts";
import { certificate, RowList } from "./rows.ts";
import { hullOf, type PayoffPoint } from "./solvers/hull.ts";
import type { PublicCorner } from "./solvers/public-proof.ts";
import { boundsOf, innerOf, type Bounds } from "./solvers/public-bounds.ts";
import { CLOSE } from "./solvers/public-set.ts";

type Asked = Stage & { delta: Rational };

const params: Param[] = [
  param(
    "g1",
    "payoffs of player 1, a row per own action",
    null,
    [
      [3, 0],
      [5, 1],
    ],
    { unit: "payoff per period" },
  ),
  param(
    "g2",
    "payoffs of player 2, in the same places",
    null,
    [
      [3, 5],
      [0, 1],
    ],
    { unit: "payoff per period" },
  ),
  param(
    "signals",
    "probabilities of the public signals after every action pair, in the same places",
    null,
    [
      [
        [0.9, 0.1],
        [0.5, 0.5],
      ],
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ],
    { unit: "1 per period" },
  ),
  param("delta", "weight of the next period", discount, 0.9),
];

function solvePublic(asked: Asked): Outcome<Solved> {
  const found = boundsOf(asked);
  const { outer, corners } = found;
  const kind = ["empty", "point", "segment"][hullOf(outer, 1e-7).length] ?? "polygon";
  const inner = innerOf(corners ?? []);
  const joint = (points: readonly PayoffPoint[]): number | null =>
    points.length === 0 ? null : Math.max(...points.map(([x, y]) => x + y));
  return answer({
    regimes: [
      regime(
        "no pure equilibrium",
        "the set is empty",
        kind === "empty",
        "no pair of pure public plans is an equilibrium",
      ),
      regime("one payoff", "the set is a point", kind === "point", "the signal supports nothing beyond it"),
      regime(
        "many payoffs",
        "the set is a segment or a polygon",
        kind === "segment" || kind === "polygon",
        "which of them is played is not settled by the payoffs",
      ),
    ],
    equilibria: (corners ?? []).map((corner, k) => told(asked, corner, k)),
    thresholds: [],
    outcome: outcomeOf({
      kind,
      outer: outer.map((point): Data => [...point]),
      inner: inner.map((point): Data => [...point]),
      gap: { area: found.gap.area, distance: found.gap.distance },
      bestJoint: { attained: joint(inner), atMost: joint(outer) },
      lowest: [0, 1].map((i): Data => ({
        attained: inner.length === 0 ? null : Math.min(...inner.map((point) => point[i as 0 | 1])),
        atLeast: outer.length === 0 ? null : Math.min(...outer.map((point) => point[i as 0 | 1])),
      })),
      rounds: found.rounds,
      directions: found.directions,
    }),
    certificate: corners ? certificateOf(asked, corners) : null,
    notes: notesOn(found, kind),
  });
}

function notesOn({ corners, gap }: Bounds, kind: string): string[] {
  if (kind === "empty")
    return [
      "Emptiness is the end of the outer iteration, every step of which contains the set; it carries no certificate.",
    ];
  if (!corners)
    return ["No set that proves itself was found; the outer set holds every equilibrium payoff there may be."];
  const close = Math.max(gap.area, gap.distance) <= CLOSE;
  const share = (x: number): string => `${Number((100 * x).toPrecision(2))}%`;
  return [
    "The inner set is proved: its payoffs are attained. The outer set holds all others and is not proved; no point of it is claimed.",
    ...(close
      ? []
      : [
          `The two differ by ${share(gap.area)} of the area and ${share(gap.distance)} of the width: what lies between is not settled.`,
        ]),
  ];
}

/** Chances too small to be told in words; the numbers beside them are whole. */
const SMALL = 5e-4;

function isTold({ weight }: { weight: Rational }): boolean {
  return weight.toNumber() >= SMALL;
}

/** A corner as a plan: what is done now, and where each signal leads. */
function told(
  { names, signals }: Asked,
  { point, actions, promises }: PublicCorner,
  k: number,
): Solved["equilibria"][number] {
  const [a, b] = actions;
  const law = (signals[a] as Rational[][])[b] as Rational[];
  const now =
    names.one[a] === names.two[b]
      ? `both ${names.one[a]}`
      : `player 1 plays ${names.one[a]} and player 2 plays ${names.two[b]}`;
  const after = promises.flatMap((lottery, y) => {
    if ((law[y] as Rational).isZero()) return [];
    const parts = lottery
      .filter(isTold)
      .map(({ corner, weight }) =>
        weight.toNumber() > 1 - SMALL
          ? inWords(corner, k)
          : `${inWords(corner, k)} with ${weight.toNumber().toPrecision(3)}`,
      );
    return [`after ${names.signals[y]}${parts.length > 1 ? ", by public lottery," : ""} ${parts.join(" or ")}`];
  });
  const paid = point.map((x) => Number(x.toNumber().toPrecision(5)));
  return {
    name: `corner ${k + 1}`,
    inWords: `Corner ${k + 1} pays ${paid[0]} and ${paid[1]}: ${now}; ${after.join("; ")}.`,
    play: {
      payoffs: [exact(point[0]), exact(point[1])],
      actions,
      next: promises.map((lottery): Data => lottery.map(({ corner, weight }): Data => [corner, exact(weight)])),
    },
  };
}

function inWords(corner: number, here: number): string {
  return corner === here ? "the same again" : `go to corner ${corner + 1}`;
}

function certificateOf({ one, two, signals, delta }: Asked, corners: readonly PublicCorner[]): Solved["certificate"] {
  const rows = new RowList().ineq("delta is at least zero", delta, 0).strict("delta is below one", 1, delta);
  for (const [a, line] of signals.entries())
    for (const [b, law] of line.entries()) rows.eq(`signals after ${a + 1}, ${b + 1} sum to one`, sumOf(law), 1);
  const now = Rational.one.minus(delta);
  for (const [k, { point, actions, promises }] of corners.entries()) {
    const name = `corner ${k + 1}`;
    for (const [y, lottery] of promises.entries())
      rows.eq(
        `${name}: after signal ${y + 1} the weights of tomorrow's corners sum to one`,
        sumOf(lottery.map(({ weight }) => weight)),
        1,
      );
    for (const i of [0, 1] as const) {
      const promised = promises.map((lottery) =>
        sumOf(lottery.map(({ corner, weight }) => weight.times((corners[corner] as PublicCorner).point[i]))),
      );
      const worth = (a: number, b: number): Rational => {
        const payoff = ((i === 0 ? one : two)[a] as Rational[])[b] as Rational;
        const law = (signals[a] as Rational[][])[b] as Rational[];
        return now.times(payoff).plus(delta.times(sumOf(law.map((p, y) => p.times(promised[y] as Rational)))));
      };
      rows.eq(`${name}: player ${i + 1} gets today's payoff and tomorrow's promises`, point[i], worth(...actions));
      const moves = i === 0 ? one.length : (one[0] as Rational[]).length;
      for (let move = 0; move < moves; move++) {
        if (move === actions[i]) continue;
        const [a, b] = i === 0 ? [move, actions[1]] : [actions[0], move];
        rows.ineq(`${name}: player ${i + 1} gains nothing by action ${move + 1}`, point[i], worth(a, b));
      }
    }
  }
  const written = corners.map(({ point, actions, promises }) => ({
    point: [...point],
    actions: actions.map((x) => rational(x)),
    promises: promises.map((lottery) => lottery.map(({ corner, weight }) => [rational(corner), weight])),
  }));
  return certificate("REPEAT/public-equilibria", { g1: one, g2: two, signals, delta }, { corners: written }, rows);
}

export const publicEquilibria: Part = part({
  name: "public-equilibria",
  question: "Which payoffs can be equilibria at all, if only a noisy public signal is seen?",
  status: "derived",
  params,
  also: spellings,
  spell: spelledOut,
  fits: isWholeGame,
  read: (input) => ({ ...readStage(input), delta: number("REPEAT.delta", input["delta"], discount) }),
  solve: solvePublic,
});
