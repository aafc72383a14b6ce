// REPEAT where each side has its own intelligence, wrong with probability eps (elyValimaki2002, piccione2002; closed form
// derived). C,C = 1, D,C = 1+g, C,D = −l, D,D = 0. V_C = 1 − eps g/(1−2eps), V_D = eps l/(1−2eps), Dl = V_C − V_D > 0;
// p(C,d) = 1 − (1−d)g/(d(1−2eps)Dl), p(D,c) = (1−d)l/(d(1−2eps)Dl). Exists iff d ≥ m/(m+1−2eps−eps(g+l)), m = max(g,l).

import { largest, Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { discount, exact, param, positive, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Private = { g: Rational; l: Rational; eps: Rational; delta: Rational };

const one = Rational.one;
const params: Param[] = [
  param("g", "gain of attacking a side that restrains", positive, 1, { unit: "payoff per period" }),
  param("l", "loss of restraining against an attack", positive, 0.5, { unit: "payoff per period" }),
  param(
    "eps",
    "probability of misperceiving the other's move",
    { min: 0, max: 0.5, minIncluded: true, maxIncluded: false },
    0.05,
  ),
  param("delta", "weight of the next period", discount, 0.9),
];

export type BeliefFree = { VC: Rational; VD: Rational; pCd: Rational; pDc: Rational };

export function beliefFree({ g, l, eps, delta }: Private): {
  deltaMin: Rational | null;
  play: BeliefFree | null;
  VC: Rational;
  VD: Rational;
} {
  const sharp = one.minus(eps.times(2));
  const VC = one.minus(eps.times(g).over(sharp));
  const VD = eps.times(l).over(sharp);
  const room = sharp.minus(eps.times(g.plus(l)));
  if (room.sign() <= 0) return { deltaMin: null, play: null, VC, VD };
  const m = largest([g, l]);
  const deltaMin = m.over(m.plus(room));
  if (delta.isBelow(deltaMin)) return { deltaMin, play: null, VC, VD };
  const scale = delta.times(sharp).times(VC.minus(VD));
  const [pCd, pDc] = [one.minus(one.minus(delta).times(g).over(scale)), one.minus(delta).times(l).over(scale)];
  return { deltaMin, play: { VC, VD, pCd, pDc }, VC, VD };
}

function solvePrivate(game: Private): Outcome<Solved> {
  const { deltaMin, play, VC, VD } = beliefFree(game);
  return answer({
    regimes: [
      regime(
        "impossible at any patience",
        "1-2eps <= eps(g+l)",
        deltaMin === null,
        "each sees too little of what the other does",
      ),
      regime(
        "too impatient",
        "delta < m/(m+1-2eps-eps(g+l))",
        deltaMin !== null && play === null,
        "the future weighs too little",
      ),
      regime(
        "generous tit for tat",
        "delta >= m/(m+1-2eps-eps(g+l))",
        play !== null,
        "restraint holds though neither knows what the other saw",
      ),
    ],
    equilibria: play
      ? [
          {
            name: "generous tit for tat",
            inWords:
              "Restrain after what looked like restraint; after what looked like an attack, forgive now and then.",
            play: { pCc: 1, pDd: 0, pCd: exact(play.pCd), pDc: exact(play.pDc) },
          },
        ]
      : [],
    thresholds: [
      threshold(
        "delta",
        "above",
        deltaMin,
        "m/(m+1-2eps-eps(g+l)), m = max(g,l)",
        "patience from which this equilibrium exists",
      ),
    ],
    outcome: outcomeOf({
      payoffA: play ? VC.toNumber() : 0,
      payoffB: play ? VC.toNumber() : 0,
      VC: exact(VC),
      VD: exact(VD),
      pCd: play ? exact(play.pCd) : null,
      pDc: play ? exact(play.pDc) : null,
      deltaMin: deltaMin ? exact(deltaMin) : null,
      sustainable: play !== null,
    }),
    certificate: play ? certificateOf(game, play) : impossible(game),
  });
}

function certificateOf({ g, l, eps, delta }: Private, { VC, VD, pCd, pDc }: BeliefFree): Solved["certificate"] {
  const rows = new RowList()
    .strict("attack tempts: g > 0", g, 0)
    .strict("lone restraint hurts: l > 0", l, 0)
    .ineq("eps is at least nothing", eps, 0)
    .strict("signals tell something: 2 eps < 1", 1, eps.times(2));
  rows.strict("it is better to be answered with restraint", VC, VD);
  for (const [name, p] of [
    ["p(C,d)", pCd],
    ["p(D,c)", pDc],
  ] as const)
    rows.ineq(`${name} is at least zero`, p, 0).ineq(`${name} is at most one`, 1, p);
  const payoff = { CC: one, DC: one.plus(g), CD: l.negated(), DD: Rational.zero };
  // The other side plays `theirs` now; my action is seen rightly with 1 − eps; its next move depends on what it saw.
  const next = { CC: one, CD: pCd, DC: pDc, DD: Rational.zero };
  for (const theirs of ["C", "D"] as const) {
    for (const mine of ["C", "D"] as const) {
      const [seen, missed] = mine === "C" ? (["C", "D"] as const) : (["D", "C"] as const);
      const restrains = one
        .minus(eps)
        .times(next[`${theirs}${seen}`])
        .plus(eps.times(next[`${theirs}${missed}`]));
      const later = restrains.times(VC).plus(one.minus(restrains).times(VD));
      const value = one.minus(delta).times(payoff[`${mine}${theirs}`]).plus(delta.times(later));
      rows.eq(`against ${theirs}, ${mine} is worth the same as anything else`, theirs === "C" ? VC : VD, value);
    }
  }
  return certificate("REPEAT/private", { g, l, eps, delta }, { VC, VD, pCd, pDc }, rows);
}

function impossible({ g, l, eps, delta }: Private): Solved["certificate"] {
  const room = one.minus(eps.times(2)).minus(eps.times(g.plus(l)));
  const m = largest([g, l]);
  const rows = new RowList()
    .strict("attack tempts: g > 0", g, 0)
    .strict("lone restraint hurts: l > 0", l, 0)
    .ineq("eps is at least nothing", eps, 0)
    .strict("signals tell something: 2 eps < 1", 1, eps.times(2));
  if (room.sign() <= 0)
    rows.ineq(
      "misperception eats the whole gain: eps (g + l) >= 1 - 2 eps",
      eps.times(g.plus(l)),
      one.minus(eps.times(2)),
    );
  else
    rows.strict(
      "one of p(C,d) >= 0 and p(D,c) <= 1 fails: (1-d) max(g,l) > d (1 - 2 eps - eps (g+l))",
      one.minus(delta).times(m),
      delta.times(room),
    );
  return certificate("REPEAT/private-impossible", { g, l, eps, delta }, {}, rows);
}

export const privateMonitoring: Part = part({
  name: "private-monitoring",
  question: "Does restraint hold when each side has only its own intelligence?",
  status: "derived",
  params,
  read: (input) => scalars<keyof Private>("REPEAT", params, input),
  solve: solvePrivate,
});
