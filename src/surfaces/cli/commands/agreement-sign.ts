import { addSignature, AGREEMENT_TYPE } from "../../../log/dsse.ts";
import { utf8 } from "../../../log/bytes.ts";
import { labelOf } from "../../../log/key.ts";
import { readSigner } from "../../inputs/log-place.ts";
import { agreementNamed, madeIn, registerOf } from "../../inputs/register.ts";
import { takeSignature } from "../../inputs/sign-agreement.ts";
import { currentEnvelope, signingShown, textOf } from "../../inputs/signing.ts";
import { signingSentences } from "../../words/en-signing.ts";
import type { Effects, Options } from "../command.ts";
import { needed } from "../register-words.ts";
import { writeWhole } from "../write-file.ts";

/** Signs the text as it stands, keeps the signature, and writes the envelope with all that stand over it. */
export function run([id = ""]: string[], options: Options, { print, env, now, note }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const by = needed(options, "by", "whose key it is, such as USA");
  const signer = readSigner(needed(options, "key", "the private key to sign with"), note);
  const register = registerOf(caseId, env);
  const payload = utf8(textOf(agreementNamed(id, register, madeIn(caseId, env))));
  const envelope = JSON.stringify(addSignature(null, { type: AGREEMENT_TYPE, payload }, signer));
  const made = takeSignature(caseId, { env, now: now() }, register, { id, by, key: signer.key, envelope });
  const agreement = agreementNamed(id, register, made);
  const shown = signingShown(agreement, made, null);
  const out = options["out"];
  if (typeof out === "string") writeWhole(out, currentEnvelope(agreement, made));
  if (options["json"] === true) print(JSON.stringify({ agreement: id, ...shown }, null, 2));
  else print([`${labelOf(signer.key)} signed ${id} for ${by}.`, ...signingSentences(shown)].join("\n"));
  return 0;
}
