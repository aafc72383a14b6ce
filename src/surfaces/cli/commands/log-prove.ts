import { sameBytes } from "../../../log/bytes.ts";
import { folderReader, type ReadFile } from "../../../log/log-folder.ts";
import { proveEntry, readEntries, readLog, requestCosignature } from "../../../log/read-log.ts";
import { LONGEST_ENTRY } from "../../../log/tiles.ts";
import { InputError } from "../../../values/errors.ts";
import { logFolder, textOption } from "../../inputs/log-place.ts";
import { readBytes } from "../../inputs/read-file.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import type { Effects, Options } from "../command.ts";
import { writeWhole } from "../write-file.ts";

export function run([given]: string[], options: Options, effects: Effects): number {
  const read = folderReader(logFolder(options["dir"]));
  const { since, out, bare, json } = options;
  const index = since === undefined ? indexFrom(given, textOption(options["entry"]), read) : null;
  const proof =
    index === null ? requestCosignature(read, wholeFrom("--since", since, 0)) : proveEntry(read, index, bare === true);
  const file = textOption(out);
  if (file !== undefined) writeWhole(file, proof);
  if (json === true)
    effects.print(JSON.stringify({ index, size: readLog(read).checkpoint.size, file: file ?? null, proof }, null, 2));
  else if (file === undefined) effects.print(proof.trimEnd());
  else effects.note(`Wrote ${file}`);
  return 0;
}

function indexFrom(given: string | undefined, entryFile: string | undefined, read: ReadFile): number {
  if (given !== undefined) return wholeFrom("INDEX", given, 0);
  if (entryFile === undefined) throw new InputError("INDEX", "an entry's number, --entry with its file, or --since");
  const entry = readBytes(entryFile, LONGEST_ENTRY);
  let index = 0;
  for (const one of readEntries(read, readLog(read).checkpoint.size)) {
    if (sameBytes(one, entry)) return index;
    index += 1;
  }
  throw new InputError("--entry", "an entry under the checkpoint of this log", entryFile);
}
