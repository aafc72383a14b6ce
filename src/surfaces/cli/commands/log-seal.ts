import { randomBytes } from "node:crypto";
import { sealText } from "../../../log/seal.ts";
import { InputError } from "../../../values/errors.ts";
import { textOption, writeSecret } from "../../inputs/log-place.ts";
import { readText } from "../../inputs/read-file.ts";
import type { Effects, Options } from "../command.ts";
import { writeWhole } from "../write-file.ts";

export function run(
  [file = ""]: string[],
  { party, out, opening: openingFile, json }: Options,
  { print }: Effects,
): number {
  const name = textOption(party);
  if (name === undefined) throw new InputError("--party", "who declares, such as USA");
  const { seal, opening } = sealText(name, readText(file), randomBytes(32));
  const sealed = textOption(out) ?? `${file}.seal`;
  const kept = textOption(openingFile) ?? `${file}.opening`;
  writeSecret(kept, `${JSON.stringify(opening)}\n`);
  writeWhole(sealed, `${JSON.stringify(seal)}\n`);
  if (json === true) print(JSON.stringify({ ...seal, file: sealed, opening: kept }, null, 2));
  else
    print(
      `${seal.seal}\n${sealed} can be published, best in a log, which dates it. Keep ${kept} secret until you reveal.`,
    );
  return 0;
}
