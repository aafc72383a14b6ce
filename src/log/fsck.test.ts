import { afterAll, describe, expect, test } from "vitest";
import {
  bothAndNeutral,
  cosignLog,
  entriesFrom,
  filesOf,
  growLog,
  logSigner,
  makeLog,
  noLock,
  noon,
  origin,
  readerOf,
  signerOf,
  tempFolder,
  witnesses,
} from "../../test/support/made-up-log.ts";
import { concat, utf8 } from "./bytes.ts";
import { writeCheckpoint } from "./checkpoint.ts";
import { fsck, type Fsck } from "./fsck.ts";
import { NOTE, writeVerifierKey } from "./key.ts";
import { writeKeyChange } from "./key-change.ts";
import { openLogWriter } from "./log-writer.ts";
import { writeNote } from "./note.ts";
import { readPolicy } from "./policy.ts";
import { signText } from "./signer.ts";
import { join } from "node:path";

const folder = tempFolder();
afterAll(folder.remove);
const logFolder = join(folder.path, "log");
makeLog(logFolder, [2]);
const early = filesOf(logFolder);
growLog(logFolder, [2]);
cosignLog(logFolder, [witnesses.a]);
const writer = openLogWriter(logFolder, noLock);
writer.append(entriesFrom(4, 2));
writer.close();
const whole = filesOf(logFolder);
// A rotation that is in force beyond this log's size.
const next = signerOf(origin, NOTE, 31);
const change = writeKeyChange({
  kind: "rotate",
  key: logSigner.key,
  successor: next.key,
  size: 9,
  at: noon.getTime() / 1000,
});
whole.set(
  "key-changes",
  utf8(writeNote({ text: change, signatures: [logSigner, next].map((one) => signText(one, change, noon)) })),
);

const checked = (files: ReadonlyMap<string, Uint8Array>, options = {}): Fsck =>
  fsck(readerOf(files), [...files.keys()], { now: noon, ...options });
const changed = (path: string, bytes: Uint8Array | null): Map<string, Uint8Array> => {
  const files = new Map(whole);
  if (bytes) files.set(path, bytes);
  else files.delete(path);
  return files;
};
const codesOf = ({ problems }: Fsck): string[] => problems.map(({ code }) => code);

test("fsck() finds nothing in a log as it was written, and says who cosigned last", () => {
  expect(checked(whole)).toMatchObject({
    valid: true,
    says: "Every file of the log example.org/test is as it was written.",
    origin,
    size: 4,
    pending: 2,
    problems: [],
    cautions: [],
    cosigners: [{ name: "a.example/witness", size: 4, at: "2026-01-02T12:00:00Z", behind: 0 }],
  });
});

describe("fsck() finds any change of any byte of any file", () => {
  test.each([...whole.keys()])("%s", (path) => {
    const bytes = whole.get(path)!;
    // A signature takes milliseconds to check: in files that hold them one bit of each byte is tried, in others all.
    const signed = ["checkpoint", "key-changes"].includes(path) || path.startsWith("witness/");
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        if (signed && (at + bit) % 8 !== 0) continue;
        const other = bytes.slice();
        other[at]! ^= 1 << bit;
        expect(checked(changed(path, other)).valid, `bit ${bit} of byte ${at} of ${path}`).toBe(false);
      }
    }
  });

  test.each([...whole.keys()])("%s cut short, made longer or taken away", (path) => {
    const bytes = whole.get(path)!;
    for (const other of [bytes.subarray(0, -1), concat(bytes, Uint8Array.of(10)), new Uint8Array(0)]) {
      // The last entry that waits, cut, is what a stopped write leaves; and after it, a beginning of one.
      const isTorn = path === "pending" && other.length > 0;
      const found = checked(changed(path, other));
      expect([found.valid, found.cautions.length], path).toEqual(isTorn ? [true, 1] : [false, 0]);
    }
    // A log without rotations is a log too, as is one that nobody cosigned: but then its line is a stranger's.
    // A partial tile of an earlier checkpoint may go.
    const optional = path === "key-changes" || early.has(path);
    expect(checked(changed(path, null)).valid, path).toBe(
      optional && !["checkpoint", "pending", "vkey"].includes(path),
    );
  });
});

describe("fsck() calls by name", () => {
  test("what is damaged, and which entry", () => {
    const bundle = whole.get("tile/entries/000.p/4")!.slice();
    bundle[bundle.length - 1]! ^= 1;
    expect(checked(changed("tile/entries/000.p/4", bundle)).problems).toEqual([
      {
        file: "tile/entries/000.p/4",
        code: "damaged",
        because: "A file of the log is not as it was written. Entry 3 is not what was logged.",
      },
    ]);
    const tile = whole.get("tile/0/000.p/4")!.slice();
    tile[40]! ^= 1;
    expect(checked(changed("tile/0/000.p/4", tile)).problems.map(({ file }) => file)).toEqual(["tile/0/000.p/4"]);
  });

  test("entries in another order, or others with hashes to match", () => {
    const swapped = new Map(whole);
    const cut = (bytes: Uint8Array, size: number): Uint8Array =>
      concat(bytes.subarray(size, 2 * size), bytes.subarray(0, size), bytes.subarray(2 * size));
    swapped.set("tile/entries/000.p/4", cut(whole.get("tile/entries/000.p/4")!, 8));
    expect(codesOf(checked(swapped))).toEqual(["damaged"]);
    swapped.set("tile/0/000.p/4", cut(whole.get("tile/0/000.p/4")!, 32));
    // Now the earlier, narrower files contradict them too.
    expect(checked(swapped).problems[0]).toMatchObject({
      file: "checkpoint",
      because: expect.stringContaining("do not give its root"),
    });
  });

  test("a log that took entries back: its own witnesses' files contradict it", () => {
    const back = new Map([...early, ...[...whole].filter(([path]) => path.startsWith("witness/"))]);
    expect(codesOf(checked(back))).toContain("rollback");
    const quiet = new Map(early);
    expect(checked(quiet).valid).toBe(true);
    const since = new TextDecoder().decode(whole.get("checkpoint"));
    expect(codesOf(checked(quiet, { since }))).toEqual(["rollback"]);
    expect(codesOf(checked(whole, { since: new TextDecoder().decode(early.get("checkpoint")) }))).toEqual([]);
  });

  test("a log with another history", () => {
    const elsewhere = tempFolder();
    try {
      const path = join(elsewhere.path, "log");
      makeLog(path, []);
      const other = openLogWriter(path, noLock);
      other.append([utf8("another"), ...entriesFrom(1, 9)]);
      other.checkpoint(logSigner, noon);
      other.close();
      const since = new TextDecoder().decode(whole.get("checkpoint"));
      expect(codesOf(checked(filesOf(path), { since }))).toEqual(["split-view"]);
    } finally {
      elsewhere.remove();
    }
  });

  test("a witness that signed another history", () => {
    const elsewhere = tempFolder();
    try {
      const path = join(elsewhere.path, "log");
      makeLog(path, []);
      const other = openLogWriter(path, noLock);
      other.append([utf8("another"), ...entriesFrom(1, 2)]);
      other.checkpoint(logSigner, noon);
      other.close();
      cosignLog(path, [witnesses.b]);
      const foreign = [...filesOf(path)].find(([file]) => file.startsWith("witness/"))!;
      expect(checked(changed(...foreign)).problems).toMatchObject([{ file: foreign[0], code: "split-view" }]);
    } finally {
      elsewhere.remove();
    }
  });

  test("who of the policy has not cosigned, and a log that it does not name", () => {
    expect(checked(whole, { policy: readPolicy(bothAndNeutral) })).toMatchObject({
      valid: false,
      missing: "B; neutral1",
      problems: [{ code: "quorum-not-met" }],
    });
    const other = `log ${writeVerifierKey(signerOf(origin, NOTE, 44).key)}\nquorum none\n`;
    expect(codesOf(checked(whole, { policy: readPolicy(other) }))).toEqual(["unknown-log"]);
  });

  test("a signature of a key that nobody here knows", () => {
    const files = changed(
      [...whole.keys()].find((path) => path.startsWith("witness/"))!,
      null,
    );
    expect(codesOf(checked(files))).toEqual(["unknown-signature"]);
  });

  test("a log that says it is larger than anything, in no time", () => {
    const text = writeCheckpoint({ origin, size: 2 ** 52, root: new Uint8Array(32), extensions: [] });
    const files = changed("checkpoint", utf8(writeNote({ text, signatures: [signText(logSigner, text, noon)] })));
    const started = performance.now();
    expect(codesOf(checked(files))).toEqual(expect.arrayContaining(["missing", "rollback"]));
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("tiles that no log of this size has, and files that it does not know", () => {
    for (const path of ["tile/0/001", "tile/0/000.p/7", "tile/7/000.p/1", "tile/0/0", "tile/entries/000.p/99"])
      expect(checked(changed(path, new Uint8Array(32))).problems).toMatchObject([
        { file: path, code: "not-of-this-log" },
      ]);
    expect(checked(changed("notes.txt", utf8("x")))).toMatchObject({
      valid: true,
      cautions: [{ file: "notes.txt", code: "not-of-this-log" }],
    });
  });
});
