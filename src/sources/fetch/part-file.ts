// A download that is not finished: one .part file beside its target. Its name holds the server's validator, so that a
// later run can ask for the rest of the same version and of no other (RFC 9110 §13.1.5).

import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

export type PartFile = { path: string; validator: string | null; size: number };

/** Names of files are limited; a validator that would not fit is not kept. */
const LONGEST_VALIDATOR = 100;
const NONE = "whole";

export function partPath(target: string, validator: string | null): string {
  const kept =
    validator === null || validator.length > LONGEST_VALIDATOR ? NONE : Buffer.from(validator).toString("base64url");
  return `${target}.${kept}.part`;
}

/** What is there of a target, if it can be resumed; what cannot is removed. */
export function findPart(target: string): PartFile | null {
  let found: PartFile | null = null;
  for (const path of partsOf(target)) {
    const name = path.slice(target.length + 1, -".part".length);
    const size = statSync(path).size;
    if (found === null && name !== NONE && size > 0)
      found = { path, validator: Buffer.from(name, "base64url").toString(), size };
    else rmSync(path, { force: true });
  }
  return found;
}

export function removeParts(target: string): void {
  for (const path of partsOf(target)) rmSync(path, { force: true });
}

function partsOf(target: string): string[] {
  const folder = dirname(target);
  const start = `${basename(target)}.`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(".part"))
    .map((name) => join(folder, name));
}
