// Which voters vote alike, and what crosses the groups (small2021). Votes are +1 agree, −1 disagree, 0 pass; a missing
// vote counts as the comment's mean, and a voter who saw little is moved out from the centre by √(comments/votes) so
// that silence is not moderation. Two principal components by power iteration, k-means with k-means++ starts from a
// seed, and the number of groups with the highest mean silhouette (rousseeuw1987). What is optimised is said beside the
// result: groups are a picture of votes and not of people.

import { stream } from "../math/philox.ts";
import { answer, refuse, type Outcome } from "../values/outcome.ts";
import { kMeans, silhouetteOf } from "./clusters.ts";
import { votePlane } from "./vote-plane.ts";

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
  const plane = votePlane(rows, comments.length, seed);
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
