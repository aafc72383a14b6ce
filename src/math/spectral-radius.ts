// The largest absolute eigenvalue of a square matrix of numbers from 0 up, by repeated squaring (Gelfand): ‖Aⁿ‖^(1/n).

export function spectralRadius(matrix: readonly (readonly number[])[]): number {
  const size = matrix.length;
  let power = Float64Array.from(matrix.flat());
  if (!power.every((entry) => entry >= 0 && entry < Infinity))
    throw new RangeError("Cannot take the spectral radius: entries must be numbers from 0");
  // After k squarings `power` is A^(2^k), scaled; the logarithm of what was divided out, per factor A, is `log`.
  let log = 0;
  for (let factors = 1; factors < 2 ** 60; factors *= 2) {
    const norm = Math.max(...Array.from({ length: size }, (_, i) => rowSum(power, size, i)));
    if (norm === 0) return 0;
    log += Math.log(norm) / factors;
    power = squared(
      power.map((entry) => entry / norm),
      size,
    );
  }
  return Math.exp(log);
}

function rowSum(matrix: Float64Array, size: number, row: number): number {
  return matrix.subarray(row * size, (row + 1) * size).reduce((sum, entry) => sum + entry, 0);
}

function squared(matrix: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      const entry = matrix[i * size + k]!;
      if (entry !== 0) for (let j = 0; j < size; j++) product[i * size + j]! += entry * matrix[k * size + j]!;
    }
  return product;
}
