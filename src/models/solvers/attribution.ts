// Cut-offs of deterrence with several suspects: damped iteration x ← (x + x_new)/2 from three starts.

export type Attribution = {
  ranges: (readonly [number, number])[];
  /** Exponent of a sharp defender; null for the uniform one. */
  sharp: number | null;
  pi: number[][];
  pi0: number[];
  gamma: number;
  nullSignal: number;
};

export type FixedPoint = {
  cutoffs: number[];
  attack: number[];
  beliefs: number[][];
  replies: number[][];
  total: number;
};

const ACCEPTED = 1e-12;
const MOST_STEPS = 20_000;
/** Cut-offs closer than this are the same. */
const SAME = 1e-9;

/** Every fixed point reached, without repetition. */
export function fixedPoints(game: Attribution): FixedPoint[] {
  const found: FixedPoint[] = [];
  for (const start of [0, 1, 0.5]) {
    const reached = iterate(game, start);
    if (!reached) continue;
    const known = found.some(({ cutoffs }) =>
      cutoffs.every((x, i) => Math.abs(x - (reached.cutoffs[i] as number)) < SAME),
    );
    if (!known) found.push(reached);
  }
  return found;
}

function iterate(game: Attribution, start: number): FixedPoint | null {
  let x = game.pi.map(() => start);
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = update(game, x);
    const residual = Math.max(...next.cutoffs.map((value, i) => Math.abs(value - (x[i] as number))));
    if (residual < ACCEPTED) return next;
    x = next.cutoffs.map((value, i) => (value + (x[i] as number)) / 2);
  }
  return null;
}

/** The cut-offs that answer given ones. */
export function update({ ranges, sharp, pi, pi0, gamma, nullSignal }: Attribution, x: number[]): FixedPoint {
  const n = pi.length;
  const attack = x.map((value, i) => {
    const [low, high] = ranges[i] as readonly [number, number];
    return Math.min(1, Math.max(0, (high - value) / (high - low)));
  });
  const replies = pi.map(() => pi0.map(() => 0));
  const beliefs = pi.map(() => pi0.map(() => 0));
  const cutoffs = pi.map(() => 0);
  for (const [s, quiet] of pi0.entries()) {
    if (s === nullSignal) continue;
    let message = n * quiet;
    for (const [j, row] of pi.entries()) message += gamma * (attack[j] as number) * ((row[s] as number) - quiet);
    for (const [i, row] of pi.entries()) {
      const belief = message > 0 ? Math.min(1, (gamma * (attack[i] as number) * (row[s] as number)) / message) : 0;
      const reply = sharp === null ? belief : belief ** sharp / (belief ** sharp + (1 - belief) ** sharp);
      (beliefs[i] as number[])[s] = belief;
      (replies[i] as number[])[s] = reply;
      cutoffs[i] = (cutoffs[i] as number) + ((row[s] as number) - quiet) * reply;
    }
  }
  return { cutoffs, attack, beliefs, replies, total: (gamma / n) * attack.reduce((sum, a) => sum + a, 0) };
}
