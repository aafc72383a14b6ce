import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { StateCode } from "../../values/state.ts";
import { hasHan } from "../../values/text.ts";
import { spanOf } from "../../values/when.ts";
import { isBetween } from "./agreement.ts";
import { copyAs, draftOf, type DraftEvent } from "./draft.ts";
import { numberOf, readRegister } from "./read-register.ts";

const fileOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../cases/us-cn/${name}.jsonl`, import.meta.url)), "utf8");
const texts = { agreements: fileOf("agreements"), clauses: fileOf("clauses"), lines: fileOf("lines") };
const register = readRegister(texts);
const USA = "USA" as StateCode;
const CHN = "CHN" as StateCode;
const clauses = register.agreements.flatMap((agreement) => agreement.clauses);

describe("the register of the bundled case", () => {
  test("holds at least 12 agreements, 60 clauses and 8 lines", () => {
    expect(register.agreements.length).toBeGreaterThanOrEqual(12);
    expect(clauses.length).toBeGreaterThanOrEqual(60);
    expect(register.lines.length).toBeGreaterThanOrEqual(8);
  });

  test("numbers every agreement's clauses from 1 without a gap", () => {
    for (const agreement of register.agreements)
      expect(agreement.clauses.map(({ id }) => numberOf(id))).toEqual(agreement.clauses.map((_, index) => index + 1));
  });

  test("says for everything where it can be read, and writes Chinese where it says so", () => {
    for (const { read } of [...register.agreements, ...clauses, ...register.lines])
      expect(read.length).toBeGreaterThan(0);
    for (const { gist } of [...clauses, ...register.lines])
      if (gist.zh !== undefined) expect(hasHan(gist.zh)).toBe(true);
  });

  test("claims to have compared with a page only where a page is named", () => {
    const claims = [
      ...clauses.flatMap(({ readings, status }) => [...readings, ...status]),
      ...register.agreements.flatMap(({ status }) => status),
    ];
    for (const { checked, read } of claims) if (checked === "page-read") expect(read.length).toBeGreaterThan(0);
    for (const { when } of register.agreements) expect(spanOf(when)).not.toBeNull();
  });

  test("gives the words of both the United States and China on most clauses that bind the two", () => {
    const both = register.agreements
      .filter((agreement) => isBetween(agreement, [USA, CHN]))
      .flatMap((agreement) => agreement.clauses);
    const spoken = (state: StateCode): number =>
      both.filter(({ readings }) => readings.some(({ party }) => party === state)).length;
    expect(both.length).toBeGreaterThanOrEqual(35);
    expect(Math.min(spoken(USA), spoken(CHN))).toBeGreaterThanOrEqual(14);
    for (const { readings } of both)
      expect(new Set(readings.map(({ party, said, gist }) => `${party} ${said} ${gist.en}`)).size).toBe(
        readings.length,
      );
  });

  test("lets a party speak of a clause only from the year in which it was agreed on", () => {
    const early = register.agreements.flatMap(({ when, clauses: own }) =>
      own.flatMap(({ readings }) =>
        readings.filter(({ said }) => said !== null && said.slice(0, 4) < when.slice(0, 4)),
      ),
    );
    expect(early).toEqual([]);
  });
});

describe("a fault in the register", () => {
  const changed = (file: keyof typeof texts, from: string, to: string): (() => unknown) => {
    expect(texts[file]).toContain(from);
    return () => readRegister({ ...texts, [file]: texts[file].replace(from, to) });
  };
  test("is told with file, row and field", () => {
    expect(changed("clauses", '"kind":"assistance"', '"kind":"promise"')).toThrow(/^clauses\.jsonl:1:kind: expected /);
    expect(changed("agreements", '"binding":"political"', '"binding":"draft"')).toThrow(/^agreements\.jsonl:1:binding/);
    expect(changed("lines", '"by":"USA"', '"by":"ZZZ"')).toThrow(/^lines\.jsonl:1:by/);
    expect(changed("clauses", "understanding-2015#c1", "nowhere#c1")).toThrow(
      /^clauses\.jsonl:1:id: expected an agreement/,
    );
    expect(changed("clauses", "understanding-2015#c2", "understanding-2015#c1")).toThrow(/^clauses\.jsonl:2:id/);
    expect(changed("clauses", '"party":"CHN"', '"party":"FRA"')).toThrow(/^clauses\.jsonl:1:readings\.0\.party/);
    expect(changed("agreements", '"when":"2015-09-25"', '"when":"2015-02-30"')).toThrow(/^agreements\.jsonl:1:when/);
    expect(changed("clauses", "https://obamawhitehouse", "javascript:alert(1)//")).toThrow(/^clauses\.jsonl:1:read/);
  });
});

describe("a draft", () => {
  const [original] = register.agreements;
  if (!original) throw new Error("the register is empty");
  const copied = copyAs(original, "mine", "me", "2026-01-01T00:00:00Z");
  const first = original.clauses[0];
  if (!first) throw new Error("no clause");
  const set: DraftEvent = {
    kind: "clause-set",
    at: "2026-01-02T00:00:00Z",
    by: "me",
    because: "new",
    clause: { ...first, id: "mine#c9", readings: [], status: [] },
  };

  test("keeps the clauses of what it was copied from, without what was said of them, and leaves the original alone", () => {
    const before = JSON.stringify(original);
    const made = draftOf("mine", [copied, set]);
    if (!made.ok) throw new Error(made.why);
    expect(made.draft.clauses.map(({ gist }) => gist).slice(0, 8)).toEqual(original.clauses.map(({ gist }) => gist));
    expect(made.draft.clauses).toHaveLength(9);
    expect(made.draft.clauses.every(({ readings, status }) => readings.length + status.length === 0)).toBe(true);
    expect(made.draft).toMatchObject({ binding: "draft", inForce: null, draftOf: { agreement: original.id } });
    expect(JSON.stringify(original)).toBe(before);
  });

  test("refuses to begin twice, to strike what is not there, and another agreement's clause", () => {
    const struck: DraftEvent = { kind: "clause-struck", at: set.at, by: "me", because: "b", clause: "mine#c99" };
    expect(draftOf("mine", [copied, copied])).toMatchObject({ ok: false, why: "begun-already" });
    expect(draftOf("mine", [copied, struck])).toMatchObject({ ok: false, why: "no-such-clause" });
    expect(draftOf("mine", [copied, { ...struck, clause: "other#c1" }])).toMatchObject({ why: "other-agreement" });
    expect(draftOf("mine", [set])).toMatchObject({ ok: false, why: "not-begun" });
  });
});
