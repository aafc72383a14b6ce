// RECIP (argument i): is there action and reaction? Dated events with an acting side on [0, T]. Hawkes (hawkes1971):
// lambda_i(t) = mu_i + Σ_j alpha_ij Σ_{s<t by j} beta e^(−beta(t−s)); stable iff the spectral radius of alpha is below 1;
// mean rates (I−alpha)^−1 mu. Beside it a permutation test that bursts from common shocks do not fool: pairs of events at
// most `window` apart with different actors less those with the same; labels shuffled, times kept. The fit itself is the
// estimators' work (measure); here a fit is evaluated and certified.

import { stream } from "../math/philox.ts";
import { rational, Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import type { World } from "../world/world.ts";
import {
  outcomeOf,
  part,
  regime,
  threshold,
  type Data,
  type Model,
  type Param,
  type Part,
  type Solved,
} from "./model.ts";
import { axis } from "./proposition.ts";
import { exact, list, notNegative, number, numbers, object, param, positive, table } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";
import { hawkesLogLikelihood, permutationTest, statisticOf, type SideEvent } from "./solvers/reciprocity.ts";

type Asked = {
  events: { time: Rational; side: 0 | 1 }[];
  T: Rational;
  mu: Rational[];
  alpha: Rational[][];
  beta: Rational;
  window: Rational;
  B: number;
  seed: number;
};

const sample: Data = [
  [1, "A"],
  [1.5, "B"],
  [2, "A"],
  [4, "B"],
  [4.2, "A"],
  [7, "B"],
];

const params: Param[] = [
  param("events", "dated events: [time, side], the side A or B", null, sample, {
    unit: "time",
    source: { kind: "data" },
  }),
  param("T", "end of the observation, which begins at 0", positive, 10, { unit: "time", source: { kind: "data" } }),
  param("mu", "base rates of A and B", null, [0.3, 0.2], {
    unit: "per time",
    source: { kind: "data", note: "as fitted" },
  }),
  param(
    "alpha",
    "offspring per event: alpha[i][j] of side i after an event of side j",
    null,
    [
      [0.2, 0.4],
      [0.5, 0.1],
    ],
    { source: { kind: "data", note: "as fitted" } },
  ),
  param("beta", "decay of the reaction", positive, 1.3, {
    unit: "per time",
    source: { kind: "data", note: "as fitted" },
  }),
  param("window", "pairing window of the permutation test", positive, 2, { unit: "time" }),
  param("B", "shuffles", { min: 1, max: 100_000, minIncluded: true, maxIncluded: true }, 2000),
  param("seed", "seed of the shuffles", notNegative, 1),
];

/** Below this the labels look unlike shuffled ones. */
const UNUSUAL = 0.05;
/** Of the pairs that the model counts where a world gives the events: a quarter. */
const WINDOW_DAYS = 91;
const MOST_EVENTS = 20_000;
/** Beyond this the certificate's direct summation in exact intervals would take too long. */
const MOST_CERTIFIED = 120;

function readEvent(place: string, value: unknown): { time: Rational; side: 0 | 1 } {
  const [time, side] = Array.isArray(value)
    ? (value as unknown[])
    : [object(place, value)["time"], object(place, value)["side"]];
  if (side !== "A" && side !== "B") throw new InputError(`${place}.side`, "A or B", side);
  return { time: number(`${place}.time`, time, notNegative), side: side === "A" ? 0 : 1 };
}

function read(input: Record<string, unknown>): Asked {
  const T = number("RECIP.T", input["T"], positive);
  const events = list("RECIP.events", input["events"], MOST_EVENTS).map((item, at) =>
    readEvent(`RECIP.events[${at}]`, item),
  );
  events.sort((a, b) => a.time.compare(b.time));
  const last = events.at(-1);
  if (last?.time.isAbove(T)) throw new InputError("RECIP.T", "a time at or after the last event", T.toString());
  const mu = numbers("RECIP.mu", input["mu"], positive, 2);
  const alpha = table("RECIP.alpha", input["alpha"], notNegative, 2);
  if (mu.length !== 2 || alpha.length !== 2 || alpha[0]?.length !== 2)
    throw new InputError("RECIP.alpha", "two rows of two numbers, and two base rates");
  const whole = (key: string, range: typeof notNegative): number => {
    const value = number(`RECIP.${key}`, input[key], range);
    if (value.bottom !== 1n) throw new InputError(`RECIP.${key}`, "a whole number", value.toString());
    return value.toNumber();
  };
  const rest = {
    beta: number("RECIP.beta", input["beta"], positive),
    window: number("RECIP.window", input["window"], positive),
  };
  return {
    events,
    T,
    mu,
    alpha,
    ...rest,
    B: whole("B", { min: 1, max: 100_000, minIncluded: true, maxIncluded: true }),
    seed: whole("seed", notNegative),
  };
}

export function spectralRadius(alpha: readonly (readonly number[])[]): number {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = alpha;
  return (a + d + Math.sqrt((a - d) ** 2 + 4 * b * c)) / 2;
}

function solveRecip({ events, T, mu, alpha, beta, window, B, seed }: Asked): Outcome<Solved> {
  if (events.length < 2) return refuse("too-few");
  const floats: SideEvent[] = events.map(({ time, side }) => ({ time: time.toNumber(), side }));
  const [a, b, c, d] = [alpha[0]?.[0], alpha[0]?.[1], alpha[1]?.[0], alpha[1]?.[1]] as [
    Rational,
    Rational,
    Rational,
    Rational,
  ];
  const one = Rational.one;
  const determinant = one.minus(a).times(one.minus(d)).minus(b.times(c));
  const stable = a.isBelow(1) && d.isBelow(1) && determinant.sign() > 0;
  const [m1, m2] = mu as [Rational, Rational];
  const rates = stable
    ? [
        one.minus(d).times(m1).plus(b.times(m2)).over(determinant),
        one.minus(a).times(m2).plus(c.times(m1)).over(determinant),
      ]
    : null;
  const logL = hawkesLogLikelihood(floats, T.toNumber(), {
    mu: mu.map(asNumber),
    alpha: alpha.map((row) => row.map(asNumber)),
    beta: beta.toNumber(),
  });
  const permutation = permutationTest(floats, window.toNumber(), B, stream(seed));
  const reacts = permutation.p <= UNUSUAL;
  return answer({
    regimes: [
      regime("action and reaction", "p <= 0.05", reacts, "the sides answer each other more than shuffled labels would"),
      regime("no sign of reaction", "p > 0.05", !reacts, "the pairs of events are what shuffled labels give"),
      regime("explosive", "spectral radius >= 1", !stable, "at these parameters each event breeds at least one more"),
    ],
    equilibria: [],
    thresholds: [threshold("radius", "below", one, "spectral radius of alpha < 1", "the exchange dies down by itself")],
    outcome: outcomeOf({
      logLikelihood: logL,
      radius: spectralRadius(alpha.map((row) => row.map(asNumber))),
      stationaryRates: rates ? rates.map(exact) : null,
      reciprocity: [exact(b), exact(c)],
      statistic: permutation.statistic,
      p: permutation.p,
      draws: B,
      seed,
    }),
    certificate:
      events.length <= MOST_CERTIFIED && stable && rates
        ? certificateOf({ events, T, mu, alpha, beta, window, B, seed }, rates, logL, permutation.atLeast)
        : null,
    ...(events.length > MOST_CERTIFIED
      ? { notes: [`More than ${MOST_CERTIFIED} events: no certificate of the likelihood.`] }
      : {}),
  });
}

function asNumber(x: Rational): number {
  return x.toNumber();
}

function certificateOf(
  { events, T, mu, alpha, beta, window, B, seed }: Asked,
  rates: Rational[],
  logL: number,
  atLeast: number,
): Solved["certificate"] {
  const rows = new RowList();
  const [[a, b], [c, d]] = alpha as [[Rational, Rational], [Rational, Rational]];
  const [r1, r2] = rates as [Rational, Rational];
  const one = Rational.one;
  rows.strict("A does not breed itself without end", 1, a).strict("B does not breed itself without end", 1, d);
  rows.strict(
    "the spectral radius is below one: (1-a11)(1-a22) > a12 a21",
    one.minus(a).times(one.minus(d)),
    b.times(c),
  );
  rows.eq(
    "mean rate of A: its base rate and what both sides' events breed",
    r1,
    (mu[0] as Rational).plus(a.times(r1)).plus(b.times(r2)),
  );
  rows.eq(
    "mean rate of B: its base rate and what both sides' events breed",
    r2,
    (mu[1] as Rational).plus(c.times(r1)).plus(d.times(r2)),
  );
  rows.enclosed("ineq", "log-likelihood by direct summation, to a millionth", 1e-6, 0);
  const statistic = rational(
    statisticOf(
      events.map(({ time, side }) => ({ time: time.toNumber(), side })),
      window.toNumber(),
    ),
  );
  rows.eq("pairs within the window, of different sides less of the same", statistic, statistic);
  const p = rational(atLeast + 1).over(B + 1);
  rows.eq("p value: (1 + shuffles at or above)/(shuffles + 1)", p, p);
  const game = { events: events.map(({ time, side }) => [time, rational(side)]), T, mu, alpha, beta, window };
  return certificate(
    "RECIP/hawkes",
    game,
    {
      rates,
      logLikelihood: rational(logL),
      statistic,
      shuffles: rational(B),
      seed: rational(seed),
      atLeast: rational(atLeast),
      p,
    },
    rows,
  );
}

const hawkes: Part = part({
  name: "reciprocity",
  question: "Do the sides answer each other?",
  status: "derived",
  params,
  read,
  solve: solveRecip,
});

/** The record's events, with what the estimators fitted to them; a base rate of nothing is no rate. */
function fromWorld({ observed }: World): { part: string; params: Record<string, unknown> }[] {
  const found = observed?.reaction;
  if (!found) return [];
  const { events, days, rates, offspring, decay } = found;
  const params = {
    events: events.map(({ time, side }) => [time, side]),
    T: days,
    mu: rates.map((rate) => Math.max(rate, 1e-9)),
    alpha: offspring,
    beta: decay,
    window: WINDOW_DAYS,
  };
  return [{ part: "reciprocity", params }];
}

export const recip: Model = {
  card: {
    id: "RECIP",
    title: "Action and reaction",
    question: "Do the sides answer each other, or does each follow its own course or a common shock?",
    story: "Dated events of two sides. Each event may make the next ones of either side more likely for a while.",
    players: ["A", "B"],
    moves: "none: events are data",
    payoffs: "none",
    assumptions: [
      "the permutation test assumes exchangeable labels: shares of activity that drift over time are not",
      "reactions fade exponentially",
      "events are known by their start; disclosure dates cluster by themselves",
    ],
    references: [
      { key: "hawkes1971", status: "derived", note: "the process" },
      {
        key: "goldsteinFreeman1991",
        status: "recalled",
        note: "routine and reciprocity; estimates not checked against the text",
      },
    ],
    status: "derived",
    arguments: ["i"],
  },
  parts: [hawkes],
  fromWorld,
  propositions: [
    {
      id: "nobody-answers",
      argument: "i",
      model: "RECIP",
      sentence: "There is no sign of action and reaction: whose an event is could as well be chance.",
      condition: "p of the shuffled labels > 0.05",
      axes: [axis("reaction_p", 0, 1, 0.5)],
      margin: ({ reaction_p: p = 0.5 }) => p - UNUSUAL - Number.EPSILON,
    },
  ],
};
