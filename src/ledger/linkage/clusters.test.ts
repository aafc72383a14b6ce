import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinkKind } from "../../values/statement.ts";
import { clusters } from "./clusters.ts";
import { draws } from "./draws.ts";
import type { LinkedPair } from "./linked-pair.ts";
import { queue } from "./queue.ts";

function pair(a: string, b: string, probability: number, kind: LinkKind = "same"): LinkedPair {
  const [source_a = "", id_a = ""] = a.split(":");
  const [source_b = "", id_b = ""] = b.split(":");
  return { source_a, id_a, source_b, id_b, probability, kind };
}

const names = ["A:1", "A:2", "A:3", "B:1", "B:2", "B:3", "C:1", "C:2"];
const somePairs = fc.array(
  fc.record({
    ends: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }),
    p: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  }),
  { maxLength: 20 },
);
const toPair = ({ ends, p }: { ends: string[]; p: number }): LinkedPair => {
  const [a = "", b = ""] = ends.toSorted();
  return pair(a, b, p, a[0] === b[0] ? "duplicate" : "same");
};
/** The last judgement of two ends stands, as link() gives each pair once. */
const once = (pairs: LinkedPair[]): LinkedPair[] => [
  ...new Map(pairs.map((each) => [`${each.source_a}${each.id_a}${each.source_b}${each.id_b}`, each])).values(),
];

describe("clusters()", () => {
  test("holds every record once", () => {
    fc.assert(
      fc.property(somePairs, (given) => {
        const { clusters: made } = clusters(once(given.map(toPair)), { records: names });
        expect(made.flatMap(({ records }) => records).toSorted()).toEqual(names.toSorted());
      }),
    );
  });

  test("never brings distinct rows of one list together unless pairs judge them duplicates", () => {
    fc.assert(
      fc.property(somePairs, (given) => {
        const pairs = once(given.map(toPair)).filter(({ kind }) => kind === "same");
        for (const { records } of clusters(pairs).clusters) {
          const sources = records.map((name) => name[0]);
          expect(new Set(sources).size).toBe(sources.length);
        }
      }),
    );
  });

  test("lets the likelier of two rivals win, and says which pair stays apart", () => {
    const { clusters: made, apart } = clusters([pair("A:1", "B:1", 0.8), pair("A:1", "B:2", 0.9)]);
    expect(made.map(({ records }) => records)).toEqual([["A:1", "B:2"], ["B:1"]]);
    expect(apart).toEqual([pair("A:1", "B:1", 0.8)]);
  });

  test("takes duplicates for one row", () => {
    const { clusters: made } = clusters([
      pair("A:1", "B:1", 0.8),
      pair("A:1", "B:2", 0.9),
      pair("B:1", "B:2", 0.7, "duplicate"),
    ]);
    expect(made.map(({ records }) => records)).toEqual([["A:1", "B:1", "B:2"]]);
  });

  test("keeps parts apart from the incident that gathers them", () => {
    const { clusters: made } = clusters([pair("A:1", "B:1", 0.8, "part-of"), pair("A:1", "B:2", 0.9, "part-of")]);
    expect(made).toEqual([
      { records: ["A:1"], partOf: [] },
      { records: ["B:1"], partOf: [0] },
      { records: ["B:2"], partOf: [0] },
    ]);
  });
});

/** Park and Miller's generator: the same seed gives the same numbers. */
function chanceFrom(start: number): () => number {
  let seed = start;
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe("draws()", () => {
  test("takes a pair that nothing contradicts in its own share of draws", () => {
    for (const p of [0.1, 0.5, 0.85]) {
      let together = 0;
      for (const drawn of draws([pair("A:1", "B:1", p)], { count: 4000, chance: chanceFrom(7) })) {
        if (drawn.some(({ records }) => records.length === 2)) together++;
      }
      expect(together / 4000).toBeCloseTo(p, 1);
    }
  });

  test("gives the same draws for the same chance, whatever the order of pairs", () => {
    fc.assert(
      fc.property(somePairs, (given) => {
        const pairs = once(given.map(toPair));
        const drawn = (from: LinkedPair[]) => [...draws(from, { count: 3, chance: chanceFrom(11), records: names })];
        expect(drawn(pairs.toReversed())).toEqual(drawn(pairs));
      }),
    );
  });

  test("never links one row to two rows of a list at once", () => {
    const rivals = [pair("A:1", "B:1", 0.9), pair("A:1", "B:2", 0.9)];
    for (const drawn of draws(rivals, { count: 200, chance: chanceFrom(3) })) {
      for (const { records } of drawn) expect(records.length).toBeLessThan(3);
    }
  });
});

describe("queue()", () => {
  test("puts first the pair whose judgement moves the estimate most", () => {
    const pairs = [pair("A:1", "B:1", 0.5), pair("A:2", "B:2", 0.5), pair("A:3", "B:3", 0.999)];
    const weight = new Map([
      ["1", 1],
      ["2", 10],
      ["3", 10],
    ]);
    const estimate = (from: readonly LinkedPair[]): number =>
      from.reduce((sum, { id_a, probability }) => sum + probability * (weight.get(id_a) ?? 0), 0);
    const ordered = queue(pairs, { estimate });
    expect(ordered.map(({ pair: { id_a } }) => id_a)).toEqual(["2", "1", "3"]);
    expect(ordered[0]?.movement).toBeCloseTo(5, 6);
  });
});
