// A witness's memory on disk, and cosignatures put into a log's folder. The memory is written before a cosignature is
// given away, under a lock: else two requests at once could take the log back (tlog-witness).

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "../../log/bytes.ts";
import { cosignerPath, withSignature, writeCosigner } from "../../log/cosigner-file.ts";
import type { KeyHistory } from "../../log/key-change.ts";
import { labelOf, readVerifierKey, writeVerifierKey, type VerifierKey } from "../../log/key.ts";
import { durableWriter, files, folderReader } from "../../log/log-folder.ts";
import type { TakeLock } from "../../log/log-writer.ts";
import { readNote, readSignature, signatureHolds, writeNote } from "../../log/note.ts";
import { readCheckpoint } from "../../log/checkpoint.ts";
import { readLog } from "../../log/read-log.ts";
import { signText, type Signer } from "../../log/signer.ts";
import { cosign, readSeen, type Cosigning, type CosignRequest, type Seen } from "../../log/witness.ts";
import { InputError } from "../../values/errors.ts";
import { lockAt } from "./log-place.ts";

/** One file for each log: its key as first met, and the checkpoint cosigned last. */
function seenFile(origin: string): string {
  return `${createHash("sha256").update(origin).digest("hex").slice(0, 32)}.seen`;
}

/** What the witness remembers of a log, with the log's key that it goes by; null where it never met it. */
export function lastSeen(state: string, witness: VerifierKey, origin: string): (Seen & { log: VerifierKey }) | null {
  const path = join(state, seenFile(origin));
  if (!existsSync(path)) return null;
  const text = readFileSync(path, "utf8");
  const [line = ""] = text.split("\n", 1);
  const log = readVerifierKey(line, path);
  const seen = readSeen(text.slice(line.length + 1), witness, path);
  if (seen.origin !== origin || log.name !== origin)
    throw new InputError(path, `what was seen of ${origin}`, seen.origin);
  return { ...seen, log };
}

export type Remembering = {
  signer: Signer;
  /** The folder of its memory. */
  state: string;
  /** Keys of logs that the witness was told of. */
  logs: readonly VerifierKey[];
  /** The key that a log's own folder gives: believed where nothing else is known of that log, and held to from then on. */
  firstMet: VerifierKey | null;
  /** Rotations and revocations, which speak for themselves. */
  changes: KeyHistory;
};

export function cosignRemembering(
  request: CosignRequest,
  { signer, state, logs, firstMet, changes }: Remembering,
  { now, note }: { now: () => Date; note: (text: string) => void },
): Cosigning {
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const lock = lockAt(now())(state);
  try {
    const { origin } = readCheckpoint(readNote(request.checkpoint, "checkpoint").text);
    const seen = lastSeen(state, signer.key, origin);
    const told = logs.filter(({ name }) => name === origin);
    const known = told.length > 0 ? told : seen ? [seen.log] : firstMet ? [firstMet] : [];
    if (told.length === 0 && !seen && firstMet)
      note(
        `detente: ${labelOf(firstMet)} is believed as the key of this log because its folder says so; --log names it`,
      );
    const at = now();
    const answer = cosign(request, {
      sign: (text) => signText(signer, text, at),
      now: at,
      logs: known,
      changes,
      seen: () => seen,
    });
    const [key] = known;
    if (answer.ok && key) {
      const { write, settle } = durableWriter(state);
      write(seenFile(origin), utf8(`${writeVerifierKey(key)}\n${answer.seen}`));
      settle();
    }
    return answer;
  } finally {
    lock.release();
  }
}

/** Puts a cosignature under the log's checkpoint, if it is of the witness and holds. */
export function addCosignature(folder: string, witness: VerifierKey, line: string, takeLock: TakeLock): void {
  const lock = takeLock(folder);
  try {
    const { note: source, keys } = readLog(folderReader(folder));
    const before = readNote(source, files.checkpoint);
    const added = line
      .split("\n")
      .filter((one) => one !== "")
      .map((one) => readSignature(one, "cosignature"))
      .find(({ name, id }) => name === witness.name && id === witness.id);
    if (!added || !signatureHolds(witness, added, before.text).holds)
      throw new InputError(
        "cosignature",
        `a line of ${labelOf(witness)} that holds under the checkpoint as it stands now`,
      );
    const note = withSignature(before, added);
    const { write, settle } = durableWriter(folder);
    write(cosignerPath(witness), writeCosigner(witness, note, keys));
    write(files.checkpoint, utf8(writeNote(note)));
    settle();
  } finally {
    lock.release();
  }
}
