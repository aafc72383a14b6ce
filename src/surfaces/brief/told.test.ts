import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { templates } from "../../debate/claims/index.ts";
import type { Day } from "../../values/day.ts";
import { liveAt } from "../inputs/debate/live.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { make } from "../inputs/register.ts";
import { receivedFolder } from "../inputs/register-files.ts";
import { briefOf } from "./brief-of.ts";
import type { Brief } from "./compose.ts";
import { briefPage } from "./html.ts";
import { briefParts } from "./terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "detente-told-"));
const env = { DETENTE_DATA: folder };
const now = new Date("2026-02-03T04:05:06Z");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What was kept, by name: nothing is worked out twice. */
const kept = new Map<string, unknown>();
const ledger = {
  listed: () => Promise.resolve([]),
  queue: () => Promise.resolve({ case: "tiny-case", judged: 0, total: 0, items: [] }),
  async remember<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
    if (!kept.has(name)) kept.set(name, JSON.parse(JSON.stringify(await work())));
    return kept.get(name) as Result;
  },
} as unknown as Ledger;

const tiny = tinyView();
const briefed = (asof: Day | null = null): Promise<Brief> =>
  briefOf(ledger, tiny, { asof, dates: "first", side: null }, { env, now });

describe("briefOf() with a register", () => {
  test("answers the six questions, each once, in their order", async () => {
    const { sections } = await briefed();
    expect(sections.map(({ id }) => id)).toEqual(["magnitude", "trend", "keeping", "agreeable", "kept", "debate"]);
    expect(new Set(sections.map(({ question }) => question)).size).toBe(6);
  });

  test("gives each argument one row with verdict and pivot: in the data, in a terminal and on paper", async () => {
    const brief = await briefed();
    const rows = brief.debate?.rows ?? [];
    expect(rows.length).toBeGreaterThan(20);
    expect("abcdefghi".split("").filter((letter) => !rows.some((row) => row.arguments.includes(letter)))).toEqual([]);
    const tables = briefParts(brief).filter(({ rows: found }) => found?.[0]?.includes("argument"));
    expect(tables.map(({ rows: found }) => found?.length)).toEqual([rows.length + 1]);
    const page = briefPage(brief, now);
    expect(rows.filter(({ text }) => !page.includes(text.replaceAll("'", "&#39;")))).toEqual([]);
    expect(page.match(/<table class|<table>/g)).toHaveLength(briefParts(brief).length - brief.sections.length - 2);
  });

  test("says what a person drafted as soon as it is made, and not as of a day before", async () => {
    const told = async (asof?: Day): Promise<string> =>
      (await briefed(asof)).sections.find(({ id }) => id === "agreeable")?.answer ?? "";
    expect(await told()).not.toContain("tiny-draft");
    make("tiny-case", { env, now }, () => [
      {
        kind: "draft",
        subject: "tiny-draft",
        body: {
          kind: "copied",
          at: now.toISOString(),
          by: "a test",
          from: "understanding-2015",
          title: { en: "A draft" },
          parties: [tiny.about.parties[0].iso, tiny.about.parties[1].iso],
          clauses: [],
        },
      },
    ]);
    expect(await told()).toContain("1 draft made here: tiny-draft.");
    expect(await told("2026-02-02" as Day)).not.toContain("tiny-draft");
  });

  test("as of a day knows no agreement of a later one", async () => {
    const texts = async (asof: Day): Promise<string> =>
      (await briefed(asof)).agreements?.agreeable.sentences.join() ?? "";
    const before = await texts("2010-01-01" as Day);
    expect(before).not.toMatch(/2013|2015|2016/);
  });

  test("leaves debates to speak of the declared lines of this data folder, and of no other", async () => {
    const lines = receivedFolder("tiny-case", env);
    mkdirSync(lines, { recursive: true });
    const line = { id: "own-line", by: tiny.about.parties[0].iso, toward: null, when: "2020-01-02", form: "threat", gist: { en: "A line." }, consequence: { en: "An answer." }, threshold: { coding: "own", sectors: [], effects: ["destruction"], severity: 6 }, read: [{ url: "https://example.org/line" }], checked: "page-read" }; // prettier-ignore
    writeFileSync(join(lines, "lines.jsonl"), `${JSON.stringify(line)}\n`);
    for (const name of [...kept.keys()].filter((one) => one.startsWith("debate-"))) kept.delete(name);
    const view = tinyView();
    await briefOf(ledger, view, { asof: null, dates: "first", side: null }, { env, now });
    const bindings = templates.flatMap((template) => template.bindings);
    const asked = bindings.filter((one) => one.kind === "query" && one.name === "red-lines");
    const live = await liveAt(ledger, view, undefined, asked, null, env);
    expect(asked.map((one) => live(one).inWords.split(",")[0])).toEqual(["1 declared line stands on the register"]);
  });
});
