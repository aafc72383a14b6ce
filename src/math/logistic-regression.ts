// Logistic regression on sparse features with a ridge penalty (leCessieVanHouwelingen1992), for telling texts apart.
// Fitted by full gradients with a step of its own for each weight (duchi2011): no chance enters, so the same rows give
// the same weights in any order of features.

export type Features = ReadonlyMap<string, number>;
export type Labelled = { features: Features; positive: boolean; weight?: number };
export type LogisticModel = { weights: ReadonlyMap<string, number>; bias: number };

export type FitOptions = {
  /** Weight of the penalty λ/2·‖w‖² against the mean log-loss. */
  penalty?: number;
  rounds?: number;
  step?: number;
  /** Features that fewer rows have are left out. */
  atLeast?: number;
};

export function fitLogistic(
  rows: readonly Labelled[],
  { penalty = 1e-3, rounds = 200, step = 0.3, atLeast = 1 }: FitOptions = {},
): LogisticModel {
  const names = commonNames(rows, atLeast);
  const place = new Map(names.map((name, at) => [name, at]));
  const sparse = rows.map(({ features }) => sparseOf(features, place));
  const total = rows.reduce((sum, { weight = 1 }) => sum + weight, 0) || 1;
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-8);
  const gradient = new Float64Array(names.length);
  let bias = 0;
  let biasSquares = 1e-8;
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < weights.length; at += 1) gradient[at] = penalty * weights[at]!;
    let biasGradient = 0;
    for (const [row, { index, value }] of sparse.entries()) {
      let score = bias;
      for (let at = 0; at < index.length; at += 1) score += weights[index[at]!]! * value[at]!;
      const { positive, weight = 1 } = rows[row]!;
      const error = ((sigmoid(score) - (positive ? 1 : 0)) * weight) / total;
      for (let at = 0; at < index.length; at += 1) gradient[index[at]!]! += error * value[at]!;
      biasGradient += error;
    }
    for (let at = 0; at < weights.length; at += 1) {
      const slope = gradient[at]!;
      squares[at]! += slope * slope;
      weights[at]! -= (step * slope) / Math.sqrt(squares[at]!);
    }
    biasSquares += biasGradient * biasGradient;
    bias -= (step * biasGradient) / Math.sqrt(biasSquares);
  }
  return { weights: new Map(names.map((name, at) => [name, weights[at]!])), bias };
}

/** The probability that a text with these features is positive, as the model has it. */
export function predictLogistic({ weights, bias }: LogisticModel, features: Features): number {
  let score = bias;
  for (const [name, value] of features) score += (weights.get(name) ?? 0) * value;
  return sigmoid(score);
}

function sigmoid(score: number): number {
  return score >= 0 ? 1 / (1 + Math.exp(-score)) : 1 - 1 / (1 + Math.exp(score));
}

function commonNames(rows: readonly Labelled[], atLeast: number): string[] {
  const counts = new Map<string, number>();
  for (const { features } of rows) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= atLeast)
    .map(([name]) => name)
    .sort();
}

function sparseOf(features: Features, place: ReadonlyMap<string, number>): { index: Int32Array; value: Float64Array } {
  const found = [...features].flatMap(([name, value]) => {
    const at = place.get(name);
    return at === undefined ? [] : [[at, value] as const];
  });
  return { index: Int32Array.from(found, ([at]) => at), value: Float64Array.from(found, ([, value]) => value) };
}
