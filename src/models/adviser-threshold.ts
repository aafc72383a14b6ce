// ADVISER: which adviser is worth most to a sceptic? He says yes iff his evidence passes his threshold c:
// V(c) = max(0, p h − (1−p) f), best at c* = D/2 + ln((1−p)/p)/D: the adviser as sceptical as the listener (derived).

import { normalBelow, normalDensity } from "../math/distributions.ts";
import { rational, Rational, simplestNear } from "../math/rational.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, type Param, type Part, type Solved } from "./model.ts";
import { param, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Sceptic = { p: Rational; D: Rational };

const scepticParams: Param[] = [
  param(
    "p",
    "the sceptic's prior that détente is good",
    { min: 0, max: 0.5, minIncluded: false, maxIncluded: false },
    0.2,
  ),
  param("D", "precision of the adviser's evidence", { min: 0.01, max: 20, minIncluded: true, maxIncluded: true }, 1.5, {
    unit: "standard deviations",
  }),
];

/** Value of a threshold adviser to a sceptic. */
export function valueOfAdvice(p: number, D: number, c: number): number {
  return Math.max(0, p * normalBelow(D - c) - (1 - p) * normalBelow(-c));
}

function solveSceptic({ p: pExact, D: dExact }: Sceptic): Outcome<Solved> {
  const [p, D] = [pExact.toNumber(), dExact.toNumber()];
  const cStar = D / 2 + Math.log((1 - p) / p) / D;
  const Vstar = valueOfAdvice(p, D, cStar);
  // Below this threshold a yes does not lift the sceptic to even odds: the root of p h = (1−p) f, which rises with c.
  let [low, high] = [cStar - 60, cStar];
  for (let step = 0; step < 200 && high - low > 1e-15 * Math.max(1, Math.abs(high)); step++) {
    const middle = (low + high) / 2;
    if (p * normalBelow(D - middle) < (1 - p) * normalBelow(-middle)) low = middle;
    else high = middle;
  }
  // Where even the tails underflow no such level can be told.
  const level = (low + high) / 2;
  const cWorthlessUpTo = normalBelow(-level) > 1e-14 ? level : null;
  const after = (c: number): number => (p * normalBelow(D - c)) / (p * normalBelow(D - c) + (1 - p) * normalBelow(-c));
  return answer({
    regimes: [
      regime(
        "neutral adviser worthless",
        "V(D/2) = 0",
        valueOfAdvice(p, D, D / 2) === 0,
        "only an adviser nearly as sceptical as you can move you",
      ),
      regime(
        "neutral adviser useful",
        "V(D/2) > 0",
        valueOfAdvice(p, D, D / 2) > 0,
        "even a neutral adviser's yes moves you",
      ),
    ],
    equilibria: [],
    thresholds: [
      {
        param: "c",
        value: cWorthlessUpTo,
        direction: "above",
        formula: "p(1-Phi(c-D)) = (1-p)(1-Phi(c))",
        means: "an adviser more easily convinced than this is worth nothing to you",
      },
      {
        param: "c",
        value: cStar,
        direction: "above",
        formula: "D/2 + ln((1-p)/p)/D",
        means: "the most useful adviser is as sceptical as you",
      },
    ],
    outcome: outcomeOf({
      cStar,
      Vstar,
      cWorthlessUpTo,
      Vneutral: valueOfAdvice(p, D, D / 2),
      posteriorAfterHawk: after(2),
      posteriorAfterDove: after(0),
    }),
    certificate:
      cWorthlessUpTo === null || Vstar < LEAST_CERTIFIED || D > 10
        ? null
        : scepticCertificate(pExact, dExact, cStar, Vstar, cWorthlessUpTo),
  });
}

/** Values below this are too small against rounding for a certificate. */
const LEAST_CERTIFIED = 1e-4;

/** How far the enclosed numbers of a profile may lie from what was computed. */
const MARGIN = rational("1/1000000000000");

function around(value: number): Rational[] {
  const middle = rational(value);
  return [middle.minus(MARGIN), middle.plus(MARGIN)];
}

function scepticCertificate(p: Rational, D: Rational, c: number, V: number, worthless: number): Solved["certificate"] {
  const [prior, d] = [p.toNumber(), D.toNumber()];
  const rows = new RowList();
  rows.enclosed(
    "eq",
    "at the best threshold the two densities balance: p n(c-D) = (1-p) n(c)",
    prior * normalDensity(c - d),
    (1 - prior) * normalDensity(c),
  );
  const gross = (at: number): number => prior * normalBelow(d - at) - (1 - prior) * normalBelow(-at);
  rows.enclosed("eq", "the value there is p h - (1-p) f", V, gross(c));
  rows.enclosed(
    "eq",
    "at the level of no worth p h = (1-p) f",
    prior * normalBelow(d - worthless),
    (1 - prior) * normalBelow(-worthless),
  );
  // The checker's grid: sixteenths of the distance from c* − 4 to c* + 4.
  for (let k = 0; k <= 16; k++) {
    if (k !== 8)
      rows.enclosed(
        "ineq",
        `no threshold is worth more: grid point ${k}`,
        V,
        gross(
          simplestNear(c, 0)
            .plus(rational(k - 8).over(2))
            .toNumber(),
        ),
      );
  }
  return certificate(
    "ADVISER/threshold",
    { p, D },
    { cStar: around(c), Vstar: around(V), cWorthlessUpTo: around(worthless) },
    rows,
  );
}

export const sceptic: Part = part({
  name: "threshold",
  question: "Which adviser is worth most to a sceptic?",
  status: "derived",
  params: scepticParams,
  read: (input) => scalars<keyof Sceptic>("ADVISER", scepticParams, input),
  solve: solveSceptic,
});
