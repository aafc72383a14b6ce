// The blame game, a special case of ATTRIB: one attacker of two types (the tree is a reconstruction from the abstract of
// edwards2017; regimes derived). No attack (0, 0); attack tolerated (a, −l); blamed: vulnerable (−c, −l+g), invulnerable
// (a, −l−d). A is vulnerable with probability theta; B knows with probability k. kbar = a/(a+c), tau = d/(d+g).

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { exact, number, param, positive, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Blame = { a: Rational; c: Rational; g: Rational; d: Rational; l: Rational; theta: Rational; k: Rational };
/** `eta`: rate of accidents and of attacks by others, where it is given. */
type Asked = Blame & { eta: Rational | null };

const one = Rational.one;
const zero = Rational.zero;
const payoff = { unit: "payoff" };

const params: Param[] = [
  param("a", "A's gain from an attack that is tolerated", positive, 1, payoff),
  param("c", "cost to a vulnerable A of being blamed", positive, 2, payoff),
  param("g", "B's gain from blaming a vulnerable A", positive, 1, payoff),
  param("d", "B's cost of blaming an invulnerable A", positive, 1, payoff),
  param("l", "B's loss from an attack", positive, 1, payoff),
  param("theta", "probability that A is vulnerable to blame", probability, 0.4),
  param("k", "probability that B knows whether A is vulnerable", probability, 0.2),
];

export type BlamePlay = {
  regime: "DETER" | "TOLERATE" | "MIXED";
  kbar: Rational;
  tau: Rational;
  x: Rational;
  b: Rational;
};

export function playBlame({ a, c, g, d, theta, k }: Blame): BlamePlay {
  const kbar = a.over(a.plus(c));
  const tau = d.over(d.plus(g));
  if (k.isAtLeast(kbar)) return { regime: "DETER", kbar, tau, x: zero, b: zero };
  if (theta.isAtMost(tau)) return { regime: "TOLERATE", kbar, tau, x: one, b: zero };
  const x = tau.times(one.minus(theta)).over(theta.times(one.minus(tau)));
  const unknowing = one.minus(k);
  return {
    regime: "MIXED",
    kbar,
    tau,
    x,
    b: a
      .times(unknowing)
      .minus(c.times(k))
      .over(unknowing.times(a.plus(c))),
  };
}

function solveBlame({ eta, ...game }: Asked): Outcome<Solved> {
  const { a, c, g, d, l, theta, k } = game;
  const { regime: here, kbar, tau, x, b } = playBlame(game);
  const unknowing = one.minus(k);
  const blamed = k.plus(unknowing.times(b));
  const attack = one.minus(theta).plus(theta.times(x));
  const rightly = theta.times(x).times(blamed);
  const wrongly = one.minus(theta).times(unknowing).times(b);
  const payoffB = rightly.times(g).minus(wrongly.times(d)).minus(attack.times(l));
  const payoffVulnerableA = x.times(a.times(one.minus(blamed)).minus(c.times(blamed)));
  return answer({
    regimes: [
      regime("DETER", "k >= kbar", here === "DETER", "a vulnerable A stays quiet: it would probably be found out"),
      regime(
        "TOLERATE",
        "k < kbar, theta <= tau",
        here === "TOLERATE",
        "all attack, and a B that does not know tolerates it",
      ),
      regime(
        "MIXED",
        "k < kbar, theta > tau",
        here === "MIXED",
        "a vulnerable A attacks now and then; a B that does not know blames now and then",
      ),
    ],
    equilibria: [
      {
        name: here,
        inWords: `A vulnerable A attacks with probability ${x.toNumber().toPrecision(3)}; a B that does not know blames with probability ${b.toNumber().toPrecision(3)}.`,
        play: { x: exact(x), b: exact(b) },
      },
    ],
    thresholds: [
      threshold("k", "above", kbar, "a/(a+c)", "knowledge from which a vulnerable attacker is deterred"),
      threshold("theta", "above", tau, "d/(d+g)", "share of vulnerable attackers from which blame pays"),
    ],
    outcome: outcomeOf({
      restraintA: one.minus(attack).toNumber(),
      payoffA: theta.times(payoffVulnerableA).plus(one.minus(theta).times(a)).toNumber(),
      prClash: rightly.plus(wrongly).toNumber(),
      regime: here,
      kbar: exact(kbar),
      tau: exact(tau),
      x: exact(x),
      b: exact(b),
      attackProb: exact(attack),
      blameProb: exact(rightly.plus(wrongly)),
      payoffB: payoffB.toNumber(),
      payoffVulnerableA: exact(payoffVulnerableA),
      ...(eta
        ? { posterior: exact(posteriorOf(game, x, eta)), blamePays: posteriorOf(game, x, eta).isAbove(tau) }
        : {}),
    }),
    certificate: certificateOf(game, { x, b }, { attack, payoffB }),
  });
}

/** B's belief that a vulnerable A stands behind an incident, if others cause incidents too at rate eta (derived). */
function posteriorOf({ theta }: Blame, x: Rational, eta: Rational): Rational {
  const attacked = theta.times(x);
  const seen = attacked.plus(one.minus(theta)).plus(theta.times(one.minus(x)).times(eta));
  return seen.isZero() ? zero : attacked.over(seen);
}

function certificateOf(
  { a, c, g, d, l, theta, k }: Blame,
  { x, b }: { x: Rational; b: Rational },
  { attack, payoffB }: { attack: Rational; payoffB: Rational },
): Solved["certificate"] {
  const rows = new RowList();
  for (const [name, value] of Object.entries({ a, c, g, d, l })) rows.strict(`${name} is above zero`, value, 0);
  for (const [name, value] of Object.entries({ theta, k, x, b }))
    rows.ineq(`${name} is at least zero`, value, 0).ineq(`${name} is at most one`, 1, value);
  const quiet = one.minus(k).times(one.minus(b));
  const gain = quiet.times(a).minus(one.minus(quiet).times(c));
  if (x.isBelow(1)) rows.ineq("a vulnerable A gains nothing by attacking more", 0, gain);
  if (x.sign() > 0) rows.ineq("a vulnerable A loses nothing by attacking", gain, 0);
  rows.eq("probability of an attack", attack, one.minus(theta).plus(theta.times(x)));
  // Multiplied by Pr(attack): post g − (1−post) d.
  const blamePays = theta.times(x).times(g).minus(one.minus(theta).times(d));
  if (b.isBelow(1)) rows.ineq("an unknowing B gains nothing by blaming more", 0, blamePays);
  if (b.sign() > 0) rows.ineq("an unknowing B loses nothing by blaming", blamePays, 0);
  const blamed = one.minus(quiet);
  const expected = theta
    .times(x)
    .times(blamed.times(g).minus(l))
    .plus(one.minus(theta).times(one.minus(k).times(b).times(d.negated()).minus(l)));
  rows.eq("B's expected payoff", payoffB, expected);
  return certificate("ATTRIB/blame", { a, c, g, d, l, theta, k }, { x, b, attack, payoffB }, rows);
}

export const blame: Part = part({
  name: "blame",
  question: "When does blaming deter, and when is an attack tolerated?",
  status: "derived",
  params,
  also: ["eta"],
  read: (input) => ({
    ...scalars<keyof Blame>("ATTRIB", params, input),
    eta: input["eta"] === undefined ? null : number("ATTRIB.eta", input["eta"], probability),
  }),
  solve: solveBlame,
});
