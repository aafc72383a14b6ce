// measure reciprocity, restraint, parity and severity, as a person calls them, on the made-up case and small files.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { historyOf } from "../../../test/support/hawkes-histories.ts";
import { tinyView } from "../../../test/support/tiny-case.ts";
import type { ListedRecord } from "../../sources/listed-record.ts";
import type { StateCode } from "../../values/state.ts";
import type { When } from "../../values/when.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function ran(
  words: string[],
  listed: ListedRecord[] = [],
): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const ledger = {
    view: () => Promise.resolve(tinyView()),
    listed: (source: string) => Promise.resolve(source === "dcid-2.0" ? listed : []),
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

async function json(words: string[], listed: ListedRecord[] = []): Promise<Record<string, unknown>> {
  return JSON.parse((await ran([...words, "--json"], listed)).out) as Record<string, unknown>;
}

const csv = (rows: readonly (readonly [time: number | string, side: string])[]): string =>
  ["time,side", ...rows.map((row) => row.join(","))].join("\n");
const answers = csv(historyOf("answers", 1).map(({ time, side }) => [time, side === 0 ? "A" : "B"]));

describe("measure reciprocity --events", () => {
  test("gives the fit and both tests under their public names", async () => {
    const found = await json([
      "measure",
      "reciprocity",
      "--events",
      file("a.csv", answers),
      "--horizon",
      "400",
      "--seed",
      "7",
    ]);
    expect(found).toMatchObject({
      hawkes: {
        mu: [expect.any(Number), expect.any(Number)],
        alpha: [
          [expect.any(Number), expect.any(Number)],
          [expect.any(Number), expect.any(Number)],
        ],
        beta: [expect.any(Number), expect.any(Number)],
        logLikelihood: expect.any(Number),
        standardErrors: { mu: [expect.any(Number), expect.any(Number)] },
      },
      likelihoodRatio: { statistic: expect.any(Number), p: expect.any(Number) },
      permutation: { statistic: expect.any(Number), p: expect.any(Number), draws: 1999, seed: 7 },
      reading: expect.stringContaining("Both tests say that the sides answer each other"),
    });
  });

  test("says the same in sentences", async () => {
    const { status, out } = await ran(["measure", "reciprocity", "--events", file("b.csv", answers)]);
    expect(status).toBe(0);
    expect(out).toContain("Both tests say that the sides answer each other");
    expect(out.replaceAll("\n", " ")).toContain("provided base rates do not change over the period");
  });

  test("takes days for times", async () => {
    const rows = Array.from(
      { length: 24 },
      (_, k) => [`2015-${String((k % 12) + 1).padStart(2, "0")}-0${1 + (k % 7)}`, k % 2 ? "CHN" : "USA"] as const,
    );
    expect(await json(["measure", "reciprocity", "--events", file("c.csv", csv(rows))])).toMatchObject({
      unit: "days",
      origin: "2015-01-01",
    });
  });

  test("one side alone gets its fit, and two refusals", async () => {
    const rows = Array.from({ length: 30 }, (_, k) => [k + 1, "A"] as const);
    expect(await json(["measure", "reciprocity", "--events", file("d.csv", csv(rows))])).toMatchObject({
      hawkes: { mu: [expect.any(Number)] },
      likelihoodRatio: { refused: { reason: "too-few" } },
      permutation: { refused: { reason: "too-few" } },
    });
  });

  test.each([
    ["no rows", "time,side\n", 2, '"no-cases"'],
    ["one row", "time,side\n1,A\n", 2, '"too-few"'],
  ])("%s is refused", async (_, text, status, out) => {
    const found = await ran(["measure", "reciprocity", "--events", file("e.csv", text), "--json"]);
    expect([found.status, found.out.includes(out)]).toEqual([status, true]);
  });

  test.each([
    ["when,who\n1,A\n", "e.csv:1: expected the columns time and side"],
    ["time,side\nNaN,A\n", "e.csv:2:time: expected a number from 0, or a day"],
    ["time,side\n1,A\n-2,B\n", "e.csv:3:time: expected a number from 0, or a day"],
    ["time,side\n1,A\n2,\n", "e.csv:3:side: expected the name of a side"],
    ["time,side\n2015-01-01,A\n2015-02-30,B\n", "e.csv:3:time: expected a day that exists"],
    ["", "e.csv:1: expected the columns time and side"],
  ])("%j is no table of events: one line, status 1", async (text, line) => {
    const { status, err, out } = await ran(["measure", "reciprocity", "--events", file("e.csv", text)]);
    expect([status, out]).toEqual([1, ""]);
    expect(err).toContain(line);
    expect(err).not.toContain("\n");
  });

  test("neither a case nor a file, and both, are misuse", async () => {
    expect((await ran(["measure", "reciprocity"])).status).toBe(1);
    expect((await ran(["measure", "reciprocity", "tiny-case", "--events", file("f.csv", answers)])).status).toBe(1);
    expect((await ran(["measure", "reciprocity", "--events", join(folder, "none.csv")])).status).toBe(3);
    expect((await ran(["measure", "reciprocity", "--events", file("g.csv", answers), "--horizon", "3"])).status).toBe(
      1,
    );
  });
});

test("measure reciprocity CASE has a series for each kind of date, with and without acts, refused where few", async () => {
  const { series } = (await json(["measure", "reciprocity", "tiny-case"])) as {
    series: { dates: string; of: string; reading: string; refused?: object }[];
  };
  expect(series.map(({ dates, of }) => `${dates} ${of}`)).toEqual([
    "happened incidents",
    "disclosed incidents",
    "happened incidents and hostile acts",
    "disclosed incidents and hostile acts",
  ]);
  for (const one of series.slice(0, 2)) expect(one.refused).toMatchObject({ because: expect.any(String) });
  for (const { reading } of series) expect(reading).toMatch(/^(No answer|Neither|Both|Only|The likelihood|Events)/);
});

test("measure parity CASE: by side, by list and by severity, as the brief has it", async () => {
  const found = await json(["measure", "parity", "tiny-case"]);
  expect(found).toMatchObject({ case: "tiny-case", parity: [{ counts: [{}, {}] }, {}, {}] });
  expect((found["parity"] as { side: string }[]).at(-1)?.side).toBe("third");
  expect(Object.keys(found)).toEqual(
    expect.arrayContaining(["case", "inputs", "directions", "parity", "bySource", "severity"]),
  );
});

test("measure severity CASE keeps scales apart, or refuses where nothing is scored", async () => {
  const { status, out } = await ran(["measure", "severity", "tiny-case", "--json"]);
  const found = JSON.parse(out) as { scales?: { list: string; scale: string }[]; refused?: { reason: string } };
  if (found.refused) expect([status, found.refused.reason]).toEqual([2, "no-scores"]);
  else {
    const keys = found.scales?.map(({ list, scale }) => `${list} ${scale}`) ?? [];
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(0);
  }
});

describe("measure restraint CASE", () => {
  const [a, b] = tinyView().about.parties.map(({ iso }) => iso) as [StateCode, StateCode];
  const row = (id: number, from: string, to: string, severity: number): ListedRecord => ({
    source: "dcid-2.0",
    id: String(id),
    title: `row ${id}`,
    description: "",
    start: "2010-01-01" as When,
    end: null,
    disclosed: null,
    attributed: null,
    initiators: [from as StateCode],
    targets: [to as StateCode],
    actors: [],
    victims: [],
    effects: ["espionage"],
    sectors: ["government"],
    urls: [],
    scores: [{ scale: "dcid-severity", value: severity }],
    profile: false,
  });
  const rows = Array.from({ length: 40 }, (_, k) =>
    row(k, k % 2 ? a : b, k % 4 < 2 ? (k % 2 ? b : a) : "IRN", k % 4 < 2 ? 3 : 6),
  );

  test("refuses where only the case's own rows are at hand, and says what is needed", async () => {
    const { status, out } = await ran(["measure", "restraint", "tiny-case"]);
    expect(status).toBe(2);
    expect(out).toContain("--dcid FILE");
  });

  test("reads imported rows: both directions, what is mutual, every dyad", async () => {
    const found = await json(["measure", "restraint", "tiny-case"], rows);
    expect(found).toMatchObject({
      source: "dcid-2.0",
      directions: [
        { from: a, to: b, deeds: 10 },
        { from: b, to: a, deeds: 10 },
      ],
      mutual: {
        tested: 2,
        understandings: [
          {
            sector: "government",
            effect: "espionage",
            band: "high",
            brokenBy: expect.arrayContaining(["test-airport"]),
          },
        ],
      },
    });
    expect((found["dyads"] as unknown[]).length).toBe(3);
    expect((await ran(["measure", "restraint", "tiny-case"], rows)).out).toContain("espionage against government");
  });

  test("a file that is no DCID is no input", async () => {
    const { status, err } = await ran(["measure", "restraint", "tiny-case", "--dcid", file("h.csv", answers)]);
    expect(status).toBe(1);
    expect(err).toMatch(/^detente: .*h\.csv/);
  });
});
