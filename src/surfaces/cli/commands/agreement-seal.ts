import { randomBytes } from "node:crypto";
import { sealText } from "../../../log/seal.ts";
import { writeSecret } from "../../inputs/log-place.ts";
import { agreementNamed, madeIn, make, registerOf } from "../../inputs/register.ts";
import { textOf } from "../../inputs/signing.ts";
import type { Effects, Options } from "../command.ts";
import { needed } from "../register-words.ts";

/** Seals the text as it stands: the seal goes on record, the words that open it into a file for the sealer alone. */
export function run([id = ""]: string[], options: Options, { print, env, now }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const by = needed(options, "by", "who seals, such as USA");
  const file = needed(options, "opening", "the file for the secret that opens the seal");
  const text = textOf(agreementNamed(id, registerOf(caseId, env), madeIn(caseId, env)));
  const { seal, opening } = sealText(by, text, randomBytes(32));
  writeSecret(file, `${JSON.stringify(opening)}\n`);
  make(caseId, { env, now: now() }, () => [
    { kind: "signing", subject: id, body: { kind: "sealed", at: now().toISOString(), by, seal: seal.seal } },
  ]);
  if (options["json"] === true) print(JSON.stringify({ agreement: id, ...seal, opening: file }, null, 2));
  else print(`${seal.seal}\n${by} sealed ${id}; keep ${file} secret until you reveal.`);
  return 0;
}
