// The set of pure-action subgame-perfect payoffs of a two-player repeated game with perfect monitoring and public
// randomisation (abreuSannikov2014). Start: W = hull of the stage payoffs, u = lowest stage payoffs. Each round keeps, for
// every action pair, the payoff itself if it can be played for ever, or (1−d) g + d w at the points w of W where an
// incentive constraint binds; W becomes the hull of what is kept, u its lowest values. In floats: exact certificates are
// made from the limit.
//
// W only shrinks and u only rises, so a pair that gives nothing is left out for good. The pairs that made the last corners
// go first, and what lies inside the hull of their points is not looked at again.

import { hullAt, isWithin, type PayoffPoint } from "./hull.ts";

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
  const { one, two } = game;
  const scale = Math.max(largestIn(one), largestIn(two), 1e-300);
  const rounds = new Rounds(pairsOf(game), delta, 1e-11 * scale);
  const stage = hullAt(one, two, one.length, rounds.near);
  let W = {
    x: Float64Array.from(stage, (k) => one[k] as number),
    y: Float64Array.from(stage, (k) => two[k] as number),
  };
  let u: PayoffPoint = start ?? [lowestOf(W.x), lowestOf(W.y)];
  const found = (iterations: number, converged: boolean): EquilibriumSet => ({
    vertices: hullAt(W.x, W.y, W.x.length, MERGED * scale).map((k) => [W.x[k] as number, W.y[k] as number]),
    threat: u,
    iterations,
    converged,
  });
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const next = rounds.play(W, u);
    if (next.x.length === 0) return { vertices: [], threat: null, iterations: iteration, converged: true };
    const low: PayoffPoint = [Math.max(u[0], lowestOf(next.x)), Math.max(u[1], lowestOf(next.y))];
    const moved = Math.max(distance(W, next), Math.abs(low[0] - u[0]), Math.abs(low[1] - u[1]));
    W = next;
    u = low;
    if (moved <= tolerance * scale) return found(iteration, true);
  }
  return found(MOST_ITERATIONS, false);
}

function largestIn(of: Float64Array): number {
  let most = 0;
  for (const x of of) most = Math.max(most, Math.abs(x));
  return most;
}

function lowestOf(of: Float64Array): number {
  let low = Infinity;
  for (const x of of) low = Math.min(low, x);
  return low;
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

type Flat = { x: Float64Array<ArrayBuffer>; y: Float64Array<ArrayBuffer> };

/** One round after another over the pairs that still give something. */
class Rounds {
  readonly near: number;
  private readonly pairs: readonly Pair[];
  /** Indices of the pairs that still give something. */
  private open: number[];
  /** Whether a pair made a corner of the last set. */
  private readonly makes: Uint8Array;
  private readonly delta: number;
  private readonly weight: number;
  /** Points of the next set and the pair that made each. */
  private x = new Float64Array(256);
  private y = new Float64Array(256);
  private by = new Int32Array(256);
  private count = 0;
  /** No promise reaches past these. */
  private high1 = 0;
  private high2 = 0;

  constructor(pairs: readonly Pair[], delta: number, near: number) {
    this.pairs = pairs;
    this.near = near;
    this.delta = delta;
    // Without a future only a stage equilibrium can be played.
    this.weight = delta === 0 ? Infinity : (1 - delta) / delta;
    this.open = pairs.map((_, k) => k);
    this.makes = new Uint8Array(pairs.length);
  }

  /** The corners of the next set. */
  play(W: Flat, u: PayoffPoint): Flat {
    this.count = 0;
    this.high1 = W.x.reduce((a, b) => Math.max(a, b)) + this.near;
    this.high2 = W.y.reduce((a, b) => Math.max(a, b)) + this.near;
    for (const at of this.open) if (this.makes[at] === 1) this.give(at, W, u);
    const fence = this.count > 2 ? this.fence() : null;
    const still: number[] = [];
    for (const at of this.open) {
      const before = this.count;
      if (this.makes[at] === 1 || this.give(at, W, u)) still.push(at);
      if (fence) this.dropInside(fence, before);
    }
    this.open = still;
    const corners = hullAt(this.x, this.y, this.count, this.near);
    this.makes.fill(0);
    for (const k of corners) this.makes[this.by[k] as number] = 1;
    return {
      x: Float64Array.from(corners, (k) => this.x[k] as number),
      y: Float64Array.from(corners, (k) => this.y[k] as number),
    };
  }

  private fence(): Fence | null {
    const corners = hullAt(this.x, this.y, this.count, this.near);
    return fenceOf(corners, this.x, this.y);
  }

  private dropInside(fence: Fence, from: number): void {
    let kept = from;
    for (let k = from; k < this.count; k++) {
      if (isFenced(fence, this.x[k] as number, this.y[k] as number)) continue;
      this.x[kept] = this.x[k] as number;
      this.y[kept] = this.y[k] as number;
      this.by[kept] = this.by[k] as number;
      kept++;
    }
    this.count = kept;
  }

  private add(at: number, x: number, y: number): void {
    if (this.count === this.x.length) this.widen();
    this.x[this.count] = x;
    this.y[this.count] = y;
    this.by[this.count] = at;
    this.count++;
  }

  private widen(): void {
    const [x, y, by] = [this.x, this.y, this.by];
    this.x = new Float64Array(2 * x.length);
    this.y = new Float64Array(2 * x.length);
    this.by = new Int32Array(2 * x.length);
    this.x.set(x);
    this.y.set(y);
    this.by.set(by);
  }

  /** Adds what one action pair can give with continuations in W; false where that is nothing. */
  private give(pair: number, W: Flat, u: PayoffPoint): boolean {
    const { weight, near, delta } = this;
    const { g1, g2, gain1, gain2 } = this.pairs[pair] as Pair;
    const ic1 = gain1 > 0 ? u[0] + weight * gain1 : u[0];
    const ic2 = gain2 > 0 ? u[1] + weight * gain2 : u[1];
    if (ic1 > this.high1 || ic2 > this.high2) return false;
    if (g1 >= ic1 - near && g2 >= ic2 - near && isWithin(W, g1, g2, near)) {
      this.add(pair, g1, g2);
      return true;
    }
    const { x, y } = W;
    const now1 = (1 - delta) * g1;
    const now2 = (1 - delta) * g2;
    const before = this.count;
    const last = x.length - 1;
    let px = x[last] as number;
    let py = y[last] as number;
    let reachable = false;
    for (let k = 0; k <= last; k++) {
      const qx = x[k] as number;
      const qy = y[k] as number;
      if (qx >= ic1 - near && qy >= ic2 - near) reachable = true;
      // A corner at which a constraint happens to bind, and the cuts of the edges.
      if (Math.abs(qx - ic1) <= near && qy >= ic2 - near) this.add(pair, now1 + delta * ic1, now2 + delta * qy);
      if (Math.abs(qy - ic2) <= near && qx >= ic1 - near) this.add(pair, now1 + delta * qx, now2 + delta * ic2);
      if ((px - ic1) * (qx - ic1) < 0) {
        const across = py + ((ic1 - px) / (qx - px)) * (qy - py);
        if (across >= ic2 - near) this.add(pair, now1 + delta * ic1, now2 + delta * across);
        reachable = true;
      }
      if ((py - ic2) * (qy - ic2) < 0) {
        const across = px + ((ic2 - py) / (qy - py)) * (qx - px);
        if (across >= ic1 - near) this.add(pair, now1 + delta * across, now2 + delta * ic2);
        reachable = true;
      }
      px = qx;
      py = qy;
    }
    if (reachable && isWithin(W, ic1, ic2, near)) this.add(pair, now1 + delta * ic1, now2 + delta * ic2);
    return this.count > before;
  }
}

/** A polygon as lines: a point is inside where no line's value is above its limit. */
type Fence = { x: Float64Array; y: Float64Array; limit: Float64Array };

function fenceOf(corners: readonly number[], x: Float64Array, y: Float64Array): Fence | null {
  const count = corners.length;
  if (count < 3) return null;
  const fence = { x: new Float64Array(count), y: new Float64Array(count), limit: new Float64Array(count) };
  for (let k = 0; k < count; k++) {
    const [p, q] = [corners[k] as number, corners[k + 1 === count ? 0 : k + 1] as number];
    const hx = (y[q] as number) - (y[p] as number);
    const hy = (x[p] as number) - (x[q] as number);
    fence.x[k] = hx;
    fence.y[k] = hy;
    fence.limit[k] = hx * (x[p] as number) + hy * (y[p] as number);
  }
  return fence;
}

function isFenced({ x, y, limit }: Fence, px: number, py: number): boolean {
  for (let k = 0; k < limit.length; k++)
    if ((x[k] as number) * px + (y[k] as number) * py > (limit[k] as number)) return false;
  return true;
}

/** Largest distance of a corner from the corner in the same place of the other set. */
function distance(V: Flat, W: Flat): number {
  if (V.x.length !== W.x.length) return Infinity;
  let worst = 0;
  for (let k = 0; k < V.x.length; k++) {
    worst = Math.max(
      worst,
      Math.abs((V.x[k] as number) - (W.x[k] as number)),
      Math.abs((V.y[k] as number) - (W.y[k] as number)),
    );
  }
  return worst;
}
