import { utf8 } from "../../../log/bytes.ts";
import { folderReader } from "../../../log/log-folder.ts";
import { openLogWriter } from "../../../log/log-writer.ts";
import { LONGEST_ENTRY } from "../../../log/tiles.ts";
import { InputError } from "../../../values/errors.ts";
import { entriesOfCase } from "../../inputs/ledger-entries.ts";
import { listOf, lockAt, logFolder, readSigner, textOption } from "../../inputs/log-place.ts";
import { readBytes, readText } from "../../inputs/read-file.ts";
import { counted, number } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

export async function run([file]: string[], options: Options, effects: Effects): Promise<number> {
  const folder = logFolder(options["dir"]);
  const entries = await entriesFrom(file, folder, options, effects);
  const key = textOption(options["key"]);
  const signer = key === undefined ? null : readSigner(key, effects.note);
  const writer = openLogWriter(folder, lockAt(effects.now()));
  try {
    const first = writer.append(entries);
    if (signer) writer.checkpoint(signer, effects.now());
    const { origin, size, pending } = writer;
    if (options["json"] === true)
      effects.print(JSON.stringify({ origin, first, entries: entries.length, size, pending }, null, 2));
    else effects.print(said(first, entries.length, size, pending));
    return 0;
  } finally {
    writer.close();
  }
}

function said(first: number, count: number, size: number, pending: number): string {
  if (count === 0) return "Nothing new to append.";
  const which = count === 1 ? `Entry ${first} is` : `${counted(count, "entry", "entries")} from ${first} on are`;
  const stands =
    pending > 0
      ? `${number(pending)} ${pending === 1 ? "waits" : "wait"} for the next checkpoint, which alone can be proved and cosigned.`
      : `The checkpoint covers all ${number(size)}.`;
  return `${which} on disk. ${stands}`;
}

async function entriesFrom(
  file: string | undefined,
  folder: string,
  { text, lines, case: caseId }: Options,
  effects: Effects,
): Promise<Uint8Array[]> {
  const entries = listOf(text).map(utf8);
  if (file !== undefined && lines === true) entries.push(...readText(file).replace(/\n$/, "").split("\n").map(utf8));
  else if (file !== undefined) entries.push(readBytes(file, LONGEST_ENTRY));
  const named = textOption(caseId);
  if (file === undefined && text === undefined && named === undefined)
    throw new InputError("FILE", "a file, --text or --case: what to append");
  if (named === undefined) return entries;
  const records = await withLedger(effects, (ledger) => entriesOfCase(ledger, named, folderReader(folder)));
  return [...entries, ...records];
}
