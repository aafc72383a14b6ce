import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { StateCode } from "../../values/state.ts";
import { addToJournal, readJournal } from "./journal.ts";
import { lawful, madeOf, type MadeChange } from "./made.ts";

const place = mkdtempSync(join(tmpdir(), "detente-journal-"));
afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});
const now = new Date("2026-01-01T00:00:00Z");
const by = "USA" as StateCode;
const alleged = (id: string): MadeChange => ({
  kind: "finding",
  subject: id,
  body: {
    kind: "alleged",
    at: now.toISOString(),
    by,
    clause: "u#c1",
    incidents: ["x"],
    claim: "c",
    grade: { source: "B", claim: 2 },
  },
});
const add = (path: string, ...changes: MadeChange[]): void => {
  addToJournal(path, now, (records) => lawful(records, "us-cn", () => changes));
};

describe("a journal", () => {
  test("gives back what was written, and writes nothing that its rules refuse", () => {
    const path = join(place, "a", "us-cn.jsonl");
    expect(readJournal(path)).toEqual([]);
    add(path, alleged("one"), alleged("two"));
    const before = readFileSync(path, "utf8");
    expect(() => add(path, alleged("three"), alleged("one"))).toThrow(/^one: .*has begun already/);
    expect(readFileSync(path, "utf8")).toBe(before);
    expect([...madeOf(readJournal(path)).findings.keys()]).toEqual(["one", "two"]);
  });

  test("loses no whole record wherever its last line is cut, and goes on after it", () => {
    const path = join(place, "b", "us-cn.jsonl");
    add(path, alleged("one"));
    const whole = readFileSync(path).length;
    add(path, alleged("two"));
    const full = readFileSync(path);
    for (const length of [whole, whole + 1, whole + 100, full.length - 1]) {
      writeFileSync(path, full);
      truncateSync(path, length);
      expect([...madeOf(readJournal(path)).findings.keys()]).toEqual(["one"]);
      add(path, alleged("three"));
      expect([...madeOf(readJournal(path)).findings.keys()]).toEqual(["one", "three"]);
    }
  });

  test("calls any changed byte of a whole record damage", () => {
    const path = join(place, "c", "us-cn.jsonl");
    add(path, alleged("one"), alleged("two"));
    const full = readFileSync(path);
    for (let index = 0; index < full.length - 1; index += 7) {
      const bytes = Buffer.from(full);
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      writeFileSync(path, bytes);
      expect(() => readJournal(path), `byte ${index}`).toThrow(/record \d+ of .*us-cn\.jsonl/);
    }
    writeFileSync(path, full);
    appendFileSync(path, full.subarray(0, full.indexOf(10) + 1));
    expect(() => readJournal(path)).toThrow(/record 3/);
  });

  test("keeps every record that a writer acknowledged before it was killed", async () => {
    const path = join(place, "d", "us-cn.jsonl");
    const journal = fileURLToPath(new URL("journal.ts", import.meta.url));
    const code = `const { addToJournal } = await import(${JSON.stringify(journal)});
      for (let n = 1; n < 1e6; n += 1) {
        addToJournal(${JSON.stringify(path)}, new Date(), () => [{ kind: "k", case: "c", subject: String(n), body: { fill: "x".repeat(500) } }]);
        process.stdout.write(n + "\\n");
      }`;
    const writer = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let told = "";
    await new Promise<void>((resolve) => {
      writer.stdout.on("data", (chunk: Buffer) => {
        told += chunk.toString();
        if (told.split("\n").length > 20) writer.kill("SIGKILL");
      });
      writer.on("close", () => {
        resolve();
      });
    });
    const acknowledged = told.split("\n").filter((line) => line !== "").length;
    expect(acknowledged).toBeGreaterThan(10);
    expect(readJournal(path).length).toBeGreaterThanOrEqual(acknowledged);
    expect(addToJournal(path, now, () => [{ kind: "k", case: "c", subject: "after", body: {} }])).toHaveLength(1);
  }, 60_000);
});
