// REPEAT with side payments (goldlueckeKranz2012; numbers of the noisy prisoner's dilemma published in the second
// author's tutorial). Liquidity L = d/(1−d) (Ue − V); the critical discount of a step is L/(L + Ue − V).

import { Rational, sumOf } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import type { StageGame } from "./automaton.ts";
import { outcomeOf, part, type Data, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, distribution, exact, number, numbers, object, param } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";
import { deviationsFrom, punishmentSum, stepsOf, type Step } from "./solvers/transfers.ts";

type Signalled = { game: Omit<StageGame, "deltas">; names: string[]; V: Rational | null };

const alarm = (none: number, anonymous: number, blame1: number, blame2: number): Data => ({
  none,
  anonymous,
  blame1,
  blame2,
});

const params: Param[] = [
  param(
    "payoffs",
    "payoffs of both sides after CC, DC, CD, DD (the first side's action first)",
    null,
    { CC: [1, 1], DC: [2, -1.5], CD: [-1.5, 2], DD: [0, 0] },
    { unit: "payoff per period" },
  ),
  param("signalProbabilities", "probabilities of the public signals after CC, DC, CD, DD", null, {
    CC: alarm(0.7, 0.1, 0.1, 0.1),
    DC: alarm(0.3, 0.3, 0.3, 0.1),
    CD: alarm(0.3, 0.3, 0.1, 0.3),
    DD: alarm(0, 1, 0, 0),
  }),
];

const pairs = ["CC", "CD", "DC", "DD"] as const;

function read(input: Record<string, unknown>): Signalled {
  const payoffs = object("REPEAT.payoffs", input["payoffs"]);
  const laws = object("REPEAT.signalProbabilities", input["signalProbabilities"]);
  const names = Object.keys(object("REPEAT.signalProbabilities.CC", laws["CC"]));
  if (names.length > 40) throw new InputError("REPEAT.signalProbabilities.CC", "at most 40 signals", names.length);
  const law = (pair: string): Rational[] => {
    const given = object(`REPEAT.signalProbabilities.${pair}`, laws[pair]);
    return distribution(
      `REPEAT.signalProbabilities.${pair}`,
      names.map((name) => given[name] ?? 0),
    );
  };
  const paid = (pair: string): Rational[] => {
    const both = numbers(`REPEAT.payoffs.${pair}`, payoffs[pair], anyNumber, 2);
    if (both.length !== 2) throw new InputError(`REPEAT.payoffs.${pair}`, "two payoffs", both.length);
    return both;
  };
  const of = (i: 0 | 1): Rational[][] => [
    [paid("CC")[i] as Rational, paid("CD")[i] as Rational],
    [paid("DC")[i] as Rational, paid("DD")[i] as Rational],
  ];
  const game = {
    payoffs: [of(0), of(1)] as const,
    signals: [
      [law("CC"), law("CD")],
      [law("DC"), law("DD")],
    ],
  };
  const sum = input["punishmentPayoffSum"];
  return { game, names, V: sum === undefined ? null : number("REPEAT.punishmentPayoffSum", sum, anyNumber) };
}

function solveTransfers({ game, names, V: given }: Signalled): Outcome<Solved> {
  const V = punishmentSum(game);
  if (V === null)
    return refuse(
      "not-found",
      "No stage equilibrium gives both sides their lowest enforceable payoff; other punishments are outside this part.",
    );
  if (given && !given.equals(V))
    throw new InputError(
      "REPEAT.punishmentPayoffSum",
      `${V.toString()}, the sum of the minmax payoffs`,
      given.toString(),
    );
  const steps = stepsOf(game);
  const delta = ({ liquidity, joint }: Step): Rational => liquidity.over(liquidity.plus(joint).minus(V));
  const name = ({ actions: [a, b] }: Step): string => pairs[2 * a + b] as string;
  return answer({
    regimes: [],
    equilibria: steps.map((step) => ({
      name: `${name(step)} from delta ${delta(step).toNumber().toPrecision(4)}`,
      inWords: `The sides play ${name(step)} and settle by payments after each signal: joint payoff ${step.joint.toNumber().toPrecision(4)}.`,
      play: { profile: name(step), payments: payments(step, names) },
    })),
    thresholds: steps.map((step) => ({
      param: "delta",
      value: delta(step).toNumber(),
      exact: delta(step).toString(),
      direction: "above" as const,
      formula: "L/(L + Ue - V)",
      means: `joint payoff ${step.joint.toNumber().toPrecision(4)} from ${name(step)}`,
    })),
    outcome: outcomeOf({
      punishmentPayoffSum: exact(V),
      steps: steps.map((step): Data => ({
        profile: name(step),
        liquidity: exact(step.liquidity),
        jointPayoff: exact(step.joint),
        delta: exact(delta(step)),
      })),
    }),
    certificate: certificateOf(game, V, steps),
  });
}

function payments({ plan: { kept, used } }: Step, names: string[]): Data {
  const share = used.over(2);
  return Object.fromEntries(
    names.map((name, y) => [name, [0, 1].map((i) => exact(share.minus(kept[i as 0 | 1][y] as Rational)))]),
  );
}

function certificateOf(game: Omit<StageGame, "deltas">, V: Rational, steps: Step[]): Solved["certificate"] {
  const rows = new RowList();
  for (const [a, line] of game.signals.entries())
    for (const [b, law] of line.entries()) rows.eq(`signals after ${a + 1}, ${b + 1} sum to one`, sumOf(law), 1);
  const profile = steps.map((step, at) => {
    const { actions, liquidity, joint, plan } = step;
    const [a, b] = actions;
    const name = `step ${at + 1}`;
    const law = (game.signals[a] as Rational[][])[b] as Rational[];
    const cap = plan.used.over(2);
    const paid = plan.kept.map((kept) => kept.map((s) => cap.minus(s))) as [Rational[], Rational[]];
    const mean = (p: Rational[], pr: Rational[]): Rational => sumOf(p.map((x, y) => x.times(pr[y] as Rational)));
    const total = [0, 1].map((i) => (game.payoffs[i as 0 | 1][a] as Rational[])[b] as Rational);
    rows.ineq(`${name}: the caps are within the liquidity`, liquidity, plan.used);
    rows.eq(
      `${name}: joint payoff less what is burnt`,
      joint,
      sumOf(total).minus(mean(paid[0], law)).minus(mean(paid[1], law)),
    );
    for (const [y] of law.entries()) {
      for (const i of [0, 1] as const)
        rows.ineq(`${name}: after signal ${y + 1} player ${i + 1} pays within its cap`, cap, paid[i][y] as Rational);
      rows.ineq(
        `${name}: after signal ${y + 1} money may be burnt, not made`,
        (paid[0][y] as Rational).plus(paid[1][y] as Rational),
        0,
      );
    }
    const deviations = deviationsFrom(game, actions);
    for (const [k, { player, gain, law: other }] of deviations.entries()) {
      rows.ineq(
        `${name}: deviation ${k + 1} (player ${player + 1}) does not pay`,
        mean(paid[player], other).minus(mean(paid[player], law)),
        gain,
      );
    }
    for (const [k, price] of plan.deter.entries()) rows.ineq(`${name}: dual price of deviation ${k + 1}`, price, 0);
    for (const [y, price] of plan.burn.entries()) rows.ineq(`${name}: dual price of signal ${y + 1}`, price, 0);
    rows.ineq(`${name}: dual price of liquidity`, plan.slope, 0);
    for (const [y, p] of law.entries()) {
      for (const i of [0, 1] as const) {
        const worth = sumOf(
          deviations.map((deviation, k) =>
            deviation.player === i
              ? (plan.deter[k] as Rational).times((deviation.law[y] as Rational).minus(p))
              : Rational.zero,
          ),
        );
        rows.ineq(`${name}: dual of player ${i + 1} at signal ${y + 1}`, worth.plus(plan.burn[y] as Rational), p);
      }
    }
    rows.ineq(`${name}: dual of the caps`, plan.slope.plus(1), sumOf(plan.burn));
    const bound = sumOf(total)
      .minus(sumOf(deviations.map(({ gain }, k) => gain.times(plan.deter[k] as Rational))))
      .plus(plan.slope.times(liquidity));
    rows.eq(`${name}: no plan within the liquidity does better`, joint, bound);
    const delta = liquidity.over(liquidity.plus(joint).minus(V));
    rows.eq(`${name}: critical discount`, delta.times(liquidity.plus(joint).minus(V)), liquidity);
    return {
      actions: actions.map((x) => Rational.of(x)),
      liquidity,
      joint,
      cap,
      payments: paid,
      delta,
      deter: plan.deter,
      burn: plan.burn,
      slope: plan.slope,
    };
  });
  return certificate(
    "REPEAT/transfers",
    { payoffs1: game.payoffs[0], payoffs2: game.payoffs[1], signals: game.signals, V },
    { steps: profile },
    rows,
  );
}

export const transfers: Part = part({
  name: "transfers",
  question: "How much better is restraint when the sides can settle a breach by payments?",
  status: "published",
  params,
  also: ["g", "l", "lambda", "mu", "alpha", "beta", "psi", "punishmentPayoffSum"],
  read,
  solve: solveTransfers,
});
