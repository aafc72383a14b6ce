// A draw of the unseen level and season of a series, given its variances: the simulation smoother of
// durbinKoopman2002. A path is drawn from the model, the series less that path is smoothed, and the sum of both is a draw
// given the series. State: the level, then the last S − 1 seasonal effects (harvey1989).

export type Variances = { observation: number; level: number; season: number };

export type StateStart = { levelMean: number; levelSd: number; seasonSd: number };

export type StateDraw = {
  /** Level plus season at each time. */
  state: Float64Array;
  /** Σ of squared steps of the level and of the season, n − 1 of each. */
  levelSquares: number;
  seasonSquares: number;
};

/** Makes the sampler of a series of `n` with `seasons` (1: none); where `observed` is 0 nothing was seen. */
export function stateSampler(
  observed: Uint8Array,
  seasons: number,
  start: StateStart,
): (series: Float64Array, variances: Variances, normal: () => number) => StateDraw {
  const [n, d] = [observed.length, Math.max(1, seasons)];
  const room = roomFor(n, d);
  return (series, variances, normal) => {
    drawPath(room, start, variances, normal);
    filter(room, observed, series, start, variances);
    smooth(room, observed, start, variances);
    return gathered(room);
  };
}

type Room = {
  n: number;
  d: number;
  /** n × d: a path from the model, to which the smoothed states are added. */
  path: Float64Array;
  /** What the path would have been observed as. */
  seen: Float64Array;
  errors: Float64Array;
  spreads: Float64Array;
  /** n × d: gains. */
  gains: Float64Array;
  mean: Float64Array;
  covariance: Float64Array;
  next: Float64Array;
  column: Float64Array;
  /** n × d: r of the backward pass. */
  pulls: Float64Array;
  state: Float64Array;
};

function roomFor(n: number, d: number): Room {
  const array = (size: number): Float64Array => new Float64Array(size);
  return {
    n,
    d,
    path: array(n * d),
    seen: array(n),
    errors: array(n),
    spreads: array(n),
    gains: array(n * d),
    mean: array(d),
    covariance: array(d * d),
    next: array(d * d),
    column: array(d),
    pulls: array((n + 1) * d),
    state: array(n),
  };
}

function drawPath({ n, d, path, seen }: Room, start: StateStart, variances: Variances, normal: () => number): void {
  const [noise, levelStep, seasonStep] = [variances.observation, variances.level, variances.season].map(Math.sqrt) as [
    number,
    number,
    number,
  ];
  path[0] = start.levelSd * normal();
  for (let i = 1; i < d; i++) path[i] = start.seasonSd * normal();
  for (let t = 0; t < n; t++) {
    const at = t * d;
    if (t > 0) {
      step(path, at - d, path, at, d);
      path[at]! += levelStep * normal();
      if (d > 1) path[at + 1]! += seasonStep * normal();
    }
    seen[t] = path[at]! + (d > 1 ? path[at + 1]! : 0) + noise * normal();
  }
}

/** One step of the state without its noise: the level stays, the season is minus the sum of the others. */
function step(from: Float64Array, at: number, to: Float64Array, into: number, d: number): void {
  to[into] = from[at]!;
  if (d === 1) return;
  let sum = 0;
  for (let i = d - 1; i >= 1; i--) {
    sum += from[at + i]!;
    if (i < d - 1) to[into + i + 1] = from[at + i]!;
  }
  to[into + 1] = -sum;
}

function filter(room: Room, observed: Uint8Array, series: Float64Array, start: StateStart, variances: Variances): void {
  const { n, d, seen, errors, spreads, gains, mean, covariance, column } = room;
  mean.fill(0);
  mean[0] = start.levelMean;
  covariance.fill(0);
  covariance[0] = start.levelSd ** 2;
  for (let i = 1; i < d; i++) covariance[i * d + i] = start.seasonSd ** 2;
  for (let t = 0; t < n; t++) {
    const at = t * d;
    if (observed[t]) {
      for (let i = 0; i < d; i++) column[i] = covariance[i * d]! + (d > 1 ? covariance[i * d + 1]! : 0);
      const spread = column[0]! + (d > 1 ? column[1]! : 0) + variances.observation;
      const error = series[t]! - seen[t]! - (mean[0] ?? 0) - (d > 1 ? mean[1]! : 0);
      errors[t] = error;
      spreads[t] = spread;
      for (let i = 0; i < d; i++) {
        const share = column[i]! / spread;
        mean[i]! += share * error;
        for (let j = 0; j < d; j++) covariance[i * d + j]! -= share * column[j]!;
      }
      for (let i = 0; i < d; i++) column[i]! /= spread;
      step(column, 0, gains, at, d);
    }
    advance(room, variances);
  }
}

/** Mean and covariance one step on: T m and T P Tᵀ + Q, by the pattern of T. */
function advance({ d, mean, covariance, next, column }: Room, { level, season }: Variances): void {
  if (d === 1) {
    covariance[0]! += level;
    return;
  }
  step(mean, 0, column, 0, d);
  mean.set(column);
  for (let i = 0; i < d; i++) step(covariance, i * d, next, i * d, d);
  // Rows of `next` are P Tᵀ; the same step down its columns gives T P Tᵀ.
  for (let j = 0; j < d; j++) {
    let sum = 0;
    for (let i = 1; i < d; i++) sum += next[i * d + j]!;
    for (let i = d - 1; i > 1; i--) covariance[i * d + j] = next[(i - 1) * d + j]!;
    covariance[d + j] = -sum;
    covariance[j] = next[j]!;
  }
  covariance[0]! += level;
  covariance[d + 1]! += season;
}

/** Backward r, then forward states, which are added to the path (durbinKoopman2012, section 4.6.2). */
function smooth(room: Room, observed: Uint8Array, start: StateStart, variances: Variances): void {
  const { n, d, path, errors, spreads, gains, pulls, mean, column } = room;
  pulls.fill(0, n * d);
  for (let t = n - 1; t >= 0; t--) {
    const [from, to] = [(t + 1) * d, t * d];
    pulls[to] = pulls[from]!;
    // Tᵀ r: the season's first element pulls on all, the others each on the one before.
    for (let i = 1; i < d; i++) pulls[to + i] = (i < d - 1 ? pulls[from + i + 1]! : 0) - pulls[from + 1]!;
    if (!observed[t]) continue;
    let drag = errors[t]! / spreads[t]!;
    for (let i = 0; i < d; i++) drag -= gains[to + i]! * pulls[from + i]!;
    pulls[to] = (pulls[to] ?? 0) + drag;
    if (d > 1) pulls[to + 1]! += drag;
  }
  mean[0] = start.levelMean + start.levelSd ** 2 * pulls[0]!;
  for (let i = 1; i < d; i++) mean[i] = start.seasonSd ** 2 * pulls[i]!;
  for (let t = 0; t < n; t++) {
    for (let i = 0; i < d; i++) path[t * d + i]! += mean[i]!;
    step(mean, 0, column, 0, d);
    mean.set(column);
    mean[0] = (mean[0] ?? 0) + variances.level * pulls[(t + 1) * d]!;
    if (d > 1) mean[1]! += variances.season * pulls[(t + 1) * d + 1]!;
  }
}

function gathered({ n, d, path, state }: Room): StateDraw {
  let [levelSquares, seasonSquares] = [0, 0];
  for (let t = 0; t < n; t++) {
    const at = t * d;
    state[t] = path[at]! + (d > 1 ? path[at + 1]! : 0);
    if (t === 0) continue;
    levelSquares += (path[at]! - path[at - d]!) ** 2;
    if (d === 1) continue;
    let turn = path[at + 1]!;
    for (let i = 1; i < d; i++) turn += path[at - d + i]!;
    seasonSquares += turn * turn;
  }
  return { state, levelSquares, seasonSquares };
}
