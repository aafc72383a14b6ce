// The part of a Hawkes process's log-likelihood that belongs to one receiving side, with its first and second
// derivatives, in one pass over the events (ozaki1979, ogata1981):
//   λ_i(t) = mu_i + Σ_j alpha_ij Σ_{s<t by j} exp(−beta_i (t − s)),  L_i = Σ_{t by i} log λ_i(t) − ∫_0^T λ_i.
// The parts share no parameter, so each side is fitted alone. Strictly earlier events excite: those of one instant do
// not excite each other. Written in mu, the branching ratios b_j = alpha_ij / beta_i and θ = log beta_i, which are of
// like size whatever the unit of time.

import type { SidedEvents } from "./events.ts";
import { GONE, LARGE, pairLikelihood } from "./pair-likelihood.ts";

/** Of one receiving side: `branching[j]` children per event of side j. */
export type SideParams = { mu: number; branching: Float64Array; logBeta: number };

export type SideLikelihood = {
  value: number;
  /** By mu, b_1 … b_D, θ. */
  gradient: Float64Array;
  /** Row by row, whole. */
  hessian: Float64Array;
};

export function sideLikelihood(events: SidedEvents, side: number, params: SideParams): SideLikelihood {
  if (events.count === 1) return alone(events, params);
  return events.count === 2 ? pairLikelihood(events, side, params) : among(events, side, params);
}

/** Several sides. */
function among({ times, sides, count, horizon }: SidedEvents, side: number, params: SideParams): SideLikelihood {
  const { mu, branching } = params;
  const beta = Math.exp(params.logBeta);
  const size = count + 2;
  const last = size - 1;
  // Per acting side: Σ e, Σ age·e and Σ age²·e with e = exp(−beta·age), at `now`; `fresh` counts events at `now`.
  const [r, q, p] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const fresh = new Float64Array(count);
  const slope = new Float64Array(size); // of λ
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const age = (dt: number): void => {
    const fade = Math.exp(-beta * dt);
    for (let j = 0; j < count; j++) {
      const before = r[j]! + fresh[j]!;
      p[j] = (p[j]! + dt * (2 * q[j]! + dt * before)) * fade;
      q[j] = (q[j]! + dt * before) * fade;
      r[j] = before * fade;
      fresh[j] = 0;
      if (r[j]! < GONE) r[j] = q[j] = p[j] = 0;
    }
  };
  let now = 0;
  let logs = 0;
  let product = 1;
  slope[0] = 1;
  for (let k = 0; k < times.length; k++) {
    const time = times[k]!;
    if (time > now) age(time - now);
    now = time;
    const by = sides[k]!;
    if (by === side) {
      let rate = mu;
      let bend = 0;
      let curve = 0;
      for (let j = 0; j < count; j++) {
        const a = beta * r[j]!;
        const c = beta * beta * q[j]!;
        const b = branching[j]!;
        slope[j + 1] = a;
        rate += b * a;
        bend += b * (a - c);
        curve += b * (a - 3 * c + beta * beta * beta * p[j]!);
      }
      slope[last] = bend;
      product *= rate;
      if (!(product < LARGE && product > 1 / LARGE)) {
        if (!(rate > 0)) return { value: -Infinity, gradient, hessian };
        logs += Math.log(product);
        product = 1;
      }
      const inverse = 1 / rate;
      for (let i = 0; i < size; i++) {
        const s = slope[i]! * inverse;
        gradient[i]! += s;
        for (let j = 0; j <= i; j++) hessian[i * size + j]! -= s * slope[j]! * inverse;
      }
      hessian[last * size + last]! += curve * inverse;
      for (let j = 0; j < count; j++) {
        hessian[last * size + j + 1]! += (slope[j + 1]! - beta * beta * q[j]!) * inverse;
      }
    }
    fresh[by]! += 1;
  }
  if (horizon > now) age(horizon - now);
  else for (let j = 0; j < count; j++) r[j]! += fresh[j]!;
  const totals = new Float64Array(count);
  for (const by of sides) totals[by]! += 1;
  let integral = mu * horizon;
  gradient[0]! -= horizon;
  for (let j = 0; j < count; j++) {
    const b = branching[j]!;
    const born = totals[j]! - r[j]!;
    integral += b * born;
    gradient[j + 1]! -= born;
    gradient[last]! -= b * beta * q[j]!;
    hessian[last * size + j + 1]! -= beta * q[j]!;
    hessian[last * size + last]! -= b * (beta * q[j]! - beta * beta * p[j]!);
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) hessian[j * size + i] = hessian[i * size + j]!;
  return { value: logs + Math.log(product) - integral, gradient, hessian };
}

/** One side: the same sums in plain variables, for the sake of series of a million events. */
function alone({ times, horizon }: SidedEvents, { mu, branching, logBeta }: SideParams): SideLikelihood {
  const beta = Math.exp(logBeta);
  const b = branching[0]!;
  const square = beta * beta;
  const cube = square * beta;
  const n = times.length;
  let now = 0;
  let logs = 0;
  let product = 1;
  let r = 0;
  let q = 0;
  let p = 0;
  let fresh = 0;
  let g0 = 0;
  let g1 = 0;
  let g2 = 0;
  let h00 = 0;
  let h10 = 0;
  let h11 = 0;
  let h20 = 0;
  let h21 = 0;
  let h22 = 0;
  for (let k = 0; k < n; k++) {
    const dt = times[k]! - now;
    if (dt > 0) {
      const fade = Math.exp(-beta * dt);
      const before = r + fresh;
      const aged = q + dt * before;
      p = (p + dt * (q + aged)) * fade;
      q = aged * fade;
      r = before * fade;
      fresh = 0;
      now = times[k]!;
      if (r < GONE) r = q = p = 0;
    }
    const a = beta * r;
    const bend = a - square * q;
    const rate = mu + b * a;
    product *= rate;
    if (!(product < LARGE && product > 1 / LARGE)) {
      if (!(rate > 0)) return { value: -Infinity, gradient: new Float64Array(3), hessian: new Float64Array(9) };
      logs += Math.log(product);
      product = 1;
    }
    const inverse = 1 / rate;
    const s1 = a * inverse;
    const s2 = b * bend * inverse;
    g0 += inverse;
    g1 += s1;
    g2 += s2;
    h00 -= inverse * inverse;
    h10 -= s1 * inverse;
    h11 -= s1 * s1;
    h20 -= s2 * inverse;
    h21 += bend * inverse - s2 * s1;
    h22 += b * (bend - 2 * square * q + cube * p) * inverse - s2 * s2;
    fresh += 1;
  }
  const dt = horizon - now;
  const fade = Math.exp(-beta * dt);
  const before = r + fresh;
  const aged = q + dt * before;
  p = (p + dt * (q + aged)) * fade;
  q = aged * fade;
  r = before * fade;
  const born = n - r;
  h21 -= beta * q;
  h22 -= b * (beta * q - square * p);
  return {
    value: logs + Math.log(product) - mu * horizon - b * born,
    gradient: Float64Array.of(g0 - horizon, g1 - born, g2 - b * beta * q),
    hessian: Float64Array.of(h00, h10, h20, h10, h11, h21, h20, h21, h22),
  };
}
