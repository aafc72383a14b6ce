// Which voters vote alike, and what crosses the groups (small2021). Votes are +1 agree, −1 disagree, 0 pass; a missing
// vote counts as the comment's mean, and a voter who saw little is moved out from the centre by √(comments/votes) so
// that silence is not moderation. Two principal components by power iteration, k-means with k-means++ starts from a
// seed, and the number of groups with the highest mean silhouette (rousseeuw1987). What is optimised is said beside the
// result: groups are a picture of votes and not of people.

import { stream, type Chance } from "../math/philox.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";

/** −1, 0, 1, or null for no vote: one row a voter, one column a comment. */
export type VoteMatrix = {
  voters: readonly string[];
  comments: readonly string[];
  votes: readonly (readonly (number | null)[])[];
};

export type Tally = { agree: number; disagree: number; pass: number; seen: number };

export type Groups = {
  /** How many voters each group has, the largest first. */
  sizes: readonly number[];
  groupOf: ReadonlyMap<string, number>;
  /** Of each voter in the plane of the first two components. */
  points: readonly { voter: string; x: number; y: number; group: number }[];
  silhouette: number;
  /** Mean silhouette of each number of groups that was tried. */
  tried: readonly { groups: number; silhouette: number }[];
  /** Share of the votes' variance that the plane shows. */
  shown: number;
  /** For each group and comment, how it voted. */
  tallies: readonly (readonly Tally[])[];
  /** Comments by how far every group agrees (or disagrees) with them: the product of the groups' shares. */
  crossing: readonly { comment: string; agreement: number; side: "agree" | "disagree" }[];
  /** For each group, what it says more often than the others. */
  telling: readonly (readonly { comment: string; side: "agree" | "disagree"; ratio: number }[])[];
  optimised: string;
  seed: number;
};

export const FEWEST_VOTERS = 12;
export const FEWEST_VOTES = 3;
const MOST_GROUPS = 5;
const STARTS = 6;
const SILHOUETTE_SAMPLE = 600;
const MOST_LISTED = 10;
/** Below this the points have no groups to speak of. */
const CLEAR = 0.25;

export function opinionGroups({ voters, comments, votes }: VoteMatrix, seed = 1): Outcome<Groups> {
  const counted = voters.flatMap((_, at) =>
    (votes[at] ?? []).filter((vote) => vote !== null).length >= Math.min(FEWEST_VOTES, comments.length) ? [at] : [],
  );
  if (counted.length < FEWEST_VOTERS || comments.length < 2)
    return refuse(
      "too-few",
      `At least ${FEWEST_VOTERS} voters with ${FEWEST_VOTES} votes each are needed; there are ${counted.length}.`,
    );
  const rows = counted.map((at) => votes[at] as readonly (number | null)[]);
  const plane = project(rows, comments.length, seed);
  if (!plane) return refuse("no-variation", "Everybody voted alike.");
  const tried: { groups: number; silhouette: number; labels: Int32Array }[] = [];
  for (let groups = 2; groups <= Math.min(MOST_GROUPS, Math.floor(counted.length / 4)); groups += 1) {
    const labels = kMeans(plane.points, groups, stream(seed, groups));
    tried.push({ groups, labels, silhouette: silhouetteOf(plane.points, labels, groups, stream(seed, groups, 1)) });
  }
  const best = tried.reduce((one, other) => (other.silhouette > one.silhouette + 1e-9 ? other : one));
  if (!(best.silhouette >= CLEAR)) return refuse("not-found", "The votes fall into no groups: they are one crowd.");
  const { labels, sizes } = bySize(best.labels, best.groups);
  const tallies = tallied(rows, labels, sizes.length, comments.length);
  const names = counted.map((at) => voters[at] as string);
  return answer({
    sizes,
    groupOf: new Map(names.map((voter, at) => [voter, labels[at]!])),
    points: names.map((voter, at) => ({
      voter,
      x: plane.points[2 * at]!,
      y: plane.points[2 * at + 1]!,
      group: labels[at]!,
    })),
    silhouette: best.silhouette,
    tried: tried.map(({ groups, silhouette }) => ({ groups, silhouette })),
    shown: plane.shown,
    tallies,
    crossing: crossing(tallies, comments),
    telling: tallies.map((tally, group) =>
      telling(
        tally,
        tallies.filter((_, at) => at !== group),
        comments,
      ),
    ),
    optimised: `the number of groups from 2 to ${MOST_GROUPS} with the highest mean silhouette of k-means in the plane of the first two principal components`,
    seed,
  });
}

/** Voters in the plane of the first two principal components, x and y in turn; null when nothing varies. */
function project(
  rows: readonly (readonly (number | null)[])[],
  columns: number,
  seed: number,
): { points: Float64Array; shown: number } | null {
  const centred = rows.map(() => new Float64Array(columns));
  for (let column = 0; column < columns; column += 1) {
    let sum = 0;
    let seen = 0;
    for (const row of rows) {
      const vote = row[column] ?? null;
      if (vote === null) continue;
      sum += vote;
      seen += 1;
    }
    const mean = seen === 0 ? 0 : sum / seen;
    for (const [at, row] of rows.entries()) centred[at]![column] = (row[column] ?? mean) - mean;
  }
  let variance = 0;
  for (const row of centred) for (const value of row) variance += value * value;
  if (variance < 1e-12) return null;
  const first = component(centred, columns, [], stream(seed, 0));
  const second = component(centred, columns, [first.axis], stream(seed, 1));
  const points = new Float64Array(2 * rows.length);
  for (const [at, row] of centred.entries()) {
    const votes = rows[at]!.filter((vote) => vote !== null).length;
    const outwards = Math.sqrt(columns / Math.max(1, votes));
    points[2 * at] = outwards * dot(row, first.axis);
    points[2 * at + 1] = outwards * dot(row, second.axis);
  }
  return { points, shown: Math.min(1, (first.power + second.power) / variance) };
}

const MOST_TURNS = 100;

/** The direction of largest variance that is square to those before. */
function component(
  rows: readonly Float64Array[],
  columns: number,
  before: readonly Float64Array[],
  chance: Chance,
): { axis: Float64Array; power: number } {
  let axis: Float64Array = Float64Array.from({ length: columns }, () => chance() - 0.5);
  let power = 0;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const next = new Float64Array(columns);
    for (const row of rows) {
      const score = dot(row, axis);
      if (score !== 0) for (let column = 0; column < columns; column += 1) next[column]! += score * row[column]!;
    }
    for (const other of before) {
      const share = dot(next, other);
      for (let column = 0; column < columns; column += 1) next[column]! -= share * other[column]!;
    }
    const length = Math.sqrt(dot(next, next));
    if (length < 1e-12) return { axis: new Float64Array(columns), power: 0 };
    let moved = 0;
    for (let column = 0; column < columns; column += 1) {
      next[column]! /= length;
      moved += (next[column]! - axis[column]!) ** 2;
    }
    axis = next;
    power = length;
    if (moved < 1e-12) break;
  }
  // The sign is free: the largest entry is positive.
  const largest = axis.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return { axis: largest < 0 ? axis.map((value) => -value) : axis, power };
}

function dot(one: Float64Array, two: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * two[at]!;
  return sum;
}

/** Lloyd's iteration from the best of several k-means++ starts (arthurVassilvitskii2007). */
function kMeans(points: Float64Array, groups: number, chance: Chance): Int32Array {
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
function silhouetteOf(points: Float64Array, labels: Int32Array, groups: number, chance: Chance): number {
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
    for (let other = 0; other < size; other += 1)
      distances[labels[other]!]! += Math.hypot(
        points[2 * at]! - points[2 * other]!,
        points[2 * at + 1]! - points[2 * other + 1]!,
      );
    const own = distances[labels[at]!]! / (counts[labels[at]!]! - 1);
    let near = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group += 1)
      if (group !== labels[at]) near = Math.min(near, distances[group]! / counts[group]!);
    sum += own === 0 && near === 0 ? 0 : (near - own) / Math.max(own, near);
  }
  return sum / sample.length;
}

function bySize(labels: Int32Array, groups: number): { labels: Int32Array; sizes: number[] } {
  const counts = Array.from({ length: groups }, (_, group) => ({
    group,
    size: labels.filter((label) => label === group).length,
  }));
  counts.sort((a, b) => b.size - a.size || a.group - b.group);
  const rank = new Map(counts.map(({ group }, at) => [group, at]));
  return { labels: labels.map((label) => rank.get(label) ?? 0), sizes: counts.map(({ size }) => size) };
}

function tallied(
  rows: readonly (readonly (number | null)[])[],
  labels: Int32Array,
  groups: number,
  columns: number,
): Tally[][] {
  const tallies = Array.from({ length: groups }, () =>
    Array.from({ length: columns }, (): Tally => ({ agree: 0, disagree: 0, pass: 0, seen: 0 })),
  );
  for (const [at, row] of rows.entries())
    for (const [column, vote] of row.entries()) {
      const tally = tallies[labels[at]!]?.[column];
      if (vote === null || !tally) continue;
      tally.seen += 1;
      if (vote > 0) tally.agree += 1;
      else if (vote < 0) tally.disagree += 1;
      else tally.pass += 1;
    }
  return tallies;
}

/** With one vote added on each side, so that few votes never look unanimous. */
const share = (count: number, seen: number): number => (count + 1) / (seen + 2);

function crossing(tallies: readonly (readonly Tally[])[], comments: readonly string[]): Groups["crossing"] {
  return comments
    .flatMap((comment, column) => {
      const all = tallies.map((tally) => tally[column] as Tally);
      const agree = all.reduce((product, { agree: count, seen }) => product * share(count, seen), 1);
      const disagree = all.reduce((product, { disagree: count, seen }) => product * share(count, seen), 1);
      const side = agree >= disagree ? ("agree" as const) : ("disagree" as const);
      const every = all.every((tally) => share(tally[side], tally.seen) > 0.5);
      return every ? [{ comment, agreement: Math.max(agree, disagree), side }] : [];
    })
    .sort((a, b) => b.agreement - a.agreement || a.comment.localeCompare(b.comment))
    .slice(0, MOST_LISTED);
}

function telling(
  own: readonly Tally[],
  others: readonly (readonly Tally[])[],
  comments: readonly string[],
): Groups["telling"][number] {
  const ratioOf = (column: number, side: "agree" | "disagree"): number => {
    const mine = own[column] as Tally;
    const rest = others.reduce(
      (sum, tally) => ({
        count: sum.count + (tally[column]?.[side] ?? 0),
        seen: sum.seen + (tally[column]?.seen ?? 0),
      }),
      { count: 0, seen: 0 },
    );
    return share(mine[side], mine.seen) / share(rest.count, rest.seen);
  };
  return comments
    .flatMap((comment, column) =>
      (["agree", "disagree"] as const).map((side) => ({ comment, side, ratio: ratioOf(column, side) })),
    )
    .filter(({ ratio }) => ratio > 1.2)
    .sort((a, b) => b.ratio - a.ratio || a.comment.localeCompare(b.comment))
    .slice(0, MOST_LISTED);
}
