// Logit quantal response (mckelveyPalfrey1995): every player plays each strategy with probability in proportion to
// exp(λ × its payoff against the others' play). The principal branch starts from play at random (λ = 0) and is followed as
// a curve in the logs of the probabilities and λ (turocy2005): a step along the tangent, then Newton's method across it, so
// that turning points are passed. Logs keep probabilities apart that floats would call zero. Where a symmetric game's branch
// forks, seen by a change of sign of the determinant, the arm is taken on which the last player's first strategy is the
// likelier: a convention, and said so.

export type StrategicFloats = {
  /** Number of strategies of every player. */
  sizes: readonly number[];
  /** Payoffs of every player over the strategy profiles, the last player's strategy varying fastest. */
  payoffs: readonly Float64Array[];
};

export type Response = { lambda: number; mix: number[][] };

const FIRST_STEP = 0.03;
const LARGEST_STEP = 2;
const SMALLEST_STEP = 1e-9;
const MOST_STEPS = 40_000;
/** Multiplications over all steps: what bounds the time of large games. */
const MOST_WORK = 1_500_000_000;

/** The principal branch where it first reaches each λ; null for those that it does not reach. */
export function logitResponses(game: StrategicFloats, lambdas: readonly number[]): (Response | null)[] {
  const curve = new Curve(game);
  const wanted = lambdas.map((lambda, at) => ({ lambda, at })).sort((a, b) => a.lambda - b.lambda);
  const found: (Response | null)[] = lambdas.map(() => null);
  let here: Place | null = curve.placeAt(curve.start(), null);
  let step = FIRST_STEP;
  const most = Math.min(MOST_STEPS, MOST_WORK / (curve.size ** 3 + 20 * (game.payoffs[0]?.length ?? 0)));
  for (let count = 0; here && wanted.length > 0 && count < most && step > SMALLEST_STEP; count++) {
    const next = wanted[0] as { lambda: number; at: number };
    if ((here.point[curve.size] as number) >= next.lambda) {
      wanted.shift();
      const exact: Float64Array | null = curve.settled(here.point, next.lambda);
      if (exact) found[next.at] = { lambda: next.lambda, mix: curve.mix(exact) };
      continue;
    }
    // The step that would pass the λ asked for ends on it.
    const slope = here.tangent[curve.size] as number;
    const left = slope > 0 ? (next.lambda - (here.point[curve.size] as number)) / slope : Infinity;
    const there = curve.stepFrom(here, Math.min(step, left), left <= step ? next.lambda : null);
    if (!there) {
      step /= 2;
      continue;
    }
    const arm: Place | null = there.sign === here.sign ? null : curve.arm(here, Math.min(step, left));
    here = arm ?? there;
    step = arm ? FIRST_STEP : Math.min(LARGEST_STEP, step * 1.4);
  }
  return found;
}

/** A point of the curve, where it goes on from there, and the sign that changes at forks. */
type Place = { point: Float64Array; tangent: Float64Array; sign: number };

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += ((a[k] as number) - (b[k] as number)) ** 2;
  return Math.sqrt(sum);
}

/** Points are the logs of all probabilities, player by player, and λ. */
class Curve {
  /** Strategies of all players together. */
  readonly size: number;
  private readonly game: StrategicFloats;
  private readonly starts: number[];
  private readonly strides: number[];

  constructor(game: StrategicFloats) {
    this.game = game;
    this.size = game.sizes.reduce((a, b) => a + b, 0);
    this.starts = game.sizes.map((_, i) => game.sizes.slice(0, i).reduce((a, b) => a + b, 0));
    this.strides = game.sizes.map((_, i) => game.sizes.slice(i + 1).reduce((a, b) => a * b, 1));
  }

  start(): Float64Array {
    const point = new Float64Array(this.size + 1);
    for (const [i, count] of this.game.sizes.entries())
      for (let j = 0; j < count; j++) point[(this.starts[i] as number) + j] = -Math.log(count);
    return point;
  }

  mix(point: Float64Array): number[][] {
    return this.game.sizes.map((count, i) => {
      const start = this.starts[i] as number;
      return Array.from({ length: count }, (_, j) => Math.exp(point[start + j] as number));
    });
  }

  /** Where the curve goes on from a point, in the direction it came from or of rising λ. */
  placeAt(point: Float64Array, before: Float64Array | null): Place | null {
    const n = this.size;
    const row = before ?? new Float64Array(n + 1).with(n, 1);
    const matrix = bordered(this.equations(point).matrix, row, n);
    const along = solveLinear(matrix, new Float64Array(n + 1).with(n, 1), n + 1);
    if (!along) return null;
    const length = Math.sqrt(dot(along.solution, along.solution));
    return { point, tangent: along.solution.map((x) => x / length), sign: along.sign };
  }

  /** The next place, a step on or at a given λ; null where the step is too long. */
  stepFrom({ point, tangent }: Place, step: number, lambda: number | null): Place | null {
    const guess = point.map((x, k) => x + step * (tangent[k] as number));
    const on = lambda === null ? this.newton(guess, tangent) : this.settled(guess, lambda);
    if (!on || distance(on, guess) > 0.5 * Math.max(step, 0.05)) return null;
    const place = this.placeAt(on, tangent);
    return place && dot(place.tangent, tangent) >= 0.9 ? place : null;
  }

  /** An arm of the fork that lies within a step from a place; null where none is found. */
  arm(here: Place, step: number): Place | null {
    let [low, high] = [0, step];
    let fork = here;
    for (let k = 0; k < 40; k++) {
      const middle = (low + high) / 2;
      const place = this.stepFrom(here, middle, null);
      // On the fork itself the curve has no one direction.
      if (!place) break;
      if (place.sign === here.sign) [low, fork] = [middle, place];
      else high = middle;
    }
    const across = this.across(fork);
    if (!across) return null;
    for (let length = 0.2; length > 1e-4; length /= 2) {
      const guess = fork.point.map((x, k) => x + length * (across[k] as number));
      const on = this.newton(guess, across, 40);
      if (on && distance(on, guess) < length) return this.placeAt(on, across);
    }
    return null;
  }

  /** At a fork, the other direction in which the equations stay solved. */
  private across({ point, tangent }: Place): Float64Array | null {
    const n = this.size;
    const { matrix } = this.equations(point);
    let found = new Float64Array(n + 1).map((_, k) => Math.cos(k * k + 1));
    for (let round = 0; round < 4; round++) {
      const next = solveLinear(bordered(matrix, tangent, n), found, n + 1);
      if (!next) return null;
      const length = Math.sqrt(dot(next.solution, next.solution));
      found = next.solution.map((x) => x / length);
    }
    const first = found[this.starts.at(-1) as number] as number;
    return first < 0 ? found.map((x) => -x) : found;
  }

  /** Newton's method to the curve at a given λ. */
  settled(guess: Float64Array, lambda: number): Float64Array | null {
    const n = this.size;
    return this.newton(guess.with(n, lambda), new Float64Array(n + 1).with(n, 1), 40);
  }

  private newton(guess: Float64Array, row: Float64Array, most = 12): Float64Array | null {
    const n = this.size;
    let point = guess;
    for (let step = 0; step < most; step++) {
      const { values, matrix } = this.equations(point);
      const right = new Float64Array(n + 1);
      for (let k = 0; k < n; k++) right[k] = -(values[k] as number);
      const move = solveLinear(bordered(matrix, row, n), right, n + 1)?.solution;
      if (!move) return null;
      const size = Math.sqrt(dot(move, move));
      if (!(size < 50)) return null;
      point = point.map((x, k) => x + (move[k] as number));
      if (size < 1e-12 * (1 + Math.sqrt(dot(point, point)))) return point;
    }
    return null;
  }

  /**
   * Σ_j exp p_ij = 1, and p_ij − p_i1 = λ (u_ij − u_i1) for j > 1, as values that should be zero, with their derivatives by
   * every log probability and λ.
   */
  private equations(point: Float64Array): { values: Float64Array; matrix: Float64Array } {
    const n = this.size;
    const lambda = point[n] as number;
    const chance = point.subarray(0, n).map(Math.exp);
    const { own, cross } = this.expected(chance);
    const values = new Float64Array(n);
    const matrix = new Float64Array(n * (n + 1));
    for (const [i, count] of this.game.sizes.entries()) {
      const first = this.starts[i] as number;
      let sum = -1;
      for (let j = 0; j < count; j++) {
        sum += chance[first + j] as number;
        matrix[first * (n + 1) + first + j] = chance[first + j] as number;
      }
      values[first] = sum;
      for (let j = 1; j < count; j++) {
        const at = first + j;
        const rise = (own[at] as number) - (own[first] as number);
        values[at] = (point[at] as number) - (point[first] as number) - lambda * rise;
        matrix[at * (n + 1) + at] = 1;
        matrix[at * (n + 1) + first] = -1;
        matrix[at * (n + 1) + n] = -rise;
        for (let k = 0; k < n; k++) {
          if (k >= first && k < first + count) continue;
          const change = (cross[at * n + k] as number) - (cross[first * n + k] as number);
          matrix[at * (n + 1) + k] = -lambda * (chance[k] as number) * change;
        }
      }
    }
    return { values, matrix };
  }

  /** Payoff of every strategy, and of every strategy given one of another player's. */
  private expected(chance: Float64Array): { own: Float64Array; cross: Float64Array } {
    const { sizes, payoffs } = this.game;
    const n = this.size;
    const players = sizes.length;
    const own = new Float64Array(n);
    const cross = new Float64Array(n * n);
    const count = payoffs[0]?.length ?? 0;
    const at = new Int32Array(players);
    for (let cell = 0; cell < count; cell++) {
      for (let i = 0; i < players; i++)
        at[i] = (this.starts[i] as number) + (Math.floor(cell / (this.strides[i] as number)) % (sizes[i] as number));
      for (let i = 0; i < players; i++) {
        const paid = payoffs[i]?.[cell] as number;
        if (paid === 0) continue;
        const mine = at[i] as number;
        let others = paid;
        for (let k = 0; k < players; k++) if (k !== i) others *= chance[at[k] as number] as number;
        own[mine] = (own[mine] as number) + others;
        for (let k = 0; k < players; k++) {
          if (k === i) continue;
          let rest = paid;
          for (let l = 0; l < players; l++) if (l !== i && l !== k) rest *= chance[at[l] as number] as number;
          const place = mine * n + (at[k] as number);
          cross[place] = (cross[place] as number) + rest;
        }
      }
    }
    return { own, cross };
  }
}

/** n rows of n + 1 with one more row under them. */
function bordered(matrix: Float64Array, row: Float64Array, n: number): Float64Array {
  const all = new Float64Array((n + 1) * (n + 1));
  all.set(matrix);
  all.set(row, n * (n + 1));
  return all;
}

/** By elimination with the largest pivot of each column; null where there is none. With the sign of the determinant. */
function solveLinear(
  matrix: Float64Array,
  right: Float64Array,
  n: number,
): { solution: Float64Array; sign: number } | null {
  let sign = 1;
  for (let c = 0; c < n; c++) {
    let p = c;
    for (let r = c + 1; r < n; r++)
      if (Math.abs(matrix[r * n + c] as number) > Math.abs(matrix[p * n + c] as number)) p = r;
    const pivot = matrix[p * n + c] as number;
    if (!(Math.abs(pivot) > 1e-300)) return null;
    if (pivot < 0) sign = -sign;
    if (p !== c) {
      sign = -sign;
      for (let j = c; j < n; j++)
        [matrix[c * n + j], matrix[p * n + j]] = [matrix[p * n + j] as number, matrix[c * n + j] as number];
      [right[c], right[p]] = [right[p] as number, right[c] as number];
    }
    for (let r = c + 1; r < n; r++) {
      const factor = (matrix[r * n + c] as number) / pivot;
      if (factor === 0) continue;
      for (let j = c; j < n; j++)
        matrix[r * n + j] = (matrix[r * n + j] as number) - factor * (matrix[c * n + j] as number);
      right[r] = (right[r] as number) - factor * (right[c] as number);
    }
  }
  for (let r = n - 1; r >= 0; r--) {
    let sum = right[r] as number;
    for (let j = r + 1; j < n; j++) sum -= (matrix[r * n + j] as number) * (right[j] as number);
    right[r] = sum / (matrix[r * n + r] as number);
  }
  return { solution: right, sign };
}
