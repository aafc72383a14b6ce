// BARGAIN over many issues: of a finite list of outcomes, the frontier and the points that fairness picks. Nash =
// max (u1−r1)(u2−r2) (nash1950); Kalai = max min(u_i−r_i) (kalai1977); KS = smallest difference of gains as shares of the
// ideal gains (kalaiSmorodinsky1975), on a finite frontier; opposition = distance of the frontier to (1, 1).

import { Rational } from "../math/rational.ts";
import { InputError } from "../values/errors.ts";
import { answer, type Outcome } from "../values/outcome.ts";
import { outcomeOf, part, type Data, type Param, type Part, type Solved } from "./model.ts";
import { exact, list, notNegative, numbers, param } from "./reading.ts";
import { certificate, RowList } from "./rows.ts";

export type Point = readonly [Rational, Rational];
type Domain = { points: Point[]; reservation: Point };

const MOST_POINTS = 5000;

const params: Param[] = [
  param(
    "points",
    "utilities (u1, u2) of every outcome, or of the frontier",
    null,
    [
      [1, 0.16],
      [0.16, 1],
      [0.299, 0.299],
    ],
    { unit: "utility" },
  ),
  param("reservation", "utility that each side has without agreement", null, [0, 0], { unit: "utility" }),
];

function readPair(place: string, value: unknown): Point {
  const [first, second, ...rest] = numbers(place, value, notNegative, 2);
  if (!first || !second || rest.length > 0) throw new InputError(place, "two utilities", value);
  return [first, second];
}

function read(input: Record<string, unknown>): Domain {
  const points = list("BARGAIN.points", input["points"], MOST_POINTS).map((item, at) =>
    readPair(`BARGAIN.points[${at}]`, item),
  );
  return { points, reservation: readPair("BARGAIN.reservation", input["reservation"]) };
}

/** Distinct points that no other dominates, from the least u1 to the greatest. */
export function frontierOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted(([a1, a2], [b1, b2]) => b1.compare(a1) || b2.compare(a2));
  const frontier: Point[] = [];
  for (const point of sorted) {
    const last = frontier.at(-1);
    if (!last || point[1].isAbove(last[1])) frontier.push(point);
  }
  return frontier.reverse();
}

function least<T>(items: readonly T[], measure: (item: T) => Rational): T[] {
  const measured = items.map((item) => ({ item, value: measure(item) }));
  const best = measured.reduce(
    (low, { value }) => (value.isBelow(low) ? value : low),
    measured[0]?.value ?? Rational.zero,
  );
  return measured.filter(({ value }) => value.equals(best)).map(({ item }) => item);
}

function solveIssues({ points, reservation }: Domain): Outcome<Solved> {
  const gain = (point: Point, side: 0 | 1): Rational => point[side].minus(reservation[side]);
  const acceptable = points.filter((point) => gain(point, 0).sign() >= 0 && gain(point, 1).sign() >= 0);
  const whole = frontierOf(points);
  const frontier = frontierOf(acceptable);
  const opposition = distanceToIdeal(whole);
  if (frontier.length === 0) {
    const rows = new RowList();
    for (const [at, point] of points.entries()) {
      const side = gain(point, 0).sign() < 0 ? 0 : 1;
      rows.strict(
        `outcome ${at + 1} gives side ${side + 1} less than it has without agreement`,
        reservation[side],
        point[side],
      );
    }
    const nothing = { pareto: whole.length, nash: [], kalai: null, ks: null, opposition };
    return answer({
      regimes: [],
      equilibria: [],
      thresholds: [],
      outcome: outcomeOf(nothing),
      certificate: certificate("BARGAIN/no-outcome", { points, reservation }, {}, rows),
    });
  }
  const product = (point: Point): Rational => gain(point, 0).times(gain(point, 1));
  const smaller = (point: Point): Rational =>
    gain(point, 0).isBelow(gain(point, 1)) ? gain(point, 0) : gain(point, 1);
  const ideal = [0, 1].map((side) => gain(frontier.at(side === 0 ? -1 : 0) as Point, side as 0 | 1)) as [
    Rational,
    Rational,
  ];
  const spread = (point: Point): Rational => gain(point, 0).times(ideal[1]).minus(gain(point, 1).times(ideal[0])).abs();
  const nash = least(frontier, (point) => product(point).negated());
  const kalai = least(frontier, (point) => smaller(point).negated())[0] as Point;
  const ks = least(frontier, spread)[0] as Point;
  const shown = (point: Point): Data => [exact(point[0]), exact(point[1])];
  return answer({
    regimes: [],
    equilibria: nash.map((point) => ({
      name: "Nash product",
      inWords: `Utilities ${point[0].toNumber().toPrecision(4)} and ${point[1].toNumber().toPrecision(4)}.`,
      play: { point: shown(point) },
    })),
    thresholds: [],
    outcome: outcomeOf({
      pareto: whole.length,
      frontier: whole.map(shown),
      nash: nash.map(shown),
      kalai: shown(kalai),
      ks: shown(ks),
      opposition,
    }),
    certificate: certificate(
      "BARGAIN/multi-issue",
      { points, reservation },
      { nash, kalai, ks },
      rowsOf({ points, reservation }, nash, kalai, ks),
    ),
  });
}

function rowsOf({ points, reservation }: Domain, nash: Point[], kalai: Point, ks: Point): RowList {
  const rows = new RowList();
  const gains = (point: Point): Point => [point[0].minus(reservation[0]), point[1].minus(reservation[1])];
  const product = (point: Point): Rational => gains(point)[0].times(gains(point)[1]);
  const best = product(nash[0] as Point);
  for (const [name, solutions] of [
    ["Nash", nash],
    ["Kalai", [kalai]],
    ["KS", [ks]],
  ] as const) {
    for (const [at, point] of solutions.entries()) {
      const title = `${name}${solutions.length > 1 ? ` ${at + 1}` : ""}`;
      rows.ineq(`${title}: side 1 gets its reservation`, point[0], reservation[0]);
      rows.ineq(`${title}: side 2 gets its reservation`, point[1], reservation[1]);
    }
  }
  const smaller = (point: Point): Rational =>
    gains(point)[0].isBelow(gains(point)[1]) ? gains(point)[0] : gains(point)[1];
  for (const [at, point] of points.entries()) {
    const inside = gains(point)[0].sign() >= 0 && gains(point)[1].sign() >= 0;
    if (!inside) continue;
    rows.ineq(`outcome ${at + 1} has no greater product of gains`, best, product(point));
    rows.ineq(`outcome ${at + 1} has no greater smallest gain`, smaller(kalai), smaller(point));
  }
  for (const [at, point] of nash.slice(1).entries())
    rows.eq(`Nash ${at + 2} has the same product`, product(point), best);
  return rows;
}

function distanceToIdeal(frontier: readonly Point[]): number {
  const distances = frontier.map(([u1, u2]) => Math.hypot(u1.toNumber() - 1, u2.toNumber() - 1));
  return Math.min(...distances);
}

export const multiIssue: Part = part({
  name: "multi-issue",
  question: "Which of the possible agreements is on the frontier, and which is fair?",
  status: "published",
  params,
  also: ["domain", "outcomesInDomain", "issues"],
  read,
  solve: solveIssues,
});
