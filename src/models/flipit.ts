// FLIPIT (argument d): a defender and an attacker each take control of a resource by a move that the other does not
// see, at periodic times with random phase. Payoff = share of time in control − cost per move × rate.
// k0 < k1: rates 1/(2 k1), k0/(2 k1²); equal: 1/(2k) each (vandijk2013, recalled; best responses verified on a grid).

import { Rational, type RationalLike } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { at } from "../world/world.ts";
import { monitoringWindow } from "./flipit-window.ts";
import { part, type Model, type Param, type Solved } from "./model.ts";
import { axis } from "./proposition.ts";
import { exact, param, positive, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Costs = { k0: Rational; k1: Rational };

const params: Param[] = [
  param("k0", "cost of a move to the defender, who holds the resource at first", positive, 1, {
    unit: "control time per move",
    aliases: ["k_0"],
  }),
  param("k1", "cost of a move to the attacker", positive, 0.2, { unit: "control time per move", aliases: ["k_1"] }),
];

/** Share of time that the side with rate `mine` holds the resource. */
export function controlShare(mine: Rational, theirs: Rational): Rational {
  if (mine.isZero()) return Rational.zero;
  return mine.isAtLeast(theirs) ? Rational.one.minus(theirs.over(mine.times(2))) : mine.over(theirs.times(2));
}

export function solveFlipIt({ k0, k1 }: Costs): Outcome<Solved> {
  const dear = k0.isAtLeast(k1) ? k0 : k1;
  const cheap = k0.isAtLeast(k1) ? k1 : k0;
  const rateOfCheap = half(dear);
  const rateOfDear = cheap.over(dear.times(dear).times(2));
  const defenderIsDear = k0.isAtLeast(k1);
  const [rate0, rate1] = defenderIsDear ? [rateOfDear, rateOfCheap] : [rateOfCheap, rateOfDear];
  const [share0, share1] = [controlShare(rate0, rate1), controlShare(rate1, rate0)];
  const [benefit0, benefit1] = [share0.minus(k0.times(rate0)), share1.minus(k1.times(rate1))];
  const rows = new RowList()
    .strict("a move costs the defender something", k0, 0)
    .strict("a move costs the attacker something", k1, 0)
    .eq("the shares of time in control sum to one", share0.plus(share1), 1)
    .eq("benefit of the defender: control less what moving costs", benefit0, share0.minus(k0.times(rate0)))
    .eq("benefit of the attacker: control less what moving costs", benefit1, share1.minus(k1.times(rate1)))
    .ineq("the side with the dearer move moves no oftener", rateOfCheap, rateOfDear)
    .eq("the dearer side gains nothing by another rate up to its rival's", half(rateOfCheap), dear)
    .eq("the cheaper side's first-order condition", rateOfDear.over(rateOfCheap.times(rateOfCheap).times(2)), cheap)
    .ineq("the defender does no better by giving up", benefit0, 0)
    .ineq("the attacker does no better by giving up", benefit1, 0);
  return answer({
    regimes: [
      {
        name: "defender cheaper",
        condition: "k0 < k1",
        means: "the defender holds most of the time and gains",
        here: k0.isBelow(k1),
      },
      {
        name: "equal costs",
        condition: "k0 = k1",
        means: "each holds half the time and gains nothing by it",
        here: k0.equals(k1),
      },
      {
        name: "attacker cheaper",
        condition: "k0 > k1",
        means: "the attacker holds most of the time; the defender gains nothing",
        here: k0.isAbove(k1),
      },
    ],
    equilibria: [
      {
        name: "periodic play",
        inWords: `The defender moves ${rate0.toNumber().toPrecision(3)} times a unit of time, the attacker ${rate1.toNumber().toPrecision(3)} times.`,
        play: { rate0: exact(rate0), rate1: exact(rate1) },
      },
    ],
    thresholds: [
      {
        param: "k1",
        value: k0.toNumber(),
        exact: k0.toString(),
        direction: "above",
        formula: "k1 > k0",
        means: "the attacker gains nothing once a move costs it more than the defender's costs",
      },
    ],
    outcome: {
      restraintA: null,
      restraintB: null,
      payoffA: benefit0.toNumber(),
      payoffB: benefit1.toNumber(),
      prClash: null,
      shareOfTimePunishing: null,
      rate0: exact(rate0),
      rate1: exact(rate1),
      benefit0: exact(benefit0),
      benefit1: exact(benefit1),
      control0: exact(share0),
      control1: exact(share1),
      costRatio: exact(cheap.over(dear)),
    },
    certificate: certificate("FLIPIT/periodic", { k0, k1 }, { rate0, rate1, benefit0, benefit1 }, rows),
  });
}

function half(of: RationalLike): Rational {
  return Rational.one.over(Rational.of(of).times(2));
}

export const flipit: Model = {
  card: {
    id: "FLIPIT",
    title: "Stealth at a cost per move",
    question: "What does it mean that the other side steals at little cost?",
    story:
      "Two sides take turns at holding a network without seeing when the other took it back. Each chooses how often to move; a move costs something and takes control.",
    players: ["defender (holds at first)", "attacker"],
    moves: "each chooses a rate of moving, at periodic times with a random start, unseen by the other",
    payoffs: "share of time in control, less the cost of a move times the rate of moving",
    assumptions: [
      "moves are periodic with a random phase",
      "neither side sees the other's moves",
      "control is all or nothing",
    ],
    references: [
      {
        key: "vanDijk2013",
        status: "recalled",
        note: "formula recalled, not checked against the paper's text; best responses verified on a grid",
      },
    ],
    status: "recalled",
    arguments: ["d"],
  },
  parts: [
    part({
      name: "periodic",
      question: "Who holds the network, and what is left of it after the cost of holding it?",
      status: "recalled",
      params,
      read: (input) => scalars<keyof Costs>("FLIPIT", params, input),
      solve: solveFlipIt,
    }),
    monitoringWindow,
  ],
  fromWorld: (world) => [{ part: "periodic", params: { k0: at(world, "k_A"), k1: at(world, "k_B") } }],
  propositions: [
    {
      id: "cheap-theft",
      argument: "d",
      model: "FLIPIT",
      sentence: "The other side steals at so little cost that the defender is left with nothing.",
      condition: "k_B <= k_A",
      axes: [axis("k_A", 0.01, 5, 1), axis("k_B", 0.01, 5, 0.2)],
      margin: ({ k_A = 1, k_B = 1 }) => k_A - k_B,
    },
  ],
};
