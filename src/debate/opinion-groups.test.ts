import { expect, test } from "vitest";
import { stream } from "../math/philox.ts";
import { opinionGroups, type Groups, type VoteMatrix } from "./opinion-groups.ts";

/** Camps that vote against each other on all comments but the last two, with slips and gaps. */
function camps(sizes: readonly number[], comments: number, seed: number): { matrix: VoteMatrix; truth: number[] } {
  const chance = stream(seed);
  const truth = sizes.flatMap((size, camp) => Array.from({ length: size }, () => camp));
  const leanings = sizes.map(() => Array.from({ length: comments }, () => (chance() < 0.5 ? 1 : -1)));
  const votes = truth.map((camp) =>
    Array.from({ length: comments }, (_, at) => {
      if (chance() < 0.3) return null;
      if (at >= comments - 2) return chance() < 0.95 ? 1 : -1;
      return chance() < 0.9 ? (leanings[camp]?.[at] ?? 0) : 0;
    }),
  );
  return {
    matrix: {
      voters: truth.map((_, at) => `v${at}`),
      comments: Array.from({ length: comments }, (_, at) => `c${at}`),
      votes,
    },
    truth,
  };
}

const found = (matrix: VoteMatrix, seed = 1): Groups => {
  const outcome = opinionGroups(matrix, seed);
  if (!outcome.ok) throw new Error(outcome.refusal.because);
  return outcome.value;
};

test.each([[[30, 20]], [[40, 30, 20]]])("opinionGroups() finds camps of %j again, and what crosses them", (sizes) => {
  const { matrix, truth } = camps(sizes, 30, 7);
  const groups = found(matrix);
  expect(groups.sizes).toEqual(sizes);
  const pairs = truth.map((camp, at) => `${camp} ${groups.groupOf.get(`v${at}`)}`);
  expect(new Set(pairs).size).toBe(sizes.length);
  expect(groups.crossing.map(({ comment }) => comment)).toEqual(expect.arrayContaining(["c28", "c29"]));
  expect(groups.silhouette).toBe(Math.max(...groups.tried.map(({ silhouette }) => silhouette)));
});

test("opinionGroups() gives the same digits for the same seed", () => {
  const { matrix } = camps([30, 25], 20, 3);
  expect(found(matrix, 5)).toEqual(found(matrix, 5));
});

test("opinionGroups() refuses few voters, one opinion, and a crowd without groups", () => {
  const reason = (matrix: VoteMatrix): string => {
    const outcome = opinionGroups(matrix);
    return outcome.ok ? `answered ${outcome.value.silhouette}` : outcome.refusal.reason;
  };
  expect(reason(camps([5, 4], 10, 1).matrix)).toBe("too-few");
  const voters = Array.from({ length: 20 }, (_, at) => `v${at}`);
  expect(reason({ voters, comments: ["a", "b", "c"], votes: voters.map(() => [1, 1, 1]) })).toBe("no-variation");
  expect(reason({ voters, comments: ["a", "b", "c", "d"], votes: voters.map(() => [1, null, null, null]) })).toBe(
    "too-few",
  );
});
