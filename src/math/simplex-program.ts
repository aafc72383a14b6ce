// The mixture of columns that comes nearest to a target: minimise ½ wᵀQw − cᵀw over w ≥ 0, Σw = 1, by the primal
// active-set method (nocedalWright2006, chapter 16). It ends where the multipliers show that no other mixture is nearer.

import { factorize, solve } from "./cholesky.ts";

export type SimplexAnswer = { weights: number[]; rounds: number };

/** So small beside the largest diagonal entry that it only decides between mixtures that are equally near. */
const RIDGE = 1e-11;
const TOLERANCE = 1e-9;

/** Q = columnsᵀcolumns, c = columnsᵀtarget: the nearest mixture of the columns in squared distance. */
export function nearestMixture(columns: readonly (readonly number[])[], target: readonly number[]): SimplexAnswer {
  const size = columns.length;
  if (size === 0) throw new RangeError("Cannot mix columns: there are none");
  if (columns.some(({ length }) => length !== target.length))
    throw new RangeError("Cannot mix columns: their lengths differ from the target's");
  const gram = Float64Array.from({ length: size * size }, (_, k) =>
    dot(columns[Math.floor(k / size)]!, columns[k % size]!),
  );
  const pull = Float64Array.from(columns, (column) => dot(column, target));
  return minimise(gram, pull);
}

/** Minimises ½ wᵀQw − cᵀw over the simplex; Q symmetric and positive semidefinite, row by row. */
export function minimise(gram: Float64Array, pull: Float64Array): SimplexAnswer {
  const size = pull.length;
  const scale = Math.max(...pull.map((_, i) => gram[i * size + i]!), ...pull.map(Math.abs), 1e-200);
  const weights = new Float64Array(size);
  const first = bestVertex(gram, pull);
  weights[first] = 1;
  let free = [first];
  for (let round = 1; round <= 50 * (size + 1); round++) {
    const goal = onFace(gram, pull, free, RIDGE * scale);
    const blocking = stepToward(weights, free, goal);
    if (blocking.length > 0) {
      free = free.filter((index) => !blocking.includes(index));
      continue;
    }
    const entering = mostWanted(gram, pull, weights, free, TOLERANCE * scale);
    if (entering === null) return { weights: cleaned(weights), rounds: round };
    free.push(entering);
  }
  throw new RangeError("Cannot mix columns: the active sets went round in a circle");
}

function bestVertex(gram: Float64Array, pull: Float64Array): number {
  const size = pull.length;
  let best = 0;
  const cost = (i: number): number => 0.5 * gram[i * size + i]! - pull[i]!;
  for (let i = 1; i < size; i++) if (cost(i) < cost(best)) best = i;
  return best;
}

/** The minimum over mixtures of the free columns alone, signs ignored: w = A⁻¹c − ν A⁻¹1 with Σw = 1. */
function onFace(gram: Float64Array, pull: Float64Array, free: readonly number[], ridge: number): Float64Array {
  const [size, part] = [pull.length, free.length];
  for (let lift = ridge; ; lift *= 100) {
    const matrix = Float64Array.from({ length: part * part }, (_, k) => {
      const [i, j] = [Math.floor(k / part), k % part];
      return gram[free[i]! * size + free[j]!]! + (i === j ? lift : 0);
    });
    if (!factorize(matrix, part, 1e-15)) continue;
    const pulled = Float64Array.from(free, (index) => pull[index]!);
    const ones = new Float64Array(part).fill(1);
    solve(matrix, part, pulled);
    solve(matrix, part, ones);
    const price = (sum(pulled) - 1) / sum(ones);
    return pulled.map((value, i) => value - price * ones[i]!);
  }
}

/** Moves toward the goal until a weight reaches 0; gives the indices that did. */
function stepToward(weights: Float64Array, free: readonly number[], goal: Float64Array): number[] {
  let share = 1;
  free.forEach((index, i) => {
    if (goal[i]! < 0) share = Math.min(share, weights[index]! / (weights[index]! - goal[i]!));
  });
  const blocking: number[] = [];
  free.forEach((index, i) => {
    const moved = weights[index]! + share * (goal[i]! - weights[index]!);
    const stops = share < 1 && goal[i]! < 0 && moved <= 1e-14;
    weights[index] = stops ? 0 : Math.max(0, moved);
    if (stops) blocking.push(index);
  });
  return blocking;
}

/** The index outside the face whose weight should most rise, or null: every multiplier has the right sign. */
function mostWanted(
  gram: Float64Array,
  pull: Float64Array,
  weights: Float64Array,
  free: readonly number[],
  tolerance: number,
): number | null {
  const size = pull.length;
  const slope = pull.map((value, i) => {
    let total = -value;
    for (let j = 0; j < size; j++) total += gram[i * size + j]! * weights[j]!;
    return total;
  });
  const level = Math.min(...free.map((index) => slope[index]!));
  let best: number | null = null;
  for (let i = 0; i < size; i++)
    if (!free.includes(i) && slope[i]! < level - tolerance && (best === null || slope[i]! < slope[best]!)) best = i;
  return best;
}

function cleaned(weights: Float64Array): number[] {
  const total = sum(weights);
  return [...weights].map((weight) => weight / total);
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((total, value, i) => total + value * other[i]!, 0);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
