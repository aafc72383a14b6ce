// The likelihood of a two-sided Hawkes process with one decay, and the permutation test of labels.

export type SideEvent = { time: number; side: 0 | 1 };
export type HawkesParams = { mu: number[]; alpha: number[][]; beta: number };

/** By recursion: one pass over the events in order of time. */
export function hawkesLogLikelihood(
  events: readonly SideEvent[],
  T: number,
  { mu, alpha, beta }: HawkesParams,
): number {
  const excitement = [0, 0];
  let [before, sum] = [0, 0];
  for (const { time, side } of events) {
    const fade = Math.exp(-beta * (time - before));
    excitement[0] = (excitement[0] as number) * fade;
    excitement[1] = (excitement[1] as number) * fade;
    const rates = alpha[side] as number[];
    sum += Math.log(
      (mu[side] as number) + beta * ((rates[0] ?? 0) * (excitement[0] ?? 0) + (rates[1] ?? 0) * (excitement[1] ?? 0)),
    );
    excitement[side] = (excitement[side] as number) + 1;
    before = time;
  }
  for (const i of [0, 1]) {
    sum -= (mu[i] as number) * T;
    for (const { time, side } of events) sum += (alpha[i]?.[side] ?? 0) * Math.expm1(-beta * (T - time));
  }
  return sum;
}

/** By all pairs, for comparison. */
export function directLogLikelihood(
  events: readonly SideEvent[],
  T: number,
  { mu, alpha, beta }: HawkesParams,
): number {
  let sum = 0;
  for (const [k, { time, side }] of events.entries()) {
    let rate = mu[side] as number;
    for (const earlier of events.slice(0, k))
      rate += (alpha[side]?.[earlier.side] ?? 0) * beta * Math.exp(-beta * (time - earlier.time));
    sum += Math.log(rate);
  }
  const bred = events.reduce(
    (total, { time, side }) =>
      total + ((alpha[0]?.[side] ?? 0) + (alpha[1]?.[side] ?? 0)) * (1 - Math.exp(-beta * (T - time))),
    0,
  );
  return sum - T * mu.reduce((a, b) => a + b, 0) - bred;
}

/** Pairs of events at most `window` apart: those of different sides less those of the same. */
export function statisticOf(events: readonly SideEvent[], window: number): number {
  let statistic = 0;
  for (const [k, { time, side }] of events.entries()) {
    for (let j = k + 1; j < events.length; j++) {
      const later = events[j] as SideEvent;
      if (later.time - time > window) break;
      statistic += later.side === side ? -1 : 1;
    }
  }
  return statistic;
}

export type Permutation = { statistic: number; atLeast: number; p: number };

export function permutationTest(
  events: readonly SideEvent[],
  window: number,
  draws: number,
  chance: () => number,
): Permutation {
  const statistic = statisticOf(events, window);
  const pairs: [number, number][] = [];
  for (const [k, { time }] of events.entries()) {
    for (let j = k + 1; j < events.length && (events[j] as SideEvent).time - time <= window; j++) pairs.push([k, j]);
  }
  const labels = Uint8Array.from(events, ({ side }) => side);
  let atLeast = 0;
  for (let draw = 0; draw < draws; draw++) {
    for (let k = labels.length - 1; k > 0; k--) {
      const j = Math.floor(chance() * (k + 1));
      [labels[k], labels[j]] = [labels[j] as number, labels[k] as number];
    }
    let shuffled = 0;
    for (const [k, j] of pairs) shuffled += labels[k] === labels[j] ? -1 : 1;
    if (shuffled >= statistic) atLeast++;
  }
  return { statistic, atLeast, p: (atLeast + 1) / (draws + 1) };
}
