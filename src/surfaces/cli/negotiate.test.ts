import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-negotiate-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function profile(
  first: readonly number[],
  second: readonly number[],
  weights: readonly number[],
  reservation = 0,
): string {
  const items = (names: readonly string[], values: readonly number[]): string =>
    names.map((name, at) => `<item value="${name}" evaluation="${values[at]}"/>`).join("");
  return `<utility_space><objective name="talks">
<issue index="1" name="Power grids" type="discrete">${items(["spared", "not spared"], first)}</issue>
<issue index="2" name="Notice" type="discrete">${items(["one day", "three days", "none"], second)}</issue>
${weights.map((weight, at) => `<weight index="${at + 1}" value="${weight}"/>`).join("\n")}
</objective><reservation value="${reservation}"/></utility_space>`;
}

const domain = file("domain.xml", `<negotiation_template>${profile([1, 1], [1, 1, 1], [1, 1])}</negotiation_template>`);
const a = file("a.xml", profile([4, 1], [1, 2, 4], [0.75, 0.25]));
const b = file("b.xml", profile([1, 4], [4, 2, 1], [0.25, 0.75]));

async function ran(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(["negotiate", ...words], "1.2.3", {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date("2026-01-02T03:04:05Z"),
    env: {},
    openLedger: () => {
      throw new RangeError("Cannot open the ledger: a negotiation needs none");
    },
    columns: 88,
    styled: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

describe("negotiate frontier", () => {
  test("prints one document with the frontier and the fair points", async () => {
    const { status, out, err } = await ran("frontier", domain, a, b, "--json");
    expect([status, err]).toEqual([0, ""]);
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect(answer["outcomes"]).toBe(6);
    expect(answer["frontier"]).toEqual([
      { outcome: ["spared", "none"], a: 1, b: 0.25 },
      { outcome: ["spared", "three days"], a: 0.875, b: 0.4375 },
      { outcome: ["spared", "one day"], a: 0.8125, b: 0.8125 },
      { outcome: ["not spared", "one day"], a: 0.25, b: 1 },
    ]);
    for (const point of ["nash", "kalaiSmorodinsky", "egalitarian", "utilitarian"])
      expect(answer[point]).toEqual({ outcome: ["spared", "one day"], a: 0.8125, b: 0.8125 });
    expect(answer["opposition"]).toBeCloseTo(Math.hypot(0.1875, 0.1875), 12);
    expect(answer["raw"]).toMatchObject({ scale: "raw", disagreement: { a: 1, b: 1 }, nash: { a: 3.25, b: 3.25 } });
  });

  test("tells people the same in sentences, and how sure the deal is where that is asked", async () => {
    const { status, out } = await ran("frontier", domain, a, b, "--within", "0.2", "--draws", "50");
    expect(status).toBe(0);
    expect(out).toContain("6 outcomes; 4 of them leave nothing on the table");
    expect(out).toContain("a gives up 0.188 of its 1: on Notice it wanted none and gets one day (0.188).");
    expect(out).toContain("Over 50 draws");
  });

  test("says that weights missed one, in the document and on standard error", async () => {
    const heavy = file("heavy.xml", profile([4, 1], [1, 2, 4], [3, 1]));
    const { out, err } = await ran("frontier", domain, heavy, b, "--json");
    expect(err).toContain("heavy.xml: the weights sum to 4, not 1; each was divided by that sum.");
    expect((JSON.parse(out) as { nash: { a: number } }).nash.a).toBe(0.8125);
  });

  test("refuses with status 2 where nothing suits both, and fails with 1 and one line on bad XML", async () => {
    const proud = file("proud.xml", profile([4, 1], [1, 2, 4], [0.75, 0.25], 0.9));
    const refused = await ran("frontier", domain, proud, proud.replace("proud", "b"), "--json");
    expect(refused.status).toBe(0);
    const both = await ran(
      "frontier",
      domain,
      proud,
      file("proud-b.xml", profile([1, 4], [4, 2, 1], [0.25, 0.75], 0.9)),
      "--json",
    );
    expect(both.status).toBe(2);
    expect(JSON.parse(both.out)).toMatchObject({ refused: { reason: "no-agreement" } });
    const bad = await ran("frontier", file("bad.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>'), a, b);
    expect([bad.status, bad.out]).toEqual([1, ""]);
    expect(bad.err).toMatch(/^detente: .*bad\.xml:1: expected no document type[^\n]*$/);
    const missing = await ran("frontier", join(folder, "none.xml"), a, b);
    expect(missing.status).toBe(3);
  });
});

describe("negotiate play", () => {
  test.each(["alternating-offers", "zeuthen", "single-text", "tentative-agreement"])("plays %s", async (protocol) => {
    const words = ["play", domain, a, b, "--protocol", protocol, "--deadline", "60", "--seed", "3", "--json"];
    const { status, out } = await ran(...words);
    expect(status).toBe(0);
    const { agreement, round, trace } = JSON.parse(out) as {
      agreement: { outcome: string[] } | null;
      round: number;
      trace: unknown[];
    };
    expect(agreement).not.toBeNull();
    expect(round).toBeLessThanOrEqual(60);
    expect(trace.length).toBeGreaterThan(0);
    expect((await ran(...words)).out).toBe(out);
  });

  test.each([
    [["--protocol", "auction"], "--protocol: expected one of alternating-offers"],
    [["--a", "bluff"], "--a: expected one of boulware"],
    [["--deadline", "0"], "--deadline: expected a whole number from 1"],
    [["--scale", "odd"], "--scale: expected normalized or raw"],
  ])("refuses %j in one line", async (words, why) => {
    const { status, err } = await ran("play", domain, a, b, ...words);
    expect(status).toBe(1);
    expect(err).toContain(why);
  });
});
