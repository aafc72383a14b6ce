import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { golden } from "../../../test/golden.ts";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { InputError, SourceError } from "../../values/errors.ts";
import { unknownCase, type Ledger } from "../inputs/ledger.ts";
import type { Effects } from "./command.ts";
import { commands } from "./index.ts";
import { failure, run } from "./run.ts";

type Ran = { status: number; out: string; err: string; closed: number };

/** No folder: what nobody made is empty. */
const nowhere = join(tmpdir(), "detente-no-such-folder");

const notNeeded = (): never => {
  throw new RangeError("Cannot do this: the test needs none of it");
};

/** Runs the words after `detente` on the made-up case; `opening` stands for what opening the ledger does. */
async function ran(words: string[], opening: () => void = () => undefined, env: Effects["env"] = {}): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  let closed = 0;
  const ledger = {
    cases: () => Promise.resolve(["tiny-case"]),
    view: (id: string) =>
      id === "tiny-case" ? Promise.resolve(tinyView()) : Promise.reject(unknownCase(id, ["tiny-case"])),
    history: () =>
      Promise.resolve([
        { sequence: 1, at: "2026-01-02T03:04:05.000Z", kind: "incident", subject: "a", hash: "sha256:0" },
      ]),
    movedTo: () => Promise.resolve(null),
    rebuild: notNeeded,
    listed: () => Promise.resolve([]),
    queue: () => Promise.resolve({ case: "tiny-case", judged: 0, total: 0, items: [] }),
    remember: async <Result>(_: string, make: () => Result | Promise<Result>) => make(),
    announce: notNeeded,
    close() {
      closed += 1;
      return Promise.resolve();
    },
  };
  const status = await run(words, "1.2.3", {
    print: (text) => out.push(text),
    note: (text) => err.push(text),
    now: () => new Date("2026-01-02T03:04:05Z"),
    env: { DETENTE_DATA: nowhere, ...env },
    openLedger() {
      opening();
      return Promise.resolve(ledger as unknown as Ledger);
    },
    columns: 88,
    styled: false,
  });
  return { status, out: out.join("\n"), err: err.join("\n"), closed };
}

const throws = (error: unknown) => (): never => {
  throw error;
};

describe("run() helps", () => {
  test.each([[[]], [["--help"]], [["help"]]])(
    "%j: every command with what it is for, and an example",
    async (words) => {
      const { status, out, err } = await ran(words);
      expect([status, err]).toEqual([0, ""]);
      for (const { usage } of commands) expect(out).toContain(`  ${usage.split(" ")[0]}`);
      expect(out).toMatch(/^Usage: detente [^]*Example: detente brief us-cn\n/);
    },
  );

  test("every command explains each of its options, and gives an example of itself", async () => {
    for (const { usage, summary, options, example } of commands) {
      const name = usage.split(" ").filter((word) => word !== word.toUpperCase());
      const { status, out, err } = await ran([...name, "--help"]);
      expect([status, err]).toEqual([0, ""]);
      expect(out.replace(/\s+/g, " ")).toContain(summary.replace(/\s+/g, " "));
      for (const flag of Object.keys(options)) expect(out).toContain(`--${flag.split(" ")[0]}`);
      expect(out).toContain(`Example: ${example}`);
      expect(example).toMatch(new RegExp(`^detente ${name.join(" ")}`));
    }
  });

  test("--version gives the version and nothing else", async () => {
    expect(await ran(["--version"])).toMatchObject({ status: 0, out: "1.2.3", err: "" });
  });
});

describe("run() says in one line what it cannot read, and gives 1", () => {
  test.each([
    [["fly"], "detente: unknown command 'fly'"],
    [["breif", "tiny-case"], "detente: unknown command 'breif' (Did you mean brief?)"],
    [["brief", "tiny-case", "--asfo", "2015-01-01"], "detente: unknown option '--asfo' (Did you mean --asof?)"],
    [["brief"], "detente: missing required argument 'CASE'"],
    [["brief", "a", "b"], "detente: too many arguments for 'brief'"],
    [["brief", "tiny-case", "--asof"], "detente: option '--asof <DATE>' argument missing"],
    [
      ["brief", "tiny-case", "--asof", "2015-02-30"],
      'detente: asof: expected a day that exists, as YYYY-MM-DD, got "2015-02-30"',
    ],
    [["brief", "tiny-case", "--by", "Iceland"], "detente: by: expected a state such as USA, or third"],
    [["brief", "nowhere"], 'detente: CASE: expected one of tiny-case, got "nowhere"'],
    [["incident", "nothing", "--case", "tiny-case"], "detente: ID: expected an incident of tiny-case"],
    [["incidents", "--case", "tiny-case", "--since", "15"], "detente: since: expected a year of four digits"],
    [["case"], "detente: case: expected one of list"],
    [["case", "drop"], 'detente: case: expected one of list, export, import, got "drop"'],
    [["fly\n\u001b[2J"], "detente: unknown command 'fly"],
  ])("%j", async (words, start) => {
    const { status, out, err } = await ran(words);
    expect([status, out, err.slice(0, start.length)]).toEqual([1, "", start]);
    expect(err).not.toMatch(/\p{Cc}/u);
  });
});

describe("run() turns what is thrown into a line and a status", () => {
  test.each([
    [
      "an input that cannot be read",
      new InputError("statements.jsonl:3:said", "a date", "soon"),
      1,
      'detente: statements.jsonl:3:said: expected a date, got "soon"',
    ],
    [
      "a source that fails",
      new SourceError("locked", "the data folder is held by process 7"),
      3,
      "detente: the data folder is held by process 7",
    ],
    [
      "a fault of the system",
      Object.assign(new Error("ENOSPC: no space left\non device"), { code: "ENOSPC" }),
      3,
      "detente: ENOSPC: no space left on device",
    ],
    [
      "a bug",
      new TypeError("undefined is not\na function"),
      3,
      "detente: a fault of the program: TypeError: undefined is not a function. DEBUG=detente shows more.",
    ],
    ["what is no error", "sorry", 3, "detente: a fault of the program: sorry. DEBUG=detente shows more."],
  ])("%s", async (_what, error, status, line) => {
    expect(await ran(["brief", "tiny-case"], throws(error))).toEqual({ status, out: "", err: line, closed: 0 });
  });

  test("shows a bug's stack to who asks for it", async () => {
    const { err } = await ran(["brief", "tiny-case"], throws(new TypeError("undefined")), { DEBUG: "detente" });
    expect(err).toMatch(/^TypeError: undefined\n\s+at /);
  });

  test("failure() takes an error that is null for a bug", () => {
    const lines: string[] = [];
    expect(failure(null, { note: (text) => lines.push(text), env: {} })).toBe(3);
    expect(lines).toEqual(["detente: a fault of the program: null. DEBUG=detente shows more."]);
  });
});

describe("run() answers, and closes the ledger", () => {
  test("brief CASE prints the brief that was read and approved", async () => {
    const { status, out, err, closed } = await ran(["brief", "tiny-case"]);
    expect([status, err, closed]).toEqual([0, "", 1]);
    const text = `${out}\n`;
    expect(text).toBe(golden("tiny-brief.txt", text));
  });

  test("brief CASE --json prints one JSON document", async () => {
    const { status, out } = await ran(["brief", "tiny-case", "--json", "--asof", "2014-06-30"]);
    expect([status, JSON.parse(out)]).toMatchObject([
      0,
      { case: "tiny-case", asof: "2014-06-30", totals: { incidents: 5 } },
    ]);
  });

  test("incidents prints those that pass, and how many beside them", async () => {
    const { status, out, err, closed } = await ran(["incidents", "--case", "tiny-case", "--standing", "contested"]);
    expect([status, err, closed]).toEqual([0, "1 incident", 1]);
    expect(out.split("\n")).toEqual([
      "date        direction  standing   id              title",
      "2016-02/..  ISL→NZL    contested  test-contested  Test incident that one side denies",
    ]);
  });

  test("incidents takes states in small letters", async () => {
    const ids = async (state: string): Promise<string[]> =>
      (
        JSON.parse((await ran(["incidents", "--case", "tiny-case", "--from", state, "--json"])).out) as { id: string }[]
      ).map(({ id }) => id);
    expect([await ids("nzl"), (await ids("nzl")).length]).toEqual([await ids("NZL"), 6]);
  });

  test("incident ID prints every statement with who says what, in both languages where there are two", async () => {
    const { status, out } = await ran(["incident", "test-contested", "--case", "tiny-case"]);
    expect(status).toBe(0);
    const text = `${out}\n`;
    expect(text).toBe(golden("tiny-incident.txt", text));
  });

  test("closes the ledger where the command fails", async () => {
    expect((await ran(["brief", "nowhere"])).closed).toBe(1);
  });

  test("case list and sources print tables that JSON gives whole", async () => {
    expect((await ran(["case", "list"])).out).toBe(
      "case       title                              incidents  acts\ntiny-case  Test case: nothing in it happened         19     2",
    );
    const sources = JSON.parse((await ran(["sources", "--json"])).out) as { name: string }[];
    const { out } = await ran(["sources"]);
    for (const { name } of sources) expect(out).toContain(name);
  });
});
