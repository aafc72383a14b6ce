// REPEAT with side payments (goldlueckeKranz2012; numbers of the noisy prisoner's dilemma published in the second
// author's tutorial). Liquidity L = d/(1−d) (Ue − V); the critical discount of a step is L/(L + Ue − V).

import { largest, Rational, sumOf } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import type { StageGame } from "./automaton.ts";
import { outcomeOf, part, type Data, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, discount, exact, number, param } from "./reading.ts";
import { isWholeGame, readStage, spelledOut, type Stage } from "./repeat-signals.ts";
import { alarmKeys, alarmsSpelledOut } from "./repeat-alarms.ts";
import { settledSet } from "./repeat-settled.ts";
import { certificate, RowList } from "./rows.ts";
import { deviationsFrom, punishmentOf, stepsOf, type Pair, type Punishment, type Step } from "./solvers/transfers.ts";

type Signalled = {
  game: Omit<StageGame, "deltas">;
  names: Stage["names"];
  V: Rational | null;
  /** Asks for the set at this weight of the next period. */
  delta: Rational | null;
};

const params: Param[] = [
  param(
    "g1",
    "payoffs of player 1, a row per own action",
    null,
    [
      [1, -1.5],
      [2, 0],
    ],
    { unit: "payoff per period" },
  ),
  param(
    "g2",
    "payoffs of player 2, in the same places",
    null,
    [
      [1, 2],
      [-1.5, 0],
    ],
    { unit: "payoff per period" },
  ),
  param(
    "signals",
    "probabilities of the public signals after every action pair, in the same places",
    null,
    [
      [
        [0.7, 0.1, 0.1, 0.1],
        [0.3, 0.3, 0.1, 0.3],
      ],
      [
        [0.3, 0.3, 0.3, 0.1],
        [0, 1, 0, 0],
      ],
    ],
    { unit: "1 per period" },
  ),
];

/** Exact linear programs are solved for every action pair. */
const MOST_WORK = 600;

function read(input: Record<string, unknown>): Signalled {
  const { one, two, signals, names } = readStage(input);
  const work = one.length * (one[0]?.length ?? 0) * names.signals.length;
  if (work > MOST_WORK)
    throw new InputError(
      "REPEAT.signals",
      `at most ${MOST_WORK} probabilities in all, as exact programs are solved`,
      work,
    );
  const sum = input["punishmentPayoffSum"];
  const V = sum === undefined ? null : number("REPEAT.punishmentPayoffSum", sum, anyNumber);
  const delta = input["delta"] === undefined ? null : number("REPEAT.delta", input["delta"], discount);
  return { game: { payoffs: [one, two], signals }, names, V, delta };
}

function solveTransfers({ game, names, V: given, delta: at }: Signalled): Outcome<Solved> {
  const punishment = punishmentOf(game);
  if (punishment === null)
    return refuse(
      "not-found",
      "The stage game has no pure equilibrium to punish by; other punishments are outside this part.",
    );
  const V = punishment.sum;
  if (given && !given.equals(V))
    throw new InputError(
      "REPEAT.punishmentPayoffSum",
      `${V.toString()}, the sum that the punishing stage equilibrium pays`,
      given.toString(),
    );
  const steps = stepsOf(game);
  const set = at === null || !punishment.lowest ? null : settledSet(game, names, punishment, at);
  const delta = ({ liquidity, joint }: Step): Rational => liquidity.over(liquidity.plus(joint).minus(V));
  const name = ({ actions: [a, b] }: Step): string => profileName(names, a, b);
  return answer({
    regimes: [],
    equilibria: [
      ...(set?.equilibria ?? []),
      ...steps.map((step) => ({
        name: `${name(step)} from delta ${delta(step).toNumber().toPrecision(4)}`,
        inWords: `The sides play ${name(step)} and settle by payments after each signal: joint payoff ${step.joint.toNumber().toPrecision(4)}.`,
        play: { profile: name(step), actions: [...step.actions], payments: payments(step, names.signals) },
      })),
    ],
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
      punishmentIsLowest: punishment.lowest,
      steps: steps.map((step): Data => ({
        profile: name(step),
        liquidity: exact(step.liquidity),
        jointPayoff: exact(step.joint),
        delta: exact(delta(step)),
      })),
      ...(set ? { set: set.outcome } : {}),
    }),
    certificate: certificateOf(game, punishment, set?.step ? [...steps, set.step] : steps),
    ...(punishment.lowest
      ? {}
      : {
          notes: [
            "No stage equilibrium gives both sides their lowest enforceable payoff; the lowest stage equilibrium punishes here. Harsher punishments may exist, so the thresholds are enough and may be more than enough.",
          ],
        }),
  });
}

/** "CD" where there are two actions a side, else the actions' names. */
function profileName({ one, two }: Stage["names"], a: number, b: number): string {
  if (one.length === 2 && two.length === 2 && one[0] === "restrain" && two[0] === "restrain")
    return `${a === 0 ? "C" : "D"}${b === 0 ? "C" : "D"}`;
  return `${one[a]}, ${two[b]}`;
}

function payments({ plan: { kept, used } }: Step, names: string[]): Data {
  const share = used.over(2);
  return Object.fromEntries(
    names.map((name, y) => [name, [0, 1].map((i) => exact(share.minus(kept[i as 0 | 1][y] as Rational)))]),
  );
}

function certificateOf(
  game: Omit<StageGame, "deltas">,
  { actions: [x, z], sum: V, lowest }: Punishment,
  steps: Step[],
): Solved["certificate"] {
  const rows = new RowList();
  punishmentRows(rows, game.payoffs, [x, z], V, lowest);
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
    { punishment: { actions: [Rational.of(x), Rational.of(z)], lowest }, steps: profile },
    rows,
  );
}

/** The punishment is a stage equilibrium that pays V; where it is the lowest, nobody can be held below it. */
function punishmentRows(
  rows: RowList,
  payoffs: StageGame["payoffs"],
  [x, z]: Pair,
  V: Rational,
  lowest: boolean,
): void {
  const pay = (i: 0 | 1, a: number, b: number): Rational => (payoffs[i][a] as Rational[])[b] as Rational;
  const counts = [payoffs[0].length, (payoffs[0][0] as Rational[]).length] as const;
  rows.eq("the punishment pays V in all", V, pay(0, x, z).plus(pay(1, x, z)));
  for (const i of [0, 1] as const) {
    const own = pay(i, x, z);
    for (let move = 0; move < counts[i]; move++)
      rows.ineq(
        `punished, player ${i + 1} gains nothing by action ${move + 1}`,
        own,
        i === 0 ? pay(0, move, z) : pay(1, x, move),
      );
    if (!lowest) continue;
    for (let other = 0; other < counts[i === 0 ? 1 : 0]; other++) {
      const replies = Array.from({ length: counts[i] }, (_, move) =>
        i === 0 ? pay(0, move, other) : pay(1, other, move),
      );
      rows.ineq(`player ${i + 1} cannot be held lower by action ${other + 1}`, largest(replies), own);
    }
  }
}

export const transfers: Part = part({
  name: "transfers",
  question: "How much better is restraint when the sides can settle a breach by payments?",
  status: "published",
  params,
  also: ["payoffs", "signalProbabilities", "signalNames", "actionNames", ...alarmKeys, "punishmentPayoffSum", "delta"],
  spell: (input) => spelledOut(alarmsSpelledOut(input)),
  fits: isWholeGame,
  read,
  solve: solveTransfers,
});
