import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "./commands/measure-effect.ts";
import type { Effects } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-effect-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function ask(rows: readonly string[], options: Record<string, string>): Promise<{ status: number; out: string }> {
  const file = join(folder, "counts.csv");
  writeFileSync(file, ["date,count", ...rows].join("\n"));
  const lines: string[] = [];
  const effects = { print: (text: string) => lines.push(text), columns: 80 } as unknown as Effects;
  const status = await run([], { series: file, json: true, ...options }, effects);
  return { status, out: lines.join("\n") };
}

const months = Array.from(
  { length: 96 },
  (_, i) => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`,
);

test("measure effect answers of a series with the keys that others read", async () => {
  const rows = months.map((month, i) => `${month},${i < 69 ? 2 + (i % 2) : i % 2}`);
  const { status, out } = await ask(rows, { date: "2015-09-25", months: "24" });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    before: 60,
    after: 12,
    ratio: { value: 0.2, interval: { level: 0.95 }, method: "before-after-windows" },
    exact: { p: expect.any(Number) },
    placebo: { rank: expect.any(Number), of: 49, p: expect.any(Number) },
    firstAfter: "2015-10-01",
  });
});

test("measure effect takes events a row, and has none beyond the file where a window was asked for", async () => {
  const events = ["2014-01-03", "2014-01-03", "2014-06-01", "2015-02-10", "2016-01-04"].map((day) => `${day},1`);
  const { status, out } = await ask(events, { date: "2015-09-25", months: "24" });
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ before: 4, after: 1, ratio: { value: 0.25 }, placebo: { of: 1, p: 1 } });
});

test.each([
  ["nothing at all in it", months.map((month) => `${month},0`), "2014-01-01", "no-cases"],
  ["the date outside it", months.map((month) => `${month},1`), "2031-01-01", "not-covered"],
  ["one row", ["2014-01,3"], "2014-01-01", "too-short"],
])("measure effect refuses a series with %s", async (_, rows, date, reason) => {
  const { status, out } = await ask(rows, { date });
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ refused: { reason } });
});

test("measure effect asks for a day, and for windows of a month or more", async () => {
  await expect(ask(["2014-01,3"], {})).rejects.toThrow("--date: expected the day of the event");
  await expect(ask(["2014-01,3"], { date: "2014-02-30" })).rejects.toThrow("--date: expected a day that exists");
  await expect(ask(["2014-01,3"], { date: "2014-02-01", months: "0" })).rejects.toThrow(
    "--months: expected a whole number from 1",
  );
});
