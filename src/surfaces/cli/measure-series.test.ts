import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledLedger } from "../../../test/support/bundled-ledger.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-series-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let bundled: Ledger;
beforeAll(async () => {
  bundled = await bundledLedger();
});
afterAll(() => bundled.close());

type Ran = { status: number; out: string; err: string };

async function ran(words: string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const ledger = {
    view: (id: string) => bundled.view(id),
    close: () => Promise.resolve(),
  };
  const status = await run(words, "1.2.3", {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date("2026-01-02T03:04:05Z"),
    env: {},
    openLedger: () => Promise.resolve(ledger as unknown as Ledger),
    columns: 88,
    styled: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

async function json(words: string[]): Promise<Record<string, unknown>> {
  const { status, out, err } = await ran([...words, "--json"]);
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out) as Record<string, unknown>;
}

function file(rows: readonly string[]): string {
  const path = join(folder, "series.csv");
  writeFileSync(path, ["date,count", ...rows].join("\n"));
  return path;
}

const fall = Array.from({ length: 40 }, (_, t) => `${1980 + t},${t < 25 ? 6 + (t % 3) : 1 + (t % 2)}`);

describe("measure changepoints", () => {
  test("gives the probability of none, of each date, and the segments, with what is needed to cite them", async () => {
    const words = ["measure", "changepoints", "--series", file(fall), "--level", "0.9"];
    const found = await json(words);
    expect(found["probabilityOfNone"]).toBeLessThan(1e-6);
    const dates = found["dates"] as { date: string; probability: number }[];
    expect(dates.length).toBe(40);
    expect(dates.toSorted((one, other) => other.probability - one.probability)[0]?.date).toBe("2005");
    expect(found["segments"]).toMatchObject([
      { from: "1980", to: "2004", points: 25, interval: { level: 0.9 } },
      { from: "2005", to: "2019", points: 15 },
    ]);
    expect(found["changes"]).toMatchObject({
      method: "bayesian-change-points",
      inputs: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      seed: 1,
    });
    expect((await ran(words)).out).toContain("2005");
  });

  test.each([["pelt"], ["at-most-one"], ["binary"]])("parts the series by %s", async (method) => {
    const found = await json(["measure", "changepoints", "--series", file(fall), "--method", method]);
    expect(found["segments"]).toMatchObject([{ to: "2004" }, { from: "2005" }]);
  });

  test("takes fractions where a mean is asked for, and dates its breaks with intervals", async () => {
    const series = file(fall.map((row) => `${row}.25`));
    expect((await json(["measure", "changepoints", "--series", series, "--cost", "mean"]))["segments"]).toHaveLength(2);
    const { breaks } = await json(["measure", "changepoints", "--series", series, "--method", "breaks"]);
    expect(breaks).toMatchObject([{ date: "2005", interval: { level: 0.95 } }]);
  });

  test("refuses what holds no answer, with status 2", async () => {
    const { status, out } = await ran(["measure", "changepoints", "--series", file(["2014,3"]), "--json"]);
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ refused: { reason: "too-short" } });
    const zeros = fall.map((row) => `${row.slice(0, 5)}0`);
    expect((await ran(["measure", "changepoints", "--series", file(zeros)])).status).toBe(2);
  });

  test.each([
    [["2014,1", "2015,1.5"], [], "series.csv:3:count: expected a whole number from 0"],
    [["2014,1", "2016,1", "2017,1"], [], "series.csv:3:date: expected 2015"],
    [fall, ["--method", "guess"], "--method: expected one of bayes"],
    [fall, ["--penalty", "much"], "--penalty: expected mbic"],
    [fall, ["--cost", "mean", "--method", "bayes"], "--cost: expected poisson"],
    [fall, ["--level", "2"], "--level: expected a number between 0 and 1"],
  ])("says in one line what it cannot read: %#", async (rows, more, message) => {
    const { status, err } = await ran(["measure", "changepoints", "--series", file(rows), ...more]);
    expect(status).toBe(1);
    expect(err).toContain(message);
    expect(err.split("\n")).toHaveLength(1);
  });
});

describe("measure trend", () => {
  test("answers for China toward the United States on every list, and refuses the other direction", async () => {
    const found = await json(["measure", "trend", "us-cn"]);
    const [there, back] = found["directions"] as {
      from: string;
      pooled: { trend: object; list: string | null };
      lists: { list: string; dates: string; series: { year: number; count: number; share: number }[]; trend: object }[];
    }[];
    expect([there!.from, back!.from]).toEqual(["CHN", "USA"]);
    for (const { trend } of [there!.pooled, ...there!.lists])
      expect(trend).toMatchObject({ unit: "times a year", probabilityOfRise: expect.any(Number), method: "trend" });
    for (const { trend } of [back!.pooled, ...back!.lists])
      expect(trend).toMatchObject({ refused: { reason: "too-few" } });
    expect(there!.lists.map(({ list, dates }) => [list, dates])).toEqual([
      ["dcid-2.0", "happened"],
      ["eurepoc-1.1", "happened"],
      ["cfr-2023-02", "disclosed"],
    ]);
    // EuRepoC 1.1 was frozen in April 2023: its last whole year is 2022, which is not all known yet.
    const last = there!.lists[1]!.series.at(-1)!;
    expect(last.year).toBe(2022);
    expect(last.share).toBeLessThan(0.9);
    expect(found["delay"]).toMatchObject({ months: { unit: "months", method: "reporting-delay" } });
  });

  test("sees no later than it is asked to, and counts by the kind of date asked for", async () => {
    const found = await json(["measure", "trend", "us-cn", "--asof", "2015-06-30", "--date", "disclosed"]);
    const [{ pooled, lists }] = found["directions"] as [
      { pooled: { dates: string; series: { year: number; share: number }[] }; lists: { dates: string }[] },
    ];
    expect(pooled.series.at(-1)?.year).toBe(2014);
    expect(new Set([pooled, ...lists].map(({ dates }) => dates))).toEqual(new Set(["disclosed"]));
    expect(pooled.series.every(({ share }) => share === 1)).toBe(true);
  });

  test("tells each series in sentences, and refuses a case with too few", async () => {
    expect((await ran(["measure", "trend", "us-cn"])).out).toContain("a year (95%: ");
    expect((await ran(["measure", "trend", "us-cn", "--asof", "2002-12-31"])).status).toBe(2);
    expect((await ran(["measure", "trend", "us-cn", "--date", "never"])).status).toBe(1);
  });
});

describe("measure tension", () => {
  test("gives months with a long-run mean of 100, the weights used, and what each act adds", async () => {
    const found = await json(["measure", "tension", "us-cn", "--half-life", "90", "--weight", "sanction=9"]);
    const months = found["months"] as { month: string; index: number; directions: { index: number }[] }[];
    expect(months.reduce((sum, { index }) => sum + index, 0) / months.length).toBeCloseTo(100, 6);
    expect([found["halfLifeDays"], (found["weights"] as Record<string, number>)["SANCTION"]]).toEqual([90, 9]);
    const joint = found["joint"] as { value: number };
    const contributions = found["contributions"] as { points: number; title: string }[];
    expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(joint.value, 6);
    expect(contributions[0]!.title).not.toBe("");
    expect(found["directions"]).toMatchObject([
      { from: "CHN", estimate: { method: "tension-index", seed: 1 } },
      { from: "USA" },
    ]);
  });

  test("ends with the month asked for, and says so in words", async () => {
    const { status, out } = await ran(["measure", "tension", "us-cn", "--asof", "2016-06-30"]);
    expect(status).toBe(0);
    expect(out).toContain("At the end of 2016-06 the tension index is");
  });

  test("stands beside an outside index at the level and seed asked for, whatever the order of its rows", async () => {
    const rows = Array.from({ length: 120 }, (_, k) => {
      const month = `${2010 + Math.floor(k / 12)}-${String(1 + (k % 12)).padStart(2, "0")}`;
      return `${month},${100 + ((k * 37) % 50)},1,1`;
    });
    const beside = async (order: string[], more: string[]): Promise<unknown> => {
      const path = join(folder, "gpr.csv");
      writeFileSync(path, ["month,GPR,GPRT,GPRA", ...order].join("\n"));
      const [row] = (await json(["measure", "tension", "us-cn", "--beside", path, ...more]))["beside"] as { correlation: { interval: object; seed: number } }[]; // prettier-ignore
      return [row!.correlation.interval, row!.correlation.seed];
    };
    const usual = await beside(rows, []);
    expect(await beside(rows.toReversed(), [])).toEqual(usual);
    expect(await beside(rows, ["--level", "0.5", "--seed", "7"])).toMatchObject([{ level: 0.5 }, 7]);
  });

  test.each([
    [["--weight", "WAR=3"], "--weight: expected one of AGREE"],
    [["--weight", "SANCTION=much"], "--weight SANCTION: expected a number"],
    [["--weight", "SANCTION"], "--weight: expected KIND=V"],
    [["--half-life", "0"], "--half-life: expected a number of days above 0"],
    [["--half-life", "NaN"], "--half-life: expected a number of days above 0"],
  ])("says in one line what it cannot read: %j", async (more, message) => {
    const { status, err } = await ran(["measure", "tension", "us-cn", ...more]);
    expect([status, err.includes(message)]).toEqual([1, true]);
  });
});
