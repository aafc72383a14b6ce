import { readOpening } from "../../../log/seal.ts";
import { readText } from "../../inputs/read-file.ts";
import { agreementNamed, make, registerOf } from "../../inputs/register.ts";
import { signingShown } from "../../inputs/signing.ts";
import { signingSentences } from "../../words/en-signing.ts";
import type { Effects, Options } from "../command.ts";

/** Opens a seal that stands on record. */
export function run([id = "", file = ""]: string[], options: Options, { print, env, now }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const opening = readOpening(readText(file), file);
  const register = registerOf(caseId, env);
  const made = make(caseId, { env, now: now() }, (before) => {
    agreementNamed(id, register, before);
    const body = { kind: "revealed" as const, at: now().toISOString(), by: opening.party, opening };
    return [{ kind: "signing", subject: id, body }];
  });
  const shown = signingShown(agreementNamed(id, register, made), made, null);
  if (options["json"] === true) print(JSON.stringify({ agreement: id, ...shown }, null, 2));
  else print(signingSentences(shown).join("\n"));
  return 0;
}
