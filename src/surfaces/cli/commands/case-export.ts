import { dataPackage } from "../../exports/package/data-package.ts";
import { besideCase } from "../../inputs/register-files.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";
import { writeWhole } from "../write-file.ts";

export async function run([caseId = "", file = ""]: string[], { json }: Options, effects: Effects): Promise<number> {
  const view = await withLedger(effects, (ledger) => ledger.view(caseId));
  const bytes = dataPackage(view, { beside: besideCase(caseId, effects.env) });
  writeWhole(file, bytes);
  if (json === true)
    effects.print(JSON.stringify({ case: caseId, file, bytes: bytes.length, hash: view.hash }, null, 2));
  else effects.note(`Wrote ${file}`);
  return 0;
}
