import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incidents, lists } from "../../test/support/arbitrary.ts";
import { ISL, madeUpIncident, madeUpRow, madeUpStatement, NZL } from "../../test/support/made-up.ts";
import { accusesIn } from "../ledger/incident.ts";
import { frequencies, overlap } from "./overlap.ts";

const direction = { from: ISL, to: NZL };
const someLists = fc.shuffledSubarray(lists);

describe("overlap()", () => {
  test("has the cells that a naive count finds, and their sum", () => {
    fc.assert(
      fc.property(incidents, someLists, fc.boolean(), (found, measured, withProfiles) => {
        const naive = new Map<string, number>();
        for (const { statements } of found) {
          const rows = statements.filter(
            (row) =>
              !row.withdrawn &&
              row.author.kind === "dataset" &&
              accusesIn(row, direction) &&
              (withProfiles || row.about !== "profile"),
          );
          const key = measured
            .filter((list) => rows.some(({ listedBy }) => listedBy.some(({ source }) => source === list)))
            .join(" ");
          if (key !== "") naive.set(key, (naive.get(key) ?? 0) + 1);
        }
        const { cells, observed } = overlap(found, direction, measured, withProfiles);
        expect(new Map(cells.map((cell) => [cell.lists.join(" "), cell.count]))).toEqual(naive);
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(observed);
        expect(observed).toBeLessThanOrEqual(found.length);
      }),
    );
  });

  test("finds the same cells whichever order the lists come in", () => {
    fc.assert(
      fc.property(incidents, someLists, (found, measured) => {
        const sorted = (order: string[]): string[] =>
          overlap(found, direction, order)
            .cells.map((cell) => `${[...cell.lists].sort().join(" ")}: ${cell.count}`)
            .sort();
        expect(sorted(measured.toReversed())).toEqual(sorted(measured));
      }),
    );
  });

  test("counts a list only where a row of its own carries the direction", () => {
    const listed = [{ source: "a", id: "1" }];
    const found = [
      madeUpIncident([madeUpRow("a"), madeUpRow("b")], "both"),
      madeUpIncident([madeUpRow("a"), madeUpRow("b", { victims: { states: [], names: [] } })], "b names no victim"),
      madeUpIncident([madeUpRow("a"), madeUpRow("b", { withdrawn: true })], "b withdrawn"),
      madeUpIncident([madeUpRow("a"), madeUpRow("b", { stance: "denies" })], "b denies"),
      madeUpIncident([madeUpStatement({ listedBy: listed })], "no dataset says so"),
    ];
    expect(overlap(found, direction, ["a", "b"]).cells).toEqual([
      { lists: ["a"], count: 3 },
      { lists: ["a", "b"], count: 1 },
    ]);
  });

  test("refuses more lists than its bits can tell apart", () => {
    const many = Array.from({ length: 31 }, (_, index) => `list-${index}`);
    expect(() => overlap([], direction, many)).toThrow(RangeError);
    const last = overlap([madeUpIncident([madeUpRow("list-29")])], direction, many.slice(0, 30));
    expect(last.cells).toEqual([{ lists: ["list-29"], count: 1 }]);
  });
});

test("frequencies() counts incidents by the number of lists, and keeps their sum", () => {
  fc.assert(
    fc.property(incidents, someLists, (found, measured) => {
      const table = overlap(found, direction, measured);
      const counts = frequencies(table);
      expect(counts.length).toBe(measured.length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(table.observed);
    }),
  );
  const cells = [
    { lists: ["a"], count: 3 },
    { lists: ["b"], count: 2 },
    { lists: ["a", "b"], count: 4 },
  ];
  expect(frequencies({ lists: ["a", "b", "c"], cells, observed: 9 })).toEqual([5, 4, 0]);
});
