import { copyAs } from "../../../agreements/index.ts";
import { InputError } from "../../../values/errors.ts";
import { agreementNamed, make, registerOf } from "../../inputs/register.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { needed } from "../register-words.ts";

/** Words that name a command of `agreement`. */
const taken = new Set([
  "check",
  "draft",
  "clause",
  "alone",
  "export",
  "sign",
  "signed",
  "seal",
  "reveal",
  "confirm",
  "find",
]);

export function run([id = ""]: string[], options: Options, { print, env, now }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const as = needed(options, "as", "an identifier for the draft");
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(as) || taken.has(as))
    throw new InputError("--as", "an identifier of small letters, digits and -, that is no command's", as);
  const register = registerOf(caseId, env);
  if (register.agreements.some((one) => one.id === as))
    throw new InputError("--as", "an identifier that the register does not use", as);
  const by = typeof options["by"] === "string" ? options["by"] : "a user";
  const made = make(caseId, { env, now: now() }, (before) => {
    const original = agreementNamed(id, register, before);
    return [{ kind: "draft", subject: as, body: copyAs(original, as, by, now().toISOString()) }];
  });
  const draft = agreementNamed(as, register, made);
  if (options["json"] === true) print(JSON.stringify(draft, null, 2));
  else
    print(
      `${as} is a draft of ${counted(draft.clauses.length, "clause")}, copied from ${id}. Change it with: detente agreement clause ${as}`,
    );
  return 0;
}
