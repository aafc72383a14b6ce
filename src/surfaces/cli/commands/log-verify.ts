import { readKeyChanges } from "../../../log/key-change.ts";
import { isProofFile } from "../../../log/proof-file.ts";
import { verifyEnvelope } from "../../../log/dsse.ts";
import { policyOfKeys, readPolicy, type Policy } from "../../../log/policy.ts";
import { LONGEST_ENTRY } from "../../../log/tiles.ts";
import { verifyCheckpoint, verifyProofFile, type ProofOptions } from "../../../log/verify-proof.ts";
import { InputError } from "../../../values/errors.ts";
import { listOf, textOption, verifierKeyFrom } from "../../inputs/log-place.ts";
import { readBytes, readText } from "../../inputs/read-file.ts";
import { wholeFrom } from "../../inputs/settings.ts";
import { verdictLines } from "../../words/en-log.ts";
import type { Effects, Options } from "../command.ts";

export function run([file = ""]: string[], options: Options, effects: Effects): number {
  const text = readText(file);
  if (/^\s*\{/.test(text)) return envelope(text, options, effects);
  const trust = trustFrom(options);
  const verdict = isProofFile(text)
    ? verifyProofFile(text, trust, effects.now(), proofOptions(options))
    : verifyCheckpoint(text, trust, effects.now(), proofOptions(options));
  if (verdict.code === "unreadable") throw InputError.line(`${file}: ${verdict.says}`);
  if (verdict.code === "no-entry") throw new InputError("--entry", `the entry's file: ${file} does not carry it`);
  effects.print(options["json"] === true ? JSON.stringify(verdict, null, 2) : verdictLines(verdict).join("\n"));
  return verdict.valid ? 0 : 2;
}

function trustFrom({ policy, key }: Options): Policy {
  const file = textOption(policy);
  const keys = listOf(key).map((given) => verifierKeyFrom(given, "--key"));
  if ((file === undefined) === (keys.length === 0))
    throw new InputError("--policy", "a policy file, or --key with public keys: whom you believe");
  return file === undefined ? policyOfKeys(keys) : readPolicy(readText(file), file);
}

function proofOptions({ entry, changes, maxAge }: Options): ProofOptions {
  const entryFile = textOption(entry);
  const changesFile = textOption(changes);
  return {
    ...(entryFile === undefined ? {} : { entry: readBytes(entryFile, LONGEST_ENTRY) }),
    ...(changesFile === undefined ? {} : { changes: readKeyChanges(readText(changesFile), changesFile) }),
    ...(maxAge === undefined ? {} : { maxAgeDays: wholeFrom("--max-age", maxAge, 0) }),
  };
}

function envelope(text: string, { key, threshold, json }: Options, { print }: Effects): number {
  const keys = listOf(key).map((given) => verifierKeyFrom(given, "--key"));
  if (keys.length === 0) throw new InputError("--key", "the public keys of those who should have signed");
  const verdict = verifyEnvelope(text, keys, wholeFrom("--threshold", threshold, keys.length, keys.length));
  const { valid, says, payloadType, signedBy, missing } = verdict;
  if (json === true) print(JSON.stringify(verdict, null, 2));
  else
    print(
      [
        `${valid ? "Holds" : "Does not hold"}. ${says}`,
        `  text of type ${payloadType}`,
        ...signedBy.map((label) => `  signed by ${label}`),
        ...missing.map((label) => `  not signed by ${label}`),
      ].join("\n"),
    );
  return valid ? 0 : 2;
}
