import { checkReveal, readOpening, readSeal } from "../../../log/seal.ts";
import { InputError } from "../../../values/errors.ts";
import { textOption } from "../../inputs/log-place.ts";
import { readText } from "../../inputs/read-file.ts";
import type { Effects, Options } from "../command.ts";

export function run([file = ""]: string[], { seal: sealFile, json }: Options, { print }: Effects): number {
  const sealed = textOption(sealFile);
  if (sealed === undefined) throw new InputError("--seal", "the seal that was published");
  const seal = readSeal(readText(sealed), sealed);
  const opening = readOpening(readText(file), file);
  const broken = checkReveal(seal, opening);
  const { party, text } = opening;
  if (json === true)
    print(
      JSON.stringify(
        {
          valid: !broken,
          code: broken?.code ?? "valid",
          says: broken?.because ?? "Sealed and revealed agree.",
          party,
          seal: seal.seal,
          ...(broken ? {} : { text }),
        },
        null,
        2,
      ),
    );
  else print(broken ? `Does not hold. ${broken.because}` : `Holds. ${party} sealed these words:\n${text.trimEnd()}`);
  return broken ? 2 : 0;
}
