// Points of a plane in groups: k-means from k-means++ starts (arthurVassilvitskii2007), and how well the groups stand
// apart, by the mean silhouette (rousseeuw1987). Points are x and y in turn.

import type { Chance } from "../math/philox.ts";

const MOST_TURNS = 100;
const STARTS = 6;
const SILHOUETTE_SAMPLE = 600;

/** Lloyd's iteration from the best of several k-means++ starts (arthurVassilvitskii2007). */
export function kMeans(points: Float64Array, groups: number, chance: Chance): Int32Array {
  let best: { labels: Int32Array; cost: number } | null = null;
  for (let start = 0; start < STARTS; start += 1) {
    const centres = firstCentres(points, groups, chance);
    const labels = new Int32Array(points.length / 2);
    let cost = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const now = assign(points, centres, labels);
      moveCentres(points, centres, labels);
      if (cost - now < 1e-10 * (1 + now)) break;
      cost = now;
    }
    if (!best || cost < best.cost) best = { labels, cost };
  }
  return best?.labels ?? new Int32Array(points.length / 2);
}

function firstCentres(points: Float64Array, groups: number, chance: Chance): Float64Array {
  const size = points.length / 2;
  const centres = new Float64Array(2 * groups);
  const distances = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  let chosen = Math.min(size - 1, Math.floor(chance() * size));
  for (let group = 0; group < groups; group += 1) {
    centres[2 * group] = points[2 * chosen]!;
    centres[2 * group + 1] = points[2 * chosen + 1]!;
    let total = 0;
    for (let at = 0; at < size; at += 1) {
      distances[at] = Math.min(distances[at]!, squared(points, at, centres, group));
      total += distances[at]!;
    }
    let left = chance() * total;
    chosen = 0;
    while (chosen < size - 1 && (left -= distances[chosen]!) > 0) chosen += 1;
  }
  return centres;
}

function squared(points: Float64Array, at: number, centres: Float64Array, group: number): number {
  return (points[2 * at]! - centres[2 * group]!) ** 2 + (points[2 * at + 1]! - centres[2 * group + 1]!) ** 2;
}

function assign(points: Float64Array, centres: Float64Array, labels: Int32Array): number {
  let cost = 0;
  for (let at = 0; at < labels.length; at += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let group = 0; group < centres.length / 2; group += 1) {
      const distance = squared(points, at, centres, group);
      if (distance < least) {
        least = distance;
        labels[at] = group;
      }
    }
    cost += least;
  }
  return cost;
}

function moveCentres(points: Float64Array, centres: Float64Array, labels: Int32Array): void {
  const counts = new Int32Array(centres.length / 2);
  const sums = new Float64Array(centres.length);
  for (const [at, group] of labels.entries()) {
    counts[group]! += 1;
    sums[2 * group]! += points[2 * at]!;
    sums[2 * group + 1]! += points[2 * at + 1]!;
  }
  for (const [group, count] of counts.entries())
    if (count > 0) {
      centres[2 * group] = sums[2 * group]! / count;
      centres[2 * group + 1] = sums[2 * group + 1]! / count;
    }
}

/** Mean of (b − a)/max(a, b) over voters, or over a sample of them. */
export function silhouetteOf(points: Float64Array, labels: Int32Array, groups: number, chance: Chance): number {
  const size = labels.length;
  const sample =
    size <= SILHOUETTE_SAMPLE
      ? Array.from({ length: size }, (_, at) => at)
      : Array.from({ length: SILHOUETTE_SAMPLE }, () => Math.floor(chance() * size));
  const counts = new Int32Array(groups);
  for (const group of labels) counts[group]! += 1;
  if (counts.some((count) => count < 2)) return -1;
  let sum = 0;
  for (const at of sample) {
    const distances = new Float64Array(groups);
    for (let other = 0; other < size; other += 1) distances[labels[other]!]! += apart(points, at, other);
    const own = distances[labels[at]!]! / (counts[labels[at]!]! - 1);
    let near = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group += 1)
      if (group !== labels[at]) near = Math.min(near, distances[group]! / counts[group]!);
    sum += own === 0 && near === 0 ? 0 : (near - own) / Math.max(own, near);
  }
  return sum / sample.length;
}

function apart(points: Float64Array, one: number, other: number): number {
  const x = points[2 * one]! - points[2 * other]!;
  const y = points[2 * one + 1]! - points[2 * other + 1]!;
  return Math.sqrt(x * x + y * y);
}
