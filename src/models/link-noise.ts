// LINK under noise: K like issues with independent signals, strongly symmetric play, punishment psi_n after n bad
// signals. delta_min: minimise M/(K(R−P) − E_0 psi), M = max psi_n, by one exact linear program after the substitution
// t = 1/(K(R−P) − E_0 psi), y = t psi; c = optimum, delta_min = c/(1+c). The loss is at least g rho/(q−rho) whatever K,
// and that of one issue (kobayashiOhta2012, abstract), so restraint is impossible iff K(R−P) ≤ g rho/(q−rho).

import { maximise } from "../math/exact-program.ts";
import { rational, Rational, sumOf } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, regime, threshold, type Param, type Part, type Solved } from "./model.ts";
import { anyNumber, exact, inner, ordered, param, probability, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

type Noise = { K: number; R: Rational; T: Rational; P: Rational; rho: Rational; q: Rational };

const MOST_ISSUES = 16;

const params: Param[] = [
  param("K", "number of like issues", { min: 1, max: MOST_ISSUES, minIncluded: true, maxIncluded: true }, 2, {
    unit: "issues",
  }),
  param("R", "payoff per issue if both restrain", anyNumber, 3, { unit: "payoff per period" }),
  param("T", "payoff of attacking alone", anyNumber, 5, { unit: "payoff per period" }),
  param("P", "payoff if both attack", anyNumber, 1, { unit: "payoff per period" }),
  param("rho", "probability of a bad signal in an issue though both restrain", inner, 0.1),
  param("q", "probability of a bad signal in an issue if one attacks", probability, 0.5),
];

function read(input: Record<string, unknown>): Noise {
  const { K, R, T, P, rho, q } = scalars<keyof Noise>("LINK", params, input);
  if (K.bottom !== 1n) throw new InputError("LINK.K", "a whole number of issues", K.toString());
  ordered("LINK", { T, R, P }, "T", "R", "P");
  if (!q.isAbove(rho)) throw new InputError("LINK.q", "q above rho: a signal must tell something", q.toString());
  return { K: Number(K.top), R, T, P, rho, q };
}

/** Probabilities of 0..K bad signals when m of K issues are violated. */
export function badSignals(K: number, m: number, rho: Rational, q: Rational): Rational[] {
  let law = [Rational.one];
  for (let issue = 0; issue < K; issue++) {
    const bad = issue < m ? q : rho;
    const good = Rational.one.minus(bad);
    const before = law;
    law = Array.from({ length: before.length + 1 }, (_, n) =>
      (before[n] ?? Rational.zero).times(good).plus((before[n - 1] ?? Rational.zero).times(bad)),
    );
  }
  return law;
}

type Optimum = { delta: Rational; psi: Rational[]; detect: Rational[]; caps: Rational[]; normal: Rational };

function optimumOf({ K, R, T, P, rho, q }: Noise): Optimum {
  const g = T.minus(R);
  const room = R.minus(P).times(K);
  const none = badSignals(K, 0, rho, q);
  // Variables y_0..y_K, t, M; maximise −M.
  const zero = Rational.zero;
  const unit = (n: number): Rational[] => none.map((_, index) => (index === n ? Rational.one : zero));
  const caps = none.map((_, n) => [...unit(n), zero, Rational.one.negated()]);
  const detection = Array.from({ length: K }, (_, index) => {
    const law = badSignals(K, index + 1, rho, q);
    return [...law.map((p, n) => (none[n] as Rational).minus(p)), g.times(index + 1), zero];
  });
  const normal = [...none.map((p) => p.negated()), room, zero];
  const matrix = [...caps, ...detection, normal, normal.map((x) => x.negated())];
  const limits = [...Array.from({ length: 2 * K + 1 }, () => zero), Rational.one, Rational.one.negated()];
  const objective = [...none.map(() => zero), zero, Rational.one.negated()];
  const solved = maximise({ objective, matrix, limits });
  if (solved.state !== "optimal")
    throw new RangeError("Cannot solve the linkage programme: it has no optimum though the loss bound allows one");
  const c = solved.value.negated();
  const t = solved.point[K + 1] as Rational;
  const { prices } = solved;
  return {
    delta: c.over(c.plus(1)),
    psi: solved.point.slice(0, K + 1).map((y) => y.over(t)),
    caps: prices.slice(0, K + 1),
    detect: prices.slice(K + 1, 2 * K + 1),
    normal: (prices[2 * K + 2] as Rational).minus(prices[2 * K + 1] as Rational),
  };
}

function solveNoise(params: Noise): Outcome<Solved> {
  const { K, R, T, P, rho, q } = params;
  const g = T.minus(R);
  const loss = g.times(rho).over(q.minus(rho));
  const room = R.minus(P).times(K);
  const possible = room.isAbove(loss);
  const best = possible ? optimumOf(params) : null;
  const each = R.minus(loss.over(K));
  const rhoMax = q.times(room).over(g.plus(room));
  return answer({
    regimes: [
      regime(
        "impossible at any patience",
        "K(R-P) <= g rho/(q-rho)",
        !possible,
        "false alarms cost more than restraint gains",
      ),
      regime(
        "possible",
        "K(R-P) > g rho/(q-rho)",
        possible,
        "restraint holds from delta_min on; linking dilutes the false alarms",
      ),
    ],
    equilibria: best
      ? [
          {
            name: "punish by the number of bad signals",
            inWords: "Both restrain everywhere and punish the harder the more issues give a bad signal.",
            play: { psi: best.psi.map(exact) },
          },
        ]
      : [],
    thresholds: [
      threshold(
        "delta",
        "above",
        best?.delta ?? null,
        "c/(1+c), c = min max psi/(K(R-P)-E_0 psi)",
        "patience from which linked restraint holds under noise",
      ),
      threshold("rho", "below", rhoMax, "q K(R-P)/(g+K(R-P))", "false alarms from which no patience helps"),
    ],
    outcome: outcomeOf({
      payoffA: possible ? each.toNumber() : P.toNumber(),
      payoffB: possible ? each.toNumber() : P.toNumber(),
      deltaMin: best ? exact(best.delta) : null,
      lossOfAllIssues: exact(loss),
    }),
    certificate: best ? optimal(params, best) : impossible(params),
  });
}

function primitives(rows: RowList, { T, R, P, rho, q }: Noise): RowList {
  return rows
    .strict("T > R", T, R)
    .strict("R > P", R, P)
    .strict("a signal tells something: q > rho", q, rho)
    .strict("false alarms occur", rho, 0)
    .ineq("q is a probability", 1, q);
}

function dot(a: readonly Rational[], b: readonly Rational[]): Rational {
  return sumOf(a.map((x, n) => x.times(b[n] as Rational)));
}

function optimal(params: Noise, { delta, psi, detect, caps, normal }: Optimum): Solved["certificate"] {
  const { K, R, T, P, rho, q } = params;
  const g = T.minus(R);
  const rows = primitives(new RowList(), params);
  const none = badSignals(K, 0, rho, q);
  const laws = detect.map((_, index) => badSignals(K, index + 1, rho, q));
  const expected = dot(none, psi);
  const room = R.minus(P).times(K).minus(expected);
  for (const [n, punishment] of psi.entries()) {
    rows.ineq(`punishment after ${n} bad signals is at least nothing`, punishment, 0);
    rows.ineq(
      `punishment after ${n} bad signals is within what can be taken`,
      delta.times(room),
      Rational.one.minus(delta).times(punishment),
    );
  }
  for (const [index, law] of laws.entries()) {
    rows.ineq(`attacking in ${index + 1} issues does not pay`, dot(law, psi).minus(expected), g.times(index + 1));
  }
  for (const [n, price] of caps.entries()) rows.ineq(`dual: price of cap ${n}`, price, 0);
  for (const [index, price] of detect.entries()) rows.ineq(`dual: price of deviation ${index + 1}`, price, 0);
  rows.ineq("dual: the prices of the caps sum to at most one", 1, sumOf(caps));
  for (const [n, price] of caps.entries()) {
    const worth = sumOf(
      laws.map((law, index) => (detect[index] as Rational).times((law[n] as Rational).minus(none[n] as Rational))),
    );
    rows.ineq(
      `dual: punishment after ${n} bad signals earns no more than it costs`,
      price.plus(normal.times(none[n] as Rational)),
      worth,
    );
  }
  const needs = sumOf(detect.map((price, index) => price.times(g).times(index + 1)));
  rows.ineq("dual: what deviations require covers the value of the surplus", needs, normal.times(R.minus(P)).times(K));
  rows.eq("dual: the bound is the least delta", normal.times(Rational.one.minus(delta)), delta);
  return certificate(
    "LINK/noise",
    { K: rational(K), R, T, P, rho, q },
    { delta, psi, dual: { detect, caps, normal } },
    rows,
  );
}

function impossible(params: Noise): Solved["certificate"] {
  const { K, R, T, P, rho, q } = params;
  const g = T.minus(R);
  const rows = primitives(new RowList(), params);
  // One violation raises no likelihood by more than q/rho, so E_1 psi − E_0 psi ≤ (q/rho − 1) E_0 psi for every psi ≥ 0.
  const [none, one] = [badSignals(K, 0, rho, q), badSignals(K, 1, rho, q)];
  for (const [n, p] of none.entries()) {
    rows.ineq(
      `one violation raises the likelihood of ${n} bad signals by q/rho at most`,
      q.times(p),
      rho.times(one[n] as Rational),
    );
  }
  rows.ineq(
    "the loss that deters one violation is all that restraint gains",
    g.times(rho),
    q.minus(rho).times(R.minus(P)).times(K),
  );
  return certificate("LINK/noise-impossible", { K: rational(K), R, T, P, rho, q }, {}, rows);
}

export const linkNoise: Part = part({
  name: "noise",
  question: "How much patience does linked restraint need when signals are noisy?",
  status: "derived",
  params,
  read,
  solve: solveNoise,
});
