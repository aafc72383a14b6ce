// Makes the judgements of a file that another workbench exported.

import { z } from "zod";
import { InputError } from "../../../values/errors.ts";
import { readBytes } from "../../inputs/read-file.ts";
import { counted } from "../../words/en.ts";
import type { Effects, Options } from "../command.ts";
import { withLedger } from "../with-ledger.ts";

const LARGEST_FILE = 16 * 1024 * 1024;

const fileSchema = z.object({ decisions: z.array(z.unknown()).max(10_000) });

export async function run([file = ""]: string[], options: Options, effects: Effects): Promise<number> {
  const caseId = typeof options["case"] === "string" ? options["case"] : "us-cn";
  const rows = decisionsIn(file);
  const found = await withLedger(effects, (ledger) => ledger.importDecisions(caseId, rows));
  if (options["json"] === true) effects.print(JSON.stringify(found, null, 2));
  else {
    effects.print(
      `${counted(found.applied, "judgement")} made, ${found.unchanged} stood already, ${found.rejected.length} rejected`,
    );
    for (const { row, because } of found.rejected) effects.print(`  row ${row}: ${because}`);
  }
  return 0;
}

function decisionsIn(file: string): unknown[] {
  try {
    return fileSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readBytes(file, LARGEST_FILE))))
      .decisions;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof z.ZodError)
      throw new InputError(file, 'a JSON document with a list "decisions"');
    throw error;
  }
}
