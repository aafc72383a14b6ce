import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { tinyView } from "../../../test/support/tiny-case.ts";
import { dataPackage } from "../exports/package/data-package.ts";
import { readBeside } from "../exports/package/read-data-package.ts";
import { checkJournals, receiving } from "./receive-beside.ts";
import { madeIn, make, registerOf } from "./register.ts";
import { besideCase, journalOf } from "./register-files.ts";

const place = mkdtempSync(join(tmpdir(), "detente-beside-"));
afterAll(() => {
  rmSync(place, { recursive: true });
});
const caseId = "tiny-case";
let folders = 0;
const machine = (): { DETENTE_DATA: string } => ({ DETENTE_DATA: join(place, `machine-${(folders += 1)}`) });
const now = new Date("2026-01-01T00:00:00Z");

function judge(env: { DETENTE_DATA: string }, incident: string): void {
  const body = {
    clause: "understanding-2015#c4",
    incident,
    as: "concerns",
    because: "b",
    by: "me",
    at: now.toISOString(),
  };
  make(caseId, { env, now }, () => [{ kind: "confirmation", subject: incident, body: body as never }]);
}

const exported = (env: { DETENTE_DATA: string }): ReturnType<typeof readBeside> =>
  readBeside(dataPackage(tinyView(), { beside: besideCase(caseId, env) }), "case.zip");
const take = (env: { DETENTE_DATA: string }, beside: ReturnType<typeof readBeside>): void => {
  receiving(caseId, beside, "case.zip", env, now)();
};
const judged = (env: { DETENTE_DATA: string }): number => madeIn(caseId, env).confirmations.size;

describe("a case's package", () => {
  test("carries what people made and the register to another machine, byte by byte, and twice changes nothing", () => {
    const [here, there] = [machine(), machine()];
    judge(here, "one");
    judge(here, "two");
    take(there, exported(here));
    expect(readFileSync(journalOf(caseId, there))).toEqual(readFileSync(journalOf(caseId, here)));
    expect(registerOf(caseId, there)).toEqual(registerOf(caseId, here));
    take(there, exported(here));
    expect(judged(there)).toBe(2);
    judge(there, "three");
    take(here, exported(there));
    expect(judged(here)).toBe(3);
  });

  test("does not shorten a journal that went on, and refuses one that parts from it: nothing is lost", () => {
    const [here, there] = [machine(), machine()];
    judge(here, "one");
    const early = exported(here);
    take(there, early);
    judge(here, "two");
    take(here, early);
    expect(judged(here)).toBe(2);
    judge(there, "another");
    const before = readFileSync(journalOf(caseId, here));
    expect(() => receiving(caseId, exported(there), "case.zip", here, now)).toThrow(
      /part at record 2; nothing was changed/,
    );
    expect(readFileSync(journalOf(caseId, here))).toEqual(before);
  });

  test("carries a register and lines of its own where the other machine has none", () => {
    const [here, there] = [machine(), machine()];
    const beside = besideCase(caseId, here);
    const own = join(here.DETENTE_DATA, "agreements", caseId);
    mkdirSync(own, { recursive: true });
    const line = readFileSync(new URL("../../../cases/us-cn/lines.jsonl", import.meta.url), "utf8").split("\n")[0]!;
    for (const [name, text] of [
      ["agreements", beside.agreements],
      ["clauses", beside.clauses],
      ["lines", `${line}\n`],
    ] as const)
      writeFileSync(join(own, `${name}.jsonl`), text);
    expect(registerOf(caseId, there).lines).toEqual([]);
    take(there, exported(here));
    expect(registerOf(caseId, there).lines).toHaveLength(1);
  });

  test("with a changed record, a cut line, another case's journal or a bad register is refused whole", () => {
    const [here, there] = [machine(), machine()];
    judge(here, "one");
    const { journal = "", clauses = "", ...rest } = exported(here);
    const bad = [
      { journal: journal.replace('"concerns"', '"unsure"') },
      { journal: journal.slice(0, -1) },
      { journal: journal.replaceAll(`"case":"${caseId}"`, '"case":"other"') },
      { journal, clauses: clauses.replace('"kind":"assistance"', '"kind":"nonsense"') },
    ];
    for (const change of bad) {
      expect(() => receiving(caseId, { ...rest, clauses, ...change }, "case.zip", there, now)).toThrow(
        /expected|not match/,
      );
      expect(existsSync(join(there.DETENTE_DATA, "agreements"))).toBe(false);
    }
  });

  test("is checked by a rebuild: a journal with a changed byte is named, with what is wrong", () => {
    const here = machine();
    judge(here, "one");
    expect(checkJournals(here)).toEqual([{ case: caseId, records: 1, broken: null }]);
    appendFileSync(journalOf(caseId, here), "{}\n");
    expect(checkJournals(here)).toMatchObject([
      { case: caseId, broken: expect.stringContaining("record 2") as string },
    ]);
  });
});
