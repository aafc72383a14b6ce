// Is every file of a log as it was written? Hashes are made again from the entries, up to the root that the checkpoint
// signs; every tile, every signature and every waiting entry is compared. One changed bit anywhere shows.

import { InputError } from "../values/errors.ts";
import { base64, fromUtf8, sameBytes } from "./bytes.ts";
import { readCheckpoint } from "./checkpoint.ts";
import { readCosigner, type CosignerFile } from "./cosigner-file.ts";
import { checkTiles, leavesOf } from "./fsck-tiles.ts";
import { lineOf, type KeyHistory } from "./key-change.ts";
import { labelOf, type VerifierKey } from "./key.ts";
import { files, type ReadFile } from "./log-folder.ts";
import { readNote, signatureHolds, signaturesOf } from "./note.ts";
import { readPending, type Pending } from "./pending.ts";
import type { Policy } from "./policy.ts";
import { readLogChanges, readLogKey } from "./read-log.ts";
import type { MemoryTree } from "./memory-tree.ts";
import { reason, type Problem } from "./verdict.ts";
import { checkCheckpoint, isoOf, type CheckedCheckpoint } from "./verify-checkpoint.ts";

export type Cosigner = { name: string; key: string; size: number; at: string; /** Entries since. */ behind: number };

export type Fsck = {
  valid: boolean;
  says: string;
  origin: string | null;
  size: number;
  pending: number;
  root: string | null;
  problems: Problem[];
  cautions: Problem[];
  cosigners: Cosigner[];
  /** What the quorum lacks, where a policy was given. */
  missing: string;
};

export type FsckOptions = {
  now: Date;
  policy?: Policy;
  /** An earlier checkpoint that the log must continue, as text. */
  since?: string;
};

/** `paths`: every file of the folder. */
export function fsck(read: ReadFile, paths: readonly string[], { now, policy, since }: FsckOptions): Fsck {
  const problems: Problem[] = [];
  const cautions: Problem[] = [];
  const guarded = <Result>(file: string, work: () => Result): Result | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push({ file, code: "damaged", because: error.message });
      return null;
    }
  };
  const key = guarded(files.key, () => (read(files.key) ? readLogKey(read) : null));
  const changes = guarded(files.changes, () => readLogChanges(read));
  const note = fromUtf8(read(files.checkpoint) ?? new Uint8Array(0));
  for (const file of [files.key, files.checkpoint, files.pending])
    if (!paths.includes(file)) problems.push({ file, ...reason("missing") });
  const logKeys = key && changes ? lineOf(key, changes) : [];
  const cosigners = readCosigners(read, paths, logKeys, guarded);
  const known = { key, changes, policy, cosigners, now };
  const checked = guarded(files.checkpoint, () =>
    note === null ? unreadableNote() : checkNote(note, known, problems),
  );
  const size = checked?.checkpoint.size ?? 0;
  const pending = readPendingFile(read, size, problems, cautions);
  const waiting = pending ? pending.entries.slice(Math.max(0, size - pending.first)) : [];
  const tree = checked && leavesOf(read, size, waiting, checked.checkpoint.root, problems);
  if (tree) {
    checkTiles(read, paths, { tree, size }, problems);
    for (const { witness, checkpoint } of cosigners)
      continues(tree, size, checkpoint, `${files.witness}/${witness.id}`, problems);
    if (since !== undefined) guarded("--since", () => checkSince(since, { tree, size, checked, logKeys }, problems));
  }
  noteOthers(paths, cautions);
  return summary(checked, waiting.length, problems, cautions, cosigners);
}

function unreadableNote(): never {
  throw new InputError(files.checkpoint, "a signed note in UTF-8");
}

type Known = {
  key: VerifierKey | null;
  changes: KeyHistory | null;
  policy: Policy | undefined;
  cosigners: readonly CosignerFile[];
  now: Date;
};

function checkNote(
  source: string,
  { key, changes, policy, cosigners, now }: Known,
  problems: Problem[],
): CheckedCheckpoint {
  const witnesses = new Map(policy?.witnesses);
  for (const { witness } of cosigners)
    if (![...witnesses.values()].some((one) => labelOf(one) === labelOf(witness)))
      witnesses.set(labelOf(witness), witness);
  const whole: Policy = {
    logs: key ? [key] : [],
    witnesses,
    groups: policy?.groups ?? new Map(),
    quorum: policy?.quorum ?? "none",
  };
  const options = changes ? { changes } : {};
  const checked = checkCheckpoint(source, whole, now, options);
  if (policy && key && !policy.logs.some((one) => labelOf(one) === labelOf(key)))
    problems.push({ file: files.key, ...reason("unknown-log", `The policy does not name ${labelOf(key)}.`) });
  problems.push(...checked.problems.map((problem) => ({ file: files.checkpoint, ...problem })));
  const all = [...whole.logs, ...witnesses.values()].flatMap((one) => (changes ? lineOf(one, changes) : [one]));
  for (const { name, id } of checked.note.signatures)
    if (!all.some((one) => one.name === name && one.id === id))
      problems.push({ file: files.checkpoint, ...reason("unknown-signature", `Key ${name}+${id}.`) });
  return checked;
}

type Guarded = <Result>(file: string, work: () => Result) => Result | null;

function readCosigners(
  read: ReadFile,
  paths: readonly string[],
  logKeys: readonly VerifierKey[],
  guarded: Guarded,
): CosignerFile[] {
  return paths
    .filter((path) => path.startsWith(`${files.witness}/`))
    .flatMap((path) => {
      const found = guarded(path, () => {
        const text = fromUtf8(read(path) ?? new Uint8Array(0));
        if (text === null) throw new InputError(path, "text in UTF-8");
        return readCosigner(text, path, logKeys);
      });
      return found ? [found] : [];
    });
}

function readPendingFile(read: ReadFile, size: number, problems: Problem[], cautions: Problem[]): Pending | null {
  const bytes = read(files.pending);
  if (!bytes) return null;
  const pending = readPending(bytes);
  const { first, entries, torn, damage } = pending;
  const file = files.pending;
  if (damage !== null) problems.push({ file, ...reason("damaged", `${damage}.`) });
  else if (first > size || first + entries.length < size)
    problems.push({ file, ...reason("rollback", `Entries from ${first} wait, and the checkpoint has ${size}.`) });
  if (torn > 0)
    cautions.push({
      file,
      ...reason("damaged", `Its last ${torn} bytes are a write that was cut off and never acknowledged.`),
    });
  return pending;
}

/** An earlier state of the log must be its beginning. */
function continues(
  tree: MemoryTree,
  size: number,
  earlier: { size: number; root: Uint8Array },
  file: string,
  problems: Problem[],
): void {
  if (earlier.size > size)
    problems.push({ file, ...reason("rollback", `It had ${earlier.size} entries; the checkpoint has ${size}.`) });
  else if (earlier.size > tree.size || !sameBytes(tree.root(earlier.size), earlier.root))
    problems.push({ file, ...reason("split-view", `The first ${earlier.size} entries were others.`) });
}

function checkSince(
  since: string,
  {
    tree,
    size,
    checked,
    logKeys,
  }: { tree: MemoryTree; size: number; checked: CheckedCheckpoint; logKeys: VerifierKey[] },
  problems: Problem[],
): void {
  const note = readNote(since, "--since");
  const earlier = readCheckpoint(note.text, "--since");
  const signed = logKeys.some((key) =>
    signaturesOf(note, key).some((one) => signatureHolds(key, one, note.text).holds),
  );
  if (earlier.origin !== checked.checkpoint.origin)
    problems.push({ file: "--since", ...reason("wrong-origin", `It names ${earlier.origin}.`) });
  else if (!signed) problems.push({ file: "--since", ...reason("not-signed-by-log") });
  else continues(tree, size, earlier, "--since", problems);
}

const KNOWN: readonly string[] = Object.values(files);

function noteOthers(paths: readonly string[], cautions: Problem[]): void {
  for (const file of paths)
    if (!KNOWN.includes(file.split("/")[0] ?? "") && !file.startsWith("tile/"))
      cautions.push({ file, ...reason("not-of-this-log", "It was left alone.") });
}

function summary(
  checked: CheckedCheckpoint | null,
  pending: number,
  problems: Problem[],
  cautions: Problem[],
  cosigners: readonly CosignerFile[],
): Fsck {
  const { origin = null, size = 0, root } = checked?.checkpoint ?? {};
  return {
    valid: problems.length === 0,
    says: problems[0]?.because ?? `Every file of the log ${origin} is as it was written.`,
    origin,
    size,
    pending,
    root: root ? base64(root) : null,
    problems,
    cautions,
    cosigners: cosigners.map(({ witness, checkpoint, at }) => ({
      name: witness.name,
      key: labelOf(witness),
      size: checkpoint.size,
      at: isoOf(at),
      behind: Math.max(0, size - checkpoint.size),
    })),
    missing: checked?.missing ?? "",
  };
}
