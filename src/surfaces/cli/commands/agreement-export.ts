import { sha256 } from "../../../log/record.ts";
import { agreementNamed, madeIn, registerOf } from "../../inputs/register.ts";
import { textOf } from "../../inputs/signing.ts";
import type { Effects, Options } from "../command.ts";
import { needed } from "../register-words.ts";
import { writeWhole } from "../write-file.ts";

/** One file, one hash: what `log seal`, `log sign` and `log append` take. */
export function run([id = ""]: string[], options: Options, { print, env }: Effects): number {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const file = needed(options, "out", "the file to write");
  const text = textOf(agreementNamed(id, registerOf(caseId, env), madeIn(caseId, env)));
  writeWhole(file, text);
  const sum = sha256(text);
  if (options["json"] === true)
    print(JSON.stringify({ agreement: id, file, hash: sum, bytes: Buffer.byteLength(text) }, null, 2));
  else
    print(
      `${file} holds ${id}: ${sum}. Seal it with: detente log seal ${file}; sign it with: detente log sign ${file}, or detente agreement sign ${id}`,
    );
  return 0;
}
