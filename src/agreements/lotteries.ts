// The same ideas of fairness where a lottery between two agreements may be agreed. Utilities are expected ones, so the
// frontier becomes the upper hull of the acceptable points, and every solution is a point of one of its edges: Nash
// (nash1950) the greatest product along the edges, Kalai–Smorodinsky (kalaiSmorodinsky1975) where the hull meets the
// line from disagreement to the ideal point, egalitarian (kalai1977) where it meets the line of equal gains, or the end
// of the hull that lies nearest to it. Two sides only; both agreements of a lottery are acceptable to both sides, so
// that whoever loses the draw still does better than by walking away.

export type Lottery = { a: number; b: number; mix: { point: number; probability: number }[] };

export type LotteryPoints = {
  nash: Lottery;
  kalaiSmorodinsky: Lottery;
  egalitarian: Lottery;
  utilitarian: Lottery;
};

type Sides = { a: ArrayLike<number>; b: ArrayLike<number> };

/** Of points in order, the first side's utility falling and the second's rising. */
export function lotteryPoints(points: Sides, disagreement: readonly [number, number]): LotteryPoints {
  const hull = upperHull(points);
  const [da, db] = disagreement;
  const ideal = { a: points.a[0]! - da, b: points.b[points.b.length - 1]! - db };
  return {
    nash: best(
      points,
      hull,
      (from, to) => productShare(points, from, to, da, db),
      ({ a, b }) => (a - da) * (b - db),
    ),
    kalaiSmorodinsky: onLine(points, hull, (a, b) => (a - da) * ideal.b - (b - db) * ideal.a),
    egalitarian: onLine(points, hull, (a, b) => a - da - (b - db)),
    utilitarian: best(
      points,
      hull,
      () => 0,
      ({ a, b }) => a + b,
    ),
  };
}

/** Corners of the upper hull, in order. */
export function upperHull({ a, b }: Sides): number[] {
  const hull: number[] = [];
  for (let at = 0; at < a.length; at++) {
    while (hull.length >= 2) {
      const [p, q] = [hull.at(-2)!, hull.at(-1)!];
      const turn = (a[q]! - a[p]!) * (b[at]! - b[p]!) - (b[q]! - b[p]!) * (a[at]! - a[p]!);
      if (turn > 0) break; // a falls along the hull, so a left turn bulges outwards
      hull.pop();
    }
    hull.push(at);
  }
  return hull;
}

function lottery({ a, b }: Sides, from: number, to: number, share: number): Lottery {
  if (share <= 0 || from === to) return { a: a[from]!, b: b[from]!, mix: [{ point: from, probability: 1 }] };
  if (share >= 1) return { a: a[to]!, b: b[to]!, mix: [{ point: to, probability: 1 }] };
  const between = (x: number, y: number): number => x + share * (y - x);
  return {
    a: between(a[from]!, a[to]!),
    b: between(b[from]!, b[to]!),
    mix: [
      { point: from, probability: 1 - share },
      { point: to, probability: share },
    ],
  };
}

/** Where on an edge the product of gains is greatest: (x + s·Δx)(y + s·Δy) peaks at s = −(x·Δy + y·Δx) / (2·Δx·Δy). */
function productShare({ a, b }: Sides, from: number, to: number, da: number, db: number): number {
  const [x, y] = [a[from]! - da, b[from]! - db];
  const [dx, dy] = [a[to]! - a[from]!, b[to]! - b[from]!];
  return dx * dy === 0 ? 0 : -(x * dy + y * dx) / (2 * dx * dy);
}

function best(
  points: Sides,
  hull: readonly number[],
  shareOf: (from: number, to: number) => number,
  worth: (point: Lottery) => number,
): Lottery {
  let found = lottery(points, hull[0]!, hull[0]!, 0);
  for (const [at, from] of hull.entries()) {
    const to = hull[at + 1] ?? from;
    for (const share of [0, shareOf(from, to)]) {
      const candidate = lottery(points, from, to, share);
      if (worth(candidate) > worth(found)) found = candidate;
    }
  }
  return found;
}

/** Where the hull crosses a line on which `side` is zero, above zero towards the first side's best. */
function onLine(points: Sides, hull: readonly number[], side: (a: number, b: number) => number): Lottery {
  const at = (corner: number): number => side(points.a[hull[corner]!]!, points.b[hull[corner]!]!);
  if (at(0) <= 0) return lottery(points, hull[0]!, hull[0]!, 0);
  for (let corner = 1; corner < hull.length; corner++) {
    const [before, after] = [at(corner - 1), at(corner)];
    if (after <= 0) return lottery(points, hull[corner - 1]!, hull[corner]!, before / (before - after));
  }
  return lottery(points, hull.at(-1)!, hull.at(-1)!, 0);
}
