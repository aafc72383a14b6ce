// TIMING (argument i): when is a hidden resource used? Each period the stakes s are drawn and known. Using the resource
// gains s and leaves it usable with probability S (stealth); keeping it leaves it usable with probability P
// (persistence); the next period weighs w. V(T) = Pr(s≥T) E[s|s≥T] / (1 − wP + w(P−S) Pr(s≥T)) (axelrodIliev2014,
// recalled). Use iff s ≥ T* = w(P−S)V*.

import { rational, Rational, simplestNear, sumOf } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { at } from "../world/world.ts";
import { outcomeOf, part, regime, threshold, type Data, type Model, type Param, type Solved } from "./model.ts";
import { axis } from "./proposition.ts";
import { anyNumber, exact, numbers, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Holder = { w: Rational; P: Rational; S: Rational };
type Listed = Holder & { stakes: Rational[] };

const holder: Param[] = [
  param("w", "weight of the next period", { ...probability, minIncluded: false }, 0.9, { unit: "1 per period" }),
  param("P", "persistence: probability that the resource stays usable if kept", probability, 0.9, {
    unit: "1 per period",
  }),
  param("S", "stealth: probability that the resource stays usable if used", probability, 0.5, { unit: "1 per period" }),
];
const listed: Param[] = [
  param("stakes", "stakes, each equally likely", null, [1, 2, 3, 4, 5, 6], { unit: "payoff", aliases: ["F"] }),
  ...holder,
];
const uniform: Param[] = [
  param("stakes", 'stakes uniform on [0, 1], written "uniform[0,1]"', null, "uniform[0,1]", { aliases: ["F"] }),
  ...holder,
];

function readHolder(input: Record<string, unknown>): Holder {
  const read = scalars<keyof Holder>("TIMING", holder, input);
  if (read.w.times(read.P).isAtLeast(1))
    throw new InputError(
      "TIMING.w",
      "w times P below 1: waiting for ever must not be free",
      `${read.w.toString()} x ${read.P.toString()}`,
    );
  if (read.w.times(read.S).isAtLeast(1))
    throw new InputError(
      "TIMING.w",
      "w times S below 1: use for ever must have a finite value",
      `${read.w.toString()} x ${read.S.toString()}`,
    );
  return read;
}

/** Stakes are uniform where a text says so, or an object with a type. */
function saysUniform({ stakes, F = stakes }: Record<string, unknown>): boolean {
  return typeof F === "string" || (typeof F === "object" && F !== null && !Array.isArray(F));
}

function readUniform(input: Record<string, unknown>): Holder {
  const { stakes } = input;
  const { type, range } = typeof stakes === "object" && stakes !== null ? (stakes as Record<string, unknown>) : {};
  const known =
    (typeof stakes === "string" && /^uniform\s*\[\s*0\s*,\s*1\s*\]$/.test(stakes)) ||
    (type === "uniform" && JSON.stringify(range ?? [0, 1]) === "[0,1]");
  if (!known) throw new InputError("TIMING.stakes", 'a list of stakes, or "uniform[0,1]"', stakes);
  return readHolder(input);
}

function readListed(input: Record<string, unknown>): Listed {
  if (input["equallyLikely"] !== undefined && input["equallyLikely"] !== true)
    throw new InputError(
      "TIMING.equallyLikely",
      "true: stakes of other odds are listed as often as they occur",
      input["equallyLikely"],
    );
  const stakes = numbers("TIMING.stakes", input["stakes"], { ...anyNumber, min: 0 }, 500);
  return { ...readHolder(input), stakes: stakes.sort((a, b) => a.compare(b)) };
}

/** V(T) for using at stakes at or above T. */
export function valueOf({ w, P, S, stakes }: Listed, from: Rational): Rational {
  const used = stakes.filter((stake) => stake.isAtLeast(from));
  const share = rational(used.length).over(stakes.length);
  const drain = Rational.one.minus(w.times(P)).plus(w.times(P.minus(S)).times(share));
  return sumOf(used).over(stakes.length).over(drain);
}

function solveListed(params: Listed): Outcome<Solved> {
  const { w, P, S, stakes } = params;
  const cuts = stakes.filter((stake, index) => index === 0 || stake.isAbove(stakes[index - 1] as Rational));
  const values = cuts.map((cut) => ({ cut, value: valueOf(params, cut) }));
  const V = values.reduce((best, { value }) => (value.isAbove(best) ? value : best), values[0]?.value ?? Rational.zero);
  const indifference = w.times(P.minus(S)).times(V);
  const useFrom = cuts.find((cut) => cut.isAtLeast(indifference)) ?? cuts.at(-1) ?? Rational.zero;
  const rows = new RowList().strict("waiting for ever is worth less than everything", 1, w.times(P));
  rows.strict("use for ever has a finite value", 1, w.times(S)).strict("the next period weighs something", w, 0);
  const best = stakes.map((stake) => {
    const [use, wait] = [stake.plus(w.times(S).times(V)), w.times(P).times(V)];
    return use.isAtLeast(wait) ? use : wait;
  });
  rows.eq("Bellman: the value is the mean of the better of use and wait", V, sumOf(best).over(stakes.length));
  for (const [index, stake] of stakes.entries()) {
    if (stake.isAtLeast(useFrom))
      rows.ineq(`stake ${index + 1} is used: it is at or above the indifference level`, stake, indifference);
    else rows.ineq(`stake ${index + 1} is not used: it is at or below the indifference level`, indifference, stake);
  }
  const share = stakes.filter((stake) => stake.isAtLeast(useFrom)).length / stakes.length;
  return answer({
    ...common({ w, P, S }, indifference.toNumber(), share),
    thresholds: [threshold("s", "above", indifference, "w(P-S)V", "the resource is used at stakes at or above this")],
    outcome: outcomeOf({
      payoffA: V.toNumber(),
      useFrom: exact(useFrom),
      indifference: exact(indifference),
      V: exact(V),
      shareOfPeriodsUsed: share,
      values: values.map(({ cut, value }): Data => ({ T: exact(cut), V: exact(value) })),
    }),
    certificate: certificate("TIMING/discrete", { w, P, S, stakes }, { V, useFrom }, rows),
  });
}

function common({ w, P, S }: Holder, cut: number, share: number): Pick<Solved, "regimes" | "equilibria"> {
  const always = S.isAtLeast(P) || w.isZero();
  return {
    regimes: [
      regime("use at once", "S >= P", always, "use costs the resource no more than keeping it does"),
      regime("wait for high stakes", "S < P", !always, "quiet below the level is no evidence either way"),
    ],
    equilibria: [
      {
        name: "threshold use",
        inWords: always
          ? "The resource is used whatever the stakes."
          : `The resource is kept until the stakes reach ${cut.toPrecision(4)}.`,
        play: { useAtOrAbove: always ? 0 : cut, shareOfPeriodsUsed: share },
      },
    ],
  };
}

/** Uniform stakes on [0, 1]: T* = k − sqrt(k² − 1), k = (1 − wS)/(w(P − S)). */
export function uniformThreshold(w: number, P: number, S: number): { threshold: number; V: number } {
  if (S >= P) return { threshold: 0, V: 0.5 / (1 - w * S) };
  const k = (1 - w * S) / (w * (P - S));
  const threshold = 1 / (k + Math.sqrt(k * k - 1));
  return { threshold, V: threshold / (w * (P - S)) };
}

function solveUniform({ w, P, S }: Holder): Outcome<Solved> {
  const { threshold: T, V } = uniformThreshold(w.toNumber(), P.toNumber(), S.toNumber());
  const [cut, value] = [simplestNear(T, 1e-15), simplestNear(V, 1e-15 * Math.max(1, V))];
  const eps = rational("1/1000000000");
  const rows = new RowList().strict("waiting for ever is worth less than everything", 1, w.times(P));
  rows.strict("use for ever has a finite value", 1, w.times(S)).strict("the next period weighs something", w, 0);
  // E max(s + wSV, wPV) with use at or above T: wPV T + (1 − T)(wSV) + (1 − T²)/2.
  const used = Rational.one.minus(cut);
  const mean = w
    .times(P)
    .times(value)
    .times(cut)
    .plus(used.times(w.times(S).times(value)));
  const bellman = mean.plus(Rational.one.minus(cut.times(cut)).over(2));
  rows.ineq(
    "Bellman: the value is the mean of the better of use and wait, to 1e-9",
    eps.times(value.plus(1)),
    bellman.minus(value).abs(),
  );
  if (S.isAtLeast(P))
    rows.ineq("the resource is always used: waiting gains nothing", S, P).eq("the level is zero", cut, 0);
  else
    rows.ineq(
      "the level is where use and wait are worth the same, to 1e-9",
      eps,
      cut.minus(w.times(P.minus(S)).times(value)).abs(),
    );
  return answer({
    ...common({ w, P, S }, T, 1 - T),
    thresholds: [
      {
        param: "s",
        value: T,
        direction: "above",
        formula: "k - sqrt(k^2-1), k=(1-wS)/(w(P-S))",
        means: "the resource is used at stakes at or above this",
      },
    ],
    outcome: outcomeOf({ payoffA: V, threshold: T, V, shareOfPeriodsUsed: 1 - T }),
    certificate: certificate("TIMING/uniform", { w, P, S }, { threshold: cut, V: value }, rows),
  });
}

export const timing: Model = {
  card: {
    id: "TIMING",
    title: "When a hidden resource is used",
    question: "Does quiet prove that the other side has nothing?",
    story: "One side holds an exploit that nobody knows of. Each period it sees what is at stake and uses it or waits.",
    players: ["the holder of a hidden resource"],
    moves: "each period: use it, or keep it for another day",
    payoffs: "the stakes of the periods in which it is used, each later period weighted by w",
    assumptions: [
      "stakes are drawn anew each period from a known law",
      "the resource cannot be replaced",
      "nobody acts against the holder",
    ],
    references: [
      {
        key: "axelrodIliev2014",
        status: "recalled",
        note: "formula recalled, not checked against the paper's text; numbers derived",
      },
      { key: "axelrod1979", status: "recalled", note: "the ancestor, read in a restatement of 1980" },
    ],
    status: "recalled",
    arguments: ["i", "h"],
  },
  parts: [
    part({
      name: "discrete",
      question: "At which of a list of stakes is it used?",
      status: "derived",
      params: listed,
      also: ["equallyLikely"],
      fits: (input) => !saysUniform(input),
      read: readListed,
      solve: solveListed,
    }),
    part({
      name: "uniform",
      question: "Above which stakes is it used, if they are uniform?",
      status: "derived",
      params: uniform,
      fits: saysUniform,
      read: readUniform,
      solve: solveUniform,
    }),
  ],
  fromWorld: (world) => [
    {
      part: "discrete",
      params: {
        stakes: [...world.stakes],
        equallyLikely: true,
        w: at(world, "delta_B"),
        P: at(world, "persistence"),
        S: at(world, "stealth"),
      },
    },
  ],
  propositions: [
    {
      id: "quiet-proves-absence",
      argument: "i",
      model: "TIMING",
      sentence: "Nothing is seen, so there is nothing: whoever had an arsenal would be using it, whatever is at stake.",
      condition: "S >= P; where S < P, quiet below T* is no evidence either way",
      axes: [axis("persistence", 0, 0.99, 0.9), axis("stealth", 0, 0.99, 0.5)],
      margin: ({ persistence = 0.9, stealth = 0.5 }) => stealth - persistence,
    },
  ],
};
