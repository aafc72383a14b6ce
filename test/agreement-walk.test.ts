// From the understanding of 2015 to a draft with a new clause, a negotiation at the table, seals, signatures and
// cosignatures by two keys and a neutral, an incident matched to a clause, a finding, and a proof that is checked on
// another machine without the server. As in docs/agreements.md, by commands and over HTTP.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AgreementAlone } from "../src/agreements/index.ts";
import { run } from "../src/surfaces/cli/run.ts";
import { openLedger } from "../src/surfaces/inputs/open-ledger.ts";
import { makeFolder, serveWorkbench } from "./support/program.ts";

const place = makeFolder();
const here = (name: string): string => join(place.path, name);
const [data, elsewhere] = [here("data"), here("elsewhere")];
const DRAFT = "understanding-2027";

/** As a person would run it, without a process of its own: there are many. */
async function ran(words: string[], folder: string): Promise<{ status: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { DETENTE_DATA: folder };
  const status = await run(words, "0", {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date(),
    env,
    openLedger: () => openLedger({ env, now: new Date(), progress: () => undefined }),
    columns: 80,
    styled: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

async function said(line: string, words: string[] = [], folder = data): Promise<string> {
  const { status, out, err } = await ran([...line.split(" "), ...words], folder);
  expect([line, status], err).toEqual([line, 0]);
  return out;
}
const told = async <Answer>(line: string, words: string[] = []): Promise<Answer> =>
  JSON.parse(await said(line, [...words, "--json"])) as Answer;
/** Whoever opens a case keeps a log; each side and a neutral keep their keys to themselves. */
async function keygen(name: string, file: string, words: string[] = []): Promise<string> {
  return (await said(`log keygen ${name} --out ${here(file)}`, words)).split("\n")[0]!;
}

let vkeys: Record<"usa" | "chn" | "wUsa" | "wChn" | "wNeutral", string>;
beforeAll(async () => {
  mkdirSync(elsewhere);
  await said("agreements");
  vkeys = {
    usa: await keygen("usa.example/texts", "usa.key"),
    chn: await keygen("chn.example/texts", "chn.key"),
    wUsa: await keygen("usa.example/witness", "w-usa.key", ["--witness"]),
    wChn: await keygen("chn.example/witness", "w-chn.key", ["--witness"]),
    wNeutral: await keygen("neutral.example/witness", "w-neutral.key", ["--witness"]),
  };
}, 240_000);
afterAll(place.remove);

async function negotiated(): Promise<{ issue: string; says: string }[]> {
  const { address, stop } = await serveWorkbench({ DETENTE_DATA: data });
  try {
    const draft = (await (await fetch(`${address}/api/cases/us-cn/agreements/${DRAFT}`)).json()) as {
      clauses: { gist: { en: string } }[];
    };
    const options = ["As it stands", "With a deadline for answers", "Left out"];
    const issues = draft.clauses.map(({ gist }) => ({ name: gist.en.slice(0, 300), options }));
    const post = (path: string, body: object, token?: string): Promise<Response> =>
      fetch(`${address}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(body),
      });
    const made = await post("/api/tables", { title: "The draft", issues, deadline: null });
    const { id, links } = (await made.json()) as { id: string; links: { a: string; b: string } };
    let key = 0;
    const move = async (token: string, one: object): Promise<void> => {
      const answer = await post(`/api/tables/${id}/moves`, { key: `key-of-the-walk-${(key += 1)}`, move: one }, token);
      expect(answer.status, await answer.clone().text()).toBe(200);
    };
    // The hotline is left out, answers to requests get a deadline, all else stands.
    const terms = issues.map((_, at) => (at === 0 ? 1 : at === 7 ? 2 : 0));
    await move(links.a, { kind: "offer", terms: issues.map(() => 0) });
    await move(links.b, { kind: "argument", text: "Answers need a day.", issue: 0 });
    await move(links.b, { kind: "offer", terms });
    await move(links.a, { kind: "accept", offer: 2 });
    const seen = await fetch(`${address}/api/tables/${id}`, { headers: { authorization: `Bearer ${links.a}` } });
    const { view } = (await seen.json()) as { view: { phase: string; agreement: number[] } };
    expect([view.phase, view.agreement]).toEqual(["agreed", terms]);
    return issues.map(({ name }, at) => ({ issue: name, says: options[view.agreement[at]!]! }));
  } finally {
    await stop();
  }
}

describe("from the understanding of 2015 to a proof on another machine", () => {
  test("a draft is made with a new clause, negotiated, and brought back", { timeout: 240_000 }, async () => {
    await said(`agreement draft understanding-2015 --as ${DRAFT} --by me`);
    const scope = "--kind restraint --effect destruction,disruption,degradation --sector energy,water,health";
    await said(`agreement clause ${DRAFT} ${scope} --by me`, [
      "--text",
      "Neither side disturbs what civilians live by.",
      "--because",
      "new",
    ]);
    const file = here("agreed.json");
    writeFileSync(file, JSON.stringify({ clauses: await negotiated() }));
    expect(await said(`agreement settle ${DRAFT} ${file} --by me`)).toContain(
      "now has c1, c2, c3, c4, c5, c6, c7 and c9.",
    );
    const { clauses } = await told<{ clauses: { id: string; gist: { en: string } }[] }>(`agreement ${DRAFT}`);
    expect(clauses[0]!.gist.en).toMatch(/With a deadline for answers\.$/);
  });

  test(
    "which of its clauses hold by themselves is told, with certificates that check",
    { timeout: 120_000 },
    async () => {
      const folder = here("certificates");
      const { clauses, package: whole } = await told<AgreementAlone>(`agreement alone ${DRAFT} --out ${folder}`);
      const about = clauses.flatMap(({ clause, issues }) => issues.map(({ id }) => `${clause.split("#")[1]} ${id}`));
      expect(about).toEqual(["c4 commercial-theft", "c9 critical-infrastructure"]);
      const holds = clauses.flatMap(({ holding }) => (holding ? [holding.holds] : []));
      expect([...holds, whole?.holding.holds]).toEqual([false, true, expect.any(Boolean)]);
      for (const name of [`${DRAFT}-c4-here`, `${DRAFT}-c9-here`, "package-seen"])
        expect(await said(`models check ${join(folder, `${name}.json`)}`)).toMatch(/^Holds/);
    },
  );

  test(
    "it is sealed, signed by two keys, logged, and cosigned by both sides and a neutral",
    { timeout: 240_000 },
    async () => {
      await said(`agreement seal ${DRAFT} --by USA --opening ${here("usa.opening")}`);
      const envelope = here("draft.json.dsse.json");
      await said(`agreement sign ${DRAFT} --by USA --key ${here("usa.key")} --out ${envelope}`);
      // The other side signs at home, and its envelope is taken in.
      await said(`agreement export ${DRAFT} --out ${here("draft.json")}`);
      await said(`log sign ${here("draft.json")} --key ${here("chn.key")} --out ${here("chn.dsse.json")}`);
      const forged = await ran(
        `agreement signed ${DRAFT} ${here("chn.dsse.json")} --by CHN --key ${vkeys.usa}`.split(" "),
        data,
      );
      expect([forged.status, forged.err]).toEqual([1, expect.stringContaining("usa.example/texts that holds")]);
      expect(await said(`agreement signed ${DRAFT} ${here("chn.dsse.json")} --by CHN --key ${vkeys.chn}`)).toContain(
        "Signed by USA",
      );
      await said(`log sign ${here("draft.json")} --key ${here("chn.key")} --out ${envelope}`);
      const log = join(data, "log");
      await said(`log init --dir ${log} --origin example.org/understanding --key ${here("log.key")}`);
      await said(`log append ${envelope} --dir ${log} --key ${here("log.key")}`);
      for (const witness of ["w-usa", "w-chn"]) await said(`log cosign --dir ${log} --key ${here(`${witness}.key`)}`);
      await said(`agreement reveal ${DRAFT} ${here("usa.opening")}`);
      const shown = await said(`agreement ${DRAFT}`);
      expect(shown.replace(/\s+/g, " ")).toMatch(
        /Signed by USA \(.*\) and CHN \(.*\)\. USA sealed a text on .* opened it on .*: it is this text\. Entry 0 of the log example\.org\/understanding is its signed envelope, cosigned by (usa|chn)\.example\/witness/,
      );
      await said(`log cosign --dir ${log} --key ${here("w-neutral.key")}`);
      expect(await said(`agreement ${DRAFT}`)).toContain("neutral.example/witness");
      await said(`agreement clause ${DRAFT}#c5 --strike --by me --because later`);
      expect((await said(`agreement ${DRAFT}`)).replace(/\s+/g, " ")).toContain("signed an earlier text");
    },
  );

  test("an incident is matched to a clause, and a finding is run to its end", { timeout: 240_000 }, async () => {
    type Check = { clauses: { id: string; candidates: { incident: string }[] }[] };
    const { clauses } = await told<Check>("agreement check understanding-2015");
    const { id, candidates } = clauses.find((one) => one.candidates.length > 0)!;
    const { incident } = candidates[0]!;
    await said(`agreement confirm ${id} ${incident} --as concerns --because charged --by me`);
    await said(`agreement find allege ${id} --id f1 --by USA --incident ${incident} --claim theft --grade B2`);
    await said("agreement find consult f1 --by CHN --answer no");
    await said(
      `agreement find assess f1 --by USA --name A --judgement not-kept --probability .6-.8 --confidence low --grade B2 --because b`,
    );
    await said(
      `agreement find assess f1 --by CHN --name B --judgement kept --probability 0-.2 --confidence low --grade C3 --because b`,
    );
    await said("agreement find dispute f1 --by CHN --because differ");
    await said("agreement find close f1 --by USA --how withdrawn --because enough");
    const checked = await said("agreement check understanding-2015");
    expect(checked.replace(/\s+/g, " ")).toContain("f1");
    expect(await said("brief us-cn")).toContain("1 finding: f1, closed");
  });

  test("the proof is checked on another machine, with the policy and nothing else", { timeout: 120_000 }, async () => {
    const log = join(data, "log");
    await said(`log prove 0 --dir ${log} --out ${here("clause.tlog-proof")}`);
    const policy = [
      `log ${readFileSync(join(log, "vkey"), "utf8").trim()}`,
      `witness USA ${vkeys.wUsa}`,
      `witness CHN ${vkeys.wChn}`,
      `witness neutral1 ${vkeys.wNeutral}`,
      "group parties all USA CHN",
      "group neutrals any neutral1",
      "group both all parties neutrals",
      "quorum both",
    ].join("\n");
    cpSync(here("clause.tlog-proof"), join(elsewhere, "proof"));
    writeFileSync(join(elsewhere, "policy"), `${policy}\n`);
    const nothing = join(elsewhere, "nothing");
    const there = await said(
      `log verify ${join(elsewhere, "proof")} --policy ${join(elsewhere, "policy")}`,
      [],
      nothing,
    );
    expect(there).toMatch(/^Holds\. Entry 0 of the log example\.org\/understanding.*cosigned by USA, CHN and neutral1/);
    const proof = readFileSync(join(elsewhere, "proof"), "utf8");
    writeFileSync(join(elsewhere, "forged"), proof.replace("index 0", "index 1"));
    const forged = ["log", "verify", join(elsewhere, "forged"), "--policy", join(elsewhere, "policy")];
    expect((await ran(forged, nothing)).status).toBe(2);
    expect(
      await said(`log verify ${here("draft.json.dsse.json")} --key ${vkeys.usa} --key ${vkeys.chn}`, [], nothing),
    ).toMatch(/^Holds/);
  });

  test(
    "the case goes to another machine whole, and a rebuild there finds every record",
    { timeout: 240_000 },
    async () => {
      await said(`case export us-cn ${here("case.zip")}`);
      const far = here("far");
      await said(`case import ${here("case.zip")}`, [], far);
      const records = readFileSync(join(data, "agreements", "us-cn.jsonl"), "utf8").split("\n").length - 1;
      expect(await said("rebuild", [], far)).toContain(`us-cn: ${records} records of what people made`);
      expect(await said(`agreement ${DRAFT}`, [], far)).toMatch(/signed an\s+earlier text/);
      expect(await said("agreement check understanding-2015", [], far)).toContain("f1");
    },
  );
});
