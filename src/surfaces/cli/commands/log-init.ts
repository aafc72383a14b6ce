import { existsSync } from "node:fs";
import { folderReader } from "../../../log/log-folder.ts";
import { NOTE, writeVerifierKey } from "../../../log/key.ts";
import { initLog, openLogWriter } from "../../../log/log-writer.ts";
import { makePrivateKey, type Signer } from "../../../log/signer.ts";
import { InputError } from "../../../values/errors.ts";
import { entriesOfCase } from "../../inputs/ledger-entries.ts";
import { lockAt, logFolder, readSigner, textOption, usualKeyFile, writeSecret } from "../../inputs/log-place.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

export async function run(_: string[], options: Options, effects: Effects): Promise<number> {
  const folder = logFolder(options["dir"]);
  const caseId = textOption(options["from"]);
  const signer = signerFor(options, effects);
  const lock = lockAt(effects.now());
  initLog(folder, signer, lock, effects.now());
  const entries = caseId === undefined ? 0 : await takeIn(folder, caseId, signer, effects);
  const key = writeVerifierKey(signer.key);
  if (options["json"] === true)
    effects.print(JSON.stringify({ origin: signer.key.name, dir: folder, key, size: entries }, null, 2));
  else
    effects.print(
      `The log ${signer.key.name} stands in ${folder} with ${counted(entries, "entry", "entries")}.\nIts public key, by which others know it:\n${key}`,
    );
  return 0;
}

/** The key that was named, or the usual one of this origin; made where it is not there. */
function signerFor({ origin, key }: Options, { env, note }: Effects): Signer {
  const named = textOption(key);
  const name = textOption(origin);
  if (name === undefined && named === undefined)
    throw new InputError("--origin", "the log's name, such as example.org/log");
  const file = named ?? usualKeyFile(name ?? "", env);
  if (!existsSync(file)) {
    if (name === undefined) throw new InputError("--origin", "the log's name, to make its key");
    writeSecret(file, `${makePrivateKey(name, NOTE)}\n`);
    note(`Made the log's private key: ${file}`);
  }
  const signer = readSigner(file, note);
  if (name !== undefined && signer.key.name !== name)
    throw new InputError("--origin", `the key's name ${signer.key.name}`, name);
  return signer;
}

async function takeIn(folder: string, caseId: string, signer: Signer, effects: Effects): Promise<number> {
  const entries = await withLedger(effects, (ledger) => entriesOfCase(ledger, caseId, folderReader(folder)));
  const writer = openLogWriter(folder, lockAt(effects.now()));
  try {
    writer.append(entries);
    writer.checkpoint(signer, effects.now());
    return writer.size;
  } finally {
    writer.close();
  }
}
