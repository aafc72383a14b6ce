// Poisson log-linear fit by iteratively reweighted least squares: log mu_j = log exposure_j + x_j·b.

export type LogLinear = { counts: number[]; exposures: number[]; design: number[][] };
export type LogLinearFit = {
  b: number[];
  means: number[];
  deviance: number;
  aic: number;
  df: number;
  covariance: number[][];
};

const MOST_STEPS = 200;
/** Coefficients beyond this mean that the maximum lies at infinity. */
const FARTHEST = 30;

/** Null where the counts leave no finite maximum, or cannot tell the coefficients apart. */
export function fitLogLinear({ counts, exposures, design }: LogLinear): LogLinearFit | null {
  const size = design[0]?.length ?? 0;
  let b = Array.from({ length: size }, () => 0);
  const total = counts.reduce((sum, y) => sum + y, 0);
  b[0] = Math.log(Math.max(total, 1) / exposures.reduce((sum, e) => sum + e, 0));
  let before = Infinity;
  for (let step = 0; step < MOST_STEPS; step++) {
    const means = meansAt(b, exposures, design);
    const score = Array.from({ length: size }, (_, k) =>
      counts.reduce((sum, y, j) => sum + (design[j]?.[k] ?? 0) * (y - (means[j] as number)), 0),
    );
    const information = informationOf(means, design, size);
    const change = solveSymmetric(information, score);
    if (!change) return null;
    // A step that makes the fit worse is halved.
    let scale = 1;
    let next = b;
    let now = Infinity;
    for (; scale > 1e-6; scale /= 2) {
      next = b.map((value, k) => value + scale * (change[k] as number));
      now = devianceOf(counts, meansAt(next, exposures, design));
      if (Number.isFinite(now) && now <= before + 1e-9) break;
    }
    b = next;
    if (b.some((value) => !Number.isFinite(value) || Math.abs(value) > FARTHEST)) return null;
    if (Math.abs(before - now) < 1e-13 * (1 + Math.abs(now)) && Math.max(...score.map(Math.abs)) < 1e-8 * (1 + total))
      break;
    before = now;
  }
  const means = meansAt(b, exposures, design);
  const covariance = Array.from({ length: size }, (_, k) =>
    solveSymmetric(
      informationOf(means, design, size),
      b.map((__, at) => (at === k ? 1 : 0)),
    ),
  );
  if (covariance.some((row) => row === null)) return null;
  const logLikelihood = counts.reduce(
    (sum, y, j) => sum + y * Math.log(means[j] as number) - (means[j] as number) - logFactorial(y),
    0,
  );
  return {
    b,
    means,
    deviance: devianceOf(counts, means),
    aic: 2 * size - 2 * logLikelihood,
    df: counts.length - size,
    covariance: covariance as number[][],
  };
}

function meansAt(b: number[], exposures: number[], design: number[][]): number[] {
  return design.map(
    (row, j) => (exposures[j] as number) * Math.exp(row.reduce((sum, x, k) => sum + x * (b[k] as number), 0)),
  );
}

function informationOf(means: number[], design: number[][], size: number): number[][] {
  return Array.from({ length: size }, (_, k) =>
    Array.from({ length: size }, (__, l) =>
      means.reduce((sum, mu, j) => sum + mu * (design[j]?.[k] ?? 0) * (design[j]?.[l] ?? 0), 0),
    ),
  );
}

export function devianceOf(counts: number[], means: number[]): number {
  return counts.reduce(
    (sum, y, j) => sum + 2 * ((y > 0 ? y * Math.log(y / (means[j] as number)) : 0) - (y - (means[j] as number))),
    0,
  );
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}

/** Gaussian elimination with pivoting; null where the system is singular. */
function solveSymmetric(matrix: number[][], right: number[]): number[] | null {
  const rows = matrix.map((row, k) => [...row, right[k] as number]);
  const size = rows.length;
  const scale = Math.max(...matrix.flat().map(Math.abs));
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const line = rows[column] as number[];
    if (Math.abs(line[column] as number) < 1e-13 * scale) return null;
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = (row[column] as number) / (line[column] as number);
      for (let k = column; k <= size; k++) row[k] = (row[k] as number) - factor * (line[k] as number);
    }
  }
  return rows.map((row, k) => (row[size] as number) / (row[k] as number));
}
