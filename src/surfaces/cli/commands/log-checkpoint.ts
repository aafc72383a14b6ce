import { labelOf } from "../../../log/key.ts";
import { folderReader } from "../../../log/log-folder.ts";
import { openLogWriter } from "../../../log/log-writer.ts";
import { readLog } from "../../../log/read-log.ts";
import { rootText } from "../../../log/verify-checkpoint.ts";
import { lockAt, logFolder, readSigner, textOption, usualKeyFile } from "../../inputs/log-place.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";

export function run(_: string[], { dir, key, json }: Options, effects: Effects): number {
  const folder = logFolder(dir);
  const { name } = readLog(folderReader(folder)).key;
  const signer = readSigner(textOption(key) ?? usualKeyFile(name, effects.env), effects.note);
  const writer = openLogWriter(folder, lockAt(effects.now()));
  try {
    writer.checkpoint(signer, effects.now());
  } finally {
    writer.close();
  }
  const { checkpoint, note } = readLog(folderReader(folder));
  const { origin, size } = checkpoint;
  const root = rootText(checkpoint);
  if (json === true)
    effects.print(JSON.stringify({ origin, size, root, signedBy: labelOf(signer.key), checkpoint: note }, null, 2));
  else effects.print(`The checkpoint of ${origin} covers ${counted(size, "entry", "entries")}; its root is ${root}.`);
  return 0;
}
