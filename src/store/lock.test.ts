import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isLock, lockHolder, takeLock, type Lock } from "./lock.ts";

const now = new Date("2026-01-02T03:04:05Z");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "detente-lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("takeLock() gives the lock once, then who holds it, then the lock again when released", () => {
  const lock = takeLock(folder, now) as Lock;
  expect(isLock(lock)).toBe(true);
  expect(takeLock(folder, now)).toMatchObject({ pid: process.pid, since: now.toISOString() });
  lock.release();
  expect(existsSync(join(folder, "lock"))).toBe(false);
  const again = takeLock(folder, now);
  expect(isLock(again)).toBe(true);
});

test("announce() tells others where the holder answers", () => {
  const lock = takeLock(folder, now) as Lock;
  lock.announce("http://127.0.0.1:4747");
  expect(lockHolder(folder)?.address).toBe("http://127.0.0.1:4747");
  lock.release();
});

test("takeLock() takes over from a process that is gone", () => {
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 2 ** 22 + 1, born: "1", since: now.toISOString() }));
  expect(isLock(takeLock(folder, now))).toBe(true);
});

test("takeLock() takes over when the process number now belongs to another program", () => {
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.pid, born: "1", since: now.toISOString() }));
  expect(isLock(takeLock(folder, now))).toBe(true);
});

test("takeLock() takes over a lock whose content was never written whole", () => {
  writeFileSync(join(folder, "lock"), '{"pid": 12');
  expect(isLock(takeLock(folder, now))).toBe(true);
});

test("never two processes hold the lock at once, dead holders' locks lying about or not", async () => {
  const program = `
    const { takeLock, isLock } = await import(${JSON.stringify(fileURLToPath(new URL("lock.ts", import.meta.url)))});
    const { writeFileSync, rmSync } = await import("node:fs");
    const folder = process.argv[1];
    let rounds = 0;
    for (const until = Date.now() + 1500; Date.now() < until; ) {
      const lock = takeLock(folder, new Date());
      if (!isLock(lock)) continue;
      // Fails if another process is inside.
      writeFileSync(folder + "/inside", String(process.pid), { flag: "wx" });
      rmSync(folder + "/inside");
      rounds += 1;
      if (rounds % 5 === 0) writeFileSync(folder + "/lock", '{"pid": 4194305, "born": "1"}');
      else lock.release();
    }
    console.log(rounds);`;
  const rounds = await Promise.all(
    Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program, folder], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      let out = "";
      let error = "";
      child.stdout.on("data", (chunk) => (out += chunk));
      child.stderr.on("data", (chunk) => (error += chunk));
      return new Promise<number>((resolve, reject) => {
        child.on("close", (code) => (code === 0 ? resolve(Number(out)) : reject(new Error(error))));
      });
    }),
  );
  expect(rounds.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(20);
}, 20_000);
