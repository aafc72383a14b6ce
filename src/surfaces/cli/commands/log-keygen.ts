import { COSIGNATURE, NOTE, writeVerifierKey } from "../../../log/key.ts";
import { makePrivateKey, readPrivateKey } from "../../../log/signer.ts";
import { textOption, usualKeyFile, writeSecret } from "../../inputs/log-place.ts";
import type { Effects, Options } from "../command.ts";

export function run([name = ""]: string[], { out, witness, json }: Options, { print, env }: Effects): number {
  const file = textOption(out) ?? usualKeyFile(name, env);
  const line = makePrivateKey(name, witness === true ? COSIGNATURE : NOTE);
  const key = writeVerifierKey(readPrivateKey(line, file).key);
  writeSecret(file, `${line}\n`);
  if (json === true) print(JSON.stringify({ key, kind: witness === true ? "witness" : "log", file }, null, 2));
  else print(`${key}\nThis is the public key: give it to others. The private key is in ${file}, for you alone.`);
  return 0;
}
