// REPEAT where everything is seen, for any finite two-player stage game: all pure-action equilibrium payoffs with public
// randomisation (abreuSannikov2014), each corner with the play behind it and a proof that the set generates itself.

import { largest, Rational, rational, smallest } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, type Data, type Param, type Part, type Solved } from "./model.ts";
import { emptyCertificate } from "./repeat-empty.ts";
import { anyNumber, discount, exact, number, numbers, param, table } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";
import { equilibriumSet } from "./solvers/equilibrium-set.ts";
import { selfGenerating, type ExactGame, type SelfGenerating } from "./solvers/self-generation.ts";

type Asked = { game: ExactGame; start: [Rational, Rational] | null };

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
  param("delta", "weight of the next period", discount, 0.9),
];

const MOST_ACTIONS = 60;

function read(input: Record<string, unknown>): Asked {
  const [one, two] = [
    table("REPEAT.g1", input["g1"], anyNumber, MOST_ACTIONS),
    table("REPEAT.g2", input["g2"], anyNumber, MOST_ACTIONS),
  ];
  if (one.length !== two.length || one[0]?.length !== two[0]?.length)
    throw new InputError("REPEAT.g2", "as many rows and columns as g1", two.length);
  const delta = number("REPEAT.delta", input["delta"], discount);
  const threat = input["initialThreat"];
  const start = threat === undefined || threat === null ? null : numbers("REPEAT.initialThreat", threat, anyNumber, 2);
  if (start && start.length !== 2) throw new InputError("REPEAT.initialThreat", "two numbers", start.length);
  return { game: { one, two, delta }, start: start as [Rational, Rational] | null };
}

function solveSet({ game, start }: Asked): Outcome<Solved> {
  const floats = (of: Rational[][]): Float64Array => Float64Array.from(of.flat(), (x) => x.toNumber());
  const [rows, columns] = [game.one.length, game.one[0]?.length ?? 0];
  const from = start ? ([start[0].toNumber(), start[1].toNumber()] as const) : undefined;
  const found = equilibriumSet(
    { one: floats(game.one), two: floats(game.two), rows, columns },
    game.delta.toNumber(),
    1e-13,
    from,
  );
  const { vertices, threat, converged } = found;
  const kind = ["empty", "point", "segment"][vertices.length] ?? "polygon";
  const proved = vertices.length > 0 ? selfGenerating(game, vertices) : null;
  const empty = kind === "empty" ? emptyCertificate(game) : null;
  const best = vertices.reduce((top, [x, y]) => Math.max(top, x + y), -Infinity);
  return answer({
    regimes: [
      regime(
        "no pure equilibrium",
        "the set is empty",
        kind === "empty",
        "no pure-action equilibrium with perfect monitoring exists",
      ),
      regime("one payoff", "the set is a point", kind === "point", "the future adds nothing"),
      regime(
        "many payoffs",
        "the set is a segment or a polygon",
        vertices.length > 1,
        "which of them is played is not settled by the payoffs",
      ),
    ],
    equilibria: proved ? told(proved, game) : [],
    thresholds: [],
    outcome: outcomeOf({
      kind,
      vertices: vertices.map((point): Data => [...point]),
      threat: threat ? [...threat] : null,
      bestJoint: vertices.length > 0 ? best : null,
      iterations: found.iterations,
    }),
    certificate: proved ? certificateOf(game, proved) : empty,
    ...(converged && (proved || kind === "empty")
      ? {}
      : {
          notes: [
            "The corners could not be proved to generate themselves; they are the limit of the iteration in floats.",
          ],
        }),
    ...(kind === "empty" && !empty
      ? {
          notes: [
            "Emptiness is the end of the outer iteration, every step of which contains the set; boxes do not prove it, so it carries no certificate.",
          ],
        }
      : {}),
  });
}

function told({ corners, eps }: SelfGenerating, { one, two }: ExactGame): Solved["equilibria"] {
  const [rows, columns] = [one.length, two[0]?.length ?? 0];
  const name = (action: number, of: number): string =>
    of === 2 ? (action === 0 ? "restrain" : "attack") : `action ${action + 1}`;
  return corners.map(({ point, actions, weights }, k) => {
    const next = weights.flatMap((weight, at) =>
      weight.isZero() ? [] : `corner ${at + 1} with ${weight.toNumber().toPrecision(3)}`,
    );
    return {
      name: `corner ${k + 1}`,
      inWords: `Now player 1 plays ${name(actions[0], rows)} and player 2 ${name(actions[1], columns)}; then by public lottery ${next.join(", ")}. Who deviates is held to its own worst corner.`,
      play: { payoffs: [exact(point[0]), exact(point[1])], actions, weights: weights.map(exact), eps: exact(eps) },
    };
  });
}

function certificateOf({ one, two, delta }: ExactGame, { corners, eps }: SelfGenerating): Solved["certificate"] {
  const list = new RowList()
    .ineq("delta is at least zero", delta, 0)
    .strict("delta is below one", 1, delta)
    .ineq("eps is at least zero", eps, 0);
  const size = largest([...one.flat(), ...two.flat()].map((x) => x.abs()));
  list.ineq("eps is small against the payoffs", size.plus(1).over(100_000_000), eps);
  const now = Rational.one.minus(delta);
  const worst = ([0, 1] as const).map((i) => smallest(corners.map(({ point }) => point[i]))) as [Rational, Rational];
  for (const [
    k,
    {
      point,
      actions: [a, b],
      weights,
    },
  ] of corners.entries()) {
    const name = `corner ${k + 1}`;
    list.eq(
      `${name}: weights of tomorrow's corners sum to one`,
      weights.reduce((x, y) => x.plus(y)),
      1,
    );
    for (const i of [0, 1] as const) {
      const payoff = ((i === 0 ? one : two)[a] as Rational[])[b] as Rational;
      const tomorrow = weights.reduce(
        (sum, weight, at) => sum.plus(weight.times((corners[at] as (typeof corners)[0]).point[i])),
        Rational.zero,
      );
      list.ineq(
        `${name}: player ${i + 1} gets today's payoff and tomorrow's lottery`,
        eps,
        point[i].minus(now.times(payoff)).minus(delta.times(tomorrow)).abs(),
      );
      const best = i === 0 ? largest(one.map((line) => line[b] as Rational)) : largest(two[a] as Rational[]);
      list.ineq(
        `${name}: player ${i + 1} gains nothing by its best deviation`,
        point[i].plus(eps),
        now.times(best).plus(delta.times(worst[i])),
      );
    }
  }
  const written = corners.map(({ point, actions, weights }) => ({
    point: [...point],
    actions: actions.map((x) => rational(x)),
    weights,
  }));
  return certificate("REPEAT/equilibrium-set", { g1: one, g2: two, delta }, { corners: written, eps }, list);
}

export const equilibriumSetPart: Part = part({
  name: "equilibrium-set",
  question: "Which payoffs can be equilibria at all, if everything is seen?",
  status: "published",
  params,
  also: ["initialThreat"],
  read,
  solve: solveSet,
});
