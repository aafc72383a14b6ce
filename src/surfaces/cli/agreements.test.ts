import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { incidentOf, type LinkedStatement } from "../../ledger/incident.ts";
import type { LedgerView } from "../../ledger/view.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { run } from "./run.ts";

const place = mkdtempSync(join(tmpdir(), "detente-agreements-cli-"));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

const statement = (id: string, from: string, to: string, happened: string): LinkedStatement =>
  ({
    id: `${id}-s`,
    about: "incident",
    author: { name: { en: "A firm" }, kind: "firm", side: "third" },
    said: "2018-01-01",
    stance: "asserts",
    accused: { states: [from], actors: [] },
    victims: { states: [to], names: [] },
    what: { effects: ["data-theft"], sectors: ["energy"] },
    happened,
    disclosed: null,
    basis: "technical",
    grade: { source: "B", claim: 2 },
    summary: { en: "Theft." },
    read: [],
    checked: "not-checked",
    listedBy: [],
    link: { statement: `${id}-s`, incident: id, kind: "same", because: "b", by: { kind: "person", name: "me" } },
    withdrawn: false,
  }) as unknown as LinkedStatement;

const about = (id: string): { id: string; title: { en: string }; summary: { en: string } } => ({
  id,
  title: { en: id },
  summary: { en: id },
});
const parties = [
  { iso: "USA", inSentence: { en: "the United States" } },
  { iso: "CHN", inSentence: { en: "China" } },
];
const view = {
  about: {
    id: "us-cn",
    parties,
    agreement: { id: "understanding-2015", date: "2015-09-25", title: { en: "the understanding" } },
  },
  incidents: [
    incidentOf(about("there"), [statement("there", "CHN", "USA", "2017-03")]),
    incidentOf(about("back"), [statement("back", "USA", "CHN", "2017-04")]),
    incidentOf(about("before"), [statement("before", "CHN", "USA", "2014-03")]),
  ],
  acts: [],
  hash: "",
  head: { sequence: 0, hash: "" },
} as unknown as LedgerView;
const ledger = {
  view: () => Promise.resolve(view),
  listed: () => Promise.resolve([]),
  close: () => Promise.resolve(),
};

type Ran = { status: number; out: string; err: string };

async function detente(words: string[], now = "2026-01-02T12:00:00Z"): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(words, "0", {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date(now),
    env: { DETENTE_DATA: place },
    openLedger: () => Promise.resolve(ledger as unknown as Ledger),
    columns: 88,
    styled: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

const json = async (line: string, now?: string): Promise<unknown> =>
  JSON.parse((await detente([...line.split(" "), "--json"], now)).out);

describe("detente agreement", () => {
  test("check shows the understanding as the golden file has it", async () => {
    const { status, out } = await detente(["agreement", "check", "understanding-2015"]);
    expect(status).toBe(0);
    expect(`${out}\n`).toBe(golden("agreement-check.txt", `${out}\n`));
  });

  test("check proposes both directions alike, and nothing from before", async () => {
    const found = (await json("agreement check understanding-2015")) as {
      clauses: { id: string; candidates: { incident: string }[] }[];
    };
    const theft = found.clauses.find(({ id }) => id === "understanding-2015#c4");
    expect(theft?.candidates.map(({ incident }) => incident)).toEqual(["there", "back"]);
  });

  test("takes a draft from copy to a changed clause to one file, across runs", async () => {
    await detente(["agreement", "draft", "understanding-2015", "--as", "mine"]);
    await detente([
      "agreement",
      "clause",
      "mine",
      "--kind",
      "restraint",
      "--text",
      "Hospitals.",
      "--effect",
      "intrusion,disruption",
      "--sector",
      "health",
    ]);
    await detente(["agreement", "clause", "mine#c1", "--strike"]);
    const file = join(place, "mine.json");
    const exported = (await json(`agreement export mine --out ${file}`)) as { hash: string };
    const draft = JSON.parse(readFileSync(file, "utf8")) as { clauses: { id: string; scope?: object }[] };
    expect(draft.clauses.map(({ id }) => id)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((number) => `mine#c${number}`));
    expect(draft.clauses.at(-1)?.scope).toEqual({ effects: ["intrusion", "disruption"], sectors: ["health"] });
    expect(exported.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await json("agreement mine")).toMatchObject({
      id: "mine",
      binding: "draft",
      draftOf: { agreement: "understanding-2015" },
    });
  });

  test("takes a finding through its steps, and shows it against the clause", async () => {
    const allege = [
      "agreement",
      "find",
      "allege",
      "understanding-2015#c4",
      "--id",
      "f1",
      "--by",
      "USA",
      "--incident",
      "there",
      "--claim",
      "theft",
      "--grade",
      "B2",
    ];
    expect((await detente(allege)).status).toBe(0);
    const early = await detente([
      "agreement",
      "find",
      "assess",
      "f1",
      "--by",
      "third",
      "--name",
      "panel",
      "--judgement",
      "not-kept",
      "--probability",
      ".6-.8",
      "--confidence",
      "low",
      "--grade",
      "B2",
      "--because",
      "b",
    ]);
    expect(early).toMatchObject({ status: 1, out: "" });
    expect(early.err).toContain("The other side must be consulted first");
    await detente(["agreement", "find", "consult", "f1", "--by", "CHN", "--answer", "no"]);
    await detente([
      "agreement",
      "find",
      "assess",
      "f1",
      "--by",
      "third",
      "--name",
      "panel",
      "--judgement",
      "not-kept",
      "--probability",
      ".6-.8",
      "--confidence",
      "low",
      "--grade",
      "B2",
      "--because",
      "b",
    ]);
    await detente([
      "agreement",
      "find",
      "dissent",
      "f1",
      "--by",
      "third",
      "--name",
      "one member",
      "--because",
      "too little",
    ]);
    expect(await json("agreement find show f1")).toMatchObject({
      stage: "assessed",
      dissents: [{ name: "one member" }],
      assessments: [{ probability: { lower: 0.6, upper: 0.8 } }],
    });
    const found = (await json("agreement check understanding-2015")) as { clauses: { against: { kind: string }[] }[] };
    expect(found.clauses[3]?.against.map(({ kind }) => kind)).toContain("finding");
  });

  test("tells what it cannot read in one line", async () => {
    for (const words of [
      ["agreement", "nothing"],
      ["agreement", "confirm", "understanding-2015#c4", "nowhere", "--as", "concerns", "--because", "b", "--by", "me"],
      ["agreement", "confirm", "understanding-2015#c99", "there", "--as", "concerns", "--because", "b", "--by", "me"],
      [
        "agreement",
        "find",
        "allege",
        "understanding-2015#c4",
        "--by",
        "USA",
        "--incident",
        "there",
        "--claim",
        "c",
        "--grade",
        "G9",
      ],
      ["agreement", "draft", "understanding-2015", "--as", "check"],
      ["line", "nothing"],
      ["watch", "drop", "nothing", "--by", "me", "--because", "b"],
      ["notify", "acknowledge", "nothing", "--by", "CHN"],
    ]) {
      const ran = await detente(words);
      expect(ran, words.join(" ")).toMatchObject({ status: 1, out: "" });
      expect(ran.err).toMatch(/^detente: .*: expected [^\n]*$/);
    }
  });
});

describe("detente agreements", () => {
  test("says first what both sides have agreed on, and lists every text with its clauses", async () => {
    const { out } = await detente(["agreements"]);
    expect(out).toMatch(/^Both sides have put their name to 7 texts, 5 of them between themselves/);
    const listed = (await json("agreements")) as { id: string; clauses: number }[];
    expect(listed.find(({ id }) => id === "un-gge-2015")?.clauses).toBe(11);
  });
});

describe("detente notify", () => {
  test("signs what goes out, and takes in on the other side what its key opens", async () => {
    const key = join(place, "usa.key");
    const { key: publicKey } = (await json(`log keygen usa --out ${key}`)) as { key: string };
    const out = join(place, "message.json");
    await detente([
      "notify",
      "request",
      "thread",
      "--by",
      "USA",
      "--to",
      "CHN",
      "--subject",
      "s",
      "--text",
      "t",
      "--key",
      key,
      "--out",
      out,
    ]);
    const again = await detente(["notify", "receive", out, "--from", publicKey]);
    expect(again.status).toBe(1); // the same message, played again
    expect(await json("notify", "2026-01-04T00:00:00Z")).toMatchObject([
      { id: "thread", late: true, signed: [[expect.stringContaining("usa+")]] },
    ]);
    const other = await json(`notify receive ${out} --from ${publicKey} --case other-case`);
    expect(other).toMatchObject([{ id: "thread", stage: "sent", from: "USA" }]);
  });
});
