// Logs and keys as files that a person names: folders kept from other writers, private keys that only their owner reads.

import { chmodSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { syncFolder, writeSynced } from "../../log/log-folder.ts";
import type { TakeLock } from "../../log/log-writer.ts";
import { readPrivateKey, type Signer } from "../../log/signer.ts";
import { readVerifierKey, type VerifierKey } from "../../log/key.ts";
import { isLock, takeLock } from "../../store/lock.ts";
import { InputError, SourceError } from "../../values/errors.ts";
import { dataFolder } from "./place.ts";
import { readText } from "./read-file.ts";

/** The folder that `--dir` names. */
export function logFolder(dir: unknown): string {
  if (typeof dir !== "string" || dir === "") throw new InputError("--dir", "the log's folder");
  return resolve(dir);
}

export function lockAt(now: Date): TakeLock {
  return (folder) => {
    const taken = takeLock(folder, now);
    if (isLock(taken)) return taken;
    throw new SourceError(
      "locked",
      `the log ${folder} is being written by another detente (process ${taken.pid}, since ${taken.since}). Nothing was changed.`,
    );
  };
}

/** Where a log's private key is kept unless another file is named. */
export function usualKeyFile(origin: string, env: Record<string, string | undefined>): string {
  return join(dataFolder(env), "keys", `${origin.replaceAll(/[^A-Za-z0-9.-]/g, "_")}.key`);
}

const OTHERS = 0o077;

/** Reads a private key; says so where others could read it too. */
export function readSigner(path: string, note: (text: string) => void): Signer {
  const signer = readPrivateKey(readText(path), path);
  if (process.platform !== "win32" && (statSync(path).mode & OTHERS) !== 0)
    note(`detente: others on this machine can read the private key ${path}: chmod 600 it`);
  return signer;
}

/** Writes what nobody else may read, and never over what is there. */
export function writeSecret(path: string, text: string): void {
  if (statSync(path, { throwIfNoEntry: false })) throw new InputError(path, "a file that is not there yet");
  mkdirSync(dirname(path), { recursive: true });
  writeSynced(path, new TextEncoder().encode(text), 0o600);
  chmodSync(path, 0o600);
  syncFolder(dirname(path));
}

/** A public key given as text, or as a file that holds it in one line. */
export function verifierKeyFrom(given: string, place: string): VerifierKey {
  return given.includes("+") ? readVerifierKey(given, place) : readVerifierKey(readText(given).trimEnd(), given);
}

/** The values of a flag that may be given often. */
export function listOf(value: string | boolean | string[] | undefined): string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}

export function textOption(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
