import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import {
  entriesFrom,
  growLog,
  logKey,
  logSigner,
  makeLog,
  noLock,
  noon,
  origin,
  signerOf,
  tempFolder,
  witnesses,
} from "../../test/support/made-up-log.ts";
import { InputError, SourceError } from "../values/errors.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import { fsck } from "./fsck.ts";
import { NOTE } from "./key.ts";
import { filesIn, folderReader } from "./log-folder.ts";
import { initLog, openLogWriter } from "./log-writer.ts";
import { MemoryTree } from "./memory-tree.ts";
import { proveEntry, readEntries, readEntry, readLog, readWaiting } from "./read-log.ts";
import { isLock, takeLock } from "../store/lock.ts";
import { leafHash } from "./tree.ts";
import { verifyProofFile } from "./verify-proof.ts";

const folders: (() => void)[] = [];
const fresh = (): string => {
  const { path, remove } = tempFolder();
  folders.push(remove);
  return join(path, "log");
};
afterEach(() => {
  for (const remove of folders.splice(0)) remove();
});

const isSound = (folder: string): boolean => fsck(folderReader(folder), filesIn(folder), { now: noon }).valid;

describe("a log on disk", () => {
  test("holds, in whatever steps it grows, the root, the entries and a proof of each", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        (steps, pick) => {
          const folder = fresh();
          const read = makeLog(folder, steps);
          const total = steps.reduce((sum, step) => sum + step, 0);
          const tree = new MemoryTree();
          for (const entry of entriesFrom(0, total)) tree.append(leafHash(entry));
          const { checkpoint } = readLog(read);
          expect([checkpoint.size, checkpoint.root]).toEqual([total, tree.root()]);
          expect([...readEntries(read, total)].map(fromUtf8)).toEqual(entriesFrom(0, total).map(fromUtf8));
          expect(isSound(folder)).toBe(true);
          if (total === 0) return;
          const index = pick % total;
          expect(fromUtf8(readEntry(read, total, index))).toBe(`leaf-${index}`);
          expect(verifyProofFile(proveEntry(read, index), [logKey], noon).valid).toBe(true);
        },
      ),
      { numRuns: 8 },
    );
  });

  test("keeps what was appended for the next opening, and takes it in with the next checkpoint", () => {
    const folder = fresh();
    makeLog(folder, [3]);
    const first = openLogWriter(folder, noLock);
    expect([first.append(entriesFrom(3, 2)), first.append(entriesFrom(5, 1))]).toEqual([3, 5]);
    first.close();
    expect(readWaiting(folderReader(folder), 3).map(fromUtf8)).toEqual(["leaf-3", "leaf-4", "leaf-5"]);
    const second = openLogWriter(folder, noLock);
    expect([second.origin, second.size, second.pending]).toEqual([origin, 3, 3]);
    expect(second.append(entriesFrom(6, 1))).toBe(6);
    second.checkpoint(logSigner, noon);
    expect([second.size, second.pending]).toEqual([7, 0]);
    second.close();
    expect(fromUtf8(readEntry(folderReader(folder), 7, 6))).toBe("leaf-6");
    expect(isSound(folder)).toBe(true);
  });

  test("drops the partial forms of a tile once it is full, and keeps those of the last", () => {
    const folder = fresh();
    makeLog(folder, [10, 300]);
    expect(filesIn(folder).filter((path) => path.startsWith("tile/"))).toEqual([
      "tile/0/000",
      "tile/0/001.p/54",
      "tile/1/000.p/1",
      "tile/entries/000",
      "tile/entries/001.p/54",
    ]);
  });

  test("is not signed anew where nothing was added: its cosignatures stay", () => {
    const folder = fresh();
    makeLog(folder, [3]);
    const before = readLog(folderReader(folder)).note;
    growLog(folder, [0]);
    expect(readLog(folderReader(folder)).note).toBe(before);
  });
});

describe("a log refuses", () => {
  test("a second beginning, a witness's key, another log's key, and an entry that is too long", () => {
    const folder = fresh();
    expect(() => {
      initLog(folder, witnesses.a, noLock, noon);
    }).toThrow(InputError);
    makeLog(folder, [1]);
    expect(() => {
      initLog(folder, logSigner, noLock, noon);
    }).toThrow(InputError);
    const writer = openLogWriter(folder, noLock);
    expect(() => writer.checkpoint(signerOf(origin, NOTE, 90), noon)).toThrow(InputError);
    expect(() => writer.append([utf8("fits"), new Uint8Array(65_536)])).toThrow(InputError);
    expect(writer.pending).toBe(0);
    expect(writer.append([new Uint8Array(65_535)])).toBe(1);
    writer.checkpoint(logSigner, noon);
    writer.close();
    expect(isSound(folder)).toBe(true);
  });

  test("a second writer, who learns who holds it", () => {
    const folder = fresh();
    makeLog(folder, [1]);
    const lock = (place: string): { release(): void } => {
      const taken = takeLock(place, noon);
      if (isLock(taken)) return taken;
      throw new SourceError("locked", `held by ${taken.pid}`);
    };
    const writer = openLogWriter(folder, lock);
    expect(() => openLogWriter(folder, lock)).toThrow(`held by ${process.pid}`);
    writer.close();
    openLogWriter(folder, lock).close();
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  test("to go on from damaged tiles or an older checkpoint", () => {
    const folder = fresh();
    const read = makeLog(folder, [3]);
    const older = read("checkpoint")!;
    growLog(folder, [4]);
    const newer = read("checkpoint")!;
    writeFileSync(join(folder, "checkpoint"), older);
    expect(() => openLogWriter(folder, noLock)).toThrow(SourceError);
    writeFileSync(join(folder, "checkpoint"), newer);
    writeFileSync(join(folder, "tile/0/000.p/7"), new Uint8Array(7 * 32));
    expect(() => openLogWriter(folder, noLock)).toThrow("do not give the checkpoint's root");
  });
});

describe("a stop between the steps of a checkpoint", () => {
  test("before the new checkpoint: tiles are ahead, entries still wait, and the log is sound", () => {
    const folder = fresh();
    const read = makeLog(folder, [250]);
    const before = new Map(["checkpoint", "pending"].map((path) => [path, read(path)!]));
    const writer = openLogWriter(folder, noLock);
    writer.append(entriesFrom(250, 10));
    before.set("pending", read("pending")!);
    const partial = new Map(["tile/0/000.p/250", "tile/entries/000.p/250"].map((path) => [path, read(path)!]));
    writer.checkpoint(logSigner, noon);
    writer.close();
    for (const [path, bytes] of [...before, ...partial]) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    expect(fsck(read, filesIn(folder), { now: noon })).toMatchObject({
      valid: true,
      size: 250,
      pending: 10,
      problems: [],
    });
    growLog(folder, [0]);
    expect([readLog(read).checkpoint.size, isSound(folder)]).toEqual([260, true]);
  });

  test("after the new checkpoint: entries wait that it covers already, and are not taken in twice", () => {
    const folder = fresh();
    const read = makeLog(folder, [3]);
    const writer = openLogWriter(folder, noLock);
    writer.append(entriesFrom(3, 2));
    const pending = read("pending")!;
    writer.checkpoint(logSigner, noon);
    writer.close();
    writeFileSync(join(folder, "pending"), pending);
    expect(isSound(folder)).toBe(true);
    growLog(folder, [1]);
    expect([...readEntries(read, 6)].map(fromUtf8)).toEqual(entriesFrom(0, 6).map(fromUtf8));
    expect(isSound(folder)).toBe(true);
  });

  test("a file that was being written is left over: it means nothing", () => {
    const folder = fresh();
    makeLog(folder, [3]);
    writeFileSync(join(folder, "unfinished"), "half");
    expect(isSound(folder)).toBe(true);
    growLog(folder, [1]);
    expect(readdirSync(folder)).not.toContain("unfinished");
  });
});
