// People's judgements as a file that another workbench takes.

import { writeFileSync } from "node:fs";
import { decisionsFile } from "../../../ledger/decisions.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

export async function run(_: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const file = decisionsFile(caseId, await withLedger(effects, (ledger) => ledger.decisions(caseId)));
  const text = JSON.stringify(file, null, 2);
  const { out } = options;
  if (typeof out === "string") {
    writeFileSync(out, `${text}\n`);
    effects.note(`Wrote ${counted(file.decisions.length, "judgement")} to ${out}`);
  } else effects.print(text);
  return 0;
}
