// REDLINE (1): challenge or not; concede or resist; back down or fight. r_H = (c_DC−c_SQ)/(c_DC−c_WH), r_S with c_BD in
// place of c_WH, mu = (d_BD−d_DC)/(d_BD−d_WS). x, z = Pr(hard, soft challenger challenges), y = Pr(soft defender resists).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Data, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, exact, list, number, object, ordered, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Payoff = "c_DC" | "c_SQ" | "c_BD" | "c_WH" | "c_WS" | "d_BD" | "d_DC" | "d_WS";
type Payoffs = Record<Payoff, Rational>;
type Odds = { p: Rational; q: Rational };
type Play = { regime: string; x: Rational; z: Rational; y: Rational };
type Deterrence = { payoffs: Payoffs; states: Odds[] };

const { one, zero } = Rational;
const payoff = { unit: "payoff" };
const names = ["certain deterrence", "separating", "attack", "bluff"] as const;

const params: Param[] = [
  param("c_DC", "challenger: the defender concedes", anyNumber, 10, payoff),
  param("c_SQ", "challenger: the status quo", anyNumber, 5, payoff),
  param("c_BD", "challenger: it backs down", anyNumber, 2, payoff),
  param("c_WH", "challenger, hard: war", anyNumber, 4, payoff),
  param("c_WS", "challenger, soft: war", anyNumber, 0, payoff),
  param("d_BD", "defender: the challenger backs down", anyNumber, 10, payoff),
  param("d_DC", "defender: it concedes", anyNumber, 4, payoff),
  param("d_WS", "defender, soft: war", anyNumber, 0, payoff),
];
const odds: Param[] = [
  param("p", "probability that the challenger is hard", probability, 0.3),
  param("q", "probability that the defender is hard", probability, 0.7),
];

function read(input: Record<string, unknown>): Deterrence {
  const payoffs = scalars<Payoff>("REDLINE", params, input);
  ordered("REDLINE", payoffs, "c_DC", "c_SQ", "c_BD", "c_WS");
  ordered("REDLINE", payoffs, "c_DC", "c_WH", "c_BD");
  ordered("REDLINE", payoffs, "d_BD", "d_DC", "d_WS");
  const one = (place: string, given: Record<string, unknown>): Odds => ({
    p: number(`${place}.p`, given["p"], probability),
    q: number(`${place}.q`, given["q"], probability),
  });
  if (input["states"] === undefined) return { payoffs, states: [one("REDLINE", input)] };
  return {
    payoffs,
    states: list("REDLINE.states", input["states"], 200).map((item, at) =>
      one(`REDLINE.states[${at}]`, object(`REDLINE.states[${at}]`, item)),
    ),
  };
}

export function levels({ c_DC, c_SQ, c_BD, c_WH, d_BD, d_DC, d_WS }: Payoffs): {
  rH: Rational;
  rS: Rational;
  mu: Rational;
} {
  const asks = c_DC.minus(c_SQ);
  return {
    rH: asks.over(c_DC.minus(c_WH)),
    rS: asks.over(c_DC.minus(c_BD)),
    mu: d_BD.minus(d_DC).over(d_BD.minus(d_WS)),
  };
}

export function playAt({ rH, rS, mu }: { rH: Rational; rS: Rational; mu: Rational }, { p, q }: Odds): Play {
  if (q.isAtLeast(rH)) return { regime: names[0], x: zero, z: zero, y: zero };
  if (q.isAtLeast(rS)) return { regime: names[1], x: one, z: zero, y: zero };
  if (p.isAtLeast(mu)) return { regime: names[2], x: one, z: one, y: zero };
  const z = p.times(one.minus(mu)).over(one.minus(p).times(mu));
  return { regime: names[3], x: one, z, y: rS.minus(q).over(one.minus(q)) };
}

const meaning: Record<string, string> = {
  "certain deterrence": "nobody challenges",
  separating: "only a hard challenger challenges",
  attack: "every challenger challenges, and a soft defender gives way",
  bluff: "a soft challenger bluffs now and then, and a soft defender calls it now and then",
};
const condition: Record<string, string> = {
  "certain deterrence": "q >= r_H",
  separating: "r_S <= q < r_H",
  attack: "q < r_S, p >= mu",
  bluff: "q < r_S, p < mu",
};

function solveDeterrence({ payoffs, states }: Deterrence): Outcome<Solved> {
  const found = levels(payoffs);
  const { rH, rS, mu } = found;
  const plays = states.map((state) => ({ ...state, ...playAt(found, state) }));
  const [first] = plays as [(typeof plays)[0], ...typeof plays];
  const challenged = first.p.times(first.x).plus(one.minus(first.p).times(first.z));
  const resisted = first.q.plus(one.minus(first.q).times(first.y));
  const war = first.p.times(first.x).times(resisted);
  return answer({
    regimes: names.map((name) =>
      regime(name, condition[name] as string, first.regime === name, meaning[name] as string),
    ),
    equilibria: [
      {
        name: first.regime,
        inWords: `${meaning[first.regime]}.`,
        play: { x: exact(first.x), z: exact(first.z), y: exact(first.y) },
      },
      ...(first.q.isBelow(rH)
        ? [
            {
              name: "steadfast",
              inWords:
                "Nobody challenges, since the soft defender would resist too: rests on the belief, off the path, that a challenger is soft.",
              play: { x: 0, z: 0, y: 1, beliefHardAfterChallenge: 0 },
            },
          ]
        : []),
    ],
    thresholds: [
      threshold(
        "q",
        "above",
        rH,
        "(c_DC-c_SQ)/(c_DC-c_WH)",
        "share of hard defenders that deters even hard challengers",
      ),
      threshold("q", "above", rS, "(c_DC-c_SQ)/(c_DC-c_BD)", "share of hard defenders that deters soft challengers"),
      threshold(
        "p",
        "above",
        mu,
        "(d_BD-d_DC)/(d_BD-d_WS)",
        "share of hard challengers from which a soft defender gives way",
      ),
    ],
    outcome: outcomeOf({
      restraintA: one.minus(challenged).toNumber(),
      prClash: war.toNumber(),
      rH: exact(rH),
      rS: exact(rS),
      mu: exact(mu),
      hardNeverDeterred: payoffs.c_WH.isAtLeast(payoffs.c_SQ),
      regime: first.regime,
      x: exact(first.x),
      z: exact(first.z),
      y: exact(first.y),
      regimes: plays.map(({ p, q, regime: name, x, z, y }): Data => ({
        p: exact(p),
        q: exact(q),
        regime: name,
        x: exact(x),
        z: exact(z),
        y: exact(y),
      })),
    }),
    certificate: certificateOf(payoffs, plays),
  });
}

/** Off the path a soft defender believes what makes its answer right: a hard challenger, or just so likely a one. */
function offPath(y: Rational, mu: Rational): Rational {
  return y.isZero() ? one : mu;
}

function certificateOf(payoffs: Payoffs, plays: (Odds & Play)[]): Solved["certificate"] {
  const { c_DC, c_SQ, c_BD, c_WH, c_WS, d_BD, d_DC, d_WS } = payoffs;
  const { mu } = levels(payoffs);
  const rows = new RowList();
  rows
    .strict("challenger: concession above the status quo", c_DC, c_SQ)
    .strict("challenger: status quo above backing down", c_SQ, c_BD);
  rows
    .strict("hard challenger: war above backing down", c_WH, c_BD)
    .strict("soft challenger: backing down above war", c_BD, c_WS);
  rows
    .strict("defender: the other backs down above conceding", d_BD, d_DC)
    .strict("soft defender: conceding above war", d_DC, d_WS);
  const signed = (why: string, chance: Rational, gain: Rational): void => {
    if (chance.isBelow(1)) rows.ineq(`${why}: no gain by doing it more`, 0, gain);
    if (chance.sign() > 0) rows.ineq(`${why}: no gain by doing it less`, gain, 0);
  };
  for (const [at, { p, q, x, z, y }] of plays.entries()) {
    const name = `state ${at + 1}`;
    const r = q.plus(one.minus(q).times(y));
    signed(`${name}, hard challenger challenges`, x, one.minus(r).times(c_DC).plus(r.times(c_WH)).minus(c_SQ));
    signed(`${name}, soft challenger challenges`, z, one.minus(r).times(c_DC).plus(r.times(c_BD)).minus(c_SQ));
    const [hard, soft] = [p.times(x), one.minus(p).times(z)];
    const reached = hard.plus(soft);
    const belief = reached.isZero() ? offPath(y, mu) : hard.over(reached);
    signed(`${name}, soft defender resists`, y, belief.times(d_WS).plus(one.minus(belief).times(d_BD)).minus(d_DC));
  }
  const states = plays.map(({ p, q, x, z, y }) => ({
    p,
    q,
    x,
    z,
    y,
    beliefOffPath: p.times(x).plus(one.minus(p).times(z)).isZero() ? offPath(y, mu) : null,
  }));
  return certificate("REDLINE/kilgour-zagare", payoffs, { states }, rows);
}

export const deterrence: Part = part({
  name: "kilgour-zagare",
  question: "Does a stated line deter when neither knows how hard the other is?",
  status: "derived",
  params: [...params, ...odds],
  also: ["states"],
  read: (input) => {
    if (input["p"] === undefined) throw new InputError("REDLINE.p", "a probability");
    return read(input);
  },
  solve: solveDeterrence,
});
