import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonical } from "../../values/canonical.ts";
import type { Ledger } from "../inputs/ledger.ts";
import { chain, type Record } from "../../log/record.ts";
import { run } from "./run.ts";

const place = mkdtempSync(join(tmpdir(), "detente-log-cli-"));
const at = (name: string): string => join(place, name);
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

let records: Record[] = [];
const ledger = {
  view: () => Promise.resolve({ head: { sequence: records.length, hash: "" } }),
  record: (sequence: number) => Promise.resolve(records[sequence - 1] ?? null),
  close: () => Promise.resolve(),
};

type Ran = { status: number; out: string; err: string };

async function detente(line: string, now = "2026-01-02T12:00:00Z"): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(
    line.split(" ").map((word) => (word.startsWith("@") ? at(word.slice(1)) : word)),
    "0",
    {
      print: (text) => out.push(text),
      note: (text) => err.push(text),
      now: () => new Date(now),
      env: { DETENTE_DATA: at("data") },
      openLedger: () => Promise.resolve(ledger as unknown as Ledger),
      columns: 88,
      styled: false,
    },
  );
  return { status, out: out.join("\n"), err: err.join("\n") };
}

async function json<Answer>(line: string, now?: string): Promise<Answer & { status: number }> {
  const { status, out } = await detente(`${line} --json`, now);
  return { ...(JSON.parse(out) as Answer), status };
}

const keyOf = async (name: string, file: string, flags = ""): Promise<string> =>
  (await json<{ key: string }>(`log keygen ${name} --out @${file}${flags}`)).key;

let keys: { [name in "log" | "a" | "b" | "n"]: string };
beforeAll(async () => {
  keys = {
    log: await keyOf("example.org/log", "log.key"),
    a: await keyOf("a.example/w", "a.key", " --witness"),
    b: await keyOf("b.example/w", "b.key", " --witness"),
    n: await keyOf("n.example/w", "n.key", " --witness"),
  };
  const lines = [
    `log ${keys.log}`,
    ...(["a", "b", "n"] as const).map((name) => `witness ${name} ${keys[name]}`),
    "group parties all a b",
    "group neutrals any n",
    "group both all parties neutrals",
    "quorum both",
  ];
  writeFileSync(at("policy"), `${lines.join("\n")}\n`);
  writeFileSync(at("clause.json"), '{"clause":"hotline"}');
});

describe("a user's way through a log", () => {
  test("begins one, appends, signs, and proves to one who holds the keys alone", async () => {
    expect(await json("log init --dir @log --key @log.key")).toMatchObject({
      status: 0,
      origin: "example.org/log",
      key: keys.log,
      size: 0,
    });
    expect(await json("log append @clause.json --dir @log")).toEqual({
      status: 0,
      origin: "example.org/log",
      first: 0,
      entries: 1,
      size: 0,
      pending: 1,
    });
    expect((await detente("log append --text one --text two --dir @log")).out).toBe(
      "2 entries from 1 on are on disk. 3 wait for the next checkpoint, which alone can be proved and cosigned.",
    );
    expect((await detente("log prove 0 --dir @log")).err).toContain("INDEX: expected a number below 0");
    expect(await json("log checkpoint --dir @log --key @log.key")).toMatchObject({
      status: 0,
      size: 3,
      checkpoint: readFileSync(at("log/checkpoint"), "utf8"),
    });
    await detente("log prove --entry @clause.json --dir @log --out @clause.tlog-proof");
    expect(await json(`log verify @clause.tlog-proof --key ${keys.log}`)).toMatchObject({
      status: 0,
      valid: true,
      index: 0,
      entry: '{"clause":"hotline"}',
    });
    expect(await json("log verify @clause.tlog-proof --policy @policy")).toMatchObject({
      status: 2,
      valid: false,
      code: "quorum-not-met",
      missing: "a; b; n",
    });
  });

  test("has it cosigned by both parties and a neutral; the proof then holds without the folder", async () => {
    for (const witness of ["a", "b", "n"])
      expect(await json(`log cosign --dir @log --key @${witness}.key`)).toMatchObject({
        status: 0,
        cosigned: true,
        size: 3,
      });
    await detente("log prove 0 --dir @log --out @clause.tlog-proof");
    const { status, out } = await detente("log verify @clause.tlog-proof --policy @policy");
    expect([status, out.split("\n")[0]]).toEqual([
      0,
      "Holds. Entry 0 of the log example.org/log, signed by the log, cosigned by a, b and n.",
    ]);
    expect(await json("log fsck --dir @log --policy @policy")).toMatchObject({
      status: 0,
      valid: true,
      problems: [],
      missing: "",
    });
  });

  test("learns who has not cosigned, and since when", async () => {
    writeFileSync(at("kept-checkpoint"), readFileSync(at("log/checkpoint")));
    await detente("log append --text three --dir @log --key @log.key");
    await detente("log cosign --dir @log --key @a.key", "2026-01-03T12:00:00Z");
    const { status, out } = await detente(
      "log fsck --dir @log --policy @policy --since @kept-checkpoint",
      "2026-01-03T12:00:00Z",
    );
    expect([status, out.split("\n")]).toEqual([
      2,
      [
        "Sound, but not cosigned as the policy asks. Too few of those whom the policy names have cosigned. Missing: b; n.",
        "  example.org/log: 4 entries under the checkpoint, 0 waiting for the next",
        "  checkpoint: Too few of those whom the policy names have cosigned. Missing: b; n.",
        expect.stringMatching(/^ {2}[abn]\.example.* cosigned last at /),
        expect.anything(),
        expect.anything(),
        "  not yet cosigned by b; n",
      ],
    ]);
    expect(out).toMatch(/a\.example\/w\+\w+ cosigned last at 4 entries, 2026-01-03T12:00:00Z\n/);
    expect(out).toMatch(/b\.example\/w\+\w+ cosigned last at 3 entries, 2026-01-02T12:00:00Z: 1 entry since\n/);
  });

  test("cosigns from another machine: a request there, a line back", async () => {
    await detente("log prove --since 3 --dir @log --out @request");
    const { status, out } = await detente(`log cosign @request --key @b.key --log ${keys.log}`);
    expect([status, out]).toEqual([0, expect.stringMatching(/^\u2014 b\.example\/w \S+$/)]);
    writeFileSync(at("line"), `${out}\n`);
    expect(await json(`log cosign --dir @log --add @line --witness ${keys.b}`)).toMatchObject({ status: 0 });
    expect(readFileSync(at("log/checkpoint"), "utf8")).toContain(out);
    expect(await json("log fsck --dir @log --policy @policy", "2026-01-03T12:00:00Z")).toMatchObject({ missing: "n" });
    expect((await detente(`log cosign --dir @log --add @line --witness ${keys.a}`)).status).toBe(1);
  });

  test("changes the log's key: the old one signs no more, and the proof says which counts", async () => {
    await keyOf("example.org/log", "log2.key");
    expect(await json("log rotate @log.key @log2.key --dir @log")).toMatchObject({
      status: 0,
      kind: "rotate",
      size: 4,
    });
    await detente("log append --text four --dir @log");
    expect(await detente("log checkpoint --dir @log --key @log.key")).toMatchObject({
      status: 1,
      err: expect.stringContaining("--key: expected the key of the log"),
    });
    await detente("log checkpoint --dir @log --key @log2.key");
    await detente("log prove 4 --dir @log --out @four.tlog-proof");
    expect(await json(`log verify @four.tlog-proof --key ${keys.log}`)).toMatchObject({
      status: 2,
      code: "not-signed-by-log",
    });
    expect(await json(`log verify @four.tlog-proof --key ${keys.log} --changes @log/key-changes`)).toMatchObject({
      status: 0,
      valid: true,
    });
    expect(await json("log cosign --dir @log --key @a.key", "2026-01-04T12:00:00Z")).toMatchObject({
      status: 0,
      size: 5,
    });
    await detente("log revoke @log2.key --dir @log --size 4");
    expect(await json("log fsck --dir @log", "2026-01-05T12:00:00Z")).toMatchObject({
      status: 2,
      problems: [{ file: "checkpoint", code: "key-revoked" }],
    });
  });
});

describe("a witness remembers", () => {
  test("and does not cosign a log that took entries back, nor one with another history", async () => {
    await detente("log init --dir @back --origin back.example");
    await detente("log append --text one --text two --dir @back");
    await detente("log checkpoint --dir @back");
    const key = await keyOf("w.example", "w.key", " --witness");
    expect(key).toContain("w.example+");
    await detente("log cosign --dir @back --key @w.key");
    rmSync(at("back"), { recursive: true });
    await detente("log init --dir @back --origin back.example");
    await detente("log append --text one --dir @back --key @data/keys/back.example.key");
    expect(await json("log cosign --dir @back --key @w.key")).toMatchObject({
      status: 2,
      cosigned: false,
      code: "rollback",
      seen: 2,
    });
    await detente("log append --text other --text more --dir @back --key @data/keys/back.example.key");
    expect(await json("log cosign --dir @back --key @w.key")).toMatchObject({
      status: 2,
      cosigned: false,
      code: "split-view",
    });
    expect((await detente("log cosign --dir @back --key @data/keys/back.example.key")).err).toContain(
      "a witness's key",
    );
  });
});

describe("the ledger's records in a log", () => {
  const change = (subject: string): { kind: string; case: string; subject: string; body: unknown } => ({
    kind: "statement",
    case: "tiny",
    subject,
    body: { long: "x".repeat(subject === "b" ? 70_000 : 3) },
  });
  const then = new Date("2026-01-01T00:00:00Z");

  test("are its entries, in the ledger's order; later those that came since", async () => {
    records = chain(null, [change("a"), { ...change("z"), case: "other" }, change("b")], then);
    expect(await json("log init --dir @case --origin case.example --from tiny")).toMatchObject({ status: 0, size: 2 });
    records = [...records, ...chain(records.at(-1)!, [change("c")], then)];
    expect(await json("log append --case tiny --dir @case")).toMatchObject({ first: 2, entries: 1, pending: 1 });
    expect(await detente("log append --case tiny --dir @case")).toMatchObject({
      status: 0,
      out: "Nothing new to append.",
    });
    await detente("log checkpoint --dir @case");
    const proofs = await Promise.all(
      [0, 1, 2].map((index) => json<{ proof: string }>(`log prove ${index} --dir @case`)),
    );
    const entries = proofs.map(({ proof }) => Buffer.from(/^extra (.*)$/m.exec(proof)![1]!, "base64").toString());
    expect(entries[0]).toBe(canonical(records[0]));
    expect(JSON.parse(entries[1]!)).toMatchObject({
      sequence: 3,
      subject: "b",
      hash: records[2]!.hash,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(entries[2]).toBe(canonical(records[3]));
  });

  test("are not mixed with those of another ledger", async () => {
    records = chain(
      null,
      [change("a"), change("b"), change("c"), change("d"), change("e")],
      new Date("2026-01-02T00:00:00Z"),
    );
    expect(await detente("log append --case tiny --dir @case")).toMatchObject({
      status: 1,
      err: expect.stringContaining("--case: expected the ledger that this log holds"),
    });
  });
});

describe("texts", () => {
  test("that several sign gather their signatures in one envelope", async () => {
    const [one, two] = [await keyOf("usa.example", "usa.key"), await keyOf("chn.example", "chn.key")];
    await detente("log sign @clause.json --key @usa.key");
    const envelope = "@clause.json.dsse.json";
    expect(await json(`log verify ${envelope} --key ${one} --key ${two}`)).toMatchObject({
      status: 2,
      valid: false,
      signedBy: [expect.stringContaining("usa")],
      missing: [expect.stringContaining("chn")],
    });
    expect(await json("log sign @clause.json --key @chn.key")).toMatchObject({
      signatures: [expect.anything(), expect.anything()],
    });
    expect(await json(`log verify ${envelope} --key ${one} --key ${two}`)).toMatchObject({ status: 0, valid: true });
    expect((await detente("log sign @clause.json --key @a.key")).status).toBe(1);
  });

  test("that are sealed open with their own opening alone", async () => {
    writeFileSync(at("line.txt"), "Not the power grid.");
    expect(await json("log seal @line.txt --party USA")).toMatchObject({
      status: 0,
      party: "USA",
      seal: expect.stringMatching(/^sha256:/),
    });
    expect(statSync(at("line.txt.opening")).mode & 0o777).toBe(0o600);
    expect(await json("log reveal @line.txt.opening --seal @line.txt.seal")).toMatchObject({
      status: 0,
      valid: true,
      text: "Not the power grid.",
    });
    writeFileSync(at("false.opening"), readFileSync(at("line.txt.opening"), "utf8").replace("Not the", "Only the"));
    expect(await json("log reveal @false.opening --seal @line.txt.seal")).toMatchObject({
      status: 2,
      valid: false,
      code: "seal-broken",
    });
  });
});

describe("what goes wrong", () => {
  test.each([
    ["log verify @policy --policy @policy", 1, /policy: .*expected/],
    ["log verify @nothing --policy @policy", 3, /the file .*nothing cannot be read/],
    ["log verify @clause.json", 1, /envelope|--key: expected/],
    ["log verify @log/checkpoint", 1, /--policy: expected a policy file, or --key/],
    ["log fsck", 1, /--dir: expected the log's folder/],
    ["log fsck --dir @nowhere", 3, /the folder .*nowhere cannot be read/],
    ["log append --dir @log", 1, /FILE: expected a file, --text or --case/],
    ["log append @clause.json --dir @nowhere", 3, /nowhere/],
    ["log init --dir @log --key @log.key", 1, /--dir: expected a folder without a log/],
    ["log init --dir @other", 1, /--origin: expected the log's name/],
    ["log keygen spaced\u00a0name", 1, /NAME: expected a name without blanks/],
    ["log prove 99 --dir @log", 1, /INDEX: expected a number below 5/],
    ["log checkpoint --dir @log --key @clause.json", 1, /clause.json: expected a private key/],
  ])("%s: exit %d and one line", async (line, status, said) => {
    const ran = await detente(line);
    expect([ran.status, ran.out, ran.err.split("\n").length]).toEqual([status, "", 1]);
    expect(ran.err).toMatch(said);
  });

  test("private keys are for their owner alone, never overwritten, and never printed", async () => {
    const secret = readFileSync(at("log.key"), "utf8").trim();
    expect(statSync(at("log.key")).mode & 0o777).toBe(0o600);
    expect((await detente("log keygen example.org/log --out @log.key")).err).toContain(
      "expected a file that is not there yet",
    );
    expect(readFileSync(at("log.key"), "utf8").trim()).toBe(secret);
    for (const words of [
      "log keygen x.example --out @x.key",
      "log sign @clause.json --key @log.key --out @x.dsse",
      "log checkpoint --dir @log --key @log.key",
    ]) {
      const { out, err } = await detente(words);
      expect(out + err).not.toContain("PRIVATE");
      expect(out + err).not.toContain(secret.split("+").at(-1));
    }
    chmodSync(at("x.key"), 0o644);
    expect((await detente("log sign @clause.json --key @x.key --out @x2.dsse")).err).toContain("chmod 600");
    expect(existsSync(at("x2.dsse"))).toBe(true);
  });

  test("a log that another process writes is left alone", async () => {
    writeFileSync(at("case/lock"), JSON.stringify({ pid: process.ppid, born: null, since: "2026-01-01" }));
    expect(await detente("log append --text x --dir @case")).toMatchObject({
      status: 3,
      err: expect.stringContaining("is being written by another detente"),
    });
    rmSync(at("case/lock"));
  });
});
