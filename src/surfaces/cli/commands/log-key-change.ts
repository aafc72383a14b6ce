// `log rotate OLD NEW` and `log revoke KEY`: two files name two keys, one file names one.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { readKeyChanges, writeKeyChange, type KeyChange } from "../../../log/key-change.ts";
import { labelOf } from "../../../log/key.ts";
import { files, folderReader } from "../../../log/log-folder.ts";
import { writeNote } from "../../../log/note.ts";
import { readLog } from "../../../log/read-log.ts";
import { signText, type Signer } from "../../../log/signer.ts";
import { InputError } from "../../../values/errors.ts";
import { lockAt, logFolder, readSigner, textOption } from "../../inputs/log-place.ts";
import { readText } from "../../inputs/read-file.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import type { Effects, Options } from "../command.ts";
import { writeWhole } from "../write-file.ts";

export function run([first = "", second]: string[], options: Options, effects: Effects): number {
  const signer = readSigner(first, effects.note);
  const successor = second === undefined ? null : readSigner(second, effects.note);
  const dir = options["dir"];
  const folder = dir === undefined ? null : logFolder(dir);
  const size = sizeFrom(folder, options);
  const change: KeyChange = {
    kind: successor ? "rotate" : "revoke",
    key: signer.key,
    successor: successor?.key ?? null,
    size,
    at: Math.floor(effects.now().getTime() / 1000),
  };
  const file = textOption(options["changes"]) ?? (folder === null ? undefined : join(folder, files.changes));
  if (file === undefined) throw new InputError("--changes", "the file to add the change to, or --dir with the log");
  const lock = folder === null ? null : lockAt(effects.now())(folder);
  try {
    const text = `${existsSync(file) ? readText(file) : ""}${signed(change, successor ? [signer, successor] : [signer], effects.now())}`;
    readKeyChanges(text, file);
    writeWhole(file, text);
  } finally {
    lock?.release();
  }
  const facts = {
    kind: change.kind,
    key: labelOf(signer.key),
    successor: successor && labelOf(successor.key),
    size,
    file,
  };
  if (options["json"] === true) effects.print(JSON.stringify(facts, null, 2));
  else
    effects.print(
      `${facts.key} counts up to ${size} entries and no more${successor ? `; ${facts.successor} follows it` : ""}. Give ${file} to everyone who checks signatures.`,
    );
  return 0;
}

function sizeFrom(folder: string | null, { size }: Options): number {
  if (size !== undefined) return wholeFrom("--size", size, 0);
  if (folder === null) throw new InputError("--size", "the number of entries up to which the old key counts");
  return readLog(folderReader(folder)).checkpoint.size;
}

function signed(change: KeyChange, signers: readonly Signer[], now: Date): string {
  const text = writeKeyChange(change);
  return writeNote({ text, signatures: signers.map((signer) => signText(signer, text, now)) });
}
