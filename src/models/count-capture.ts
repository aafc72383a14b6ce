// COUNT from overlapping lists: Poisson log-linear fit to the seen cells, N = seen + exp(intercept). Occasions: log mu_j =
// b0 + b1 j + b2 h(j) + log choose(t, j), h = 2^j − 1 (Poisson2) or j²/2 (Darroch). Chao's lower bound S + ((t−1)/t)
// f1²/(2 f2) (chao1987). Two lists: (n1+1)(n2+1)/(m+1) − 1 (chapman1951). se = sqrt(f0 + f0² Var(b0)), f0 = exp(b0).

import { rational, Rational, sumOf } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, type Data, type Param, type Part, type Solved } from "./model.ts";
import { exact, list, notNegative, numbers, object, param, scalars } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";
import { devianceOf, fitLogLinear, type LogLinear, type LogLinearFit } from "./solvers/poisson-fit.ts";

type Seen =
  | { kind: "occasions"; counts: number[]; occasions: number }
  | { kind: "lists"; cells: [string, number][]; lists: number; terms: number[][] };

const captureParams: Param[] = [
  param(
    "seenExactly",
    "number seen exactly once, twice, … in t occasions; or give cells and terms",
    null,
    [25, 22, 13, 5, 1, 2],
    { unit: "cases" },
  ),
  param("occasions", "number of occasions t", null, 6, { unit: "occasions" }),
];

const MOST_LISTS = 8;

function readCount(place: string, value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 1e8)
    throw new InputError(place, "a whole number of cases", value);
  return value;
}

function read(input: Record<string, unknown>): Seen {
  if (input["cells"] !== undefined) return readLists(input);
  const counts = list("COUNT.seenExactly", input["seenExactly"], 60).map((value, j) =>
    readCount(`COUNT.seenExactly[${j}]`, value),
  );
  const occasions = readCount("COUNT.occasions", input["occasions"]);
  if (occasions < counts.length || occasions > 60)
    throw new InputError("COUNT.occasions", `a number from ${counts.length} to 60`, occasions);
  return {
    kind: "occasions",
    counts: [...counts, ...Array.from({ length: occasions - counts.length }, () => 0)],
    occasions,
  };
}

function readLists(input: Record<string, unknown>): Seen {
  const given = Object.entries(object("COUNT.cells", input["cells"]));
  const lists = given[0]?.[0].length ?? 0;
  if (lists < 2 || lists > MOST_LISTS)
    throw new InputError("COUNT.cells", `keys of 2 to ${MOST_LISTS} digits`, given[0]?.[0]);
  const counts = new Map<string, number>();
  for (const [key, value] of given) {
    if (!/^[01]+$/.test(key) || key.length !== lists || !key.includes("1"))
      throw new InputError(`COUNT.cells.${key}`, `${lists} digits 0 or 1, not all 0`);
    counts.set(key, readCount(`COUNT.cells.${key}`, value));
  }
  const all = Array.from({ length: 2 ** lists - 1 }, (_, at) => (at + 1).toString(2).padStart(lists, "0"));
  const terms = (
    input["terms"] === undefined
      ? Array.from({ length: lists }, (_, at) => [at + 1])
      : list("COUNT.terms", input["terms"], 200)
  ).map((term, at) =>
    numbers(`COUNT.terms[${at}]`, term, { min: 1, max: lists, minIncluded: true, maxIncluded: true }, lists).map((x) =>
      x.toNumber(),
    ),
  );
  return { kind: "lists", cells: all.map((key) => [key, counts.get(key) ?? 0]), lists, terms };
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return Math.round(ways);
}

function solveCapture(seen: Seen): Outcome<Solved> {
  return seen.kind === "occasions" ? solveOccasions(seen.counts, seen.occasions) : solveLists(seen.cells, seen.terms);
}

function solveOccasions(counts: number[], t: number): Outcome<Solved> {
  const exposures = counts.map((_, j) => choose(t, j + 1));
  const columns = { M0: null, MhPoisson2: (j: number) => 2 ** j - 1, MhDarroch: (j: number) => (j * j) / 2 };
  const fits = Object.entries(columns).flatMap(([name, h]) => {
    const data = { counts, exposures, design: counts.map((_, j) => [1, j + 1, ...(h ? [h(j + 1)] : [])]) };
    const fit = fitLogLinear(data);
    return fit ? [{ name, data, fit }] : [];
  });
  const total = counts.reduce((sum, y) => sum + y, 0);
  if (total === 0) return refuse("no-cases");
  const [f1 = 0, f2 = 0] = counts;
  const chao = f2 === 0 ? null : total + (((t - 1) / t) * f1 * f1) / (2 * f2);
  if (fits.length === 0 && chao === null) return refuse("no-finite-maximum");
  const estimates = Object.fromEntries(fits.map(({ name, fit }) => [name, total + Math.exp(fit.b[0] as number)]));
  return answer({
    ...nothingStrategic,
    outcome: outcomeOf({
      seen: total,
      M0: null,
      MhPoisson2: null,
      MhDarroch: null,
      ...estimates,
      ChaoLowerBound: chao,
      standardErrors: Object.fromEntries(fits.map(({ name, fit }) => [name, standardError(fit)])),
      range: [Math.min(...Object.values(estimates)), Math.max(...Object.values(estimates))].filter(Number.isFinite),
    }),
    certificate: fits.length > 0 ? certificateOf(fits) : null,
  });
}

const nothingStrategic = { regimes: [], equilibria: [], thresholds: [] };

function standardError({ b, covariance }: LogLinearFit): number {
  const unseen = Math.exp(b[0] as number);
  return Math.sqrt(unseen + unseen * unseen * (covariance[0]?.[0] ?? 0));
}

function solveLists(cells: [string, number][], terms: number[][]): Outcome<Solved> {
  const counts = cells.map(([, y]) => y);
  if (counts.every((y) => y === 0)) return refuse("no-cases");
  const overlap = cells.some(([key, y]) => y > 0 && key.indexOf("1") !== key.lastIndexOf("1"));
  if (!overlap) return refuse("no-overlap");
  const design = cells.map(([key]) => [
    1,
    ...terms.map((term) => (term.every((index) => key[index - 1] === "1") ? 1 : 0)),
  ]);
  if (terms.length + 1 > cells.length) return refuse("not-identified");
  const data = { counts, exposures: counts.map(() => 1), design };
  const fit = fitLogLinear(data);
  if (!fit) return refuse("no-finite-maximum");
  const total = counts.reduce((sum, y) => sum + y, 0);
  return answer({
    ...nothingStrategic,
    outcome: outcomeOf({
      seen: total,
      N: total + Math.exp(fit.b[0] as number),
      se: standardError(fit),
      deviance: fit.deviance,
      df: fit.df,
      AIC: fit.aic,
    }),
    certificate: certificateOf([{ name: "log-linear", data, fit }]),
  });
}

function certificateOf(fits: { name: string; data: LogLinear; fit: LogLinearFit }[]): Solved["certificate"] {
  const rows = new RowList();
  const written = fits.map(({ name, data, fit }) => {
    const total = data.counts.reduce((sum, y) => sum + y, 0);
    const eps = 1e-6 * (1 + total);
    for (const [k] of fit.b.entries())
      rows.enclosed(
        "ineq",
        `${name}: score equation ${k + 1}, sum x (y - mu) = 0, to a millionth of the cases`,
        eps,
        0,
      );
    rows.enclosed("ineq", `${name}: N is the seen and exp(intercept)`, eps, 0);
    rows.enclosed("ineq", `${name}: the deviance, recomputed`, eps, 0);
    const decimal = (of: number[]): Rational[] => of.map((x) => rational(x));
    return {
      model: {
        name,
        counts: decimal(data.counts),
        exposures: decimal(data.exposures),
        design: data.design.map(decimal),
      },
      plan: {
        b: decimal(fit.b),
        N: rational(total + Math.exp(fit.b[0] as number)),
        deviance: rational(devianceOf(data.counts, fit.means)),
      },
    };
  });
  return certificate(
    "COUNT/capture",
    { models: written.map(({ model }) => model) },
    { fits: written.map(({ plan }) => plan) },
    rows,
  );
}

export const capture: Part = part({
  name: "capture",
  question: "How many were there in all, by how often they were seen?",
  status: "published",
  params: captureParams,
  also: ["cells", "terms"],
  read,
  solve: solveCapture,
});

type Two = { n1: Rational; n2: Rational; m: Rational };
const twoParams: Param[] = [
  param("n1", "cases on the first list", notNegative, 200, { unit: "cases" }),
  param("n2", "cases on the second list", notNegative, 150, { unit: "cases" }),
  param("m", "cases on both", notNegative, 60, { unit: "cases" }),
];

export const twoLists: Part = part({
  name: "two-lists",
  question: "How many were there in all, by two lists?",
  status: "published",
  params: twoParams,
  read(input): Two {
    const two = scalars<keyof Two>("COUNT", twoParams, input);
    for (const key of ["n1", "n2", "m"] as const)
      if (two[key].bottom !== 1n) throw new InputError(`COUNT.${key}`, "a whole number of cases", two[key].toString());
    if (two.m.isAbove(two.n1) || two.m.isAbove(two.n2))
      throw new InputError("COUNT.m", "at most as many as on either list", two.m.toString());
    return two;
  },
  solve({ n1, n2, m }: Two): Outcome<Solved> {
    if (m.isZero()) return refuse("no-overlap");
    const [a, b, c] = [n1.plus(1), n2.plus(1), m.plus(1)];
    const N = a.times(b).over(c).minus(1);
    const variance = a
      .times(b)
      .times(n1.minus(m))
      .times(n2.minus(m))
      .over(c.times(c).times(m.plus(2)));
    const rows = new RowList()
      .strict("the lists overlap", m, 0)
      .ineq("the overlap is on the first list", n1, m)
      .ineq("the overlap is on the second list", n2, m);
    rows.eq("(N + 1)(m + 1) = (n1 + 1)(n2 + 1)", N.plus(1).times(c), sumOf([a.times(b)]));
    const more: Record<string, Data> = { N: exact(N), se: Math.sqrt(variance.toNumber()) };
    return answer({
      ...nothingStrategic,
      outcome: outcomeOf(more),
      certificate: certificate("COUNT/two-lists", { n1, n2, m }, { N }, rows),
    });
  },
});
