// BARGAIN (argument a): who negotiates, and what comes out? Two sides divide a prize of 1; conflict costs c_A, c_B and
// gives A the share p. A deal exists in [p − c_A, p + c_B] whatever p (fearon1995): asking shows weakness only where
// the asker is likely enough to be weak (the stigma row). Alternating offers: (1 − d2)/(1 − d1 d2) (rubinstein1982).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { at } from "../world/world.ts";
import { multiIssue } from "./bargain-issues.ts";
import { outcomeOf, part, regime, threshold, type Model, type Param, type Solved } from "./model.ts";
import { discount, exact, notNegative, number, param, positive, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;
const zero = Rational.zero;
const share = { unit: "share" };

function cut(value: Rational): Rational {
  return value.sign() < 0 ? zero : value.isAbove(1) ? one : value;
}

// --- the range of deals -------------------------------------------------------------------------------------------

type RangeOf = { pA: Rational; pB: Rational; cA: Rational; cB: Rational };

const rangeParams: Param[] = [
  param("p", "share that A would win by conflict, as both expect", probability, 0.5, share),
  param("c_A", "cost of conflict to A", notNegative, 0.1, { ...share, aliases: ["cA"] }),
  param("c_B", "cost of conflict to B", notNegative, 0.2, { ...share, aliases: ["cB"] }),
];

function readRange(input: Record<string, unknown>): RangeOf {
  const read = scalars<"p" | "c_A" | "c_B">("BARGAIN", rangeParams, input);
  const pA = input["p_A"] === undefined ? read.p : number("BARGAIN.p_A", input["p_A"], probability);
  const pB = input["p_B"] === undefined ? one.minus(read.p) : number("BARGAIN.p_B", input["p_B"], probability);
  return { pA, pB, cA: read.c_A, cB: read.c_B };
}

function solveRange({ pA, pB, cA, cB }: RangeOf): Outcome<Solved> {
  const optimism = pA.plus(pB).minus(1);
  const total = cA.plus(cB);
  const exists = optimism.isAtMost(total);
  const [low, high] = [cut(pA.minus(cA)), cut(one.minus(pB).plus(cB))];
  const rows = new RowList()
    .ineq("conflict costs A nothing less than nothing", cA, 0)
    .ineq("conflict costs B nothing less than nothing", cB, 0);
  const deal = low.plus(high).over(2);
  if (exists) {
    rows.ineq("A gets at least what it expects of conflict", deal, pA.minus(cA));
    rows.ineq("B gets at least what it expects of conflict", one.minus(deal), pB.minus(cB));
    rows.ineq("A's share is at least nothing", deal, 0).ineq("A's share is at most everything", 1, deal);
  } else {
    rows.strict("mutual optimism exceeds the costs of conflict: no share satisfies both", optimism, total);
  }
  return answer({
    regimes: [
      regime(
        "a deal exists",
        "p_A + p_B - 1 <= c_A + c_B",
        exists,
        "both prefer some division to conflict, whoever is stronger",
      ),
      regime(
        "mutual optimism",
        "p_A + p_B - 1 > c_A + c_B",
        !exists,
        "both expect so much of conflict that no division satisfies both",
      ),
    ],
    equilibria: exists
      ? [
          {
            name: "settlement",
            inWords: `Any share for A from ${low.toNumber()} to ${high.toNumber()} is better for both than conflict.`,
            play: { from: exact(low), to: exact(high) },
          },
        ]
      : [],
    thresholds: [
      threshold(
        "c_A + c_B",
        "above",
        optimism,
        "c_A + c_B >= p_A + p_B - 1",
        "costs of conflict from which a deal exists",
      ),
    ],
    outcome: outcomeOf({
      payoffA: exists ? deal.toNumber() : pA.minus(cA).toNumber(),
      payoffB: exists ? one.minus(deal).toNumber() : pB.minus(cB).toNumber(),
      prClash: exists ? 0 : 1,
      dealExists: exists,
      lower: exists ? exact(low) : null,
      upper: exists ? exact(high) : null,
      width: exists ? exact(high.minus(low)) : 0,
    }),
    certificate: exists
      ? certificate("BARGAIN/range", { pA, pB, cA, cB }, { deal }, rows)
      : certificate("BARGAIN/no-deal", { pA, pB, cA, cB }, {}, rows),
  });
}

// --- the risk-return trade-off ------------------------------------------------------------------------------------

type Risk = { p: Rational; cA: Rational; C: Rational };

const riskParams: Param[] = [
  param("p", "share that A would win by conflict", probability, 0.5, share),
  param("cA", "cost of conflict to A", notNegative, 0.1, { ...share, aliases: ["c_A"] }),
  param("C", "B's cost of conflict is uniform on [0, C] and known to B only", positive, 0.3, share),
];

function solveRisk({ p, cA, C }: Risk): Outcome<Solved> {
  const inside = p.plus(C.minus(cA).over(2));
  const demand = cA.isAtLeast(C) ? p : inside.isAbove(1) ? one : inside;
  const prWar = demand.minus(p).over(C);
  const cautious = cA.isAtLeast(C);
  const grasping = !cautious && inside.isAbove(1);
  // A's payoff: demand (1 − war) + (p − cA) war; its slope in the demand has the sign of C − cA − 2(demand − p).
  const slope = C.minus(cA).minus(demand.minus(p).times(2));
  const rows = new RowList()
    .strict("B's cost may be above nothing", C, 0)
    .eq(
      "B fights iff its cost is below what the demand takes: Pr(war) C = demand - p",
      prWar.times(C),
      demand.minus(p),
    );
  if (cautious)
    rows.eq("A takes no risk", demand, p).ineq("any higher demand costs A more in war than it gains", 0, slope);
  else if (grasping) rows.eq("A demands everything", demand, 1).ineq("a higher demand would still gain", slope, 0);
  else
    rows
      .eq("first-order condition of the demand", slope, 0)
      .ineq("the demand takes at most everything", 1, demand)
      .ineq("the demand is no lower than p", demand, p);
  const payoff = demand.times(one.minus(prWar)).plus(p.minus(cA).times(prWar));
  return answer({
    regimes: [
      regime("no risk", "c_A >= C", cautious, "A's own cost is so high that it asks only what B surely gives"),
      regime("risk-return", "c_A < C", !cautious && !grasping, "A asks more and accepts some risk of conflict"),
      regime("asks everything", "p + (C - c_A)/2 > 1", grasping, "A asks for everything"),
    ],
    equilibria: [
      {
        name: "take it or leave it",
        inWords: `A demands ${demand.toNumber().toPrecision(4)}; conflict follows with probability ${prWar.toNumber().toPrecision(3)}.`,
        play: { demand: exact(demand), prWar: exact(prWar) },
      },
    ],
    thresholds: [threshold("c_A", "above", C, "c_A >= C", "A's cost of conflict from which no demand risks conflict")],
    outcome: outcomeOf({
      payoffA: payoff.toNumber(),
      prClash: prWar.toNumber(),
      demand: exact(demand),
      prWar: exact(prWar),
    }),
    certificate: certificate("BARGAIN/risk-return", { p, cA, C }, { demand, prWar }, rows),
  });
}

// --- the stigma of asking -----------------------------------------------------------------------------------------

type Stigma = { wStrong: Rational; wWeak: Rational; cTotal: Rational; pi: Rational };

const stigmaParams: Param[] = [
  param("wStrong", "share that a strong asker would take in conflict", probability, 0.5, share),
  param("wWeak", "share that a weak asker would take in conflict", probability, 0.3, share),
  param("cTotal", "total cost of conflict", positive, 0.1, share),
  param("pi", "probability that the asker is strong", probability, 0.5),
];

function readStigma(input: Record<string, unknown>): Stigma {
  const read = scalars<keyof Stigma>("BARGAIN", stigmaParams, input);
  if (!read.wStrong.isAbove(read.wWeak))
    throw new InputError("BARGAIN.wStrong", "wStrong above wWeak", read.wStrong.toString());
  return read;
}

function solveStigma({ wStrong, wWeak, cTotal, pi }: Stigma): Outcome<Solved> {
  const gap = wStrong.minus(wWeak);
  const piStar = gap.over(gap.plus(cTotal));
  const tough = pi.isBelow(piStar);
  // The side asked offers wWeak (and fights the strong) or wStrong (and settles with both).
  const gainOfTough = one.minus(pi).times(gap);
  const costOfTough = pi.times(cTotal);
  const rows = new RowList()
    .strict("a strong asker would take more in conflict than a weak one", wStrong, wWeak)
    .strict("conflict costs something", cTotal, 0)
    .eq(
      "at this share of strong askers the tough and the generous offer are worth the same",
      one.minus(piStar).times(gap),
      piStar.times(cTotal),
    );
  if (tough) rows.strict("the tough offer is better for the side asked", gainOfTough, costOfTough);
  else rows.ineq("the generous offer is no worse for the side asked", costOfTough, gainOfTough);
  return answer({
    regimes: [
      regime(
        "asking is a sign of weakness",
        "pi < Dl/(Dl+cTotal)",
        tough,
        "a request is answered with the tough offer, so only the weak gain by asking",
      ),
      regime(
        "asking is no sign",
        "pi >= Dl/(Dl+cTotal)",
        !tough,
        "a request is answered with an offer that the strong accept too",
      ),
    ],
    equilibria: [
      {
        name: tough ? "tough offer" : "generous offer",
        inWords: tough
          ? "Asked, the other side offers only what the weak accept."
          : "Asked, the other side offers what even the strong accept.",
        play: { tough },
      },
    ],
    thresholds: [
      threshold(
        "pi",
        "below",
        piStar,
        "Dl/(Dl+cTotal), Dl = wStrong - wWeak",
        "share of strong askers below which asking shows weakness",
      ),
    ],
    outcome: outcomeOf({ prClash: tough ? pi.toNumber() : 0, piStar: exact(piStar), askingShowsWeakness: tough }),
    certificate: certificate(
      "BARGAIN/stigma",
      { wStrong, wWeak, cTotal, pi },
      { piStar, answer: tough ? "tough" : "generous" },
      rows,
    ),
  });
}

// --- commitment, and alternating offers -----------------------------------------------------------------------------

type Commitment = { p1: Rational; p2: Rational; d: Rational; c_A: Rational; c_B: Rational };

const commitmentParams: Param[] = [
  param("p1", "share that A would win by conflict now", probability, 0.7, share),
  param("p2", "share that A would win by conflict from the next period on", probability, 0.3, share),
  param("d", "weight of the next period", discount, 0.9),
  param("c_A", "cost of conflict to A", notNegative, 0.1, share),
  param("c_B", "cost of conflict to B", notNegative, 0.2, share),
];

function solveCommitment({ p1, p2, d, c_A, c_B }: Commitment): Outcome<Solved> {
  const fall = p1.minus(d.times(p2));
  const tolerable = one.minus(d).plus(c_A).plus(d.times(c_B));
  const attacks = fall.isAbove(tolerable);
  const rows = new RowList().ineq(
    "from the next period on B could be pushed to p2 + c_B, within the prize",
    1,
    p2.plus(c_B),
  );
  if (attacks) rows.strict("the fall in power exceeds all that B can promise now and later", fall, tolerable);
  else rows.ineq("what B can give now and later makes up for the fall in power", tolerable, fall);
  return answer({
    regimes: [
      regime(
        "attack now",
        "p1 - d p2 > (1-d) + c_A + d c_B",
        attacks,
        "A attacks while it is strong, since B cannot bind itself later",
      ),
      regime("settle", "p1 - d p2 <= (1-d) + c_A + d c_B", !attacks, "what B gives today is enough"),
    ],
    equilibria: [],
    thresholds: [
      threshold(
        "p1",
        "above",
        d.times(p2).plus(tolerable),
        "p1 > d p2 + (1-d) + c_A + d c_B",
        "present strength from which a falling power attacks",
      ),
    ],
    outcome: outcomeOf({
      prClash: attacks ? 1 : 0,
      attacksNow: attacks,
      fall: exact(fall),
      tolerable: exact(tolerable),
    }),
    certificate: certificate("BARGAIN/commitment", { p1, p2, d, c_A, c_B }, { attacks: attacks ? "yes" : "no" }, rows),
  });
}

function readCommitment(input: Record<string, unknown>): Commitment {
  const read = scalars<keyof Commitment>("BARGAIN", commitmentParams, input);
  if (read.p2.plus(read.c_B).isAbove(1))
    throw new InputError("BARGAIN.c_B", "p2 + c_B at or below 1", read.c_B.toString());
  return read;
}

type Offers = { d1: Rational; d2: Rational; b2: Rational };

const offerParams: Param[] = [
  param("d1", "weight of the next round to side 1, which offers first", discount, 0.9),
  param("d2", "weight of the next round to side 2", discount, 0.9),
  param("b2", "outside option of side 2", { ...probability, maxIncluded: false }, 0, share),
];

function solveOffers({ d1, d2, b2 }: Offers): Outcome<Solved> {
  const plain = one.minus(d2).over(one.minus(d1.times(d2)));
  const binds = b2.isAbove(one.minus(plain));
  const share1 = binds ? one.minus(b2) : plain;
  const back = one.minus(d1.times(share1));
  const least = d2.times(back).isAbove(b2) ? d2.times(back) : b2;
  const rows = new RowList()
    .ineq("the outside option is at least nothing", b2, 0)
    .eq("side 1, asked, is left indifferent: 1 - y = d1 x", one.minus(back), d1.times(share1))
    .eq(
      "side 2, asked, is left indifferent: 1 - x is the better of d2 y and its outside option",
      one.minus(share1),
      least,
    );
  return answer({
    regimes: [
      regime("outside option binds", "b2 > d2(1-d1)/(1-d1 d2)", binds, "side 2 gets its outside option and no more"),
      regime(
        "outside option idle",
        "b2 <= d2(1-d1)/(1-d1 d2)",
        !binds,
        "an outside option below the agreed share changes nothing",
      ),
    ],
    equilibria: [
      {
        name: "alternating offers",
        inWords: `Side 1 offers at once to keep ${share1.toNumber().toPrecision(4)}, and side 2 accepts.`,
        play: { share1: exact(share1), share2: exact(one.minus(share1)) },
      },
    ],
    thresholds: [
      threshold("b2", "above", one.minus(plain), "d2(1-d1)/(1-d1 d2)", "outside option from which side 2 gets more"),
    ],
    outcome: outcomeOf({
      payoffA: share1.toNumber(),
      payoffB: one.minus(share1).toNumber(),
      prClash: 0,
      share1: exact(share1),
      share2: exact(one.minus(share1)),
    }),
    certificate: certificate("BARGAIN/rubinstein", { d1, d2, b2 }, { share1, share2WhenSide2Offers: back }, rows),
  });
}

export const bargain: Model = {
  card: {
    id: "BARGAIN",
    title: "Who negotiates, and what comes out",
    question: "Does asking for talks show weakness, and does a better deal for both exist?",
    story:
      "Two sides divide a prize. They can fight for it at a cost, or agree. One may ask for talks, and the other draws its conclusion.",
    players: ["A", "B"],
    moves: "one demands and the other accepts or fights; or offers alternate",
    payoffs: "the share of the prize; in conflict the expected share less the cost",
    assumptions: [
      "the prize can be divided",
      "conflict destroys value",
      "in the stigma part the side asked makes one offer",
    ],
    references: [
      { key: "rubinstein1982", status: "published", note: "published formula; not checked against the paper's text" },
      { key: "fearon1995", status: "derived", note: "setting after the paper, not checked against its text" },
      { key: "powell2006", status: "derived", note: "flow version of the argument, derived" },
      { key: "binmore1989", status: "published", note: "outside options" },
      { key: "nash1950", status: "published", note: "the product" },
      { key: "kalaiSmorodinsky1975", status: "published", note: "equal shares of the ideal gains" },
      { key: "kalai1977", status: "published", note: "equal gains" },
    ],
    status: "derived",
    arguments: ["a"],
  },
  parts: [
    part({
      name: "range",
      question: "Is there a deal that both prefer to conflict?",
      status: "published",
      params: rangeParams,
      also: ["p_A", "p_B"],
      read: readRange,
      solve: solveRange,
    }),
    part({
      name: "risk-return",
      question: "How much does A demand when it does not know B's cost?",
      status: "derived",
      params: riskParams,
      read: (input) => scalars<keyof Risk>("BARGAIN", riskParams, input),
      solve: solveRisk,
    }),
    part({
      name: "stigma",
      question: "When does asking for talks show weakness?",
      status: "derived",
      params: stigmaParams,
      read: readStigma,
      solve: solveStigma,
    }),
    part({
      name: "commitment",
      question: "Does a falling power attack while it can?",
      status: "derived",
      params: commitmentParams,
      read: readCommitment,
      solve: solveCommitment,
    }),
    part({
      name: "rubinstein",
      question: "What do alternating offers give?",
      status: "published",
      params: offerParams,
      read: (input) => scalars<keyof Offers>("BARGAIN", offerParams, input),
      solve: solveOffers,
    }),
    multiIssue,
  ],
  fromWorld: (world) => [
    { part: "range", params: { p: at(world, "p"), c_A: at(world, "c_A"), c_B: at(world, "c_B") } },
    { part: "rubinstein", params: { d1: at(world, "delta_A"), d2: at(world, "delta_B") } },
  ],
  propositions: [
    {
      id: "only-losers-negotiate",
      argument: "a",
      model: "BARGAIN",
      sentence:
        "There is nothing to negotiate for the side that is not losing: no deal is better for both than conflict.",
      condition: "c_A + c_B < 0",
      axes: [
        { key: "p", min: 0, max: 1, at: 0.5, source: "assumption" },
        { key: "c_A", min: 0, max: 1, at: 0.1, source: "assumption" },
        { key: "c_B", min: 0, max: 1, at: 0.2, source: "assumption" },
      ],
      margin: ({ c_A = 0.1, c_B = 0.2 }) => -(c_A + c_B) - Number.MIN_VALUE,
      proof: {
        holds: "nowhere",
        because:
          "the range of deals [p - c_A, p + c_B] contains p itself, whatever p and the costs, which are not below zero",
      },
    },
    {
      id: "asking-shows-weakness",
      argument: "a",
      model: "BARGAIN",
      sentence: "Asking for talks is taken as a sign of weakness.",
      condition: "pi < Dl/(Dl+cTotal), Dl = wStrong - wWeak, cTotal = c_A + c_B",
      axes: [
        { key: "pi", min: 0, max: 1, at: 0.5, source: "assumption" },
        { key: "gap", min: 0.01, max: 1, at: 0.2, source: "assumption" },
        { key: "c_A", min: 0, max: 1, at: 0.1, source: "assumption" },
        { key: "c_B", min: 0.01, max: 1, at: 0.2, source: "assumption" },
      ],
      margin: ({ pi = 0.5, gap = 0.2, c_A = 0.1, c_B = 0.2 }) => gap / (gap + c_A + c_B) - pi,
    },
  ],
};
