// A small log for tests: keys from fixed seeds, entries that say nothing, a folder that is taken away again.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utf8 } from "../../src/log/bytes.ts";
import { cosignerPath, withSignature, writeCosigner } from "../../src/log/cosigner-file.ts";
import { COSIGNATURE, NOTE, writeVerifierKey } from "../../src/log/key.ts";
import { durableWriter, filesIn, folderReader, type ReadFile } from "../../src/log/log-folder.ts";
import { initLog, openLogWriter, type TakeLock } from "../../src/log/log-writer.ts";
import { readNote, writeNote } from "../../src/log/note.ts";
import { readLog } from "../../src/log/read-log.ts";
import { makePrivateKey, readPrivateKey, signText, type Signer } from "../../src/log/signer.ts";

export const noon: Date = new Date("2026-01-02T12:00:00Z");
export const noLock: TakeLock = () => ({ release: () => undefined });
export const origin = "example.org/test";

/** A key from a number: the same in every run. */
export function signerOf(name: string, type: number, seed: number): Signer {
  return readPrivateKey(makePrivateKey(name, type, new Uint8Array(32).fill(seed)), name);
}

export const logSigner: Signer = signerOf(origin, NOTE, 1);
export const witnesses: Readonly<Record<"a" | "b" | "n", Signer>> = {
  a: signerOf("a.example/witness", COSIGNATURE, 2),
  b: signerOf("b.example/witness", COSIGNATURE, 3),
  n: signerOf("n.example/witness", COSIGNATURE, 4),
};

export const logKey: string = writeVerifierKey(logSigner.key);

/** Both parties and any neutral. */
export const bothAndNeutral: string = [
  `log ${logKey}`,
  `witness A ${writeVerifierKey(witnesses.a.key)}`,
  `witness B ${writeVerifierKey(witnesses.b.key)}`,
  `witness neutral1 ${writeVerifierKey(witnesses.n.key)}`,
  "group parties all A B",
  "group neutrals any neutral1",
  "group both all parties neutrals",
  "quorum both",
  "",
].join("\n");

export function tempFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "detente-log-"));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export const entriesFrom = (from: number, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => utf8(`leaf-${from + index}`));

/** A log in a folder, grown by steps with a checkpoint after each. */
export function makeLog(folder: string, steps: readonly number[]): ReadFile {
  initLog(folder, logSigner, noLock, noon);
  growLog(folder, steps);
  return folderReader(folder);
}

export function growLog(folder: string, steps: readonly number[]): void {
  const writer = openLogWriter(folder, noLock);
  for (const step of steps) {
    writer.append(entriesFrom(writer.size, step));
    writer.checkpoint(logSigner, noon);
  }
  writer.close();
}

/** Puts cosignatures under the checkpoint, without asking the witnesses' memory. */
export function cosignLog(folder: string, signers: readonly Signer[], at: Date = noon): void {
  const { write, settle } = durableWriter(folder);
  for (const signer of signers) {
    const log = readLog(folderReader(folder));
    const note = readNote(log.note);
    const signed = withSignature(note, signText(signer, note.text, at));
    write(cosignerPath(signer.key), writeCosigner(signer.key, signed, log.keys));
    write("checkpoint", utf8(writeNote(signed)));
  }
  settle();
}

/** Every file of a folder, to read and change in memory. */
export function filesOf(folder: string): Map<string, Uint8Array> {
  const read = folderReader(folder);
  return new Map(filesIn(folder).map((path) => [path, new Uint8Array(read(path) ?? [])]));
}

export const readerOf =
  (files: ReadonlyMap<string, Uint8Array>): ReadFile =>
  (path) =>
    files.get(path) ?? null;
