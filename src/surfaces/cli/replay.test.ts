import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

async function ran(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(words, "1.2.3", {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date("2026-01-02T03:04:05Z"),
    env: {},
    openLedger: () => Promise.reject(new RangeError("Cannot open a ledger: the test has none")),
    columns: 88,
    styled: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const table = "a,b,c,count\n1,1,1,21\n1,1,0,28\n1,0,1,9\n0,1,1,24\n1,0,0,17\n0,1,0,28\n0,0,1,44\n";

async function result(): Promise<string> {
  writeFileSync(at("lists.csv"), table);
  const { out } = await ran("measure", "hidden", "--table", at("lists.csv"), "--seed", "7", "--json");
  return out;
}

test("a result is made again to the last digit from what it says of itself", async () => {
  writeFileSync(at("result.json"), await result());
  const { status, out } = await ran("replay", at("result.json"), "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ same: true, differences: [], version: { before: "1.2.3", now: "1.2.3" } });
  expect((JSON.parse(out) as { compared: number }).compared).toBeGreaterThan(100);
});

test("one digit changed is found, with its place and both values", async () => {
  const changed = JSON.parse(await result()) as { observed: number };
  changed.observed += 1;
  writeFileSync(at("changed.json"), JSON.stringify(changed));
  const { status, out } = await ran("replay", at("changed.json"));
  expect(status).toBe(2);
  expect(out).toContain("observed: 172 then, 171 now");
});

test("an input that has changed is refused with both hashes, and nothing is compared", async () => {
  writeFileSync(at("result.json"), await result());
  writeFileSync(at("lists.csv"), table.replace("28", "29"));
  const { status, out } = await ran("replay", at("result.json"), "--json");
  expect(status).toBe(2);
  expect((JSON.parse(out) as { refused: { reason: string } }).refused.reason).toBe("inputs-changed");
});

test.each([
  ["{", "one JSON document"],
  ["{}", "a result that a command printed with --json"],
  ['{"replay":{"version":"1","words":[],"inputs":{}}}', "replay.words"],
  ['{"replay":{"version":"1","words":["serve"],"inputs":{}}}', "a command whose results can be made again"],
  ['{"replay":{"version":"1","words":["constructor"],"inputs":{}}}', "a command whose results can be made again"],
])("%s is one clear line", async (text, expected) => {
  writeFileSync(at("bad.json"), text);
  const { status, err } = await ran("replay", at("bad.json"));
  expect(status).toBe(1);
  expect(err).toContain(expected);
  expect(err.trim().split("\n")).toHaveLength(1);
});
