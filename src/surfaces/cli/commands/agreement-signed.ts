import { verifierKeyFrom } from "../../inputs/log-place.ts";
import { readText } from "../../inputs/read-file.ts";
import { agreementNamed, registerOf } from "../../inputs/register.ts";
import { takeSignature } from "../../inputs/sign-agreement.ts";
import { signingShown } from "../../inputs/signing.ts";
import { signingSentences } from "../../words/en-signing.ts";
import type { Effects, Options } from "../command.ts";
import { needed } from "../register-words.ts";

/** Takes in an envelope that was signed elsewhere: with `detente log sign`, or by another program. */
export function run([id = "", file = ""]: string[], options: Options, { print, env, now }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const by = needed(options, "by", "whose key it is, such as CHN");
  const key = verifierKeyFrom(needed(options, "key", "the public key, or its file"), "--key");
  const register = registerOf(caseId, env);
  const signed = { id, by, key, envelope: readText(file) };
  const made = takeSignature(caseId, { env, now: now() }, register, signed);
  const shown = signingShown(agreementNamed(id, register, made), made, null);
  if (options["json"] === true) print(JSON.stringify({ agreement: id, ...shown }, null, 2));
  else print(signingSentences(shown).join("\n"));
  return 0;
}
