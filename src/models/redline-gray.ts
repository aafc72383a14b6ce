// REDLINE (4), the gray zone (own reduced forms after schram2021 and gannon2023, derived): wanted intensity h_e = B/c.
// h_e ≤ ell: limited by cost; (c/2)(h_e−ell)² ≤ K: bunching at the line; else breach. Salami: the largest step not worth
// answering is k(1−d)/v. A vague line, uniform on [0, 2m]: intensity max(0, m − Cl/(2B)), clash probability of that.

import { Rational } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { discount, exact, param, positive, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const payoff = { unit: "payoff" };

type Gray = { B: Rational; c: Rational; ell: Rational; K: Rational };
const grayParams: Param[] = [
  param("B", "benefit of intensity", positive, 1, payoff),
  param("c", "cost of intensity", positive, 1, payoff),
  param("ell", "the line", positive, 0.4, { unit: "intensity" }),
  param("K", "expected penalty for crossing the line", positive, 0.18, payoff),
];

function solveGray({ B, c, ell, K }: Gray): Outcome<Solved> {
  const wanted = B.over(c);
  const beyond = wanted.minus(ell);
  const gain = c.over(2).times(beyond).times(beyond);
  const limited = beyond.sign() <= 0;
  const bunches = !limited && gain.isAtMost(K);
  const intensity = bunches ? ell : wanted;
  const here = limited ? "limited" : bunches ? "bunching" : "breach";
  const rows = new RowList();
  for (const [name, value] of Object.entries({ B, c, ell, K })) rows.strict(`${name} is above zero`, value, 0);
  rows.eq("the wanted intensity balances benefit and cost: c h_e = B", c.times(wanted), B);
  if (limited) rows.ineq("the wanted intensity is within the line", ell, wanted).eq("it is chosen", intensity, wanted);
  else if (bunches)
    rows
      .strict("the wanted intensity is beyond the line", wanted, ell)
      .ineq("crossing gains no more than the penalty", K, gain)
      .eq("the line is chosen", intensity, ell);
  else
    rows
      .strict("crossing gains more than the penalty", gain, K)
      .eq("the wanted intensity is chosen", intensity, wanted);
  return answer({
    regimes: [
      regime("limited by cost", "B/c <= ell", limited, "the line does not matter"),
      regime("bunching at the line", "(c/2)(B/c - ell)^2 <= K", bunches, "expect operations just below the line"),
      regime("breach", "(c/2)(B/c - ell)^2 > K", !limited && !bunches, "the line is crossed"),
    ],
    equilibria: [
      {
        name: here,
        inWords: `Operations run at intensity ${intensity.toNumber().toPrecision(4)}; the line is at ${ell.toNumber().toPrecision(4)}.`,
        play: { intensity: exact(intensity) },
      },
    ],
    thresholds: [
      threshold("K", "above", limited ? null : gain, "(c/2)(B/c - ell)^2", "penalty from which the line holds"),
    ],
    outcome: outcomeOf({
      intensity: exact(intensity),
      wanted: exact(wanted),
      gainFromCrossing: exact(limited ? Rational.zero : gain),
      regime: here,
    }),
    certificate: certificate("REDLINE/gray-zone", { B, c, ell, K }, { wanted, intensity, regime: here }, rows),
  });
}

export const grayZone: Part = part({
  name: "gray-zone",
  question: "Do operations stop at the line, or cross it?",
  status: "derived",
  params: grayParams,
  read: (input) => scalars<keyof Gray>("REDLINE", grayParams, input),
  solve: solveGray,
});

type Salami = { k: Rational; d: Rational; value: Rational };
const salamiParams: Param[] = [
  param("k", "cost of answering", positive, 1, payoff),
  param("d", "weight of the next period", discount, 0.9),
  param("value", "value of one unit, per period", positive, 1, { unit: "payoff per period", aliases: ["v"] }),
];

function solveSalami({ k, d, value }: Salami): Outcome<Solved> {
  const step = k.times(Rational.one.minus(d)).over(value);
  const rows = new RowList()
    .strict("answering costs something", k, 0)
    .strict("a unit is worth something", value, 0)
    .strict("the future weighs less than all", 1, d);
  rows.eq(
    "the largest step is worth what answering costs: v step/(1-d) = k",
    value.times(step),
    k.times(Rational.one.minus(d)),
  );
  return answer({
    regimes: [],
    equilibria: [
      {
        name: "salami",
        inWords: `Steps up to ${step.toNumber().toPrecision(4)} are not worth answering.`,
        play: { step: exact(step) },
      },
    ],
    thresholds: [threshold("step", "below", step, "k(1-d)/v", "largest step that is not worth answering")],
    outcome: outcomeOf({ largestStep: exact(step) }),
    certificate: certificate("REDLINE/salami", { k, d, value }, { step }, rows),
  });
}

export const salami: Part = part({
  name: "salami",
  question: "How large a step is not worth answering?",
  status: "derived",
  params: salamiParams,
  fits: (input) => ["k", "d", "value"].some((key) => key in input),
  read: (input) => scalars<keyof Salami>("REDLINE", salamiParams, input),
  solve: solveSalami,
});

type Vague = { m: Rational; Cl: Rational; B: Rational };
const vagueParams: Param[] = [
  param("m", "mean of the line, which lies uniformly on [0, 2m]", positive, 1, { unit: "intensity" }),
  param("Cl", "cost of a clash", positive, 0.5, payoff),
  param("B", "benefit of a unit of intensity, lost in a clash", positive, 1, payoff),
];

function solveVague({ m, Cl, B }: Vague): Outcome<Solved> {
  const inside = m.minus(Cl.over(B.times(2)));
  const intensity = inside.sign() > 0 ? inside : Rational.zero;
  const clash = intensity.over(m.times(2));
  const rows = new RowList();
  for (const [name, value] of Object.entries({ m, Cl, B })) rows.strict(`${name} is above zero`, value, 0);
  // Payoff B h (1 − h/2m) − Cl h/2m; its slope at h, times 2m: 2mB − 2Bh − Cl.
  const slope = B.times(2).times(m.minus(intensity)).minus(Cl);
  rows.ineq("intensity is at least nothing", intensity, 0);
  if (intensity.isZero()) rows.ineq("any intensity costs more in clashes than it gains", 0, slope);
  else rows.eq("first-order condition of the intensity", slope, 0);
  rows.eq(
    "the clash probability is how much of the vague range is below the intensity",
    clash.times(m).times(2),
    intensity,
  );
  return answer({
    regimes: [
      regime("deterred", "m <= Cl/(2B)", intensity.isZero(), "vagueness alone deters"),
      regime("probing", "m > Cl/(2B)", intensity.sign() > 0, "vagueness trades harm for clashes"),
    ],
    equilibria: [
      {
        name: "vague line",
        inWords: `Intensity ${intensity.toNumber().toPrecision(4)}, a clash with probability ${clash.toNumber().toPrecision(3)}; a precise line at m gives intensity m and no clash.`,
        play: { intensity: exact(intensity), clash: exact(clash) },
      },
    ],
    thresholds: [
      threshold(
        "Cl",
        "above",
        m.times(B).times(2),
        "2 B m",
        "cost of a clash from which the vague line deters altogether",
      ),
    ],
    outcome: outcomeOf({
      prClash: clash.toNumber(),
      intensity: exact(intensity),
      intensityIfPrecise: exact(m),
      clashProbability: exact(clash),
    }),
    certificate: certificate("REDLINE/vague-line", { m, Cl, B }, { intensity, clash }, rows),
  });
}

export const vagueLine: Part = part({
  name: "vague-line",
  question: "What does vagueness about the line buy?",
  status: "derived",
  params: vagueParams,
  read: (input) => scalars<keyof Vague>("REDLINE", vagueParams, input),
  solve: solveVague,
});
