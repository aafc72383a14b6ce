// The likelihood of one receiving side where there are two sides: the sums of side-likelihood.ts in plain variables and in
// the same order, for the sake of histories of a million events. The letters are those of that file.

import type { SidedEvents } from "./events.ts";
import type { SideLikelihood, SideParams } from "./side-likelihood.ts";

/** Products of rates are taken before their logarithm while they stay within this. */
export const LARGE = 1e100;

/** What has faded to this is gone: numbers next to 0 take a processor a hundred times as long. */
export const GONE = 1e-100;

/** `mine` marks the receiving side. One loop, long as it is: what is kept over it would else be written out at each event. */
export function pairLikelihood(
  { times, sides, horizon }: SidedEvents,
  mine: number,
  { mu, branching, logBeta }: SideParams,
): SideLikelihood {
  const beta = Math.exp(logBeta);
  const square = beta * beta;
  const cube = square * beta;
  const b0 = branching[0]!;
  const b1 = branching[1]!;
  let r0 = 0;
  let q0 = 0;
  let p0 = 0;
  let fresh0 = 0;
  let total0 = 0;
  let r1 = 0;
  let q1 = 0;
  let p1 = 0;
  let fresh1 = 0;
  let total1 = 0;
  let now = 0;
  let logs = 0;
  let product = 1;
  let g0 = 0;
  let g1 = 0;
  let g2 = 0;
  let g3 = 0;
  let h00 = 0;
  let h10 = 0;
  let h11 = 0;
  let h20 = 0;
  let h21 = 0;
  let h22 = 0;
  let h30 = 0;
  let h31 = 0;
  let h32 = 0;
  let h33 = 0;
  const n = times.length;
  for (let k = 0; k <= n; k++) {
    const time = k < n ? times[k]! : horizon;
    const dt = time - now;
    if (dt > 0) {
      const fade = Math.exp(-beta * dt);
      const before0 = r0 + fresh0;
      p0 = (p0 + dt * (2 * q0 + dt * before0)) * fade;
      q0 = (q0 + dt * before0) * fade;
      r0 = before0 * fade;
      fresh0 = 0;
      if (r0 < GONE) r0 = q0 = p0 = 0;
      const before1 = r1 + fresh1;
      p1 = (p1 + dt * (2 * q1 + dt * before1)) * fade;
      q1 = (q1 + dt * before1) * fade;
      r1 = before1 * fade;
      fresh1 = 0;
      if (r1 < GONE) r1 = q1 = p1 = 0;
      now = time;
    }
    if (k === n) break;
    const by = sides[k]!;
    if (by === mine) {
      const a0 = beta * r0;
      const c0 = square * q0;
      const a1 = beta * r1;
      const c1 = square * q1;
      const rate = mu + b0 * a0 + b1 * a1;
      const bend = b0 * (a0 - c0) + b1 * (a1 - c1);
      const curve = b0 * (a0 - 3 * c0 + cube * p0) + b1 * (a1 - 3 * c1 + cube * p1);
      product *= rate;
      if (!(product < LARGE && product > 1 / LARGE)) {
        if (!(rate > 0)) return { value: -Infinity, gradient: new Float64Array(4), hessian: new Float64Array(16) };
        logs += Math.log(product);
        product = 1;
      }
      const inverse = 1 / rate;
      const s1 = a0 * inverse;
      const s2 = a1 * inverse;
      const s3 = bend * inverse;
      g0 += inverse;
      g1 += s1;
      g2 += s2;
      g3 += s3;
      h00 -= inverse * inverse;
      h10 -= s1 * inverse;
      h11 -= s1 * s1;
      h20 -= s2 * inverse;
      h21 -= s2 * s1;
      h22 -= s2 * s2;
      h30 -= s3 * inverse;
      h31 += (a0 - c0) * inverse - s3 * s1;
      h32 += (a1 - c1) * inverse - s3 * s2;
      h33 += curve * inverse - s3 * s3;
    }
    if (by === 0) {
      fresh0 += 1;
      total0 += 1;
    } else {
      fresh1 += 1;
      total1 += 1;
    }
  }
  const born0 = total0 - (r0 + fresh0);
  const born1 = total1 - (r1 + fresh1);
  h31 -= beta * q0;
  h32 -= beta * q1;
  h33 -= b0 * (beta * q0 - square * p0) + b1 * (beta * q1 - square * p1);
  return {
    value: logs + Math.log(product) - (mu * horizon + b0 * born0 + b1 * born1),
    gradient: Float64Array.of(g0 - horizon, g1 - born0, g2 - born1, g3 - b0 * beta * q0 - b1 * beta * q1),
    hessian: Float64Array.of(h00, h10, h20, h30, h10, h11, h21, h31, h20, h21, h22, h32, h30, h31, h32, h33),
  };
}
