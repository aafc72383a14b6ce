// EpiLink's weight of a pair (contiero2005): how much of the most it could agree on a pair does agree on, each column counting by how seldom
// its values agree by chance. weight = Σ w s / Σ w with w = log2((1 − error) / average frequency); a missing value agrees 0.

export type EpilinkColumn = { averageFrequency: number; errorRate?: number };

/** `agreement` holds for each column a likeness between 0 and 1, or null where a value is missing. */
export function epilinkWeight(columns: readonly EpilinkColumn[], agreement: readonly (number | null)[]): number {
  let [agreed, most] = [0, 0];
  for (const [i, { averageFrequency, errorRate = 0.01 }] of columns.entries()) {
    const weight = Math.log2((1 - errorRate) / averageFrequency);
    agreed += weight * (agreement[i] ?? 0);
    most += weight;
  }
  return most > 0 ? agreed / most : 0;
}
