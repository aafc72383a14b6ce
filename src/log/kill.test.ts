import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { expect, test } from "vitest";
import { growLog, logKey, makeLog, noon, tempFolder } from "../../test/support/made-up-log.ts";
import { fromUtf8 } from "./bytes.ts";
import { fsck } from "./fsck.ts";
import { filesIn } from "./log-folder.ts";
import { proveEntry, readEntries, readLog, readWaiting } from "./read-log.ts";
import { verifyProofFile } from "./verify-proof.ts";

const script = fileURLToPath(new URL("../../test/support/append-forever.ts", import.meta.url));

/** Runs the writer and kills it some time after its first acknowledgement; gives how many entries it acknowledged. */
function killedAfter(folder: string, seed: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [script, folder, String(seed)], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  let timer: NodeJS.Timeout | null = null;
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    timer ??= setTimeout(() => child.kill("SIGKILL"), milliseconds);
  });
  return new Promise((resolve, reject) => {
    child.on("close", (_status, signal) => {
      if (signal === "SIGKILL") resolve(Number(out.slice(0, out.lastIndexOf("\n")).split("\n").at(-1)));
      else reject(new Error(`it ended by itself: ${err}`));
    });
  });
}

test("a writer that is killed at any moment loses no acknowledged entry, and leaves a log that fsck passes", async () => {
  const place = tempFolder();
  try {
    const folder = join(place.path, "log");
    const read = makeLog(folder, []);
    for (const [round, milliseconds] of [3, 17, 41, 60, 88, 120].entries()) {
      const acknowledged = await killedAfter(folder, round + 1, milliseconds);
      const found = fsck(read, filesIn(folder), { now: new Date() });
      expect(found.problems, `round ${round}`).toEqual([]);
      const { size } = readLog(read).checkpoint;
      const entries = [...readEntries(read, size), ...readWaiting(read, size)].map(fromUtf8);
      expect(entries.length, `round ${round}`).toBeGreaterThanOrEqual(acknowledged);
      expect(entries.findIndex((entry, index) => !entry?.startsWith(`entry-${index}-`))).toBe(-1);
    }
    // What was left waiting can be taken in and proved.
    growLog(folder, [0]);
    const { size } = readLog(read).checkpoint;
    expect(fsck(read, filesIn(folder), { now: new Date() })).toMatchObject({ valid: true, size, pending: 0 });
    expect(verifyProofFile(proveEntry(read, size - 1), [logKey], noon).valid).toBe(true);
  } finally {
    place.remove();
  }
});
