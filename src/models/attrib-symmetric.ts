// ATTRIB with like suspects: detection p, a share m of it misattributed evenly, f false alarms per suspect. Without false
// alarms x* = p[(1−m)² + m²/(n−1)], whatever the gains and gamma (derived).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { part, type Param, type Part } from "./model.ts";
import { param, probability, scalars } from "./reading.ts";
import type { Exactly } from "./attrib-certificate.ts";
import { MOST_SUSPECTS, readDefender, readRange, solveAttribution, someProbability } from "./attrib-signals.ts";

type Symmetric = { n: Rational; gamma: Rational; p: Rational; m: Rational; f: Rational };

const symmetricParams: Param[] = [
  param("n", "number of suspects", { min: 1, max: MOST_SUSPECTS, minIncluded: true, maxIncluded: true }, 2, {
    unit: "states",
  }),
  param("gamma", "probability that some suspect has an opportunity", someProbability, 0.5, { unit: "1 per period" }),
  param("p", "probability that an attack is detected", probability, 0.8),
  param("m", "share of detected attacks that are misattributed", probability, 0.1),
  param("f", "false alarm per suspect though nobody attacked", probability, 0),
];

function readSymmetric(input: Record<string, unknown>): Exactly {
  const { n: count, gamma, p, m, f } = scalars<keyof Symmetric>("ATTRIB", symmetricParams, input);
  if (count.bottom !== 1n) throw new InputError("ATTRIB.n", "a whole number of suspects", count.toString());
  const n = Number(count.top);
  if (n === 1 && !m.isZero()) throw new InputError("ATTRIB.m", "0 where there is one suspect only", m.toString());
  const quiet = Rational.one.minus(f.times(n));
  if (quiet.sign() < 0)
    throw new InputError("ATTRIB.f", "a false alarm per suspect with n f at or below 1", f.toString());
  const other = n === 1 ? Rational.zero : p.times(m).over(n - 1);
  const own = p.times(Rational.one.minus(m));
  const indices = Array.from({ length: n }, (_, i) => i);
  const pi = indices.map((i) => [Rational.one.minus(p), ...indices.map((j) => (i === j ? own : other))]);
  const ranges = rangesIn(input["F"], indices);
  if (ranges.length !== n) throw new InputError("ATTRIB.F", `${n} suspects`, ranges.length);
  const defender = input["defender"] ?? input["G"];
  return {
    ranges,
    sharp: defender === undefined ? null : readDefender(defender),
    pi,
    pi0: [quiet, ...indices.map(() => f)],
    gamma,
    nullSignal: 0,
  };
}

/** One law a suspect, or one for all. */
function rangesIn(F: unknown, suspects: readonly number[]): [Rational, Rational][] {
  if (F === undefined) return suspects.map(() => [Rational.zero, Rational.one]);
  const isOne = !Array.isArray(F) || F.every((item) => typeof item !== "object");
  if (isOne) return suspects.map(() => readRange("ATTRIB.F", F));
  return F.map((item, i) => readRange(`ATTRIB.F[${i}]`, item));
}

export const symmetric: Part = part({
  name: "symmetric",
  question: "How much do like suspects attack, given detection, misattribution and false alarms?",
  status: "recalled",
  params: symmetricParams,
  also: ["F", "defender", "G"],
  read: readSymmetric,
  solve: solveAttribution,
});
