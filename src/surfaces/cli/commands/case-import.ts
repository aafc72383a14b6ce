import { basename } from "node:path";
import { readBytes } from "../../inputs/read-file.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

const LARGEST_PACKAGE = 256 * 1024 * 1024;

export async function run([file = ""]: string[], { json }: Options, effects: Effects): Promise<number> {
  const bytes = readBytes(file, LARGEST_PACKAGE);
  const restored = await withLedger(effects, (ledger) => ledger.importCase({ file: basename(file), bytes }));
  if (json === true) effects.print(JSON.stringify(restored, null, 2));
  else
    effects.print(
      restored.records === 0
        ? `${restored.case}: nothing differs`
        : `${restored.case}: ${counted(restored.records, "record")} written`,
    );
  return 0;
}
