// REDLINE (2), audience costs in a war of attrition: low-resolve sides concede at a rising cost a_i t. t_i =
// (−a_i v + sqrt(a_i²v² + 4 a_i a_j v C_i))/(2 a_i a_j); horizon t* = min; F_i = a_i t*/C_i; Pr(war) = F_1 F_2;
// S_i(t) = S_i(0) v/(v + a_j t), S_i(0) = F_i (v + a_j t*)/v; the side with the larger t_i concedes at once with
// probability 1 − S_i(0); Pr(i concedes) = 1 − S_i(0) + ∫ −S_i'(t) S_j(t) dt over [0, t*].

import { Rational, rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, type Param, type Part, type Solved } from "./model.ts";
import { param, positive, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Letters = "v" | "a1" | "a2" | "C1" | "C2";
type Audience = Record<Letters, Rational>;
type Side = { a: number; C: number };

const params: Param[] = [
  param("v", "value of the prize", positive, 1, { unit: "payoff" }),
  param("a1", "audience cost of side 1, per unit of time", positive, 1, { aliases: ["a_1"], unit: "payoff per time" }),
  param("a2", "audience cost of side 2, per unit of time", positive, 1, { aliases: ["a_2"], unit: "payoff per time" }),
  param("C1", "side 1's cost of conflict is uniform on [0, C1]", positive, 2, { aliases: ["C_1"], unit: "payoff" }),
  param("C2", "side 2's cost of conflict is uniform on [0, C2]", positive, 2, { aliases: ["C_2"], unit: "payoff" }),
];

/** The positive root of a_i a_j t² + a_i v t = v C_i, in the form that does not cancel. */
function ownHorizon(v: number, mine: Side, theirs: Side): number {
  const b = mine.a * v;
  const product = mine.a * theirs.a * v * mine.C;
  return (2 * v * mine.C) / (b + Math.sqrt(b * b + 4 * product));
}

/** ∫ over [0, T] of v² a_j / ((v + a_j t)² (v + a_i t)), by Gauss–Legendre on panels that double in length. */
function concession(v: number, mine: Side, theirs: Side, T: number): number {
  const nodes = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
  const weights = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];
  const f = (t: number): number => (v * v * theirs.a) / ((v + theirs.a * t) ** 2 * (v + mine.a * t));
  const first = (0.125 * v) / Math.max(mine.a, theirs.a);
  let total = 0;
  for (let low = 0, step = first; low < T; low += step, step *= 1.25) {
    const half = Math.min(step, T - low) / 2;
    for (const [k, node] of nodes.entries())
      total += (weights[k] as number) * half * (f(low + half * (1 - node)) + f(low + half * (1 + node)));
    if (half * 2 < step) break;
  }
  return total;
}

export type AudienceSolution = { horizon: number; prWar: number; atOnce: [number, number]; concede: [number, number] };

export function solveAudience(v: number, one: Side, two: Side): AudienceSolution {
  const own = [ownHorizon(v, one, two), ownHorizon(v, two, one)] as const;
  const horizon = Math.min(...own);
  const sides = [one, two] as const;
  const stay = ([0, 1] as const).map((i) => {
    const [mine, theirs] = [sides[i], sides[1 - i] as Side];
    return own[i] <= horizon ? 1 : Math.min(1, ((mine.a * horizon) / mine.C) * ((v + theirs.a * horizon) / v));
  }) as [number, number];
  const concede = ([0, 1] as const).map((i) => {
    const later = stay[0] * stay[1] * concession(v, sides[i], sides[1 - i] as Side, horizon);
    return 1 - stay[i] + later;
  }) as [number, number];
  const prWar = ((one.a * horizon) / one.C) * ((two.a * horizon) / two.C);
  return { horizon, prWar, atOnce: [1 - stay[0], 1 - stay[1]], concede };
}

function solveAudienceCosts({ v, a1, a2, C1, C2 }: Audience): Outcome<Solved> {
  const [one, two] = [
    { a: a1.toNumber(), C: C1.toNumber() },
    { a: a2.toNumber(), C: C2.toNumber() },
  ];
  const found = solveAudience(v.toNumber(), one, two);
  const { horizon, prWar, atOnce, concede } = found;
  return answer({
    regimes: [
      regime(
        "side 1 concedes oftener",
        "Pr(1 concedes) > Pr(2 concedes)",
        concede[0] > concede[1],
        "side 1 has the lower audience cost for its stakes",
      ),
      regime(
        "side 2 concedes oftener",
        "Pr(2 concedes) > Pr(1 concedes)",
        concede[1] > concede[0],
        "side 2 has the lower audience cost for its stakes",
      ),
      regime("even", "equal", concede[0] === concede[1], "neither audience binds more than the other"),
    ],
    equilibria: [
      {
        name: "war of attrition",
        inWords: `If nobody gives way by time ${horizon.toPrecision(3)}, conflict follows; its probability is ${prWar.toPrecision(3)}.`,
        play: { horizon, prWar },
      },
    ],
    thresholds: [],
    outcome: outcomeOf({
      prClash: prWar,
      horizon,
      prWar,
      concedeAtOnce1: atOnce[0],
      concedeAtOnce2: atOnce[1],
      prConcede1: concede[0],
      prConcede2: concede[1],
    }),
    certificate: certificateOf({ v, a1, a2, C1, C2 }, found),
  });
}

const EPS = rational("1/100000000000");

function certificateOf(
  { v, a1, a2, C1, C2 }: Audience,
  { horizon, prWar, atOnce, concede }: AudienceSolution,
): Solved["certificate"] {
  const t = rational(horizon);
  const rows = new RowList();
  for (const [name, value] of Object.entries({ v, a1, a2, C1, C2 })) rows.strict(`${name} is above zero`, value, 0);
  const sides = [
    [a1, a2, C1],
    [a2, a1, C2],
  ] as const;
  for (const [i, [mine, theirs, C]] of sides.entries()) {
    const stay = mine
      .times(t)
      .times(v.plus(theirs.times(t)))
      .over(v.times(C));
    const off = Rational.one
      .minus(rational(atOnce[i] as number))
      .minus(stay)
      .abs();
    rows.ineq(`side ${i + 1}: those who stay at time 0 and concede later leave exactly the types that fight`, EPS, off);
  }
  rows.ineq("one side at least does not concede at once", EPS, rational(Math.min(...atOnce)));
  const F1 = a1.times(t).over(C1);
  const F2 = a2.times(t).over(C2);
  rows.ineq("war: both are among the types that fight", EPS, F1.times(F2).minus(rational(prWar)).abs());
  const total = rational(prWar).plus(rational(concede[0])).plus(rational(concede[1]));
  rows.ineq("war and the two concessions are all that can happen", EPS, total.minus(1).abs());
  for (const [i] of sides.entries())
    rows.enclosed("ineq", `side ${i + 1}: its probability of conceding is the integral`, 1e-9, 0);
  const profile = {
    horizon: t,
    prWar: rational(prWar),
    atOnce: atOnce.map((x) => rational(x)),
    concede: concede.map((x) => rational(x)),
  };
  return certificate("REDLINE/audience-costs", { v, a1, a2, C1, C2 }, profile, rows);
}

export const audienceCosts: Part = part({
  name: "audience-costs",
  question: "Who gives way when giving way costs the more, the longer the crisis?",
  status: "derived",
  params,
  read: (input) => scalars<Letters>("REDLINE", params, input),
  solve: solveAudienceCosts,
});
