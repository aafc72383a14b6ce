import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Effects } from "./command.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-debate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function detente(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const out: string[] = [];
  const err: string[] = [];
  const effects: Effects = {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date(0),
    env: { DETENTE_DATA: folder },
    openLedger: () => Promise.reject(new Error("a debate needs no ledger")),
    columns: 80,
    styled: false,
  };
  const status = await run(words, "0", effects);
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const file = join(folder, "article.txt");
writeFileSync(
  file,
  "Two Capitals and a Wire\n\nBy Jo Marsh, Staff Writer\n\nBoth capitals accuse each other.\n\n  • Ann\n\n    They steal at very little cost and we can hardly retaliate.\n\n    • Bob\n\n      You are an idiot.\n",
);

type Shown = {
  title: string;
  author: string;
  comments: {
    id: string;
    author: string;
    parent: string | null;
    depth: number;
    claims: { models: string[] }[];
    moderation: { status: string };
  }[];
};

test("debate import, show and export agree, and importing the same file again changes nothing", async () => {
  const first = await detente("debate", "import", file, "--json");
  const imported = JSON.parse(first.out) as Shown & { rows: number; added: number; wrote: boolean };
  expect([first.status, imported.title, imported.author, imported.rows, imported.added, imported.wrote]).toEqual([
    0,
    "Two Capitals and a Wire",
    "Jo Marsh",
    2,
    2,
    true,
  ]);
  expect(imported.comments.map(({ author, depth, moderation }) => [author, depth, moderation.status])).toEqual([
    ["Ann", 1, "NONE"],
    ["Bob", 2, "SYSTEM_WITHHELD"],
  ]);
  expect(imported.comments[0]?.claims.flatMap(({ models }) => models)).toEqual(
    expect.arrayContaining(["FLIPIT", "ATTRIB"]),
  );
  const kept = join(folder, "debates", "two-capitals-and-a-wire.json");
  const before = readFileSync(kept, "utf8");
  const again = JSON.parse((await detente("debate", "import", file, "--json")).out) as {
    added: number;
    unchanged: number;
    wrote: boolean;
  };
  expect([again.added, again.unchanged, again.wrote]).toEqual([0, 2, false]);
  expect(readFileSync(kept, "utf8")).toBe(before);
  const shown = JSON.parse((await detente("debate", "show", "two-capitals-and-a-wire", "--json")).out) as Shown;
  expect(shown.comments).toEqual(imported.comments);
  const exported = JSON.parse(
    (await detente("debate", "export", "two-capitals-and-a-wire", "--format", "json")).out,
  ) as Shown;
  expect(exported).toEqual(shown);
});

test("the case's debate carries all nine arguments, at least twenty comments, and nothing that moderation would hold", async () => {
  const { out } = await detente("debate", "show", "us-cn", "--json");
  const { comments, note } = JSON.parse(out) as {
    note: string;
    comments: { claims: { arguments: string[] }[]; moderation: { held: boolean }; anchor: unknown }[];
  };
  expect(comments.length).toBeGreaterThanOrEqual(20);
  expect(
    [...new Set(comments.flatMap(({ claims }) => claims.flatMap((claim) => claim.arguments)))].sort().join(""),
  ).toBe("abcdefghi");
  expect(comments.filter(({ moderation }) => moderation.held)).toEqual([]);
  expect(comments.filter(({ anchor }) => anchor !== null).length).toBeGreaterThanOrEqual(8);
  expect(note).toMatch(/written for the workbench/);
});

test.each(["argdown", "aif", "polis", "markdown", "iccma", "standing"])("debate export writes %s", async (format) => {
  const { status, out } = await detente("debate", "export", "us-cn", "--format", format);
  expect([status, out.length > 1000]).toEqual([0, true]);
});

test("debate claim names the model and its verdict, and says when it finds none", async () => {
  expect((await detente("debate", "claim", "One only negotiates when one is losing.")).out).toMatch(
    /BARGAIN: does not hold/,
  );
  expect((await detente("debate", "claim", "I like soup.")).out).toBe("No claim found.");
});

test.each([
  [["debate", "import", join(folder, "nowhere.txt")], 3],
  [["debate", "show", "nowhere"], 1],
  [["debate", "show", "../secret"], 1],
  [["debate", "export", "us-cn", "--format", "doc"], 1],
])("%j ends with one line and status %i", async (words, status) => {
  const found = await detente(...words);
  expect([found.status, found.out, found.err.split("\n").length]).toEqual([status, "", 1]);
});
