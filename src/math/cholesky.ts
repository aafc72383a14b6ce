// Symmetric positive definite systems: matrices are square, row by row in one array, only the lower half read.

/**
 * Replaces the lower half of `matrix` by L with matrix = L Lᵀ. Gives false, the matrix spoilt, where a pivot falls
 * below `tolerance` of its diagonal entry: the columns do not tell the parameters apart.
 */
export function factorize(matrix: Float64Array, size: number, tolerance = 1e-12): boolean {
  for (let j = 0; j < size; j++) {
    const rowJ = j * size;
    const diagonal = matrix[rowJ + j]!;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) {
      const entry = matrix[rowJ + k]!;
      pivot -= entry * entry;
    }
    if (!(pivot > tolerance * diagonal)) return false;
    const root = Math.sqrt(pivot);
    matrix[rowJ + j] = root;
    const inverse = 1 / root;
    for (let i = j + 1; i < size; i++) {
      const rowI = i * size;
      let sum = matrix[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!;
      matrix[rowI + j] = sum * inverse;
    }
  }
  return true;
}

/** Solves L Lᵀ x = b in place of b. */
export function solve(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    let sum = vector[i]!;
    for (let k = 0; k < i; k++) sum -= factor[row + k]! * vector[k]!;
    vector[i] = sum / factor[row + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = vector[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * vector[k]!;
    vector[i] = sum / factor[i * size + i]!;
  }
}

/** `factorize` and `solve` in one pass, for small systems solved by the million. */
export function factorizeAndSolve(
  matrix: Float64Array,
  vector: Float64Array,
  size: number,
  tolerance = 1e-10,
): boolean {
  for (let i = 0; i < size; i++) {
    const rowI = i * size;
    for (let j = 0; j < i; j++) {
      const rowJ = j * size;
      let sum = matrix[rowI + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[rowI + k]! * matrix[rowJ + k]!;
      matrix[rowI + j] = sum / matrix[rowJ + j]!;
    }
    const diagonal = matrix[rowI + i]!;
    let pivot = diagonal;
    let forward = vector[i]!;
    for (let k = 0; k < i; k++) {
      const entry = matrix[rowI + k]!;
      pivot -= entry * entry;
      forward -= entry * vector[k]!;
    }
    if (!(pivot > tolerance * diagonal)) return false;
    const root = Math.sqrt(pivot);
    matrix[rowI + i] = root;
    vector[i] = forward / root;
  }
  for (let i = size - 1; i >= 0; i--) {
    const value = vector[i]! / matrix[i * size + i]!;
    vector[i] = value;
    for (let k = 0; k < i; k++) vector[k]! -= matrix[i * size + k]! * value;
  }
  return true;
}
