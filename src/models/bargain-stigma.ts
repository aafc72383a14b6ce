// BARGAIN: when does asking for talks show weakness? The side asked answers with the tough offer, which only the weak
// accept, iff pi < Dl/(Dl + cTotal), Dl = wStrong − wWeak (derived, two types).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { exact, param, positive, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

const one = Rational.one;

const share = { unit: "share" };

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

export const stigma: Part = part({
  name: "stigma",
  question: "When does asking for talks show weakness?",
  status: "derived",
  params: stigmaParams,
  read: readStigma,
  solve: solveStigma,
});
