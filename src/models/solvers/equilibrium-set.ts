// The set of pure-action subgame-perfect payoffs of a two-player repeated game with perfect monitoring and public
// randomisation (abreuSannikov2014). Start: W = hull of the stage payoffs, u = lowest stage payoffs. Each round keeps, for
// every action pair, the payoff itself if it can be played for ever, or (1−d) g + d w at the points w of W where an
// incentive constraint binds; W becomes the hull of what is kept, u its lowest values. In floats: exact certificates are
// made from the limit.

import { hullOf, isInside, type PayoffPoint } from "./hull.ts";

export type { PayoffPoint } from "./hull.ts";

export type Bimatrix = {
  /** Payoffs of players 1 and 2, row by row. */
  one: Float64Array;
  two: Float64Array;
  rows: number;
  columns: number;
};

export type EquilibriumSet = {
  /** Corners in counter-clockwise order; empty where no pure equilibrium exists. */
  vertices: PayoffPoint[];
  threat: PayoffPoint | null;
  iterations: number;
  converged: boolean;
};

const MOST_ITERATIONS = 20_000;
/** Corners this close, against the size of the payoffs, are told apart by rounding only. */
const MERGED = 2e-10;

type Pair = { g1: number; g2: number; gain1: number; gain2: number };

export function equilibriumSet(game: Bimatrix, delta: number, tolerance = 1e-13, start?: PayoffPoint): EquilibriumSet {
  const pairs = pairsOf(game);
  const scale = Math.max(...pairs.map(({ g1, g2 }) => Math.max(Math.abs(g1), Math.abs(g2))), 1e-300);
  const near = 1e-11 * scale;
  let W = hullOf(
    pairs.map(({ g1, g2 }): PayoffPoint => [g1, g2]),
    near,
  );
  let u: PayoffPoint = start ?? [Math.min(...pairs.map(({ g1 }) => g1)), Math.min(...pairs.map(({ g2 }) => g2))];
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const kept: PayoffPoint[] = [];
    for (const pair of pairs) keep(pair, W, u, delta, near, kept);
    if (kept.length === 0) return { vertices: [], threat: null, iterations: iteration, converged: true };
    const next = hullOf(kept, near);
    const low: PayoffPoint = [
      Math.max(u[0], Math.min(...next.map(([x]) => x))),
      Math.max(u[1], Math.min(...next.map(([, y]) => y))),
    ];
    const moved = Math.max(distance(W, next), Math.abs(low[0] - u[0]), Math.abs(low[1] - u[1]));
    W = next;
    u = low;
    if (moved <= tolerance * scale)
      return { vertices: hullOf(W, MERGED * scale), threat: u, iterations: iteration, converged: true };
  }
  return { vertices: hullOf(W, MERGED * scale), threat: u, iterations: MOST_ITERATIONS, converged: false };
}

function pairsOf({ one, two, rows, columns }: Bimatrix): Pair[] {
  const best1 = new Float64Array(columns).fill(-Infinity);
  const best2 = new Float64Array(rows).fill(-Infinity);
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b < columns; b++) {
      const at = a * columns + b;
      best1[b] = Math.max(best1[b] as number, one[at] as number);
      best2[a] = Math.max(best2[a] as number, two[at] as number);
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b < columns; b++) {
      const [g1, g2] = [one[a * columns + b] as number, two[a * columns + b] as number];
      pairs.push({ g1, g2, gain1: (best1[b] as number) - g1, gain2: (best2[a] as number) - g2 });
    }
  }
  return pairs;
}

/** Adds what one action pair can give with continuations in W. */
function keep(
  { g1, g2, gain1, gain2 }: Pair,
  W: readonly PayoffPoint[],
  u: PayoffPoint,
  delta: number,
  near: number,
  kept: PayoffPoint[],
): void {
  // Without a future only a stage equilibrium can be played.
  const weight = delta === 0 ? Infinity : (1 - delta) / delta;
  const ic1 = gain1 > 0 ? u[0] + weight * gain1 : u[0];
  const ic2 = gain2 > 0 ? u[1] + weight * gain2 : u[1];
  if (g1 >= ic1 - near && g2 >= ic2 - near && isInside(W, g1, g2, near)) {
    kept.push([g1, g2]);
    return;
  }
  if (!Number.isFinite(ic1) || !Number.isFinite(ic2)) return;
  const add = (w1: number, w2: number): void => {
    kept.push([(1 - delta) * g1 + delta * w1, (1 - delta) * g2 + delta * w2]);
  };
  if (isInside(W, ic1, ic2, near)) add(ic1, ic2);
  for (let k = 0; k < W.length; k++) {
    const [p, q] = [W[k] as PayoffPoint, W[(k + 1) % W.length] as PayoffPoint];
    // A corner at which a constraint happens to bind, and the cuts of the edges.
    if (Math.abs(p[0] - ic1) <= near && p[1] >= ic2 - near) add(ic1, p[1]);
    if (Math.abs(p[1] - ic2) <= near && p[0] >= ic1 - near) add(p[0], ic2);
    if ((p[0] - ic1) * (q[0] - ic1) < 0) {
      const y = p[1] + ((ic1 - p[0]) / (q[0] - p[0])) * (q[1] - p[1]);
      if (y >= ic2 - near) add(ic1, y);
    }
    if ((p[1] - ic2) * (q[1] - ic2) < 0) {
      const x = p[0] + ((ic2 - p[1]) / (q[1] - p[1])) * (q[0] - p[0]);
      if (x >= ic1 - near) add(x, ic2);
    }
  }
}

/** Largest distance of a corner of either set from the nearest corner of the other. */
function distance(V: readonly PayoffPoint[], W: readonly PayoffPoint[]): number {
  if (V.length !== W.length) return Infinity;
  let worst = 0;
  for (const [k, p] of V.entries()) {
    const q = W[k] as PayoffPoint;
    worst = Math.max(worst, Math.abs(p[0] - q[0]), Math.abs(p[1] - q[1]));
  }
  return worst;
}
