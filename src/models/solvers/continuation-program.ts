// The small linear program behind the set operator, solved many thousand times: for one action pair, promise a point w_y of
// a polygon after every signal so that no deviation pays, and let E[h·w] be largest. A promise is a lottery over corners,
// so the rows are one per signal (weights sum to one) and one per deviation; columns (signal, corner) are never written
// down: pricing a signal is asking the polygon for its farthest corner in a direction (dantzigWolfe1960). A revised simplex
// method with the inverse of the basis kept whole. Between directions the last basis stays feasible.

import { farthest, type Polygon } from "./polygon.ts";
import type { Profile } from "./public-game.ts";

const TINY = 1e-11;
const FEASIBLE = 1e-10;
const MOST_PIVOTS = 2000;
/** Past this the point at hand will do: it is feasible, and its prices bound the optimum. */
const ENOUGH = 120;
/** What an artificial variable left in the basis at zero costs. */
const DEAR = 1e4;

export class ContinuationProgram {
  readonly profile: Profile;
  /** After `maximise`: the promised mean E[w]. */
  readonly mean: [number, number] = [0, 0];
  /** Prices of the deviations, at or above zero. */
  readonly prices: Float64Array;
  /** Multiplications done so far, roughly: what the work is bounded by, the same on every machine. */
  work = 0;
  readonly px: Float64Array;
  readonly py: Float64Array;
  private readonly signals: number;
  private readonly size: number;
  private readonly need: Float64Array;
  private readonly inverse: Float64Array;
  private readonly values: Float64Array;
  private readonly duals: Float64Array;
  private readonly column: Float64Array;
  private readonly costs: Float64Array;
  /** By row: signal · 2^16 + corner, or −1 − d a deviation's slack, or −1 − D − d its artificial variable. */
  private readonly basis: Int32Array;
  private polygon: Polygon = { x: new Float64Array(0), y: new Float64Array(0) };

  /** `margin` is what is asked of every deviation beyond its need: below zero it relaxes. */
  constructor(profile: Profile, margin: number) {
    this.profile = profile;
    this.signals = profile.pi.length;
    const deviations = profile.need.length;
    const size = this.signals + deviations;
    this.size = size;
    // Margins a little apart break ties between vertices.
    this.need = profile.need.map((need, d) => need + margin * (1 + 0.1 * (((d + 1) * Math.SQRT2) % 1)));
    this.prices = new Float64Array(deviations);
    this.px = new Float64Array(this.signals);
    this.py = new Float64Array(this.signals);
    this.inverse = new Float64Array(size * size);
    this.values = new Float64Array(size);
    this.duals = new Float64Array(size);
    this.column = new Float64Array(size);
    this.costs = new Float64Array(size);
    this.basis = new Int32Array(size);
  }

  /** Takes a polygon; false where no promise in it enforces the pair. */
  enter(polygon: Polygon): boolean {
    this.polygon = polygon;
    this.work += this.size * this.size;
    const open = this.startBasis();
    if (!open) return true;
    if (!this.climb(0, 0, true)) return false;
    let left = 0;
    for (let row = 0; row < this.size; row++)
      if ((this.basis[row] as number) < -this.prices.length) left += this.values[row] as number;
    return left <= FEASIBLE;
  }

  /** The largest E[h·w]; the polygon must have been entered. */
  maximise(hx: number, hy: number): number {
    this.climb(hx, hy, false);
    let [x, y] = [0, 0];
    for (let row = 0; row < this.size; row++) {
      const id = this.basis[row] as number;
      if (id < 0) continue;
      const weight = (this.profile.pi[id >> 16] as number) * (this.values[row] as number);
      x += weight * (this.polygon.x[id & 0xffff] as number);
      y += weight * (this.polygon.y[id & 0xffff] as number);
    }
    this.mean[0] = x;
    this.mean[1] = y;
    for (let d = 0; d < this.prices.length; d++)
      this.prices[d] = Math.max(0, -(this.duals[this.signals + d] as number));
    return hx * x + hy * y;
  }

  /**
   * E[h·w] can be no larger than Σ_y max p_y·w − owed, with p_y in `px`, `py` (duality); null where no deviation has a
   * price, so that p_y = pi_y h and owed = 0.
   */
  price(hx: number, hy: number): number | null {
    const { signals, prices, px, py, need } = this;
    const { pi, players, rise } = this.profile;
    let [owed, dear] = [0, false];
    for (let d = 0; d < prices.length; d++) {
      const price = prices[d] as number;
      if (price === 0) continue;
      dear = true;
      owed += price * (need[d] as number);
    }
    if (!dear) return null;
    for (let y = 0; y < signals; y++) {
      let x1 = (pi[y] as number) * hx;
      let x2 = (pi[y] as number) * hy;
      for (let d = 0; d < prices.length; d++) {
        const weight = (prices[d] as number) * (rise[d * signals + y] as number);
        if (players[d] === 0) x1 += weight;
        else x2 += weight;
      }
      px[y] = x1;
      py[y] = x2;
    }
    return owed;
  }

  /** The promise after every signal, as weights on corners. */
  promises(): { corner: number; weight: number }[][] {
    const found: { corner: number; weight: number }[][] = Array.from({ length: this.signals }, () => []);
    for (let row = 0; row < this.size; row++) {
      const id = this.basis[row] as number;
      if (id >= 0) found[id >> 16]?.push({ corner: id & 0xffff, weight: this.values[row] as number });
    }
    return found;
  }

  /** Every signal promises corner 0; deviations that this leaves unanswered get an artificial variable. */
  private startBasis(): boolean {
    const { signals, size, inverse, values, basis, profile } = this;
    const deviations = profile.need.length;
    inverse.fill(0);
    let open = false;
    for (let y = 0; y < signals; y++) {
      inverse[y * size + y] = 1;
      values[y] = 1;
      basis[y] = y << 16;
    }
    for (let d = 0; d < deviations; d++) {
      const row = signals + d;
      const corner = (profile.players[d] === 0 ? this.polygon.x[0] : this.polygon.y[0]) as number;
      let total = 0;
      for (let y = 0; y < signals; y++) total += (profile.rise[d * signals + y] as number) * corner;
      const short = (this.need[d] as number) - total;
      const sign = short > 0 ? 1 : -1;
      for (let y = 0; y < signals; y++)
        inverse[row * size + y] = -sign * (profile.rise[d * signals + y] as number) * corner;
      inverse[row * size + row] = sign;
      values[row] = Math.abs(short);
      basis[row] = short > 0 ? -1 - deviations - d : -1 - d;
      if (short > 0) open = true;
    }
    return open;
  }

  /** Pivots to the optimum; false where the pivots run out. */
  private climb(hx: number, hy: number, first: boolean): boolean {
    const most = first ? MOST_PIVOTS : ENOUGH;
    for (let pivot = 0; pivot < most; pivot++) {
      this.work += 3 * this.size * this.size + 4 * this.signals * this.polygon.x.length;
      this.weigh(hx, hy, first);
      const entering = this.enteringColumn(hx, hy, first, pivot > most / 2);
      if (entering === null) return true;
      this.loadColumn(entering);
      const row = this.leavingRow();
      if (row < 0) return true;
      this.pivot(row, entering);
    }
    return false;
  }

  private weigh(hx: number, hy: number, first: boolean): void {
    const { size, basis, inverse, duals, costs, profile, polygon } = this;
    const deviations = profile.need.length;
    duals.fill(0);
    for (let row = 0; row < size; row++) {
      const id = basis[row] as number;
      let cost = 0;
      if (id < -deviations) cost = first ? -1 : -DEAR;
      else if (id >= 0 && !first) {
        const k = id & 0xffff;
        cost = (profile.pi[id >> 16] as number) * (hx * (polygon.x[k] as number) + hy * (polygon.y[k] as number));
      }
      costs[row] = cost;
      if (cost === 0) continue;
      for (let j = 0; j < size; j++) duals[j] = (duals[j] as number) + cost * (inverse[row * size + j] as number);
    }
  }

  /** The column with the best reduced cost, or the first good one where degenerate pivots might go round. */
  private enteringColumn(hx: number, hy: number, first: boolean, careful: boolean): number | null {
    const { signals, duals, profile, polygon } = this;
    const deviations = profile.need.length;
    let [best, at]: [number, number | null] = [TINY, null];
    for (let d = 0; d < deviations; d++) {
      const gain = duals[signals + d] as number;
      if (gain > best) {
        [best, at] = [gain, -1 - d];
        if (careful) return at;
      }
    }
    for (let y = 0; y < signals; y++) {
      let [px, py] = first ? [0, 0] : [(profile.pi[y] as number) * hx, (profile.pi[y] as number) * hy];
      for (let d = 0; d < deviations; d++) {
        const weight = (duals[signals + d] as number) * (profile.rise[d * signals + y] as number);
        if (profile.players[d] === 0) px -= weight;
        else py -= weight;
      }
      const k = farthest(polygon, px, py);
      const gain = px * (polygon.x[k] as number) + py * (polygon.y[k] as number) - (duals[y] as number);
      if (gain > best) {
        [best, at] = [gain, (y << 16) | k];
        if (careful) return at;
      }
    }
    return at;
  }

  /** The entering column in the terms of the basis. */
  private loadColumn(id: number): void {
    const { signals, size, inverse, column, profile, polygon } = this;
    const deviations = profile.need.length;
    if (id < 0) {
      const j = signals + (-1 - id);
      for (let row = 0; row < size; row++) column[row] = -(inverse[row * size + j] as number);
      return;
    }
    const [y, k] = [id >> 16, id & 0xffff];
    for (let row = 0; row < size; row++) column[row] = inverse[row * size + y] as number;
    for (let d = 0; d < deviations; d++) {
      const entry =
        (profile.rise[d * signals + y] as number) *
        ((profile.players[d] === 0 ? polygon.x[k] : polygon.y[k]) as number);
      if (entry === 0) continue;
      for (let row = 0; row < size; row++)
        column[row] = (column[row] as number) + entry * (inverse[row * size + signals + d] as number);
    }
  }

  /** Of the least ratio; among ties the largest pivot. */
  private leavingRow(): number {
    const { size, values, column } = this;
    let [best, at, by] = [Infinity, -1, 0];
    for (let row = 0; row < size; row++) {
      const entry = column[row] as number;
      if (entry <= 1e-10) continue;
      const ratio = Math.max(0, values[row] as number) / entry;
      if (ratio < best - 1e-13 || (ratio < best + 1e-13 && entry > by))
        [best, at, by] = [Math.min(best, ratio), row, entry];
    }
    return at;
  }

  private pivot(at: number, entering: number): void {
    const { size, inverse, values, column, basis } = this;
    const by = column[at] as number;
    const step = Math.max(0, values[at] as number) / by;
    for (let j = 0; j < size; j++) inverse[at * size + j] = (inverse[at * size + j] as number) / by;
    for (let row = 0; row < size; row++) {
      if (row === at) continue;
      const factor = column[row] as number;
      if (factor === 0) continue;
      for (let j = 0; j < size; j++)
        inverse[row * size + j] = (inverse[row * size + j] as number) - factor * (inverse[at * size + j] as number);
      values[row] = (values[row] as number) - factor * step;
    }
    values[at] = step;
    basis[at] = entering;
  }
}
