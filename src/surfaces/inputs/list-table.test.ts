import { expect, test } from "vitest";
import { asOption } from "./measure-settings.ts";
import { hiddenInTable, readListTable } from "./list-table.ts";

function ask(text: string, settings: Record<string, unknown> = {}): ReturnType<typeof hiddenInTable> {
  return hiddenInTable("t.csv", () => text, settings, asOption);
}

test("a count of cases that no list saw is a fault that names file, row and field", () => {
  expect(() => readListTable("t.csv", "a,b,count\n1,1,3\n0,0,5\n")).toThrow(/t\.csv:3:count/);
  expect(readListTable("t.csv", "a,b,count\n1,1,3\n0,0,0\n").rows).toHaveLength(2);
});

test("a level that cannot be told from 1 is a fault of the option, not of the program", () => {
  const table = "a,b,count\n1,1,9\n1,0,5\n0,1,4\n";
  expect(() => ask(table, { level: "0.9999999999999999" })).toThrow(/--level/);
  expect(ask(table, { level: "0.999999999999" }).ok).toBe(true);
});

test(
  "counts of millions are answered in bounded time: graphs are refused, the rest stands",
  { timeout: 30_000 },
  () => {
    for (const count of [10_000_000, 900_000_000_000_000]) {
      const outcome = ask(`a,b,count\n1,1,${count}\n1,0,${count}\n0,1,${count}\n`);
      if (!outcome.ok) throw new Error(outcome.refusal.because);
      const graphs = outcome.value.document.estimates.find(({ method }) => method === "decomposable");
      expect(graphs).toMatchObject({ refused: { reason: "too-many" } });
      expect(outcome.value.answered).toBe(true);
    }
  },
);
