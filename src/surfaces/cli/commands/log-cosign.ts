import { noChanges, readKeyChanges, type KeyHistory } from "../../../log/key-change.ts";
import { labelOf, COSIGNATURE } from "../../../log/key.ts";
import { folderReader } from "../../../log/log-folder.ts";
import { readLog, requestCosignature } from "../../../log/read-log.ts";
import { readPolicy } from "../../../log/policy.ts";
import type { Signer } from "../../../log/signer.ts";
import type { VerifierKey } from "../../../log/key.ts";
import { readCheckpoint } from "../../../log/checkpoint.ts";
import { readNote } from "../../../log/note.ts";
import { readCosignRequest, type CosignRequest } from "../../../log/witness.ts";
import { InputError } from "../../../values/errors.ts";
import { addCosignature, cosignRemembering, lastSeen } from "../../inputs/log-witness.ts";
import { listOf, lockAt, logFolder, readSigner, textOption, verifierKeyFrom } from "../../inputs/log-place.ts";
import { readText } from "../../inputs/read-file.ts";
import type { Effects, Options } from "../command.ts";

export function run([request]: string[], options: Options, effects: Effects): number {
  const lines = textOption(options["add"]);
  if (lines !== undefined) return add(lines, options, effects);
  const keyFile = textOption(options["key"]);
  if (keyFile === undefined) throw new InputError("--key", "the witness's private key");
  const signer = readSigner(keyFile, effects.note);
  if (signer.key.type !== COSIGNATURE)
    throw new InputError("--key", "a witness's key, as `detente log keygen NAME --witness` makes it");
  const state = textOption(options["state"]) ?? `${keyFile}.seen`;
  return request === undefined
    ? cosignFolder(signer, state, options, effects)
    : cosignRequest(readCosignRequest(readText(request), request), signer, state, options, effects);
}

/** Cosigns a log whose folder is at hand, and puts the cosignature there. */
function cosignFolder(signer: Signer, state: string, options: Options, effects: Effects): number {
  const folder = logFolder(options["dir"]);
  const read = folderReader(folder);
  const { checkpoint, note, key, changes } = readLog(read);
  const old = lastSeen(state, signer.key, checkpoint.origin)?.size ?? 0;
  // A log that shrank can give no proof: the witness is to see that, not we.
  const request =
    old > checkpoint.size
      ? { old: checkpoint.size, hashes: [], checkpoint: note }
      : readCosignRequest(requestCosignature(read, old));
  const answer = cosignRemembering(
    request,
    { signer, state, logs: logsFrom(options), firstMet: key, changes },
    effects,
  );
  if (answer.ok) addCosignature(folder, signer.key, answer.line, lockAt(effects.now()));
  return tell(answer, checkpoint.origin, checkpoint.size, signer, options, effects);
}

/** Cosigns a request that came from elsewhere; prints the line to send back. */
function cosignRequest(
  request: CosignRequest,
  signer: Signer,
  state: string,
  options: Options,
  effects: Effects,
): number {
  const { origin, size } = readCheckpoint(readNote(request.checkpoint).text);
  const answer = cosignRemembering(
    request,
    { signer, state, logs: logsFrom(options), firstMet: null, changes: changesFrom(options) },
    effects,
  );
  if (answer.ok && options["json"] !== true) {
    effects.print(answer.line.trimEnd());
    return 0;
  }
  return tell(answer, origin, size, signer, options, effects);
}

function changesFrom({ changes }: Options): KeyHistory {
  const file = textOption(changes);
  return file === undefined ? noChanges : readKeyChanges(readText(file), file);
}

function logsFrom({ log, policy }: Options): VerifierKey[] {
  const file = textOption(policy);
  const given = listOf(log).map((text) => verifierKeyFrom(text, "--log"));
  return file === undefined ? given : [...given, ...readPolicy(readText(file), file).logs];
}

function tell(
  answer: ReturnType<typeof cosignRemembering>,
  origin: string,
  size: number,
  signer: Signer,
  { json }: Options,
  { print }: Effects,
): number {
  const witness = labelOf(signer.key);
  if (!answer.ok) {
    const { code, because } = answer.reason;
    if (json === true)
      print(
        JSON.stringify(
          { cosigned: false, origin, size, seen: answer.size, code, because, status: answer.status },
          null,
          2,
        ),
      );
    else print(`Not cosigned. ${because}`);
    return 2;
  }
  if (json === true) print(JSON.stringify({ cosigned: true, origin, size, witness, line: answer.line }, null, 2));
  else print(`${witness} cosigned ${origin} at ${size} ${size === 1 ? "entry" : "entries"}.`);
  return 0;
}

/** Puts a line that a witness sent under the checkpoint, if it holds. */
function add(file: string, options: Options, effects: Effects): number {
  const folder = logFolder(options["dir"]);
  const [given] = listOf(options["witness"]);
  if (given === undefined) throw new InputError("--witness", "the public key of the witness whose line it is");
  const witness = verifierKeyFrom(given, "--witness");
  addCosignature(folder, witness, readText(file), lockAt(effects.now()));
  if (options["json"] === true) effects.print(JSON.stringify({ added: labelOf(witness) }, null, 2));
  else effects.print(`The cosignature of ${labelOf(witness)} stands under the checkpoint.`);
  return 0;
}
